package protocol

import (
	"context"
	"maps"
	"math"
	"math/big"
	"strings"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A rowFormula evaluates a formula, its derivatives and its conditions for many
// rows. The conditions are decided in intervals, the values computed in doubles.
type rowFormula struct {
	v       *evaluation
	names   []string // of the inputs
	wrt     []string
	roots   []symbolic.ID // value and derivatives
	conds   []symbolic.ID
	doubles *numeric.Program // value, derivatives, conditions
	sure    *certify.Program // the same
	boxed   int              // inputs that sure has: the first ones
	results int              // value and derivatives
	x, z    [][]float64
	box     []interval.Float
	scratch certify.Scratch
}

func newRowFormula(v *evaluation, f read.Formula, wrt []symbolic.Expr) (*rowFormula, error) {
	r := &rowFormula{v: v}
	roots := []symbolic.ID{f.Expr.ID()}
	if len(wrt) > 0 {
		g, err := diff.Gradient(f, wrt, diff.Options{Definitions: v.given})
		if err != nil {
			return nil, err
		}
		for _, d := range g.Partials {
			roots = append(roots, d.ID())
		}
	}
	r.results = len(roots)
	domain, err := v.domain()
	if err != nil {
		return nil, err
	}
	for _, cond := range domain {
		roots, r.conds = append(roots, cond.ID()), append(r.conds, cond.ID())
	}
	exprs := make([]symbolic.Expr, len(roots))
	for i, root := range roots {
		if root, err = v.carriedOut(root); err != nil {
			return nil, err
		}
		roots[i] = v.st.Substitute(v.bound(root), v.values)
		exprs[i] = v.st.Expr(roots[i])
	}
	r.roots = roots[:r.results]
	r.sure = certify.Compile(v.s.scope.Library, v.st, roots...)
	vars := v.inputs(r.sure, exprs)
	r.boxed = len(r.sure.Inputs())
	if r.names, err = names(vars); err != nil {
		return nil, err
	}
	if r.wrt, err = names(wrt); err != nil {
		return nil, err
	}
	if r.doubles, err = numeric.Compile(vars, exprs...); err != nil {
		return nil, err
	}
	r.x, r.z = columns(len(vars)), columns(len(roots))
	return r, nil
}

func columns(n int) [][]float64 {
	list := make([][]float64, n)
	for i := range list {
		list[i] = make([]float64, chunkRows)
	}
	return list
}

// eval computes n rows.
func (r *rowFormula) eval(n int) error {
	x, z := make([][]float64, len(r.x)), make([][]float64, len(r.z))
	for i, c := range r.x {
		x[i] = c[:n]
	}
	for i, c := range r.z {
		z[i] = c[:n]
	}
	return r.doubles.EvalBatch(context.Background(), z, x, numeric.BatchOptions{})
}

// row returns the results of a row that eval has computed, of which the cells are the
// inputs in their order.
func (r *rowFormula) row(i int, cells []string) ([]string, *Error) {
	r.box = r.box[:0]
	for _, c := range r.x[:r.boxed] {
		r.box = append(r.box, interval.FloatPoint(c[i]))
	}
	sure := r.sure.Float(r.box, &r.scratch)
	for k, cond := range r.conds {
		truth := sure[r.results+k].Truth
		if truth == certify.Unknown { // by the doubles
			switch r.z[r.results+k][i] {
			case 1:
				truth = certify.Yes
			case 0:
				truth = certify.No
			default:
				return nil, undecidable("it could not be decided whether %s holds", r.v.text(cond))
			}
		}
		if truth != certify.Yes {
			return nil, failure(codeDomain, "the formula has no value: %s does not hold", r.v.text(cond))
		}
	}
	values := make([]string, r.results)
	for k := range values {
		x := r.z[k][i]
		if x-x == 0 && x != 0 && !doubtful(sure[k].Real) {
			values[k] = floatText(x)
			continue
		}
		text, problem := r.again(k, x, sure[k].Real, cells)
		if problem != nil {
			return nil, problem
		}
		values[k] = text
	}
	return values, nil
}

// doubtful tells whether the rounding errors of a value may be more than its last digits.
func doubtful(v interval.Float) bool {
	lo, hi := v.Lower(), v.Upper()
	return v.IsBounded() && hi-lo > 0x1p-30*max(math.Abs(lo), math.Abs(hi))
}

// again computes a result that is 0, infinite or no number in doubles, or of which they
// have few digits. The cells are exact then, as the numbers of eval are: floor(10*x) is 7
// for 0.7, though the double is less than that.
func (r *rowFormula) again(k int, x float64, v interval.Float, cells []string) (string, *Error) {
	if x == 0 && !v.IsEmpty() && v.Lower() == 0 && v.Upper() == 0 {
		return "0", nil
	}
	at := make([]rational.Rat, len(r.box))
	for j := range at {
		q, ok := new(big.Rat).SetString(strings.TrimSpace(cells[j]))
		if !ok {
			return "", undecidable("the number %s could not be read exactly", cells[j])
		}
		at[j] = rational.FromBig(q)
	}
	box := make([]interval.Interval, len(at))
	var z interval.Interval
	for prec := firstPrec; prec <= 16*firstPrec || prec <= lastPrec && r.sure.Len()*(prec/64)*(prec/64) <= stepsOfEval; prec *= 2 {
		for j, q := range at {
			box[j] = interval.FromRat(uint(prec), q)
		}
		z = r.sure.Big(uint(prec), box)[k].Real
		if z.IsEmpty() {
			if k == 0 {
				return "", failure(codeDomain, "the formula has no value")
			}
			return "", failure(codeDomain, "the derivative by %s has no value", r.wrt[k-1])
		}
		if z.IsBounded() && z.Decoration() >= interval.Defined {
			if text, ok := nearest(z); ok {
				return text, nil
			}
		}
		if prec == 4*firstPrec && z.IsBounded() { // far smaller than its parts, or 0
			if text, ok := r.exact(k, at); ok {
				return text, nil
			}
		}
	}
	switch size := exponents(z); {
	case size < -hugeExponent && z.NonZero():
		return "", failure(codeLimit, "the value is too near to 0 to be written")
	case math.IsInf(x, 0):
		return "", failure(codeLimit, "the value is too large to be written")
	}
	return "", undecidable("the value could not be told with the precision that there is")
}

// exact is a result that is a number by formula, for the numbers of a row.
func (r *rowFormula) exact(k int, at []rational.Rat) (text string, ok bool) {
	defer func() {
		if e := recover(); e != nil {
			if _, limit := e.(*symbolic.LimitError); !limit {
				panic(e)
			}
		}
	}()
	st := r.v.st
	values := maps.Clone(r.v.values)
	for j, id := range r.sure.Inputs() {
		values[id] = st.Num(at[j])
	}
	z := st.Expr(st.Substitute(r.roots[k], values))
	if z.Kind() != symbolic.Number {
		list, _, err := r.v.s.simplified(st.Expr(symbolic.True), []symbolic.Expr{z})
		if err != nil {
			return "", false
		}
		z = list[0]
	}
	if z.Kind() != symbolic.Number {
		return "", false
	}
	return exactText(z.Number(), 0)
}
