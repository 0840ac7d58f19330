package taylor

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// apply expands a function of something.
func (g *germ) apply(id symbolic.ID) (*series, []symbolic.ID, error) {
	s := g.s
	row, args := s.Function(id), s.Operands(id)
	if needs := g.missing(args...); len(needs) > 0 {
		return nil, needs, nil
	}
	if row == nil {
		z, err := g.unspecified(id)
		return z, nil, err
	}
	if len(args) > len(row.Params) { // max and min of more than two
		return g.standFor(id, g.definition(id))
	}
	point, finite, err := g.limits(args)
	if err != nil {
		return nil, nil, err
	}
	if d := g.lib.Forms(row).Definition; finite && d != nil && d.Has(symbolic.If) && len(g.s.FreeSymbols(point...)) == 0 {
		// One of its pieces, which is known to be 0 where it is.
		return g.standFor(id, g.definition(id))
	}
	if finite {
		regular, err := g.isRegular(row, point)
		if err != nil {
			return nil, nil, err
		}
		if regular {
			return g.regular(id, point)
		}
		if g.areConstant(args) { // a value is all that is asked for: asin(step(x)) on the right of 0
			if defined, err := g.certain(g.build(g.lib.Forms(row).Domain, point)); err != nil || defined {
				return constant(g.valueAt(id, point)), nil, err
			}
		}
	}
	return g.singular(id, point, finite)
}

// limits returns the values of the arguments of a function at t = 0, and false
// if one of them has none.
func (g *germ) limits(args []symbolic.ID) (point []symbolic.ID, finite bool, err error) {
	for _, a := range args {
		z := g.series(a)
		if len(z.lead) > 0 {
			small, err := g.isFlat(z.lead)
			if !small || err != nil {
				return nil, false, err
			}
			point = append(point, symbolic.Zero)
			continue
		}
		if z.low() < 0 && len(z.c) > 0 { // unless what is infinite is 0
			if z, err = g.first(z, a, g.isIdentity); err != nil {
				return nil, false, err
			}
			g.memo[a] = z
		}
		if z.low() < 0 && len(z.c) > 0 || g.hasLog(z.at(0)) {
			return nil, false, nil
		}
		if z.prec <= 0 {
			return nil, false, &restart{terms: int64(1 - z.prec)}
		}
		point = append(point, g.id(z.at(0)))
	}
	return point, true, nil
}

// isRegular tells whether a function has derivatives of every order around a
// point.
func (g *germ) isRegular(row *function.Row, point []symbolic.ID) (bool, error) {
	if row.Domain == "" && row.Smooth == "" {
		return true, nil
	}
	forms := g.lib.Forms(row)
	smooth := g.build(forms.Smooth, point)
	if smooth == symbolic.False || g.s.Kind(smooth) == symbolic.Relation && g.s.Rel(smooth) == symbolic.Equal {
		return false, nil // only for special values of the parameters
	}
	return g.certain(g.s.And(g.build(forms.Domain, point), smooth))
}

// build returns a condition of a row at a point.
func (g *germ) build(t *symbolic.Template, point []symbolic.ID) symbolic.ID {
	if t == nil {
		return symbolic.True
	}
	return t.Build(g.s, append(slices.Clone(point), symbolic.Zero)...)
}

// certain decides a condition about what does not depend on the variable. One
// about parameters of which it is not known whether it holds is required.
func (g *germ) certain(cond symbolic.ID) (bool, error) {
	s := g.s
	switch {
	case s.Kind(cond) == symbolic.Boolean:
		return cond == symbolic.True, nil
	case len(s.FreeSymbols(cond)) > 0:
		switch g.truth(cond) {
		case assume.Yes:
			return true, nil
		case assume.No:
			return false, nil
		}
		g.require(cond)
		return true, nil
	}
	program := certify.Compile(g.lib, s, cond)
	for _, o := range []certify.Options{quick, thorough} {
		switch t, _ := program.Holds(0, nil, o); t {
		case certify.Yes:
			return true, nil
		case certify.No:
			return false, nil
		case certify.Undefined:
			return false, fail(NoValue, "%s has no value", g.text(cond))
		}
	}
	holds, needs, err := g.where(cond) // by proofs
	if err != nil || len(needs) > 0 || s.Kind(holds) != symbolic.Boolean {
		return false, errors.Join(err, fail(Undecided, "it could not be decided whether %s holds", g.text(cond)))
	}
	return holds == symbolic.True, nil
}

