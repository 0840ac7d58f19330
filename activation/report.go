package activation

import (
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// A Report is what was found about one function.
type Report struct {
	Expr, Variable symbolic.Expr

	// Near 0. Left and Right are the same series if Smoothness says so.
	Expansion   taylor.Expansion
	Left, Right taylor.Series
	Conditions  []symbolic.Expr // on the parameters, under which that and the verdict hold
	Value       symbolic.Expr
	SlopeLeft   taylor.Value
	SlopeRight  taylor.Value
	Parity      Parity

	Verdict Verdict

	// On the whole line, unless Unknown says why not.
	Unknown string
	Range   Range

	// Of the derivative, where there is one, unless NoSlope says why not.
	NoSlope   string
	Slope     Range
	MaxSlope  Extreme // the supremum of |s'|
	Lipschitz Extreme

	// For X ~ N(0, sigma^2).
	Sigma    symbolic.Expr // the symbol in the series
	Moments  []Moment
	NoSeries string // why there are no series
	NoNumber string // why there are no numbers; "" also where none were asked for

	Depth []Level

	a *analysis
}

// A Range is between an infimum and a supremum. Gaps tells that the function jumps,
// so that it may not have all values between them.
type Range struct {
	Low, High Extreme
	Gaps      bool
}

// A Moment is a mean or variance of s(X) or s'(X).
type Moment struct {
	Name   string // mean, variance, slope_mean, slope_variance
	Series Asymptotic
	// Proved tells that the moment exists, which the series alone does not say.
	Proved bool
	// Within encloses the number for sigma, if HasNumber. Exact is the number where the
	// series is exact; else it has no store.
	Within    interval.Float
	Exact     symbolic.Expr
	HasNumber bool
}

// A Verdict says whether deep networks of a function are linear for inputs near 0.
type Verdict struct {
	Kind   VerdictKind
	Reason string
}

// A VerdictKind is one of the ways in which a function behaves near 0.
type VerdictKind uint8

const (
	// Undecided: it depends on symbols, or was not found.
	Undecided VerdictKind = iota
	// Linear: a multiple of x everywhere.
	Linear
	// NearlyLinear: through 0 and differentiable there with a slope other than 0.
	NearlyLinear
	// Affine: as NearlyLinear, but for a value at 0.
	Affine
	// Kinked: slopes from the left and the right differ.
	Kinked
	// Jumping: not continuous at 0.
	Jumping
	// Dying: the slope at 0 is 0.
	Dying
	// Steep: the slope at 0 is infinite.
	Steep
)

// IsLinear tells whether the verdict is that networks are approximately linear.
func (v Verdict) IsLinear() bool { return v.Kind == Linear || v.Kind == NearlyLinear }

// String returns the verdict in a few words.
func (k VerdictKind) String() string {
	return [...]string{"undecided", "linear", "approximately linear through 0", "affine, not linear", "piecewise linear, not linear",
		"not continuous, not linear", "slope 0: the signal dies", "infinite slope, not linear"}[k]
}

// Number encloses an expression of the report that has no variables; ok is false
// where it has some.
func (r *Report) Number(e symbolic.Expr) (x interval.Float, ok bool) {
	x, err := r.a.constant(e.ID())
	return x, err == nil
}
