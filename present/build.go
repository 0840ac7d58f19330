package present

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A form is the presentation of one expression, and what the order of terms
// and factors asks of it.
type form struct {
	degree float64
	ref    Ref    // the node; with a sign where the expression is its negative
	only   uint32 // its symbols: none, one (ID+1) or several
	level  int32
	class  class
	flip   bool // a sum that reads as well with the opposite sign
}

const (
	noSymbol   uint32 = 0
	manySymbol uint32 = math.MaxUint32
)

func (x *form) join(y *form) {
	x.level = max(x.level, y.level)
	switch {
	case x.only == noSymbol:
		x.only = y.only
	case y.only != noSymbol && y.only != x.only:
		x.only = manySymbol
	}
}

type visit struct {
	id      symbolic.ID
	next    uint32
	inlined bool // the operands alone are needed
}

// Build adds the presentation of an expression to the tree, or finds the one
// that is there. Cost is linear in the distinct nodes of the expression and
// the number of their operands, but for sorting.
func (p *Printer) Build(e symbolic.Expr) Ref {
	p.enter(e)
	if _, named := p.options.Define[e.ID()]; !named {
		p.walk(e.ID())
	}
	return p.operand(e.ID())
}

// BuildBody is Build for an expression that Options.Define names: its body
// and not its name.
func (p *Printer) BuildBody(e symbolic.Expr) Ref {
	if _, named := p.options.Define[e.ID()]; !named {
		return p.Build(e)
	}
	p.enter(e)
	ops := p.store.Operands(e.ID())
	for _, id := range ops {
		p.walk(id)
	}
	return p.unsigned(p.present(e.ID()).ref)
}

func (p *Printer) enter(e symbolic.Expr) {
	if e.Store() != p.store {
		p.store, p.memo, p.flipped, p.done = e.Store(), memo{}, nil, p.done[:0]
	}
}

// walk presents what is below a node, operands first. The else branch of an
// if is an operand like any other, and so is everything else that can be
// nested deeply.
func (p *Printer) walk(root symbolic.ID) {
	if p.known(root) {
		return
	}
	p.stack = append(p.stack[:0], visit{id: root})
	for len(p.stack) > 0 {
		v := &p.stack[len(p.stack)-1]
		ops := p.store.Operands(v.id)
		for int(v.next) < len(ops) && p.known(ops[v.next]) {
			v.next++
		}
		if i := int(v.next); i < len(ops) {
			v.next++
			inlined := p.store.Kind(v.id) == symbolic.Sum && p.inlined(ops[i], p.store.Number(ops[i+1]))
			p.stack = append(p.stack, visit{id: ops[i], inlined: inlined})
			continue
		}
		id, inlined := v.id, v.inlined
		p.stack = p.stack[:len(p.stack)-1]
		if !inlined {
			p.keep(id, p.present(id))
		}
	}
}

func (p *Printer) keep(id symbolic.ID, z form) {
	p.done = append(doubled(p.done, 1), z)
	p.memo.set(id, uint32(len(p.done)))
}

// A memo maps IDs to numbers that are not 0. It is an array in pages, because
// a formula is often a small part of its store.
type memo struct{ pages [][]uint32 }

const memoPage = 128

func (m *memo) at(id symbolic.ID) uint32 {
	if i := int(id / memoPage); i < len(m.pages) && m.pages[i] != nil {
		return m.pages[i][id%memoPage]
	}
	return 0
}

func (m *memo) set(id symbolic.ID, x uint32) {
	i := int(id / memoPage)
	if i >= len(m.pages) {
		m.pages = append(m.pages, make([][]uint32, i+1-len(m.pages))...)
	}
	if m.pages[i] == nil {
		m.pages[i] = make([]uint32, memoPage)
	}
	m.pages[i][id%memoPage] = x
}

