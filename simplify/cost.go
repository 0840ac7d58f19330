package simplify

import (
	"math"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A size says what a formula costs a reader.
type size struct {
	leaves int64 // symbols and numbers as they are written
	length int64 // these and the functions applied, none of which a result has more of
	weight int64 // what decides between formulas
}

// maxSize is reached by formulas that repeat their parts; it means that much or
// more.
const maxSize = math.MaxInt64 / 4

func (x size) plus(y size) size {
	return size{min(x.leaves+y.leaves, maxSize), min(x.length+y.length, maxSize), min(x.weight+y.weight, maxSize)}
}

// The weights of what is written, in tenths of a symbol. Leaves count most. A
// division counts more than a product, so that positive exponents are preferred,
// and the functions that everybody knows count less than those that abbreviate
// them: 1-tanh(x)^2 is preferred to sech(x)^2, 1/cos(x) to sec(x).
const (
	weightLeaf     = 10
	weightFiller   = 9 // of the 1 in 1/x: 1/x+1/y is as good as (x+y)/(x*y)
	weightOperator = 1
	weightDivision = 3
	weightRoot     = 4 // sqrt, which is written without a number
	weightFunction = 6
	weightKnown    = 5 // of the functions that everybody knows
	weightRare     = 18
	weightPiece    = 8
	weightDigits   = 1 // of numbers with more than two digits, each
	// weightPower makes exp(2*u) cheaper than exp(u)^2, and x^(m*n) than (x^m)^n.
	weightPower = 2
	// weightProduct leaves log(x)+log(y) as it is, and log(x*y) as well; log(x^2)
	// becomes 2*log(x) where it can.
	weightProduct = 8
	// weightNested makes 1/x cheaper than exp(-log(x)).
	weightNested = 6
	// weightOpposite makes 1-sigmoid(u) cheaper than sigmoid(-u), since a person
	// writes y*(1-y), and 1/(1+exp(u)) as well, which is not worth a step.
	weightOpposite = 24
	// What a function weighs more that the input does not have: a formula in
	// one function is preferred. Others than those that everybody knows are not
	// brought in at all.
	weightNew     = 12
	weightUnknown = 60
)

// A measurer finds the sizes of the nodes of one store, each once.
type measurer struct {
	s     *symbolic.Store
	memo  symbolic.Table[parts]
	input []string // functions of the input
	stack []symbolic.ID
}

// parts is the size of a node as a fraction, which it is for products and
// powers: what stands above and below the bar. Above or below nothing there is
// an empty product.
type parts struct {
	above, below   size
	nAbove, nBelow int32 // factors, up to some
	symbols        bool  // a symbol occurs
	isSet          bool
}

func newMeasurer(s *symbolic.Store, input []string) *measurer {
	return &measurer{s: s, input: input}
}

// size returns the size of a node. The cost is linear in the nodes that were
// not met before.
func (m *measurer) size(id symbolic.ID) size {
	c, p := m.scaled(id)
	return p.written(c)
}

// hasSymbols tells whether symbols occur in a node, bound ones included.
func (m *measurer) hasSymbols(id symbolic.ID) bool { return m.parts(id).symbols }

// scaled returns the numeric coefficient of a node and the parts of the rest.
func (m *measurer) scaled(id symbolic.ID) (rational.Rat, parts) {
	p := m.parts(id)
	if m.s.Kind(id) == symbolic.Product {
		return m.s.Number(m.s.Operands(id)[0]), p
	}
	return rational.One, p
}

// parts measures a node without its coefficient, and before it all that it
// needs. It keeps its own stack, since formulas are deep.
func (m *measurer) parts(root symbolic.ID) parts {
	if p := m.memo.At(root); p.isSet {
		return p
	}
	base := len(m.stack)
	m.stack = append(m.stack, root)
	for len(m.stack) > base {
		id := m.stack[len(m.stack)-1]
		if m.memo.At(id).isSet {
			m.stack = m.stack[:len(m.stack)-1]
			continue
		}
		ready := true
		for _, o := range m.s.Operands(id) {
			if !m.memo.At(o).isSet {
				m.stack = append(m.stack, o)
				ready = false
			}
		}
		if ready {
			p := m.measure(id)
			p.isSet = true
			p.symbols = m.s.Kind(id) == symbolic.Symbol
			for _, o := range m.s.Operands(id) {
				p.symbols = p.symbols || m.memo.At(o).symbols
			}
			m.memo.Set(id, p)
			m.stack = m.stack[:len(m.stack)-1]
		}
	}
	return m.memo.At(root)
}

func whole(z size) parts { return parts{above: z, nAbove: 1} }

// of returns the size of an operand that was measured.
func (m *measurer) of(id symbolic.ID) size {
	c, p := rational.One, m.memo.At(id)
	if m.s.Kind(id) == symbolic.Product {
		c = m.s.Number(m.s.Operands(id)[0])
	}
	return p.written(c)
}

func (m *measurer) measure(id symbolic.ID) parts {
	s := m.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		x := s.Number(id)
		z := numberSize(x)
		if x.Sign() < 0 {
			z.weight += weightOperator
		}
		return whole(z)
	case symbolic.Symbol, symbolic.Constant:
		return whole(size{1, 1, weightLeaf})
	case symbolic.Boolean:
		return whole(size{0, 0, weightLeaf})
	case symbolic.Sum:
		return whole(m.sum(ops))
	case symbolic.Product:
		var p parts
		for i := 1; i < len(ops); i += 2 {
			p.multiply(m.power(ops[i], ops[i+1]))
		}
		return p
	case symbolic.Power:
		return m.power(ops[0], ops[1])
	case symbolic.Apply:
		return whole(m.call(id, ops))
	case symbolic.Derivative:
		if z := ops; z[1] == z[3] {
			ops = ops[:3]
		}
	}
	z := size{weight: weightPiece}
	for _, o := range ops {
		z = z.plus(m.of(o))
	}
	return whole(z)
}

