package function

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// The compiler lays the tables out in the binary only as long as no call is
// needed to make them.
func TestTablesNeedNoWorkAtStartUp(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		positions := token.NewFileSet()
		tree, err := parser.ParseFile(positions, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range tree.Decls {
			if f, ok := declaration.(*ast.FuncDecl); ok && f.Name.Name == "init" {
				t.Errorf("%s: func init", positions.Position(f.Pos()))
			}
			variables, ok := declaration.(*ast.GenDecl)
			if !ok || variables.Tok != token.VAR {
				continue
			}
			ast.Inspect(variables, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncLit:
					return false
				case *ast.CallExpr:
					t.Errorf("%s: call in a package variable", positions.Position(n.Pos()))
				case *ast.CompositeLit:
					if _, isMap := n.Type.(*ast.MapType); isMap {
						t.Errorf("%s: map in a package variable", positions.Position(n.Pos()))
					}
				}
				return true
			})
		}
	}
}
