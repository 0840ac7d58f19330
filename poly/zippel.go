package poly

import (
	"math/big"
	"slices"
)

// maxAttempts is how often an interpolation with random points starts again.
// Each fails with a probability of about (terms)²·degree/2^62; more failures
// than this would mean something else.
const maxAttempts = 12

// gcdShared returns the gcd of primitive x and y, which has positive degree in
// each of the variables, or may: bound has upper limits.
func gcdShared(x, y terms, vars []int, bound []uint64, b *Budget) (terms, error) {
	v := mainVariable(x, y, vars, bound)
	cx, x, err := x.primitiveIn(v, b)
	if err != nil {
		return terms{}, err
	}
	cy, y, err := y.primitiveIn(v, b)
	if err != nil {
		return terms{}, err
	}
	content, err := gcdTerms(cx, cy, b)
	if err != nil {
		return terms{}, err
	}
	lx, _ := x.leading(v)
	ly, _ := y.leading(v)
	gamma, err := gcdTerms(lx, ly, b)
	if err != nil {
		return terms{}, err
	}
	g := new(big.Int).GCD(nil, nil, lx.c.content(), ly.c.content())
	gamma.c = gamma.c.times(g)
	z := zippel{x: x, y: y, gamma: gamma, v: v, degree: int(bound[v]), b: b}
	for _, w := range vars {
		if w != v {
			z.others = append(z.others, w)
			z.limit = append(z.limit, int(bound[w]+gamma.degree(w)))
		}
	}
	part, err := z.run()
	if err != nil {
		return terms{}, err
	}
	return mulTerms(part, content, b)
}

// mainVariable picks the variable in which a leading coefficient is shortest,
// so that little is to be divided out at the end.
func mainVariable(x, y terms, vars []int, bound []uint64) int {
	best, bestLen := -1, 0
	for _, v := range vars {
		lx, _ := x.leading(v)
		ly, _ := y.leading(v)
		n := min(lx.len(), ly.len())
		if best < 0 || n < bestLen || n == bestLen && bound[v] < bound[best] {
			best, bestLen = v, n
		}
	}
	return best
}

// A zippel computes the gcd of x and y, primitive as polynomials in variable
// v, by interpolating its multiple with leading coefficient gamma in the other
// variables from its images in v alone.
type zippel struct {
	x, y, gamma terms
	v           int // the main variable
	degree      int // in v; an upper bound that images lower
	others      []int
	limit       []int // upper bounds of the degrees in others
	b           *Budget
	src         source
	f           field
	point       []uint64 // a value for each variable of the ring
	skel        []column
}

// A column is the coefficient of one power of v: monomials in the first of the
// other variables (exponents in the order of others), with coefficients.
type column struct {
	monos [][]uint64
	coef  []uint64
}

// outcome says what an image was good for.
type outcome int

const (
	good outcome = iota
	unlucky
	lower // the degree bound went down: all images so far were unlucky
)

func (z *zippel) run() (terms, error) {
	one := constTerms(z.x.lay.n, big.NewInt(1))
	for range maxAttempts {
		if z.degree == 0 {
			return one, nil
		}
		g, ok, err := z.attempt()
		if err != nil || ok {
			return g, err
		}
	}
	return terms{}, &LimitError{"attempts at a gcd", maxAttempts}
}

// attempt finds the monomials modulo one prime, and then coefficients modulo
// as many as are needed.
func (z *zippel) attempt() (terms, bool, error) {
	next := primesBelow()
	z.f = newField(next())
	z.draw()
	if ok, err := z.skeleton(); err != nil || !ok {
		return terms{}, false, err
	}
	sum := newCRT(z.f, z.residues())
	// By Gelfond's bound the coefficients have few more bits than these.
	size := z.x.c.bits() + z.y.c.bits() + z.gamma.c.bits()
	for v := range z.x.lay.n {
		size += 2 * int(min(z.x.degree(v), 1<<20))
	}
	most := size/61 + 3
	stable := sum.bits() < 56
	for n := 1; ; n++ {
		if stable {
			if g, ok, err := z.verify(sum.values); err != nil || ok {
				return g, ok, err
			}
		}
		if n == most {
			return terms{}, false, nil
		}
		z.f = newField(next())
		z.draw()
		cols, out, err := z.fill(len(z.others))
		if err != nil || out == lower {
			return terms{}, false, err
		}
		if out == unlucky {
			continue
		}
		z.skel = cols
		stable = sum.add(z.f, z.residues())
	}
}

// draw chooses a new random point.
func (z *zippel) draw() {
	z.point = make([]uint64, z.x.lay.n)
	for i := range z.point {
		z.point[i] = z.f.from(1 + z.src.next(z.f.p-1))
	}
}