// regular expands a function at a point around which it is smooth.
func (g *germ) regular(id symbolic.ID, point []symbolic.ID) (*series, []symbolic.ID, error) {
	s := g.s
	if g.areConstant(s.Operands(id)) {
		return constant(g.valueAt(id, point)), nil, nil
	}
	switch g.closureOf(id) {
	case cyclic:
		z, needs, err := g.recurrence(id)
		var e *Error
		if errors.As(err, &e) && e.Kind == Unsupported && g.lib.Forms(s.Function(id)).Definition != nil {
			return g.standFor(id, g.definition(id))
		}
		return z, needs, err
	case endless:
		return g.chain(id, point)
	}
	return g.fromSlopes(id, g.valueAt(id, point))
}

func (g *germ) areConstant(args []symbolic.ID) bool {
	return !slices.ContainsFunc(args, func(a symbolic.ID) bool { return !g.series(a).isConstant() })
}

// isConstant tells whether the series is exactly a coefficient.
func (z *series) isConstant() bool {
	return z.prec == exact && !z.flat && len(z.lead) == 0 && (len(z.c) == 0 || len(z.c) == 1 && z.val == 0)
}

// definition returns what a function stands for.
func (g *germ) definition(id symbolic.ID) symbolic.ID {
	z, ok := g.lib.Definition(g.s, id)
	if !ok {
		panic("taylor: no definition of " + g.s.Name(id))
	}
	return z
}

// valueAt returns the value of a function at a point.
func (g *germ) valueAt(id symbolic.ID, point []symbolic.ID) coef {
	return g.of(g.values.of(id, point))
}

// slopes returns the partial derivatives of a function by those arguments that
// depend on the variable; for the others 0.
func (g *germ) slopes(id symbolic.ID) (slopes []symbolic.ID, err error) {
	row, args := g.s.Function(id), g.s.Operands(id)
	forms := g.lib.Forms(row)
	slopes = make([]symbolic.ID, len(args))
	for i, a := range args {
		if !g.isActive(a) {
			continue
		}
		if i >= len(forms.Deriv) || forms.Deriv[i] == nil {
			return nil, fail(Unsupported, "%s has no derivative by its argument %d", row.Name, i+1)
		}
		slopes[i] = forms.Deriv[i].Build(g.s, append(slices.Clone(args), id)...)
	}
	return slopes, nil
}

// fromSlopes expands a function that has the value c at t = 0.
func (g *germ) fromSlopes(id symbolic.ID, c coef) (*series, []symbolic.ID, error) {
	slopes, err := g.slopes(id)
	if err != nil {
		return nil, nil, err
	}
	if needs := g.missing(slopes...); len(needs) > 0 {
		return nil, needs, nil
	}
	return g.integral(c, slopes, g.s.Operands(id))
}

// integral returns the series with the value c at t = 0 whose derivative is the
// sum of slopes[i]·args[i]'.
func (g *germ) integral(c coef, slopes, args []symbolic.ID) (*series, []symbolic.ID, error) {
	total := constant(nil)
	for i, d := range slopes {
		if d == symbolic.Zero {
			continue
		}
		u := g.series(args[i])
		if len(u.lead) > 0 { // smaller than any power of t
			total = &series{val: total.val, c: total.c, prec: total.prec, flat: true}
			continue
		}
		du, err := g.theta(u)
		if err != nil {
			return nil, nil, err
		}
		z, err := g.times(g.series(d), du)
		if err != nil {
			return nil, nil, err
		}
		if len(z.lead) > 0 {
			flat, err := g.isFlat(z.lead)
			if err != nil {
				return nil, nil, err
			}
			if flat {
				total = &series{val: total.val, c: total.c, prec: total.prec, flat: true}
				continue
			}
		}
		if total, err = g.plus(total, z, rational.One); err != nil {
			return nil, nil, err
		}
	}
	z, err := g.antitheta(total)
	if err != nil {
		return nil, nil, err
	}
	z, err = g.plus(constant(c), z, rational.One)
	return z, nil, err
}

