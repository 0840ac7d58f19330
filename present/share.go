package present

import (
	"strconv"

	"github.com/symgrad/symgrad/symbolic"
)

// A Definition names a part of several formulas.
type Definition struct {
	Name string
	Expr symbolic.Expr
}

// Definitions returns names for the parts that the roots, which belong to one
// store, contain more than once and that are worth a name: the infix text with
// the definitions is shorter than without. Written with them, expressions are
// as long as they have distinct nodes, however long they are as trees.
//
// The names are prefix1, prefix2, ..., without those that the roots contain,
// in order of use: a definition uses only earlier ones. A part that contains
// a bound index has no meaning outside and gets no name.
//
// To print: Options.Define maps the IDs to the names, [Printer.Body] writes
// the definitions and [Printer.String] the roots. Cost is linear in the
// distinct nodes.
func Definitions(prefix string, roots ...symbolic.Expr) []Definition {
	if len(roots) == 0 {
		return nil
	}
	s := roots[0].Store()
	ids := make([]symbolic.ID, len(roots))
	for i, e := range roots {
		ids[i] = e.ID()
	}
	order := s.Postorder(ids...)
	x := sharing{store: s, parts: make([]sharedPart, len(order)), taken: make(map[string]bool), prefix: prefix}
	x.count(order)
	for _, id := range ids {
		x.part(id).uses++
	}
	for _, id := range order {
		x.decide(id)
	}
	return x.definitions
}

// DefinitionNames returns the definitions as Options.Define takes them.
func DefinitionNames(definitions []Definition) map[symbolic.ID]string {
	names := make(map[symbolic.ID]string, len(definitions))
	for _, d := range definitions {
		names[d.Expr.ID()] = d.Name
	}
	return names
}

type sharing struct {
	store       *symbolic.Store
	parts       []sharedPart
	place       memo // index into parts, plus 1
	taken       map[string]bool
	bound       map[symbolic.ID]bool // symbols that are bound somewhere
	prefix      string
	last        int
	definitions []Definition
}

type sharedPart struct {
	uses  int
	size  int    // length of the infix text, with the names so far; saturating
	bound uint32 // bound symbols in it: none, one (ID+1) or several
}

func (x *sharing) part(id symbolic.ID) *sharedPart { return &x.parts[x.place.at(id)-1] }

// written returns the operands that are written.
func (x *sharing) written(id symbolic.ID) []symbolic.ID {
	ops := x.store.Operands(id)
	if x.store.Kind(id) == symbolic.Derivative && isPrimed(x.store, ops) {
		return ops[3:]
	}
	return ops
}

// count gathers uses, names and bound symbols.
func (x *sharing) count(order []symbolic.ID) {
	x.bound = make(map[symbolic.ID]bool)
	for i, id := range order {
		x.place.set(id, uint32(i+1))
	}
	for _, id := range order {
		ops := x.written(id)
		for _, o := range ops {
			x.part(o).uses++
		}
		switch x.store.Kind(id) {
		case symbolic.Symbol, symbolic.Apply:
			x.taken[x.store.Name(id)] = true
		case symbolic.SumOver, symbolic.ProductOver:
			x.bound[ops[0]] = true
		case symbolic.Derivative:
			if len(ops) > 1 {
				x.bound[ops[1]] = true
			}
		}
	}
}

// largestSize keeps sums of sizes within an int.
const largestSize = 1 << 40

// decide works out the size of a part, and names it if that pays.
func (x *sharing) decide(id symbolic.ID) {
	s, p := x.store, x.part(id)
	ops := x.written(id)
	for _, o := range ops {
		q := x.part(o)
		p.size = min(p.size+q.size+1, largestSize)
		switch {
		case p.bound == noSymbol:
			p.bound = q.bound
		case q.bound != noSymbol && q.bound != p.bound:
			p.bound = manySymbol
		}
	}
	value := true
	switch s.Kind(id) {
	case symbolic.Number:
		if p.size = len(s.Number(id).String()); p.size == 1 {
			p.size = 0 // mostly a 1, or an exponent that is not written
		}
		return
	case symbolic.Symbol:
		p.size = len(s.Name(id))
		if x.bound[id] {
			p.bound = uint32(id) + 1
		}
		return
	case symbolic.Constant, symbolic.Boolean, symbolic.Index:
		p.size++
		return
	case symbolic.Sum:
		p.size = max(0, p.size-len(ops)/2)
	case symbolic.Product:
		p.size = max(0, p.size-len(ops)/2)
	case symbolic.Apply:
		p.size += len(s.Name(id)) + 1
	case symbolic.SumOver, symbolic.ProductOver:
		p.size += len("sum()")
		if p.bound == uint32(ops[0])+1 {
			p.bound = noSymbol
		}
	case symbolic.If:
		p.size += len("if()")
	case symbolic.Derivative:
		p.size += len("diff()")
	case symbolic.Relation, symbolic.And, symbolic.Or:
		value = false
	}
	if value && p.bound == noSymbol && x.pays(p) {
		name := x.fresh()
		x.definitions = append(x.definitions, Definition{name, s.Expr(id)})
		p.size = len(name)
	}
}

// pays reports whether a name saves text: all uses against the definition
// and a name in each place.
func (x *sharing) pays(p *sharedPart) bool {
	name := len(x.prefix) + len(strconv.Itoa(x.last+1))
	return p.uses > 1 && p.uses*p.size > p.uses*name+p.size+name+len(" = ")
}

func (x *sharing) fresh() string {
	for {
		x.last++
		if name := x.prefix + strconv.Itoa(x.last); !x.taken[name] {
			return name
		}
	}
}
