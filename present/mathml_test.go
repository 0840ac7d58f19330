package present

import (
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/symbolic"
)

// operands is how many elements MathML wants in the elements that count them.
var operands = map[string]int{
	"mfrac": 2, "msup": 2, "msub": 2, "msubsup": 3, "mroot": 2, "mover": 2, "munderover": 3, "math": 1,
}

func TestMathMLIsWellFormed(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		for _, input := range goldenInputs(t, file) {
			if input[0] == '#' {
				continue
			}
			z, err := MathML(readExpr(t, symbolic.NewStore(), input))
			if err != nil {
				t.Fatal(err)
			}
			checkElements(t, input, z)
		}
	}
}

func checkElements(t *testing.T, input, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	type element struct {
		name     string
		children int
	}
	var open []element
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s: %v\n%s", input, err, text)
			return
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(open) > 0 {
				open[len(open)-1].children++
			}
			open = append(open, element{name: token.Name.Local})
		case xml.EndElement:
			e := open[len(open)-1]
			open = open[:len(open)-1]
			if want, counted := operands[e.name]; counted && e.children != want {
				t.Errorf("%s: <%s> with %d elements\n%s", input, e.name, e.children, text)
			}
		}
	}
}