// skeleton finds the monomials of the gcd modulo the current prime: of
// coefficients at a point for all others, then with one variable after the
// other free.
func (z *zippel) skeleton() (bool, error) {
	s := newSampler(z, 0, z.point)
	image, out, err := s.next()
	if err != nil || out != good {
		return false, err
	}
	z.skel = make([]column, z.degree)
	for i := range z.skel {
		if image[i] != 0 {
			z.skel[i] = column{[][]uint64{{}}, []uint64{image[i]}}
		}
	}
	for k := range z.others {
		if ok, err := z.extend(k); err != nil || !ok {
			return false, err
		}
	}
	return true, nil
}

// extend makes others[k] free: the coefficients of the skeleton are found at
// limit[k]+1 values of it and interpolated.
func (z *zippel) extend(k int) (bool, error) {
	w, n := z.others[k], z.limit[k]+1
	if err := z.b.degree(uint64(n)); err != nil {
		return false, err
	}
	xs := []uint64{z.point[w]}
	samples := [][]column{z.skel}
	base := slices.Clone(z.point)
	for tries := 0; len(xs) < n; tries++ {
		if tries > n+maxAttempts {
			return false, nil
		}
		z.point[w] = z.f.from(1 + z.src.next(z.f.p-1))
		if slices.Contains(xs, z.point[w]) {
			continue
		}
		cols, out, err := z.fill(k)
		if err != nil || out == lower {
			return false, err
		}
		if out == good {
			xs, samples = append(xs, z.point[w]), append(samples, cols)
		}
	}
	z.point = base
	if err := z.b.spend(mulSat(uint64(n), uint64(100*n))); err != nil {
		return false, err
	}
	inv := z.f.differences(xs)
	ys := make([]uint64, n)
	grown := make([]column, len(z.skel))
	for i, col := range z.skel {
		for l, m := range col.monos {
			for j := range ys {
				ys[j] = samples[j][i].coef[l]
			}
			if err := z.b.spend(mulSat(uint64(n), uint64(n))); err != nil {
				return false, err
			}
			for e, c := range z.f.interpolate(xs, ys, inv) {
				if c != 0 {
					grown[i].monos = append(grown[i].monos, append(slices.Clone(m), uint64(e)))
					grown[i].coef = append(grown[i].coef, c)
				}
			}
		}
	}
	z.skel = grown
	return true, nil
}

// fill finds the coefficients of the skeleton, whose monomials are in the
// first k of others, at the current point for the rest, from images at
// powers of a point: a transposed Vandermonde system for each column.
func (z *zippel) fill(k int) ([]column, outcome, error) {
	s := newSampler(z, k, z.point)
	count := 1
	for _, c := range z.skel {
		count = max(count, len(c.monos))
	}
	images := make([]dense, count)
	for j := range images {
		image, out, err := s.next()
		if err != nil || out != good {
			return nil, out, err
		}
		images[j] = image
	}
	cols := make([]column, len(z.skel))
	for i, c := range z.skel {
		nodes := make([]uint64, len(c.monos))
		for l, m := range c.monos {
			nodes[l] = z.f.one
			for q, e := range m {
				nodes[l] = z.f.mul(nodes[l], z.f.pow(z.point[z.others[q]], e))
			}
		}
		right := make([]uint64, len(nodes))
		for j := range right {
			right[j] = images[j][i]
		}
		if err := z.b.spend(mulSat(uint64(len(nodes)), uint64(3*len(nodes)))); err != nil {
			return nil, unlucky, err
		}
		coef, ok := z.f.vandermonde(nodes, right)
		if !ok {
			return nil, unlucky, nil
		}
		cols[i] = column{c.monos, coef}
	}
	return cols, good, nil
}

// residues returns all coefficients of the skeleton, column by column.
func (z *zippel) residues() []uint64 {
	var all []uint64
	for _, c := range z.skel {
		for _, x := range c.coef {
			all = append(all, z.f.value(x))
		}
	}
	return all
}

// verify makes the polynomial with the coefficients, and its primitive part,
// and divides x and y by that.
func (z *zippel) verify(values []*big.Int) (terms, bool, error) {
	n := z.x.lay.n
	top := uint64(z.degree)
	for _, d := range z.limit {
		top = max(top, uint64(d))
	}
	lay := layoutOf(n, widthFor(top))
	var exps []uint64
	e := make([]uint64, n)
	for i, c := range z.skel {
		for _, m := range c.monos {
			for k, w := range z.others {
				e[w] = m[k]
			}
			e[z.v] = uint64(i)
			exps = lay.pack(exps, e)
		}
	}
	c := slices.Clone(values)
	for i := range z.gamma.len() {
		z.gamma.lay.unpack(z.gamma.mono(i), e)
		e[z.v] = uint64(z.degree)
		exps = lay.pack(exps, e)
		c = append(c, z.gamma.c.at(i))
	}
	_, g := fromUnsorted(lay, exps, c).primitive()
	if !z.gamma.isConst() {
		var err error
		if _, g, err = g.primitiveIn(z.v, z.b); err != nil {
			return terms{}, false, err
		}
	}
	if _, ok, err := divideTerms(z.x, g, z.b); err != nil || !ok {
		return terms{}, false, err
	}
	_, ok, err := divideTerms(z.y, g, z.b)
	return g, ok, err
}
