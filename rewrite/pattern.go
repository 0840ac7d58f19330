package rewrite

import (
	"fmt"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// A Pattern is the left side of a rule, made ready to be matched with nodes of
// any store. It is immutable and safe for concurrent use.
//
// What matches:
//
//   - A pattern variable matches any node, the same one wherever it occurs.
//   - A sum with k terms matches a sum with at least k terms, in any order.
//     At the root of the pattern the rest is left over, and a common numeric
//     scale may be taken out: 2*sin(x)^2+2*cos(x)^2+y is matched by
//     sin(a)^2+cos(a)^2 with scale 2 and rest y. Below the root nothing may be
//     left over, and the scale is 1. A constant of the pattern is matched by
//     the whole constant.
//   - A product with k factors matches a product with at least k factors in the
//     same way, with the rest as a factor. The coefficient is left over where
//     the pattern has none; a coefficient of the pattern has to be a factor of
//     it as it is written: 2 of 6 and -1 of -1/2, but not 2 of 1 or of 3/2.
//   - A variable that is a term or a factor of its own takes one term (with a
//     coefficient of which that in the pattern is a factor) or one factor (with
//     its exponent), the constant or coefficient alone, and, if it is the last
//     of its sum or product, also all that is left: a*log(b) matches 2*x*log(y)
//     with a = 2*x. A sum that has such a variable is matched with scale 1.
//   - A term such as a*log(b) matches log(y), with a = 1; other products do not
//     match a single factor.
//   - A power matches powers. The exponent 1 that is not written is not matched
//     by a variable, and powers are not split: a^n does not match x, and a^2
//     does not match x^6. The exponent -1 on a variable matches whatever stands
//     in the denominator: a/b matches x/y^2 with b = y^2.
//   - Arguments of symmetric functions match in any order, those of max and min
//     as the terms of a sum below the root.
//   - Conditions and conditionals match operand by operand.
type Pattern struct {
	rule      *rules.Rule
	forms     *rules.Forms
	root      head
	need      uint64 // bits of heads that are met below every node that matches
	depth     int    // how many parts of parts below the root a match looks at
	code      []instruction
	registers int
	frames    int
	scaled    bool // at its root a sum that matches up to a scale
}

// What a pattern may have at most; rules that people write are far below. The
// matcher recurses once for an instruction, of which a node has one or two.
const (
	maxVariables = 8
	maxRegisters = 64
	maxFrames    = 16
)

// A head is what a node of a pattern is without its operands. The functions of
// rules are rows of the table.
type head struct {
	kind symbolic.Kind
	row  *function.Row // Apply
	rel  symbolic.Rel  // Relation
	n    int           // number of operands; 0 for sums, products and functions that take any number
}

func headOf(s *symbolic.Store, id symbolic.ID) head {
	h := head{kind: s.Kind(id), n: len(s.Operands(id))}
	switch h.kind {
	case symbolic.Apply:
		h.row = s.Function(id)
		if h.row.Variadic {
			h.n = 0
		}
	case symbolic.Relation:
		h.rel = s.Rel(id)
	case symbolic.Sum, symbolic.Product:
		h.n = 0
	}
	return h
}

// matches tells whether a node has this head.
func (h *head) matches(s *symbolic.Store, id symbolic.ID) bool {
	if s.Kind(id) != h.kind {
		return false
	}
	switch h.kind {
	case symbolic.Apply:
		if s.Function(id) != h.row {
			return false
		}
	case symbolic.Relation:
		if s.Rel(id) != h.rel {
			return false
		}
	}
	return h.n == 0 || len(s.Operands(id)) == h.n
}

// Rule returns the rule whose left side the pattern is.
func (p *Pattern) Rule() *rules.Rule { return p.rule }

// An instruction is a step of the matcher: it looks at the node in a register
// and goes on with the next instruction for every way in which that node
// matches.
type instruction struct {
	op       opcode
	reg      int // the register looked at, for instructions on a node
	out      int // the first register that is set
	frame    int // the sum, product or argument list that is opened or taken from
	variable int
	ground   symbolic.ID // in the store of the rule
	head     head
	k        rational.Rat // coefficient of a term or product, constant of a sum, value of a number
	parts    int          // opening: number of parts of the pattern
	loose    int          // opening: how many of them are variables
	last     bool         // variables: the last of the frame, which may take all that is left
	partial  bool         // opening: parts may be left over
	unit     bool         // opening: in a term, where the coefficient is that of the term; variable: may be 1
	power    bool         // factor: a power, whose base and exponent are wanted
	plain    bool         // inside a node without parts, where equal terms are not exchanged
}

type opcode uint8

const (
	opVariable       opcode = iota // bind a variable to the node
	opNumber                       // the node is the number k
	opGround                       // the node is the one without variables
	opHead                         // the node has the head: operands to registers
	opEither                       // the same with two operands in either order
	opSum                          // open a sum
	opTerm                         // take a term
	opTermVariable                 // take a term, or all that are left, for a variable
	opProduct                      // open a product
	opFactor                       // take a factor
	opFactorInverse                // take a factor of the denominator for a variable
	opFactorVariable               // take a factor, or all that are left, for a variable
	opArguments                    // open the arguments of max or min
	opArgument                     // take an argument
	opArgumentVar                  // take an argument, or all that are left, for a variable
	opInverse                      // the node is a power with a negative exponent: bind its inverse
	opClose                        // nothing is left over where nothing may be
)

// Compile makes the pattern of a rule. It returns an error for a left side that
// is no pattern: one that canonical form turns into a number or a variable, that
// loses a variable, or that binds a dummy index; and for a guard about a
// variable that need not be reached on the left side, since it would say nothing
// where that has no value.
func Compile(r *rules.Rule) (*Pattern, error) {
	f := r.Forms()
	c := compiler{Pattern: Pattern{rule: r, forms: f}, s: f.Store, variables: map[symbolic.ID]int{}}
	if err := c.compile(f.From.ID()); err != nil {
		return nil, fmt.Errorf("rule %s: left side %s: %w", r.Name, r.From, err)
	}
	return &c.Pattern, nil
}

func (c *compiler) compile(root symbolic.ID) error {
	if len(c.forms.Symbols) > maxVariables {
		return fmt.Errorf("more than %d variables", maxVariables)
	}
	for i, x := range c.forms.Symbols {
		c.variables[x] = i
	}
	for _, id := range c.s.Postorder(root) {
		switch c.s.Kind(id) {
		case symbolic.SumOver, symbolic.ProductOver, symbolic.Derivative:
			return fmt.Errorf("a %s binds a symbol", c.s.Kind(id))
		}
		if _, ok := c.variables[id]; ok || c.hasVariable(c.s.Operands(id)) {
			c.open.Add(id)
		}
	}
	reached := c.reached(root)
	for i, x := range c.forms.Symbols {
		if !c.open.Has(x) {
			return fmt.Errorf("canonical form loses the variable %s", c.forms.Variables[i])
		}
		if c.forms.When != nil && c.forms.When.Uses(i) && !reached.Has(x) {
			return fmt.Errorf("the guard is about %s, which need not be reached", c.forms.Variables[i])
		}
	}
	if _, ok := c.variables[root]; ok || !c.open.Has(root) {
		return fmt.Errorf("every or no node would match")
	}
	c.root = headOf(c.s, root)
	c.need = c.bitsBelow(root)
	c.depth = c.depthOf(root)
	c.registers = 1
	c.emitRoot(root)
	if c.registers > maxRegisters || c.frames > maxFrames {
		return fmt.Errorf("the pattern is too large")
	}
	return nil
}

// depthOf returns how many parts of parts lie between a node and its variables.
// A term that the pattern has may be the part of a multiple in the node, and a
// factor the base of a power in such a term.
func (c *compiler) depthOf(root symbolic.ID) int {
	depth := map[symbolic.ID]int{}
	for _, id := range c.s.Postorder(root) {
		step := 1
		switch c.s.Kind(id) {
		case symbolic.Sum:
			step = 2
		case symbolic.Product:
			step = 3
		}
		for _, o := range c.s.Operands(id) {
			depth[id] = max(depth[id], depth[o]+step)
		}
	}
	return depth[root]
}

// reached returns the nodes that are evaluated whenever the root is.
func (c *compiler) reached(root symbolic.ID) *symbolic.Set {
	var seen symbolic.Set
	stack := []symbolic.ID{root}
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !seen.Add(id) {
			continue
		}
		ops := c.s.Operands(id)
		switch c.s.Kind(id) {
		case symbolic.If, symbolic.And, symbolic.Or:
			ops = ops[:1]
		}
		stack = append(stack, ops...)
	}
	return &seen
}
