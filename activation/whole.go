package activation

import (
	"errors"

	"github.com/symgrad/symgrad/symbolic"
)

// whole finds the pieces, range and slopes on the line.
func (a *analysis) whole(z *Report) error {
	err := a.divide()
	if err == nil {
		err = a.values(z)
	}
	if err != nil {
		z.Unknown, err = reason(err)
		z.NoSlope = z.Unknown
		return err
	}
	if err = a.slopesOf(z); err != nil {
		z.NoSlope, err = reason(err)
	}
	return err
}

// reason returns why something is not supported; other errors stay errors.
func reason(err error) (string, error) {
	var u *unsupportedError
	if errors.As(err, &u) {
		return u.reason, nil
	}
	return "", err
}

func (a *analysis) divide() error {
	domain := a.facts.Reduce(a.f.Domain)
	if domain.ID() != symbolic.True {
		return unsupported("it has values only where %s", a.text(domain))
	}
	// sqrt(x^2) becomes abs(x), which has pieces.
	root, err := a.simpler(a.f.Expr.ID())
	if err != nil {
		return err
	}
	list, err := a.line.pieces(root)
	if err != nil {
		return err
	}
	for i := range list {
		if err := a.simplerPiece(&list[i]); err != nil {
			return err
		}
		if free := a.s.FreeSymbols(list[i].expr); len(free) > 1 || len(free) == 1 && free[0] != a.x {
			for _, id := range free {
				if id != a.x {
					return unsupported("it needs a number for %s", a.s.Name(id))
				}
			}
		}
	}
	a.pieces = list
	programs := make([]*program, len(list))
	for i, p := range list {
		if programs[i], err = a.compile(p.expr); err != nil {
			return err
		}
		for _, e := range []end{p.left, p.right} {
			if e.infinity == 0 && !sound(programs[i].run(e.value, 0)[0]) {
				return unsupported("its values near a place at which it changes could not be enclosed")
			}
		}
	}
	a.programs = programs
	return nil
}

// simplerPiece simplifies the expression of a piece, unless it has branches then.
func (a *analysis) simplerPiece(p *piece) error {
	id, err := a.simpler(p.expr)
	if err != nil {
		return err
	}
	if smooth, err := a.unfold(id); err == nil && smooth == id {
		p.expr = id
	}
	return nil
}

// values finds the infimum and supremum of the function.
func (a *analysis) values(z *Report) error {
	var all span
	gaps, err := a.jumps()
	if err != nil {
		return err
	}
	for i, p := range a.pieces {
		v, err := a.span(p, a.programs[i], 0, p.expr)
		if err != nil {
			return err
		}
		if gaps { // the value at an end may be another one
			v.low.Attained = v.low.Attained && v.low.IsExact()
			v.high.Attained = v.high.Attained && v.high.IsExact()
		}
		if p.left.infinity == 0 {
			id, err := a.simpler(a.put(a.f.Expr.ID(), p.left.at))
			if err != nil {
				return err
			}
			at, err := a.exact(id, true)
			if err != nil {
				return err
			}
			v = a.hull(v, span{at, at})
		}
		if i > 0 {
			v = a.hull(all, v)
		}
		all = v
	}
	z.Range = Range{all.low, all.high, gaps}
	return nil
}

// slopesOf finds the infimum and supremum of the derivative.
func (a *analysis) slopesOf(z *Report) error {
	var all span
	for i, p := range a.pieces {
		d, err := a.derivative(p.expr)
		if err != nil {
			return err
		}
		v, err := a.span(p, a.programs[i], 1, d)
		if err != nil {
			return err
		}
		if i > 0 {
			v = a.hull(all, v)
		}
		all = v
	}
	z.Slope = Range{all.low, all.high, true}
	z.MaxSlope = a.larger(all.high, a.negative(all.low))
	if z.Lipschitz = z.MaxSlope; z.Range.Gaps {
		z.Lipschitz = Extreme{Infinity: 1}
	}
	return nil
}

// jumps tells whether the function is not continuous.
func (a *analysis) jumps() (bool, error) {
	for i := 1; i < len(a.pieces); i++ {
		at := a.pieces[i].left.at
		value := a.put(a.f.Expr.ID(), at)
		for _, p := range a.pieces[i-1 : i+1] {
			switch order, ok := a.compare(a.put(p.expr, at), value); {
			case !ok:
				return false, unsupported("whether it is continuous could not be decided")
			case order != 0:
				return true, nil
			}
		}
	}
	return false, nil
}
