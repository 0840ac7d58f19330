package diff

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// A forward computes tangents: the derivative of every node in one direction,
// remembered per node, so that repeated use (higher orders, the columns of a
// Hessian) shares the work.
type forward struct {
	r       *rules
	seeds   map[symbolic.ID]symbolic.ID // variable -> its tangent
	tangent map[symbolic.ID]symbolic.ID
}

func newForward(r *rules, seeds map[symbolic.ID]symbolic.ID) *forward {
	return &forward{r: r, seeds: seeds, tangent: map[symbolic.ID]symbolic.ID{}}
}

func (f *forward) active(id symbolic.ID) bool { return f.tangent[id] != symbolic.Zero }

// run returns the tangent of a node.
func (f *forward) run(root symbolic.ID) symbolic.ID {
	if d, ok := f.tangent[root]; ok {
		return d
	}
	known := func(id symbolic.ID) bool { _, ok := f.tangent[id]; return ok }
	for _, id := range f.r.defs.postorder([]symbolic.ID{root}, known) {
		if !known(id) {
			f.tangent[id] = f.node(id)
		}
	}
	return f.tangent[root]
}

func (f *forward) node(id symbolic.ID) symbolic.ID {
	s := f.r.s
	if d, ok := f.seeds[id]; ok {
		return d
	}
	if body, ok := f.r.defs.body[id]; ok {
		return f.tangent[body]
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number, symbolic.Symbol, symbolic.Constant, symbolic.Boolean, symbolic.Relation, symbolic.And, symbolic.Or:
		return symbolic.Zero
	case symbolic.Sum:
		b := s.NewSum()
		for i := 1; i < len(ops); i += 2 {
			b.AddScaled(f.tangent[ops[i]], s.Number(ops[i+1]))
		}
		return b.Sum()
	case symbolic.Product:
		return f.product(id, ops)
	case symbolic.Index:
		return f.entry(id)
	case symbolic.If:
		return s.If(ops[0], f.tangent[ops[1]], f.tangent[ops[2]])
	case symbolic.SumOver, symbolic.ProductOver:
		return f.over(id, ops)
	}
	if !slices.ContainsFunc(ops, f.active) {
		return symbolic.Zero
	}
	return f.chain(id)
}

// chain is the chain rule: the sum of the partial derivatives times the
// tangents of the operands, with each common factor written once.
func (f *forward) chain(id symbolic.ID) symbolic.ID {
	s := f.r.s
	total, shared, factor := s.NewSum(), s.NewSum(), symbolic.One
	flush := func() {
		total.Add(s.Mul(factor, shared.Sum()))
		shared = s.NewSum()
	}
	f.r.local(id, f.active, func(operand, common, partial symbolic.ID) {
		if common != factor {
			flush()
			factor = common
		}
		p := s.NewProduct()
		p.Mul(partial)
		p.Mul(f.tangent[operand])
		c, rest := p.Split()
		shared.AddScaled(rest, c)
	})
	flush()
	return total.Sum()
}

// product is the product rule, each term built at once.
func (f *forward) product(id symbolic.ID, ops []symbolic.ID) symbolic.ID {
	s := f.r.s
	b := s.NewSum()
	for i := 1; i < len(ops); i += 2 {
		d := f.tangent[ops[i]]
		if f.active(ops[i+1]) || d != symbolic.Zero && f.r.isRootOfProduct(ops[i], ops[i+1]) {
			b.Sum()
			return f.chain(id)
		}
		if d != symbolic.Zero {
			p := s.NewProduct()
			f.r.mulWithout(&p, ops, i)
			p.Mul(d)
			c, rest := p.Split()
			b.AddScaled(rest, c)
		}
	}
	return b.Sum()
}

func (f *forward) entry(id symbolic.ID) symbolic.ID {
	s := f.r.s
	b := s.NewSum()
	for x, d := range f.seeds {
		if s.Kind(x) == symbolic.Index {
			b.Add(s.Mul(d, f.r.delta(id, x)))
		}
	}
	return b.Sum()
}

func (f *forward) over(id symbolic.ID, ops []symbolic.ID) symbolic.ID {
	s := f.r.s
	k, lower, upper, body := ops[0], ops[1], ops[2], ops[3]
	if f.active(lower) || f.active(upper) {
		fail("the bounds of a sum or product depend on the variable; bounds are integers")
	}
	return s.SumOver(k, lower, upper, s.Mul(f.tangent[body], f.r.otherFactors(id)))
}
