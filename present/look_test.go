package present

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/symbolic"
)

func TestLook(t *testing.T) {
	data, _ := os.ReadFile("/tmp/formulas.txt")
	var tex, html strings.Builder
	tex.WriteString("\\documentclass{article}\\usepackage{amsmath}\\usepackage[a4paper,margin=1cm]{geometry}\\pagestyle{empty}\\begin{document}\\small\n")
	html.WriteString("<!doctype html><meta charset=utf-8><style>@font-face{font-family:LM;src:local('Latin Modern Math'),local('LatinModernMath-Regular')} math{font-family:'Latin Modern Math'} body{columns:2;font-size:15px} math{text-align:left;margin:8px 0}</style>\n")
	for line := range strings.Lines(string(data)) {
		s := symbolic.NewStore()
		line = strings.TrimSpace(line)
		e := readExpr(t, s, line)
		p := NewPrinter(Options{})
		fmt.Println(line)
		for f := range formats - 1 {
			g, err := p.String(e, f)
			fmt.Println("     ", g)
			if err != nil {
				t.Error(err)
			}
			if f == AsText {
				if back := readExpr(t, s, g); back != e {
					t.Error("does not read back", line, g)
				}
			}
			if f == AsLaTeX {
				tex.WriteString("\\noindent$\\displaystyle " + g + "$\\\\[3pt]\n")
			}
		}
		g, _ := p.String(e, AsMathML)
		html.WriteString(g + "\n")
	}
	tex.WriteString("\\end{document}\n")
	os.WriteFile("/tmp/look.tex", []byte(tex.String()), 0o644)
	os.WriteFile("/tmp/look.html", []byte(html.String()), 0o644)
}