// power is a factor base^exponent.
func (m *measurer) power(base, exponent symbolic.ID) parts {
	z := m.of(base)
	if m.s.Kind(exponent) != symbolic.Number {
		z = z.plus(m.of(exponent))
		z.weight += weightOperator
		if m.isPowered(base) {
			z.weight += weightPower
		}
		return whole(z)
	}
	e := m.s.Number(exponent)
	under := e.Sign() < 0 && (base != symbolic.Zero || e.Equal(rational.NegOne))
	if under {
		e = e.Neg()
	}
	switch {
	case e.IsOne():
	case e.Equal(rational.Half):
		z.weight += weightRoot
		z.length++
		if m.isPowered(base) {
			z.weight += weightPower
		}
	default:
		z = z.plus(numberSize(e))
		z.weight += weightOperator
		if m.isPowered(base) {
			z.weight += weightPower
		}
		if !e.IsInt() {
			z.weight += weightRoot
		}
		if e.Sign() < 0 {
			z.weight += weightOperator
		}
	}
	if under {
		return parts{below: z, nBelow: 1}
	}
	return whole(z)
}

// isPowered tells whether a base has an exponent of its own.
func (m *measurer) isPowered(id symbolic.ID) bool {
	return m.s.Kind(id) == symbolic.Power || m.s.Kind(id) == symbolic.Apply && m.s.Function(id) != nil && m.s.Function(id).Name == "exp"
}

func (p *parts) multiply(q parts) {
	p.above, p.below = p.above.plus(q.above), p.below.plus(q.below)
	p.nAbove, p.nBelow = min(p.nAbove+q.nAbove, 1<<20), min(p.nBelow+q.nBelow, 1<<20)
}

