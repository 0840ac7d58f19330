package activation

import (
	"math"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// The integrals that are computed together, against the density of N(0, σ²), with
// constants that make the functions small near 0, so that little cancels in
// variances: of t = s-bias, t², d = s'-slope and d².
const (
	ofValue = iota
	ofSquare
	ofSlope
	ofSlopeSquare
	integrals
)

// A normal is the density of N(0, σ²).
type normal struct {
	*line
	sigma interval.Float
	at    symbolic.ID    // sigma, exactly
	peak  interval.Float // 1/(σ·sqrt(2π))
	curve interval.Float // 1/σ²
}

func (l *line) normal(sigma symbolic.ID) (normal, error) {
	v, err := l.constant(sigma)
	root := interval.PiFloat().Mul(interval.FloatPoint(2)).Sqrt()
	return normal{l, v, sigma, v.Mul(root).Inv(), v.Sqr().Inv()}, err
}

const (
	panelOrder = 14   // of the expansions on panels, even so that h^n has a sign
	reach      = 12   // panels go up to so many σ
	panels     = 48   // at first, on 2·reach·σ
	maxPanels  = 1500 // after bisections
	wideSum    = 1e-6 // the width from which an enclosure of something small says nothing
)

// A shift has the constants that are subtracted from a function and its derivative.
type shift struct {
	bias, slope symbolic.ID
	t, d        interval.Float
}

func (l *line) shift(bias, slope symbolic.ID) (z shift, err error) {
	z.bias, z.slope = bias, slope
	if z.t, err = l.constant(bias); err == nil {
		z.d, err = l.constant(slope)
	}
	return z, err
}

// moments encloses the integrals for a function that has the given pieces.
func (n normal) moments(list []piece, programs []*program, by shift) (z [integrals]interval.Float, err error) {
	for i := range z {
		z[i] = zero
	}
	sizes := n.guess(list, programs, by)
	edge := n.sigma.Mul(interval.FloatPoint(reach))
	budget := maxPanels
	for i, p := range list {
		q := quadrature{normal: n, p: programs[i], shift: by, sizes: sizes, budget: &budget}
		part, err := q.piece(p, edge)
		if err != nil {
			return z, err
		}
		for j := range z {
			z[j] = z[j].Add(part[j])
		}
	}
	for _, side := range []int{-1, 1} {
		part, err := n.far(list, side, by, edge)
		if err != nil {
			return z, err
		}
		for j := range z {
			z[j] = z[j].Add(part[j])
		}
	}
	return z, nil
}

// exist tells whether the moments of a function with bounded slopes are known to
// exist, though they could not be enclosed narrowly.
func (n normal) exist(list []piece, by shift) bool {
	edge := n.sigma.Mul(interval.FloatPoint(reach))
	for _, side := range []int{-1, 1} {
		if _, err := n.far(list, side, by, edge); err != nil {
			return false
		}
	}
	return true
}

// guess returns the sizes of the integrals, roughly, by which it is judged what is
// precise enough.
func (n normal) guess(list []piece, programs []*program, by shift) (z [integrals]float64) {
	sigma := n.sigma.Lower()
	for k := range panels {
		u := (float64(k) + 0.5 - panels/2) * 2 * reach / panels
		for i, p := range list {
			if x := u * sigma; (p.left.infinity != 0 || x > p.left.value.Upper()) && (p.right.infinity != 0 || x < p.right.value.Lower()) {
				row := programs[i].run(interval.FloatPoint(x), 1)
				w := math.Exp(-u*u/2) * reach / panels
				t, d := math.Abs(row[0].Sub(by.t).Upper()), math.Abs(row[1].Sub(by.d).Upper())
				z[ofValue], z[ofSquare], z[ofSlope], z[ofSlopeSquare] = z[ofValue]+w*t, z[ofSquare]+w*t*t, z[ofSlope]+w*d, z[ofSlopeSquare]+w*d*d
			}
		}
	}
	return z
}

// A quadrature integrates one piece, panel by panel, by Taylor expansions with
// remainders.
type quadrature struct {
	normal
	p      *program
	shift  shift
	sizes  [integrals]float64
	budget *int
}

// piece integrates the part of a piece that is nearer to 0 than the edge. Ends that
// are no float64 numbers are between two of them; what is there is enclosed with
// the width of that gap.
func (q quadrature) piece(p piece, edge interval.Float) (z [integrals]interval.Float, err error) {
	for i := range z {
		z[i] = zero
	}
	low, high := -edge.Upper(), edge.Upper()
	for _, e := range []end{p.left, p.right} {
		if e.infinity != 0 || e.value.IsPoint() || e.value.Upper() < low || e.value.Lower() > high {
			continue
		}
		width := interval.FloatPoint(e.value.Upper()).Sub(interval.FloatPoint(e.value.Lower()))
		g, _ := q.integrands(q.p.run(e.value, 1), e.value, 0)
		for j := range z {
			z[j] = z[j].Add(g[j][0].Mul(interval.NewFloat(0, width.Upper())))
		}
	}
	if p.left.infinity == 0 {
		low = max(low, p.left.value.Upper())
	}
	if p.right.infinity == 0 {
		high = min(high, p.right.value.Lower())
	}
	if low >= high {
		return z, nil
	}
	step := q.sigma.Upper() * 2 * reach / panels
	count := int(math.Ceil((high - low) / step))
	type panel struct{ a, b float64 }
	var todo []panel
	for i := range count {
		a, b := low+(high-low)*float64(i)/float64(count), low+(high-low)*float64(i+1)/float64(count)
		if i == count-1 {
			b = high
		}
		todo = append(todo, panel{a, b})
	}
	for len(todo) > 0 {
		t := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		part, good := q.panel(t.a, t.b)
		middle := t.a/2 + t.b/2
		if !good && *q.budget > 0 && t.a < middle && middle < t.b {
			*q.budget--
			todo = append(todo, panel{t.a, middle}, panel{middle, t.b})
			continue
		}
		for j := range z {
			z[j] = z[j].Add(part[j])
		}
	}
	for j := range z {
		if !sound(z[j]) || z[j].Upper()-z[j].Lower() > q.sizes[j]+wideSum {
			return z, unsupported("the integrals could not be enclosed")
		}
	}
	return z, nil
}

// panel integrates over [a, b], and tells whether the result is as narrow as rounding
// errors allow. Where a function hardly varies its values times the probability of the
// panel are better than its expansion.
func (q quadrature) panel(a, b float64) (z [integrals]interval.Float, good bool) {
	middle := interval.FloatPoint(a/2 + b/2)
	left, right := interval.FloatPoint(a).Sub(middle), interval.FloatPoint(b).Sub(middle)
	var by [panelOrder + 1]interval.Float // the integrals of h^k
	powerLeft, powerRight := left, right
	for k := range by {
		by[k] = powerRight.Sub(powerLeft).Quo(interval.FloatPoint(float64(k + 1)))
		powerLeft, powerRight = powerLeft.Mul(left), powerRight.Mul(right)
	}
	// sum integrates an expansion with its remainder.
	sum := func(near, over []interval.Float) (z, rest interval.Float) {
		rest = over[panelOrder].Mul(by[panelOrder])
		z = rest
		for k := range panelOrder {
			z = z.Add(near[k].Mul(by[k]))
		}
		return z, rest
	}
	box := interval.NewFloat(a, b)
	near, nearDensity := q.integrands(q.p.run(middle, panelOrder+1), middle, panelOrder)
	coefs := q.p.run(box, panelOrder+1)
	t, d := coefs[0].Sub(q.shift.t), coefs[1].Sub(q.shift.d)
	over, overDensity := q.integrands(coefs, box, panelOrder)
	mass, _ := sum(nearDensity, overDensity)
	good = true
	for j, v := range [integrals]interval.Float{t, t.Sqr(), d, d.Sqr()} {
		var rest interval.Float
		z[j], rest = sum(near[j], over[j])
		narrow := 0x1p-56 * q.sizes[j]
		if sound(rest) && rest.Upper()-rest.Lower() <= narrow {
			continue
		}
		if plain := v.Mul(mass); sound(plain) {
			if good = good && plain.Upper()-plain.Lower() <= 4*narrow; !sound(z[j]) {
				z[j] = plain
			} else {
				z[j] = z[j].Intersect(plain)
			}
			continue
		}
		good = false
	}
	return z, good
}

// integrands returns the coefficients of the integrands times the density, and those
// of the density, up to an order, from those of s, which go one further.
func (q quadrature) integrands(s []interval.Float, at interval.Float, order int) (z [integrals][]interval.Float, density []interval.Float) {
	density = make([]interval.Float, order+1)
	density[0] = at.Sqr().Mul(q.curve).Mul(interval.FloatPoint(-0.5)).Exp().Mul(q.peak)
	for k := 1; k <= order; k++ { // φ' = -x/σ²·φ
		sum := at.Mul(density[k-1])
		if k > 1 {
			sum = sum.Add(density[k-2])
		}
		density[k] = sum.Mul(q.curve).Neg().Quo(interval.FloatPoint(float64(k)))
	}
	t, d := make([]interval.Float, order+1), make([]interval.Float, order+1)
	for k := range order + 1 {
		t[k] = s[k]
		d[k] = times(s[k+1], interval.FloatPoint(float64(k+1)))
	}
	t[0], d[0] = t[0].Sub(q.shift.t), d[0].Sub(q.shift.d)
	z[ofValue], z[ofSlope] = convolve(t, density), convolve(d, density)
	z[ofSquare], z[ofSlopeSquare] = convolve(t, z[ofValue]), convolve(d, z[ofSlope])
	return z, density
}

func convolve(a, b []interval.Float) []interval.Float {
	z := make([]interval.Float, len(a))
	for k := range z {
		z[k] = zero
		for j := range k + 1 {
			z[k] = plus(z[k], times(a[j], b[k-j]))
		}
	}
	return z
}

// far bounds the integrals beyond the edge on one side. The tail begins there or
// farther outside, where it takes that for a bound.
func (n normal) far(list []piece, side int, by shift, edge interval.Float) (z [integrals]interval.Float, err error) {
	last := list[len(list)-1]
	if side < 0 {
		last = list[0]
	}
	h := last.expr
	d, err := n.derivative(h)
	if err != nil {
		return z, err
	}
	h, d = n.s.Sub(h, by.bias), n.s.Sub(d, by.slope)
	if side < 0 {
		minus := n.s.Neg(n.x)
		h, d = n.put(h, minus), n.put(d, minus)
	}
	from := max(firstTail, edge.Upper())
	for _, p := range list {
		for _, e := range []end{p.left, p.right} {
			if e.infinity == 0 {
				from = max(from, math.Abs(e.value.Lower()), math.Abs(e.value.Upper()))
			}
		}
	}
	found := false
	for end := max(from, lastTail); from <= end; from *= 2 {
		y, e := n.beyond(h, d, from)
		if e == nil && from > edge.Upper() { // up to where the tail begins
			e = n.between(list, side, by, edge.Lower(), from, &y)
		}
		if e != nil {
			if err = e; ignore(e) != nil {
				return z, e
			}
			continue
		}
		if !found || widest(y) < widest(z) {
			z, found = y, true
		}
		if widest(z) < negligible {
			break
		}
	}
	if found {
		return z, nil
	}
	return z, err
}

// negligible is the width of the integrals over a tail from which on it need not begin
// farther outside: what is computed from them is no more precise than 2^-53 of values
// that are mostly larger.
const negligible = 1e-60

// widest returns the largest width of the integrals.
func widest(z [integrals]interval.Float) (w float64) {
	for _, v := range z {
		w = max(w, v.Upper()-v.Lower())
	}
	return w
}

// beyond bounds the integrals of h and d over the tail from a place on.
func (n normal) beyond(h, d symbolic.ID, from float64) (z [integrals]interval.Float, err error) {
	t := tail{n.line, interval.FloatPoint(from)}
	for j, id := range []symbolic.ID{h, d} {
		terms, err := t.expand(id)
		if err != nil {
			return z, err
		}
		b, err := n.outer(t, terms)
		if err != nil {
			return z, err
		}
		z[2*j] = interval.NewFloat(-b, b)
		if terms, err = t.mul(terms, terms); err == nil {
			b, err = n.outer(t, terms)
		}
		if err != nil {
			return z, err
		}
		z[2*j+1] = interval.NewFloat(0, b)
	}
	return z, nil
}

// between bounds what is between the edge and the beginning of the tail, box by
// box.
func (n normal) between(list []piece, side int, by shift, a, b float64, z *[integrals]interval.Float) error {
	low, high := a, b
	if side < 0 {
		low, high = -b, -a
	}
	for _, p := range list {
		left, right := low, high
		if p.left.infinity == 0 {
			left = max(left, p.left.value.Lower())
		}
		if p.right.infinity == 0 {
			right = min(right, p.right.value.Upper())
		}
		if left >= right {
			continue
		}
		q, err := n.compile(p.expr)
		if err != nil {
			return err
		}
		count := max(8, int(min(4*(right-left), 1000)))
		for i := range count {
			a, b := left+(right-left)*float64(i)/float64(count), left+(right-left)*float64(i+1)/float64(count)
			if i == count-1 {
				b = right
			}
			x := interval.NewFloat(a, b)
			// Its probability: the density times the width.
			mass := x.Sqr().Mul(n.curve).Mul(interval.FloatPoint(-0.5)).Exp().Mul(n.peak).Mul(interval.NewFloat(0, interval.FloatPoint(b).Sub(interval.FloatPoint(a)).Upper()))
			row := q.run(x, 1)
			t, d := row[0].Sub(by.t), row[1].Sub(by.d)
			for j, v := range [integrals]interval.Float{t, t.Sqr(), d, d.Sqr()} {
				if !sound(v) {
					return unsupported("the integrals could not be enclosed")
				}
				z[j] = z[j].Add(v.Mul(mass))
			}
		}
	}
	return nil
}

// outer bounds ∫|Σ c·m|·φ over the tail, each monomial by
//
//	∫ m·φ dx <= m(T)·φ(T)/g   where (m·φ)'/(m·φ) <= -g for x >= T
func (n normal) outer(t tail, terms []term) (float64, error) {
	sum := zero
	gauss := []symbolic.ID{symbolic.Zero, n.s.Div(n.s.Num(rational.New(-1, 2)), n.s.Mul(n.at, n.at))}
	for _, x := range terms {
		m := monomial{x.power, t.addPoly(x.exponent, gauss)}
		q, err := t.slope(m)
		if err != nil {
			return 0, err
		}
		// Of x·(log mφ)' = q(x) half is enough for g.
		g := q[0].Quo(t.from).Mul(interval.FloatPoint(-0.5))
		if !(g.Lower() > 0) {
			return 0, unsupported("it grows too fast for its mean to be bounded")
		}
		rate := interval.FloatPoint(g.Lower())
		q[0], q[1] = q[0].Add(rate.Mul(t.from)), q[1].Add(rate)
		if !t.isNegative(q) {
			return 0, unsupported("it grows too fast for its mean to be bounded")
		}
		at, err := t.at(m)
		if err != nil {
			return 0, err
		}
		sum = sum.Add(x.c.Abs().Mul(at).Mul(n.peak).Quo(rate))
	}
	if !sound(sum) {
		return 0, unsupported("how fast it grows could not be bounded")
	}
	return max(0, sum.Upper()), nil
}