// known reports whether a node needs no walk: numbers and names are made
// where they are used.
func (p *Printer) known(id symbolic.ID) bool {
	if p.memo.at(id) != 0 || p.store.Kind(id) == symbolic.Number {
		return true
	}
	_, named := p.options.Define[id]
	return named
}

// form returns the presentation of a node that is known.
func (p *Printer) form(id symbolic.ID) form {
	if i := p.memo.at(id); i != 0 {
		return p.done[i-1]
	}
	var z form
	if name, ok := p.options.Define[id]; ok {
		z = form{ref: p.Add(Name, name), class: classSymbol, degree: 1, only: uint32(id) + 1}
	} else {
		return p.number(p.store.Number(id))
	}
	p.keep(id, z)
	return z
}

func (p *Printer) number(x rational.Rat) form {
	z := form{class: classConstant}
	n, ok := x.Abs().Int64()
	switch ok = ok && n < int64(len(p.small)); {
	case ok && p.small[n] != 0:
		z.ref = p.small[n] - 1
	case ok:
		z.ref = p.Add(Number, x.Abs().String())
		p.small[n] = z.ref + 1
	default:
		z.ref = p.Add(Number, x.Abs().String())
	}
	if x.Sign() < 0 {
		z.ref = z.ref.Negated()
	}
	return z
}

// operand returns a node as it stands where no sign can be taken out.
func (p *Printer) operand(id symbolic.ID) Ref { return p.unsigned(p.form(id).ref) }

func (p *Printer) unsigned(r Ref) Ref {
	if r.negative() {
		return p.Add(Negate, "", r.Negated())
	}
	return r
}

// present makes the presentation of a node whose operands are known.
func (p *Printer) present(id symbolic.ID) form {
	s := p.store
	ops := s.Operands(id)
	z := form{class: classOther, degree: 1}
	switch k := s.Kind(id); k {
	case symbolic.Number:
		return p.number(s.Number(id))
	case symbolic.Symbol:
		z.ref, z.class, z.only = p.Add(Name, s.Name(id)), classSymbol, uint32(id)+1
		if p.options.Level != nil {
			z.level = int32(p.options.Level(s.Expr(id)))
		}
		return z
	case symbolic.Constant:
		return form{ref: p.Add(Name, s.Name(id)), class: classConstant}
	case symbolic.Boolean:
		word := "false"
		if s.Expr(id).Truth() {
			word = "true"
		}
		z.ref = p.Add(Word, word)
		return z
	case symbolic.Sum:
		return p.sum(ops, false)
	case symbolic.Product:
		p.factors = p.factors[:0]
		for i := 1; i < len(ops); i += 2 {
			p.factors = append(p.factors, factor{base: ops[i], exponent: ops[i+1]})
		}
		return p.product(s.Number(ops[0]))
	case symbolic.Power:
		p.factors = append(p.factors[:0], factor{base: ops[0], exponent: ops[1]})
		return p.product(rational.One)
	case symbolic.Apply:
		z.ref = p.call(id, ops)
	case symbolic.If:
		z.ref, z.class = p.Add(Cases, "", p.operands(ops)...), classTotal
	case symbolic.Relation:
		z.ref = p.relation(s.Rel(id), ops)
	case symbolic.And:
		z.ref = p.Add(And, "", p.operands(ops)...)
	case symbolic.Or:
		z.ref = p.Add(Or, "", p.operands(ops)...)
	case symbolic.Index:
		z.ref, z.class = p.Add(Index, "", p.operands(ops)...), classIndex
	case symbolic.SumOver:
		z.ref, z.class = p.Add(Total, "sum", p.operands(ops)...), classTotal
	case symbolic.ProductOver:
		z.ref, z.class = p.Add(Total, "prod", p.operands(ops)...), classTotal
	case symbolic.Derivative:
		z.ref = p.derivative(ops)
	}
	for _, o := range ops {
		if s.Kind(o) != symbolic.Number {
			x := p.form(o)
			z.join(&x)
		}
	}
	switch {
	case z.only == noSymbol:
		z.degree, z.class = 0, classConstant
	case s.Kind(id) == symbolic.Apply && s.Name(id) == "exp" && p.form(ops[0]).ref.negative():
		z.degree = -1 // 1+exp(-x), as 1+1/x
	}
	return z
}

