package activation

import (
	"math"
	"slices"
	"strconv"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// A Picture has what can be drawn of a report: the function, its Taylor polynomials
// of odd orders, and the band round the last one in which the function certainly
// is. Numbers are rounded; where there is none it is NaN.
type Picture struct {
	X        []float64
	Function []float64
	Series   []Polynomial
	Low      []float64 // of the band; nil where there is none
	High     []float64
}

// A Polynomial has the values of a Taylor polynomial.
type Polynomial struct {
	Name string
	Y    []float64
}

const (
	pictureWidth  = 4 // to both sides of 0, at least
	pictureMost   = 50
	picturePoints = 160 // on each side
)

// Picture computes the picture of a report; ok is false where it has symbols other
// than the variable.
func (r *Report) Picture() (z Picture, ok bool) {
	a := r.a
	if free := a.s.FreeSymbols(a.f.Expr.ID()); len(free) > 1 || len(free) == 1 && free[0] != a.x {
		return z, false
	}
	width := float64(pictureWidth)
	for _, p := range a.pieces {
		if p.left.infinity == 0 {
			width = max(width, min(pictureMost, math.Ceil(1.3*math.Abs(p.left.value.Upper()))))
		}
	}
	for k := -picturePoints; k <= picturePoints; k++ {
		z.X = append(z.X, width*float64(k)/picturePoints)
	}
	// At a jump the line is interrupted, and goes up to it from both sides.
	for i := 1; i < len(a.pieces); i++ {
		at := a.pieces[i].left.value
		z.X = append(z.X, at.Lower(), math.Nextafter(at.Lower(), -inf), math.Nextafter(at.Upper(), inf))
	}
	slices.Sort(z.X)
	z.X = slices.Compact(z.X)
	z.Function = a.sampled(a.f.Expr.ID(), z.X)
	gap, err := a.jumps()
	for i := 1; i < len(a.pieces) && gap && err == nil; i++ {
		at := a.pieces[i].left.value
		for k, x := range z.X {
			if x >= at.Lower() && x <= at.Upper() {
				z.Function[k] = math.NaN()
			}
		}
	}
	for order := 1; order <= a.o.Order; order += 2 {
		left, right := a.sampled(a.partial(r.Left, order), z.X), a.sampled(a.partial(r.Right, order), z.X)
		y := right
		for k, x := range z.X {
			if x < 0 {
				y[k] = left[k]
			} else if x == 0 && left[k] != right[k] {
				y[k] = math.NaN()
			}
		}
		if n := len(z.Series); n > 0 && slices.EqualFunc(z.Series[n-1].Y, y, same) {
			continue
		}
		z.Series = append(z.Series, Polynomial{"order " + strconv.Itoa(order), y})
	}
	a.band(&z)
	return z, true
}

// same tells whether two numbers are equal or both none.
func same(x, y float64) bool { return x == y || x != x && y != y }

// partial is the sum of the terms of a series up to an order.
func (a *analysis) partial(part taylor.Series, order int) symbolic.ID {
	sum := a.s.NewSum()
	for _, t := range part.Terms {
		if t.Power.Kind() == symbolic.Number && t.Power.Number().Float64() <= float64(order) {
			sum.Add(t.Expr().ID())
		}
	}
	return sum.Sum()
}

// sampled returns the values of an expression, rounded.
func (a *analysis) sampled(id symbolic.ID, xs []float64) []float64 {
	p := certify.Compile(a.lib, a.s, id)
	var scratch certify.Scratch
	z := make([]float64, len(xs))
	for k, x := range xs {
		var args []interval.Float
		if len(p.Inputs()) > 0 {
			args = []interval.Float{interval.FloatPoint(x)}
		}
		v := p.Float(args, &scratch)[0].Real
		z[k] = v.Lower()/2 + v.Upper()/2
		if !sound(v) {
			z[k] = math.NaN()
		}
	}
	return z
}

// band encloses the function by its last polynomial and the remainder
//
//	a_(n+1)(ξ)·x^(n+1)   with ξ between 0 and x
//
// for which the coefficient is enclosed on one box after the other away from 0.
func (a *analysis) band(z *Picture) {
	if a.programs == nil || a.left == nil || len(z.Series) == 0 {
		return
	}
	n := 2*((a.o.Order+1)/2) - 1 // the last odd order
	last := z.Series[len(z.Series)-1].Y
	least, most := inf, -inf // of the function
	for _, y := range z.Function {
		if y == y {
			least, most = min(least, y), max(most, y)
		}
	}
	z.Low, z.High = make([]float64, len(z.X)), make([]float64, len(z.X))
	for k := range z.X {
		z.Low[k], z.High[k] = math.NaN(), math.NaN()
	}
	wide := false
	zero, _ := slices.BinarySearch(z.X, 0)
	z.Low[zero], z.High[zero] = last[zero], last[zero]
	for _, side := range []int{-1, 1} {
		i := slices.IndexFunc(a.pieces, func(p piece) bool {
			if side > 0 {
				return p.right.infinity != 0 || p.right.value.Lower() > 0
			}
			return p.right.infinity != 0 || p.right.value.Upper() >= 0
		})
		hull := interval.Float{}
		for k := zero + side; k >= 0 && k < len(z.X); k += side {
			low, high := min(z.X[k], z.X[k-side]), max(z.X[k], z.X[k-side])
			if p := a.pieces[i]; p.left.infinity == 0 && low < p.left.value.Lower() || p.right.infinity == 0 && high > p.right.value.Upper() {
				break
			}
			c := a.programs[i].run(interval.NewFloat(low, high), n+1)[n+1]
			if !sound(c) {
				break
			}
			if hull.IsEmpty() {
				hull = c
			}
			hull = hull.Hull(c)
			rest := hull.Mul(interval.FloatPoint(z.X[k]).PowInt(int64(n + 1)))
			if rest.Upper()-rest.Lower() > most-least {
				break // it says nothing any more
			}
			z.Low[k], z.High[k] = last[k]+rest.Lower(), last[k]+rest.Upper()
			wide = wide || rest.Lower() < rest.Upper()
		}
	}
	if !wide {
		z.Low, z.High = nil, nil
	}
}
