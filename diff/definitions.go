package diff

import (
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// definitions are the named quantities of a computation. In expressions their
// names are symbols; derivatives go through them by the chain rule.
type definitions struct {
	s      *symbolic.Store
	body   map[symbolic.ID]symbolic.ID // name -> what it stands for
	nameOf map[symbolic.ID]symbolic.ID // what it stands for -> name
	order  []symbolic.ID               // names, in the order of definition
}

func newDefinitions(s *symbolic.Store, list []read.Definition) *definitions {
	d := &definitions{s: s, body: map[symbolic.ID]symbolic.ID{}, nameOf: map[symbolic.ID]symbolic.ID{}}
	for _, x := range list {
		d.add(x.Name.ID(), x.Expr.ID())
	}
	return d
}

func (d *definitions) add(name, body symbolic.ID) {
	d.body[name] = body
	if _, taken := d.nameOf[body]; !taken {
		d.nameOf[body] = name
	}
	d.order = append(d.order, name)
}

// operands returns what a node is computed from: its operands, or for a name
// what it stands for.
func (d *definitions) operands(id symbolic.ID) []symbolic.ID {
	if body, ok := d.body[id]; ok {
		return []symbolic.ID{body}
	}
	return d.s.Operands(id)
}

// named returns the name of a node that is the body of a definition, so that
// sigmoid(v) is written y where y = sigmoid(v).
func (d *definitions) named(id symbolic.ID) symbolic.ID {
	if name, ok := d.nameOf[id]; ok {
		return name
	}
	return id
}

// postorder lists the nodes below the roots, through the definitions,
// operands first. It does not enter nodes for which stop is true.
func (d *definitions) postorder(roots []symbolic.ID, stop func(symbolic.ID) bool) []symbolic.ID {
	var seen symbolic.Set
	var out []symbolic.ID
	type frame struct {
		id   symbolic.ID
		next int
		ops  []symbolic.ID
	}
	var stack []frame
	push := func(id symbolic.ID) {
		if seen.Add(id) {
			var ops []symbolic.ID
			if !stop(id) {
				ops = d.operands(id)
			}
			stack = append(stack, frame{id: id, ops: ops})
		}
	}
	for _, root := range roots {
		push(root)
		for len(stack) > 0 {
			f := &stack[len(stack)-1]
			if f.next == len(f.ops) {
				out = append(out, f.id)
				stack = stack[:len(stack)-1]
				continue
			}
			f.next++
			push(f.ops[f.next-1])
		}
	}
	return out
}

// forget stops writing names for what they stand for where they are variables:
// there y is a free input and not sigmoid(v).
func (d *definitions) forget(variables []symbolic.ID) {
	for body, name := range d.nameOf {
		for _, x := range variables {
			if name == x {
				delete(d.nameOf, body)
			}
		}
	}
}