// theta returns t·dz/dt.
func (g *germ) theta(z *series) (*series, error) {
	y := *z
	y.c = make([]coef, len(z.c))
	for i, c := range z.c {
		d, err := g.slope(c)
		if err != nil {
			return nil, err
		}
		y.c[i] = g.add(g.scale(c, g.exponent(z.val+i)), d)
	}
	return y.trimmed(g.cut), nil
}

// antitheta returns the series without a constant term of which theta is z,
// whose terms have positive exponents.
func (g *germ) antitheta(z *series) (*series, error) {
	for len(z.c) > 0 && z.val <= 0 { // the coefficients are 0, but perhaps not written so
		if zero, err := g.isIdentity(z.c[0]); err != nil {
			return nil, err
		} else if !zero {
			return nil, fail(NoExpansion, "an integral of a singular derivative has no expansion")
		}
		y := *z
		y.c, y.val = z.c[1:], z.val+1
		z = y.trimmed(exact)
	}
	if z.prec <= 0 {
		return nil, &restart{terms: int64(1 - z.prec)}
	}
	if len(z.lead) > 0 {
		return nil, fail(NoExpansion, "an integral of a singular derivative has no expansion")
	}
	y := *z
	y.c = make([]coef, len(z.c))
	for i, c := range z.c {
		var err error
		if y.c[i], err = g.solve(c, g.exponent(z.val+i)); err != nil {
			return nil, err
		}
	}
	return &y, nil
}

// singular expands a function where it is not smooth.
func (g *germ) singular(id symbolic.ID, point []symbolic.ID, finite bool) (*series, []symbolic.ID, error) {
	s := g.s
	row, args := s.Function(id), s.Operands(id)
	forms := g.lib.Forms(row)
	switch {
	case row == g.values.primitive.exp:
		z, err := g.exp(g.series(args[0]))
		return z, nil, err
	case row == g.values.primitive.log:
		z, err := g.logarithm(g.series(args[0]), args[0])
		return z, nil, err
	case row == g.values.primitive.floor:
		z, err := g.floor(args[0], point, finite)
		return z, nil, err
	case forms.Shift != nil && finite:
		return g.standFor(id, forms.Shift.Build(s, append(slices.Clone(args), id)...))
	case forms.Definition != nil:
		return g.standFor(id, g.definition(id))
	}
	var z *series
	var needs []symbolic.ID
	var err error
	if finite {
		z, needs, err = g.atEnd(id, point)
	} else {
		z, needs, err = g.atInfinity(id)
	}
	if z != nil || len(needs) > 0 || err != nil {
		return z, needs, err
	}
	if row.Family == "trigonometric" && !finite {
		v, err := g.limit(g.series(args[0]), args[0])
		if err != nil {
			return nil, nil, err
		}
		if v.Infinity == 0 {
			return nil, nil, fail(Unsupported, "%s cannot be expanded: its argument is no series of powers and logarithms", g.text(id))
		}
		return nil, nil, &Error{Kind: NoExpansion, Reason: g.text(id) + " oscillates, as its argument goes to infinity", oscillates: id}
	}
	return nil, nil, fail(Unsupported, "no expansion of %s is known there", g.text(id))
}

// atEnd expands a function at an end of its domain, at which it is continuous
// and its derivative has an expansion.
func (g *germ) atEnd(id symbolic.ID, point []symbolic.ID) (*series, []symbolic.ID, error) {
	s := g.s
	row := s.Function(id)
	if row.Smooth == "" {
		return nil, nil, nil
	}
	forms := g.lib.Forms(row)
	if ok, err := g.certain(s.And(g.build(forms.Domain, point), g.build(forms.Continuous, point))); !ok || err != nil {
		return nil, nil, err
	}
	return g.fromSlopes(id, g.valueAt(id, point))
}

// atInfinity expands a function of which a limit at infinity is known.
func (g *germ) atInfinity(id symbolic.ID) (*series, []symbolic.ID, error) {
	limits := g.lib.Forms(g.s.Function(id)).AtInfinity
	if len(limits) == 0 {
		return nil, nil, nil
	}
	sign, err := g.signNear(g.s.Operands(id)[0])
	if err != nil {
		return nil, nil, err
	}
	at := limits[0]
	if sign > 0 {
		at = limits[1]
	}
	return g.fromSlopes(id, g.of(at.Build(g.s, symbolic.Zero, symbolic.Zero)))
}