// written is the size of c times the parts.
func (p parts) written(c rational.Rat) size {
	z := size{}
	if c.Sign() < 0 {
		z.weight += weightOperator
		c = c.Neg()
	}
	if p.nBelow == 0 {
		return z.plus(times(c, p.above, p.nAbove))
	}
	z.weight += weightDivision
	return z.plus(times(c.Num(), p.above, p.nAbove)).plus(times(c.Denom(), p.below, p.nBelow))
}

// times is c times n factors.
func times(c rational.Rat, z size, n int32) size {
	switch {
	case !c.IsOne():
		z = z.plus(numberSize(c))
		n++
	case n == 0:
		z = z.plus(size{1, 1, weightFiller})
		n++
	}
	z.weight = min(z.weight+weightOperator*int64(n-1), maxSize)
	return z
}

func (m *measurer) sum(ops []symbolic.ID) size {
	var z size
	n := 0
	if c := m.s.Number(ops[0]); !c.IsZero() {
		z = numberSize(c)
		n++
	}
	positive := m.s.Number(ops[0]).Sign() > 0
	for i := 1; i < len(ops); i += 2 {
		c, p := m.s.Number(ops[i+1]), m.memo.At(ops[i])
		positive = positive || c.Sign() > 0
		z = z.plus(p.written(c.Abs()))
		n++
	}
	z.weight = min(z.weight+weightOperator*int64(n-1), maxSize)
	if !positive {
		z.weight += weightOperator
	}
	return z
}

func (m *measurer) call(id symbolic.ID, ops []symbolic.ID) size {
	s := m.s
	row := s.Function(id)
	z := size{length: 1, weight: weightFunction}
	if row != nil {
		z.weight = m.functionWeight(row)
		ops = s.Written(id)
		switch {
		case row.Name == "sigmoid" && isOpposite(s, ops[0]):
			z.weight += weightOpposite
		case row.Name == "log" && s.Kind(ops[0]) == symbolic.Product:
			z.weight += weightProduct
		case row.Name == "log" && s.Kind(ops[0]) == symbolic.Power:
			z.weight += weightProduct + weightPower
		case row.Name == "exp" && isMultipleOfLogarithm(s, ops[0]):
			z.weight += weightNested
		}
	}
	for i, o := range ops {
		z = z.plus(m.of(o))
		if i > 0 {
			z.weight += weightOperator
		}
	}
	return z
}

// isOpposite tells whether a node is written with a minus in front.
func isOpposite(s *symbolic.Store, id symbolic.ID) bool {
	switch s.Kind(id) {
	case symbolic.Number:
		return s.Number(id).Sign() < 0
	case symbolic.Product:
		return s.Number(s.Operands(id)[0]).Sign() < 0
	case symbolic.Sum:
		ops := s.Operands(id)
		for i := 2; i < len(ops); i += 2 {
			if s.Number(ops[i]).Sign() > 0 {
				return false
			}
		}
		return s.Number(ops[0]).Sign() <= 0
	}
	return false
}

// isMultipleOfLogarithm tells whether a node is a number times a logarithm.
func isMultipleOfLogarithm(s *symbolic.Store, id symbolic.ID) bool {
	if s.Kind(id) == symbolic.Product {
		id = s.Scale(id, s.Number(s.Operands(id)[0]).Inv())
	}
	return s.Kind(id) == symbolic.Apply && s.Function(id) != nil && isLogarithm(s.Function(id))
}

// numberSize is the size of a number without its sign.
func numberSize(x rational.Rat) size {
	z := size{1, 1, weightLeaf}
	if !x.IsInt() {
		z.weight += weightDivision
	}
	if n, ok := x.Num().Int64(); ok && -100 < n && n < 100 {
		if d, ok := x.Denom().Int64(); ok && d < 100 {
			return z
		}
	}
	// A digit has a little more than three bits.
	z.weight += weightDigits * int64(x.BitLen()*3/10)
	return z
}
