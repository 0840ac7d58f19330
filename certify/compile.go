package certify

import (
	"maps"
	"slices"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Compile returns the program of the roots, each a real expression or a
// condition of the store s, whose functions are those of lib.
//
//   - Functions that have no kernel in package interval are computed by their
//     definition and domain.
//   - Sums and products over an index with numeric bounds are written out, up
//     to 1000 terms each and 2^18 nodes in all.
//   - The value of unspecified functions, derivatives that were not carried
//     out, and longer sums or those up to a variable is the whole line.
//
// Definitions and entries of arrays become nodes of s, so a limit of the store
// may be reached: Compile panics with a *symbolic.LimitError then, as
// constructors do. The cost is linear in the distinct nodes that are compiled.
func Compile(lib *read.Library, s *symbolic.Store, roots ...symbolic.ID) *Program {
	return compile(lib, s, nil, roots)
}

// Limits of what is written out. Beyond them a sum is the whole line.
const (
	maxTerms = 1000    // of one sum or product
	maxNodes = 1 << 18 // of the terms of all sums, which may be nested: some 20 MB
)

// compile is Compile where some inputs have known values: those can be bounds
// of sums, exponents and subscripts.
func compile(lib *read.Library, s *symbolic.Store, known map[symbolic.ID]symbolic.ID, roots []symbolic.ID) *Program {
	c := &compiler{
		s: s, known: known, left: maxNodes,
		p:         &Program{lib: lib, store: s, roots: slices.Clone(roots)},
		top:       newScope(nil, 0, 0),
		uses:      map[symbolic.ID]map[symbolic.ID]bool{},
		forms:     map[symbolic.ID]form{},
		numbers:   map[symbolic.ID]int32{},
		exponents: map[symbolic.ID]int32{},
		kernels:   map[kernelKey]int32{},
	}
	for _, r := range roots {
		c.p.results = append(c.p.results, c.register(r))
	}
	c.sortInputs()
	c.p.guard()
	return c.p
}

// A compiler makes the instructions of a program.
type compiler struct {
	s     *symbolic.Store
	p     *Program
	known map[symbolic.ID]symbolic.ID
	top   *scope
	left  int64 // nodes that may still be written out

	uses      map[symbolic.ID]map[symbolic.ID]bool // by dummy: which nodes depend on it
	forms     map[symbolic.ID]form
	numbers   map[symbolic.ID]int32 // by node
	exponents map[symbolic.ID]int32 // by node
	kernels   map[kernelKey]int32
}

// A form is a function call as its definition and domain; 0 where there is no
// condition.
type form struct{ value, domain symbolic.ID }

type kernelKey struct {
	name string
	args int
}

// A scope is the body of a sum or product for one value of its index. Nodes
// that do not depend on the index belong to the scope around it.
type scope struct {
	outer  *scope
	dummy  symbolic.ID
	value  symbolic.ID // a Number
	node   map[symbolic.ID]int32
	power  map[[2]symbolic.ID]int32 // by base and exponent
	bodies map[symbolic.ID][]*scope // of sums in this scope
}

func newScope(outer *scope, dummy, value symbolic.ID) *scope {
	return &scope{outer: outer, dummy: dummy, value: value, node: map[symbolic.ID]int32{}, power: map[[2]symbolic.ID]int32{}, bodies: map[symbolic.ID][]*scope{}}
}

// A part is a node in a scope.
type part struct {
	id symbolic.ID
	in *scope
}

// home returns the outermost scope in which a node means the same as in sc.
func (c *compiler) home(id symbolic.ID, sc *scope) *scope {
	for sc.outer != nil && !c.dependsOn(id, sc.dummy) {
		sc = sc.outer
	}
	return sc
}

// dependsOn tells whether a dummy occurs free in a node. It remembers what it
// has seen, so all calls together are linear in the nodes, for each dummy.
func (c *compiler) dependsOn(id, dummy symbolic.ID) bool {
	seen := c.uses[dummy]
	if seen == nil {
		seen = map[symbolic.ID]bool{}
		c.uses[dummy] = seen
	}
	if uses, ok := seen[id]; ok {
		return uses
	}
	order := c.s.PostorderWithin([]symbolic.ID{id}, func(n symbolic.ID) bool { _, ok := seen[n]; return !ok })
	for _, n := range order {
		if _, ok := seen[n]; ok {
			continue
		}
		uses := n == dummy
		ops := c.s.Operands(n)
		switch k := c.s.Kind(n); k {
		case symbolic.SumOver, symbolic.ProductOver:
			if ops[0] == dummy {
				ops = ops[1:3]
			}
		case symbolic.Derivative:
			if ops[1] == dummy {
				ops = ops[3:]
			}
		}
		for _, o := range ops {
			uses = uses || seen[o]
		}
		seen[n] = uses
	}
	return seen[id]
}

// exact returns the value of a node that is a number once the indices and
// known inputs are.
func (c *compiler) exact(id symbolic.ID, sc *scope) (rational.Rat, bool) {
	if c.s.Kind(id) != symbolic.Number {
		var chain []*scope
		for ; sc.outer != nil; sc = sc.outer {
			chain = append(chain, sc)
		}
		values := maps.Clone(c.known)
		if values == nil {
			values = map[symbolic.ID]symbolic.ID{}
		}
		for _, sc := range slices.Backward(chain) { // inner indices hide outer ones
			values[sc.dummy] = sc.value
		}
		id = c.s.Substitute(id, values)
	}
	if c.s.Kind(id) != symbolic.Number {
		return rational.Rat{}, false
	}
	return c.s.Number(id), true
}

// register compiles a node and returns its register. It walks with a stack of
// its own: a part stays on the stack until its operands are compiled.
func (c *compiler) register(root symbolic.ID) int32 {
	stack := []part{{root, c.top}}
	var operands []part
	for len(stack) > 0 {
		t := stack[len(stack)-1]
		t.in = c.home(t.id, t.in)
		if _, done := t.in.node[t.id]; done {
			stack = stack[:len(stack)-1]
			continue
		}
		operands = c.needs(operands[:0], t)
		size := len(stack)
		for _, o := range slices.Backward(operands) {
			if _, done := c.home(o.id, o.in).node[o.id]; !done {
				stack = append(stack, o)
			}
		}
		if len(stack) == size {
			t.in.node[t.id] = c.emit(t)
			stack = stack[:size-1]
		}
	}
	return c.top.node[root]
}

// needs appends the parts that are computed before t, in the order of
// evaluation.
func (c *compiler) needs(list []part, t part) []part {
	add := func(ids ...symbolic.ID) {
		for _, id := range ids {
			list = append(list, part{id, t.in})
		}
	}
	power := func(base, exponent symbolic.ID) {
		add(base)
		if c.s.Kind(exponent) != symbolic.Number {
			add(exponent)
		}
	}
	ops := c.s.Operands(t.id)
	switch c.s.Kind(t.id) {
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			add(ops[i])
		}
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			power(ops[i], ops[i+1])
		}
	case symbolic.Power:
		power(ops[0], ops[1])
	case symbolic.Apply:
		add(ops...)
		if f := c.form(t.id); f.value != 0 {
			add(f.value)
			if f.domain != 0 {
				add(f.domain)
			}
		}
	case symbolic.If, symbolic.Relation, symbolic.And, symbolic.Or:
		add(ops...)
	case symbolic.SumOver, symbolic.ProductOver:
		bodies, _ := c.bodies(t)
		for _, b := range bodies {
			list = append(list, part{ops[3], b})
		}
	}
	return list
}

// instruct appends an instruction and returns its register.
func (c *compiler) instruct(in instruction) int32 {
	in.dst = int32(c.p.registers)
	c.p.registers++
	c.p.code = append(c.p.code, in)
	return in.dst
}

// number returns the index of a constant.
func (c *compiler) number(id symbolic.ID) int32 {
	i, ok := c.numbers[id]
	if !ok {
		x := c.s.Number(id)
		i = int32(len(c.p.numbers))
		c.p.numbers = append(c.p.numbers, number{x, interval.FromRatFloat(x)})
		c.numbers[id] = i
	}
	return i
}

// sortInputs brings the inputs into the order of their IDs.
func (c *compiler) sortInputs() {
	old := slices.Clone(c.p.inputs)
	slices.Sort(c.p.inputs)
	for i := range c.p.code {
		if in := &c.p.code[i]; in.op == opInput {
			at, _ := slices.BinarySearch(c.p.inputs, old[in.a])
			in.a = int32(at)
		}
	}
}
