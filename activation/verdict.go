package activation

import (
	"fmt"
	"strings"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// verdict judges a function by its value and slopes at 0.
func (a *analysis) verdict(z *Report) (Verdict, error) {
	if z.SlopeLeft.Err != nil || z.SlopeRight.Err != nil {
		reason := z.SlopeLeft.Err
		if reason == nil {
			reason = z.SlopeRight.Err
		}
		return Verdict{Undecided, "the slope at 0 was not found: " + reason.Error()}, nil
	}
	if z.Expansion.Smoothness.Class == taylor.Jump {
		left, right := a.constantTermOf(z.Left), a.constantTermOf(z.Right)
		if left == right {
			return Verdict{Jumping, fmt.Sprintf("its value at 0 is not its limit %s, so that it is not continuous", left)}, nil
		}
		return Verdict{Jumping, fmt.Sprintf("it jumps at 0, from %s to %s, so that inputs near 0 are told apart by their sign alone",
			left, right)}, nil
	}
	if l, r := z.SlopeLeft, z.SlopeRight; l.Infinity != 0 || r.Infinity != 0 {
		return Verdict{Steep, "the slope at 0 is infinite: inputs near 0 are not scaled by any number"}, nil
	}
	l, r := z.SlopeLeft.Expr, z.SlopeRight.Expr
	switch same, when := a.equal(l, r); same {
	case assume.No:
		return Verdict{Kinked, fmt.Sprintf("piecewise linear with different slopes %s (x < 0) and %s (x > 0): a kink, however small the inputs are", a.text(l), a.text(r))}, nil
	case assume.Unknown:
		return Verdict{Undecided, fmt.Sprintf("piecewise linear with slopes %s (x < 0) and %s (x > 0): not linear, unless %s", a.text(l), a.text(r), when)}, nil
	}
	value := z.Value
	biased, whenBiased := a.equal(value, a.s.Expr(symbolic.Zero))
	flat, whenFlat := a.equal(r, a.s.Expr(symbolic.Zero))
	first := a.firstNonlinear(z)
	switch {
	case flat == assume.Unknown:
		return Verdict{Undecided, "it depends on whether the slope at 0 vanishes: " + whenFlat}, nil
	case flat == assume.Yes && first == "":
		return Verdict{Dying, "slope 0 at 0: the signal dies; near 0 the function is constant" + a.constantBias(biased, value)}, nil
	case flat == assume.Yes:
		return Verdict{Dying, fmt.Sprintf("slope 0 at 0: the signal dies; the first term that is not constant is %s", first) + a.constantBias(biased, value)}, nil
	case biased == assume.Unknown:
		return Verdict{Undecided, "it depends on whether the value at 0 vanishes: " + whenBiased}, nil
	case biased == assume.No:
		return Verdict{Affine, fmt.Sprintf("affine with bias %s: s(x) = %s, and the bias goes through every layer", a.text(value), joined(a.text(value), a.lineOf(r)))}, nil
	case first == "" && a.isGlobal(z):
		return Verdict{Linear, fmt.Sprintf("s(x) = %s for all x", a.lineOf(r))}, nil
	case first == "":
		return Verdict{NearlyLinear, fmt.Sprintf("s(x) = %s near 0, exactly", a.lineOf(r))}, nil
	}
	return Verdict{NearlyLinear, fmt.Sprintf("s(x) = %s + ..., and the first term left out, %s, is small against it for small inputs", a.lineOf(r), first)}, nil
}

func (a *analysis) lineOf(slope symbolic.Expr) string {
	return a.termText(slope, a.s.Expr(a.x))
}

// joined writes a sum of two terms.
func joined(first, second string) string {
	if rest, negative := strings.CutPrefix(second, "-"); negative {
		return first + " - " + rest
	}
	return first + " + " + second
}

func (a *analysis) constantBias(zero assume.Answer, value symbolic.Expr) string {
	if zero == assume.Yes {
		return ""
	}
	return ", about " + a.text(value)
}

// equal tells whether two constants are equal, and if that depends on symbols, when
// they are.
func (a *analysis) equal(x, y symbolic.Expr) (assume.Answer, string) {
	d, err := a.simpler(x.Sub(y).ID())
	switch {
	case err == nil && d == symbolic.Zero:
		return assume.Yes, ""
	case a.differ(x.ID(), y.ID()):
		return assume.No, ""
	case len(a.s.FreeSymbols(x.ID(), y.ID())) == 0:
		if order, ok := a.compare(x.ID(), y.ID()); ok && order == 0 {
			return assume.Yes, ""
		}
	}
	return assume.Unknown, a.text(a.s.Expr(a.s.Relate(symbolic.Equal, x.ID(), y.ID())))
}

// constantTermOf writes the limit at 0 that a series has.
func (a *analysis) constantTermOf(part taylor.Series) string {
	for _, t := range part.Terms {
		if t.Power.ID() == symbolic.Zero && t.Log == 0 {
			return a.text(t.Coef)
		}
	}
	return "0"
}

// firstNonlinear writes the first term of the expansions after the linear one, ""
// if there is none.
func (a *analysis) firstNonlinear(z *Report) string {
	least, text := symbolic.Expr{}, ""
	for _, part := range []taylor.Series{z.Left, z.Right} {
		for _, t := range part.Terms {
			if t.Power.Kind() != symbolic.Number {
				return a.text(t.Expr())
			}
			n, isInt := t.Power.Number().Int64()
			if isInt && n <= 1 && t.Log == 0 {
				continue
			}
			if least.Store() == nil || t.Power.Number().Sub(least.Number()).Sign() < 0 {
				one := t
				one.Coef = a.s.Expr(symbolic.One)
				least, text = t.Power, a.termText(t.Coef, one.Expr())
			}
			break
		}
		if text == "" && !part.Exact {
			text = fmt.Sprintf("O(x^%d)", a.o.Order+1)
		}
	}
	return text
}
