package taylor

import (
	"math"
	"math/big"
	"slices"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Picture has what can be drawn of an expansion: the formula, its Taylor
// polynomials, and the band round the last one in which the formula certainly is.
// Numbers are rounded; where there is none it is NaN.
type Picture struct {
	X         []float64
	Function  []float64
	Series    []Polynomial
	Low, High []float64 // of the band; nil where there is none
}

// A Polynomial has the values of an expansion up to an order.
type Polynomial struct {
	Order int
	Y     []float64
}

const (
	// pictureCells are the parts of a picture for each of which there is an
	// enclosure of the remainder, pictureSteps the points in one.
	pictureCells, pictureSteps = 120, 3
	// pictureOrders is the number of polynomials that are drawn.
	pictureOrders = 4
)

// Draw returns the picture of a formula and its expansion of some order on a range.
//
// Errors: an *Error with Unsupported where there are other symbols than the
// variable, or at infinity; else as of Expand.
func Draw(scope *read.Scope, f read.Formula, x symbolic.Expr, order int, o Options, r Range) (z Picture, err error) {
	defer symbolic.Catch(&err)
	p, err := newPlan(scope, f, x, o.At)
	if err != nil {
		return z, err
	}
	parts, _, err := p.parts(order, o.Side)
	if err != nil {
		return z, err
	}
	orders := distinctOrders(parts, order)
	for _, n := range orders {
		z.Series = append(z.Series, Polynomial{Order: n})
	}
	for _, h := range parts {
		b, lower, upper, err := p.bounding(h, order, r)
		if err != nil {
			return z, err
		}
		if lower == nil {
			continue
		}
		xs := cells(lower, upper, len(parts))
		if len(z.X) > 0 { // the other side is another line
			z.add(z.X[len(z.X)-1:], []float64{math.NaN()}, []float64{math.NaN()}, []float64{math.NaN()})
			for i := range z.Series {
				z.Series[i].Y = append(z.Series[i].Y, math.NaN())
			}
		}
		for i, n := range orders {
			z.Series[i].Y = append(z.Series[i].Y, p.sampled(h.upTo(p.s, n), xs)...)
		}
		f := p.sampled(p.root, xs)
		low, high := b.band(xs, f, p.sampled(b.terms, xs))
		z.add(xs, f, low, high)
	}
	return z, nil
}

func (z *Picture) add(x, y, low, high []float64) {
	z.X, z.Function = append(z.X, x...), append(z.Function, y...)
	z.Low, z.High = append(z.Low, low...), append(z.High, high...)
}

// cells divides an interval, or one side of it. Its ends are left out by a little,
// as the formula may have another value or none there.
func cells(lower, upper *big.Float, sides int) (xs []float64) {
	lo, _ := lower.Float64()
	hi, _ := upper.Float64()
	inset := (hi - lo) * 1e-7
	lo, hi = lo+inset, hi-inset
	n := pictureCells / sides * pictureSteps
	for k := range n + 1 {
		xs = append(xs, lo+(hi-lo)*float64(k)/float64(n))
	}
	return xs
}

// distinctOrders are the last orders at which the expansions have terms.
func distinctOrders(parts []part, order int) (list []int) {
	for _, h := range parts {
		for _, t := range h.series.Terms {
			if t.Power.Kind() != symbolic.Number {
				continue
			}
			n, _ := t.Power.Number().Neg().Floor().Neg().Int64() // upwards
			list = append(list, max(0, int(n)))
		}
	}
	if len(list) == 0 {
		return []int{order}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	return list[max(0, len(list)-pictureOrders):]
}

// upTo returns the sum of the terms up to an order.
func (h part) upTo(s *symbolic.Store, order int) symbolic.ID {
	sum := s.NewSum()
	for _, t := range h.series.Terms {
		if t.Power.Kind() == symbolic.Number && t.Power.Number().Cmp(rational.Int(int64(order))) <= 0 {
			sum.Add(t.Expr().ID())
		}
	}
	return sum.Sum()
}

// sampled returns the values of a node, rounded. There are none beside a point
// where it may jump.
func (p *plan) sampled(id symbolic.ID, xs []float64) []float64 {
	program := certify.Compile(p.scope.Library, p.s, id)
	var scratch certify.Scratch
	on := func(box interval.Float) interval.Float {
		args := make([]interval.Float, len(program.Inputs()))
		for i := range args {
			args[i] = box
		}
		return program.Float(args, &scratch)[0].Real
	}
	z := make([]float64, len(xs))
	for k, x := range xs {
		v := on(interval.FloatPoint(x))
		z[k] = v.Lower()/2 + v.Upper()/2
		if v.IsEmpty() || v.Decoration() < interval.Defined || math.IsInf(z[k], 0) ||
			k > 0 && on(interval.NewFloat(xs[k-1], x)).Decoration() < interval.Continuous {
			z[k] = math.NaN()
		}
	}
	return z
}

// band returns the terms plus and minus a bound of the remainder between the point
// and x, by enclosures on the cells from the point outwards. It ends where the
// bound is larger than the range of the function.
func (b *bounding) band(xs, f, terms []float64) (low, high []float64) {
	low, high = make([]float64, len(xs)), make([]float64, len(xs))
	least, most := math.Inf(1), math.Inf(-1)
	for k := range xs {
		low[k], high[k] = math.NaN(), math.NaN()
		if !math.IsNaN(f[k]) {
			least, most = min(least, f[k]), max(most, f[k])
		}
	}
	at, _ := b.at.Lower().Float64()
	begin, _ := slices.BinarySearch(xs, at)
	begin = begin / pictureSteps * pictureSteps
	for _, step := range []int{-pictureSteps, pictureSteps} {
		bound := 0.0
		for k := begin; k+step >= 0 && k+step < len(xs); k += step {
			i, j := min(k, k+step), max(k, k+step)
			v, err := b.enclose(interval.FromFloats(xs[i], xs[j]))
			if err != nil || !v.IsBounded() {
				break
			}
			r := interval.Abs(v).Float()
			if bound = max(bound, r.Upper()); bound > most-least {
				break
			}
			for ; i <= j; i++ {
				if math.IsNaN(low[i]) {
					low[i], high[i] = terms[i]-bound, terms[i]+bound
				}
			}
		}
	}
	return low, high
}