func (p *Printer) operands(ids []symbolic.ID) []Ref {
	refs := make([]Ref, len(ids))
	for i, id := range ids {
		refs[i] = p.operand(id)
	}
	return refs
}

// call presents a function application. Trailing arguments that have their
// default value are left out: so they were written, and so they read back.
func (p *Printer) call(id symbolic.ID, ops []symbolic.ID) Ref {
	if row := p.store.Function(id); row != nil {
		p.Function(row)
		if row.Variadic || row.Symmetric {
			ops = p.inputOrder(ops)
		} else {
			ops = p.store.Written(id)
		}
	}
	return p.Add(Call, p.store.Name(id), p.operands(ops)...)
}

// inputOrder sorts arguments whose order means nothing: as in the input, with
// numbers last.
func (p *Printer) inputOrder(ids []symbolic.ID) []symbolic.ID {
	ids = slices.Clone(ids)
	slices.SortFunc(ids, func(a, b symbolic.ID) int {
		x, y := p.store.Kind(a) == symbolic.Number, p.store.Kind(b) == symbolic.Number
		if x != y {
			if x {
				return 1
			}
			return -1
		}
		return cmp.Compare(a, b)
	})
	return ids
}

var relationTexts = [...]string{symbolic.Equal: "=", symbolic.NotEqual: "!=", symbolic.Less: "<", symbolic.LessEqual: "<="}

// relation presents a relation with the simpler side on the right: the kernel
// stores every greater relation as a less one.
func (p *Printer) relation(rel symbolic.Rel, ops []symbolic.ID) Ref {
	left, right, text := ops[0], ops[1], relationTexts[rel]
	a, b := p.weight(left), p.weight(right)
	symmetric := rel == symbolic.Equal || rel == symbolic.NotEqual
	if a < b || symmetric && a == b && right < left {
		left, right = right, left
		if !symmetric {
			text = strings.Replace(text, "<", ">", 1)
		}
	}
	return p.Add(Relation, text, p.operand(left), p.operand(right))
}

// weight ranks the sides of a relation: numbers, constants, symbols, all others.
func (p *Printer) weight(id symbolic.ID) int {
	x := p.form(id)
	switch {
	case p.store.Kind(id) == symbolic.Number:
		return 0
	case x.only == noSymbol:
		return 1
	case x.class == classSymbol:
		return 2
	}
	return 3
}

// mostPrimes is the highest order that is written with primes.
const mostPrimes = 4

// isPrimed reports whether a Derivative is written f”(point): then its body
// and variable are not.
func isPrimed(s *symbolic.Store, ops []symbolic.ID) bool {
	body, variable, order := ops[0], ops[1], ops[2]
	if s.Kind(body) != symbolic.Apply || s.Function(body) != nil || s.Kind(order) != symbolic.Number {
		return false
	}
	args := s.Operands(body)
	n, ok := s.Number(order).Int64()
	return ok && 1 <= n && n <= mostPrimes && len(args) == 1 && args[0] == variable
}

func (p *Printer) derivative(ops []symbolic.ID) Ref {
	body, variable, order, point := ops[0], ops[1], ops[2], ops[3]
	if isPrimed(p.store, ops) {
		return p.Add(Prime, p.store.Name(body), p.operand(point), p.operand(order))
	}
	d := "d"
	if x := p.form(body); x.only == manySymbol || x.class == classSymbol {
		d = "∂"
	}
	if point == variable {
		return p.Add(Derivative, d, p.operands(ops[:3])...)
	}
	return p.Add(Derivative, d, p.operands(ops)...)
}
