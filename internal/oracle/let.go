package oracle

import (
	"fmt"

	"github.com/symgrad/symgrad/syntax"
)

// A let is the definition of a name, or of a function of params.
type let struct {
	tree   *syntax.Tree
	params []string
	body   syntax.ID
}

// run evaluates the body where indices of sums around the place of use are not
// seen: a definition means what it means where it stands.
func (d let) run(r run, args []Value) run {
	r.t, r.at = d.tree, r.free
	for i, name := range d.params {
		r.at = r.at.with(name, args[i])
	}
	return r
}

// readLets reads definitions, of which each may use those before it.
func readLets(texts []string) (map[string]let, error) {
	list := map[string]let{}
	for _, text := range texts {
		f, err := Read(text)
		if err != nil {
			return nil, err
		}
		d := let{tree: f.tree}
		sides := d.tree.Args(d.tree.Root)
		if d.tree.Nodes[d.tree.Root].Kind != syntax.Equal {
			return nil, fmt.Errorf("%s is no definition", text)
		}
		d.body = sides[1]
		for _, p := range d.tree.Args(sides[0]) {
			d.params = append(d.params, d.tree.Nodes[p].Text)
		}
		list[d.tree.Nodes[sides[0]].Text] = d
	}
	return list, nil
}
