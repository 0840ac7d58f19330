package algebra

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// maxOrder bounds the common order of roots: 2520 is divisible by 1 to 10.
const maxOrder = 2520

// collect plans the computation: every node below the roots after its parts,
// and a generator for each part that is taken as it is. It fails where the
// equations go in a circle.
func (f *Field) collect(roots []symbolic.ID) error {
	type frame struct {
		id    symbolic.ID
		parts []symbolic.ID
		next  int
	}
	const open, closed = 1, 2
	state := map[symbolic.ID]uint8{}
	var stack []frame
	push := func(id symbolic.ID) error {
		parts, err := f.parts(id)
		state[id] = open
		stack = append(stack, frame{id: id, parts: parts})
		return err
	}
	for _, r := range roots {
		if state[r] != 0 {
			continue
		}
		if err := push(r); err != nil {
			return err
		}
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if top.next == len(top.parts) {
				state[top.id] = closed
				f.plan = append(f.plan, top.id)
				stack = stack[:len(stack)-1]
				continue
			}
			p := top.parts[top.next]
			top.next++
			switch state[p] {
			case open:
				return ErrCircular
			case 0:
				if err := push(p); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// parts returns the nodes whose values a node needs, and notes its
// generators.
func (f *Field) parts(id symbolic.ID) ([]symbolic.ID, error) {
	s := f.s
	if to, ok := f.o.Equations[id]; ok && !f.isRelation(id) {
		return []symbolic.ID{to}, nil
	}
	ops := s.Operands(id)
	var parts []symbolic.ID
	switch s.Kind(id) {
	case symbolic.Number:
		return nil, nil
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			parts = append(parts, ops[i])
		}
		return parts, nil
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			if ops[i+1] == symbolic.One {
				parts = append(parts, ops[i])
			} else {
				parts = append(parts, s.Pow(ops[i], ops[i+1]))
			}
		}
		return parts, nil
	case symbolic.Power:
		return f.power(id, ops[0], ops[1])
	}
	return f.atom(id)
}

// isRelation tells whether the left side of an equation is a power of a
// generator.
func (f *Field) isRelation(id symbolic.ID) bool {
	s := f.s
	if s.Kind(id) != symbolic.Power {
		return false
	}
	ops := s.Operands(id)
	if s.Kind(ops[1]) != symbolic.Number {
		return false
	}
	n, ok := s.Number(ops[1]).Int64()
	return ok && n >= 2 && n <= maxOrder && (s.Kind(ops[0]) == symbolic.Apply || s.Kind(ops[0]) == symbolic.Symbol)
}

// atom notes a generator that stands for a node. Its relation, if it has one,
// is one of its parts.
func (f *Field) atom(id symbolic.ID) ([]symbolic.ID, error) {
	i := len(f.gens)
	f.opaque[id] = i
	f.gens = append(f.gens, generator{node: id, kind: atom})
	order, to, ok := f.relation(id)
	if !ok {
		return nil, nil
	}
	f.gens[i].order = order
	return []symbolic.ID{to}, nil
}

// relation finds the equation for a power of a node, the lowest one.
func (f *Field) relation(id symbolic.ID) (order int64, to symbolic.ID, ok bool) {
	if k := f.s.Kind(id); k != symbolic.Apply && k != symbolic.Symbol || len(f.o.Equations) == 0 {
		return 0, 0, false
	}
	for n := int64(2); n <= 4; n++ {
		if to, ok := f.o.Equations[f.s.Pow(id, f.s.Int(n))]; ok {
			return n, to, true
		}
	}
	return 0, 0, false
}

func (f *Field) power(id, base, exponent symbolic.ID) ([]symbolic.ID, error) {
	s := f.s
	if s.Kind(exponent) != symbolic.Number {
		if s.Kind(base) == symbolic.Number {
			if s.Number(base).Sign() <= 0 {
				return f.atom(id)
			}
			f.symbolic = append(f.symbolic, id)
			return nil, nil
		}
		f.symbolic = append(f.symbolic, id)
		return []symbolic.ID{base}, nil
	}
	e := s.Number(exponent)
	if e.IsInt() {
		if _, ok := e.Int64(); !ok {
			return f.atom(id)
		}
		return []symbolic.ID{base}, nil
	}
	q, ok := e.Denom().Int64()
	if _, small := e.Num().Int64(); !ok || !small || q > maxOrder {
		return nil, ErrExponent
	}
	if s.Kind(base) == symbolic.Number {
		if s.Number(base).Sign() <= 0 {
			return f.atom(id)
		}
		return nil, f.surd(s.Number(base), q)
	}
	if r, ok := f.rootEquation(base, q); ok {
		return []symbolic.ID{r}, nil
	}
	if f.order = lcm(f.order, q); f.order > maxOrder {
		return nil, ErrExponent
	}
	if _, ok := f.bases[base]; !ok {
		f.bases[base] = len(f.gens)
		f.gens = append(f.gens, generator{node: base, kind: root})
	}
	return []symbolic.ID{base}, nil
}

// rootEquation returns base^(1/q) if an equation says what it is; that of
// base^(p/q) follows.
func (f *Field) rootEquation(base symbolic.ID, q int64) (symbolic.ID, bool) {
	if len(f.o.Equations) == 0 {
		return 0, false
	}
	r := f.s.Pow(base, f.s.Num(rational.New(1, q)))
	_, ok := f.o.Equations[r]
	return r, ok
}

// surd notes generators for the roots of a positive number: of its prime
// factors below 1000 and of what is left over.
func (f *Field) surd(x rational.Rat, q int64) error {
	for _, p := range numberFactors(x) {
		key := p.base.String()
		i, ok := f.primes[key]
		if !ok {
			i = len(f.gens)
			f.primes[key] = i
			f.gens = append(f.gens, generator{node: f.s.Num(p.base), kind: prime, order: 1})
		}
		g := &f.gens[i]
		if g.order = lcm(g.order, q); g.order > maxOrder {
			return ErrExponent
		}
	}
	return nil
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func lcm(a, b int64) int64 { return a / gcd(a, b) * b }
