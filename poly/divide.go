package poly

import (
	"math/big"
	"math/bits"
)

// Divide returns p/q and true if q divides p, and otherwise false. Division by
// 0 is false. It fails with a *LimitError if the budget does not suffice. The
// cost is the product of the numbers of terms of q and the quotient, times the
// logarithm of the latter. Source: Monagan and Pearce, "Sparse polynomial
// division using a heap", J. Symb. Comp. 46 (2011).
func (p Poly) Divide(q Poly, b *Budget) (Poly, bool, error) {
	p.same(q)
	if q.IsZero() || p.IsZero() {
		return p.ring.Zero(), !q.IsZero(), nil
	}
	t, ok, err := divideTerms(p.t, q.t, b.orNew())
	if err != nil || !ok {
		return Poly{}, false, err
	}
	return Poly{p.ring, p.scale.Div(q.scale), t}, true, nil
}

// divideTerms returns x/y if it is a polynomial with integer coefficients. For
// a primitive y it is one whenever y divides x over Q (Gauss).
func divideTerms(x, y terms, b *Budget) (terms, bool, error) {
	if x.len() == 0 {
		return x, true, nil
	}
	if y.isUnit() {
		return terms{x.lay, x.exps, x.c.times(y.c.at(0))}, true, nil
	}
	room := x.degrees()
	top := uint64(0)
	for v, d := range y.degrees() {
		top = max(top, room[v])
		if d > room[v] {
			return terms{}, false, nil
		}
	}
	if !endsDivide(x, y) {
		return terms{}, false, nil
	}
	lay := layoutOf(x.lay.n, widthFor(top))
	d := division{x: x.repack(lay.width), y: y.repack(lay.width), b: b}
	if k, ok := newKron(lay, room); ok {
		for v, e := range y.degrees() {
			room[v] -= e
		}
		d.k, d.room, d.nw = &k, room, 1
		d.xk, d.yk = k.keys(x), k.keys(y)
	} else {
		d.nw, d.xk, d.yk = lay.nw, d.x.exps, d.y.exps
	}
	if x.c.big == nil && y.c.big == nil {
		done, ok, err := d.small()
		if err != nil || done && !ok {
			return terms{}, false, err
		}
		if done {
			return d.quotient(coeffs{small: d.qs}), true, nil
		}
		d.qk, d.nodes = nil, nil
	}
	if ok, err := d.big(); err != nil || !ok {
		return terms{}, false, err
	}
	return d.quotient(shrink(d.qb)), true, nil
}

// endsDivide tells whether the last terms divide each other: the first ones
// are looked at soon enough.
func endsDivide(x, y terms) bool {
	i, j := x.len()-1, y.len()-1
	if x.c.big == nil && y.c.big == nil {
		if x.c.small[i]%y.c.small[j] != 0 {
			return false
		}
	} else if new(big.Int).Rem(x.c.at(i), y.c.at(j)).Sign() != 0 {
		return false
	}
	for v := range x.lay.n {
		if y.lay.get(y.mono(j), v) > x.lay.get(x.mono(i), v) {
			return false
		}
	}
	return true
}

// A division is the state of one exact division x/y. Keys have nw words: one
// of Kronecker's substitution, or the packed monomial.
type division struct {
	x, y   terms
	b      *Budget
	nw     int
	k      *kron    // nil: packed monomials
	room   []uint64 // the largest exponents of the quotient, with k
	xk, yk []uint64 // keys of x and y
	qk     []uint64 // keys of the quotient
	qs     []int64
	qb     []*big.Int
	nodes  []node // the heap
	rest   []uint64
}

// A node stands for the product of term i of y and term j of the quotient. Its
// key is first, followed by the words rest[j·(nw-1):]; a term of the quotient
// has at most one node at a time.
type node struct {
	first uint64
	i, j  int32
}

// less tells whether x has the larger key.
func (d *division) less(x, y node) bool {
	if x.first != y.first || d.nw == 1 {
		return x.first > y.first
	}
	n := d.nw - 1
	return compareWords(d.rest[int(x.j)*n:int(x.j)*n+n], d.rest[int(y.j)*n:int(y.j)*n+n]) > 0
}

// fill sets the key of the node.
func (d *division) fill(x *node) {
	yk, qk := d.yk[int(x.i)*d.nw:], d.qk[int(x.j)*d.nw:]
	x.first = yk[0] + qk[0]
	for w := 1; w < d.nw; w++ {
		d.rest[int(x.j)*(d.nw-1)+w-1] = yk[w] + qk[w]
	}
}

func (d *division) up(i int) {
	for i > 0 {
		p := (i - 1) / 2
		if !d.less(d.nodes[i], d.nodes[p]) {
			return
		}
		d.nodes[i], d.nodes[p] = d.nodes[p], d.nodes[i]
		i = p
	}
}

func (d *division) down() {
	h := d.nodes
	i, x := 0, h[0]
	for {
		c := 2*i + 1
		if c >= len(h) {
			break
		}
		if c+1 < len(h) && d.less(h[c+1], h[c]) {
			c++
		}
		if !d.less(h[c], x) {
			break
		}
		h[i] = h[c]
		i = c
	}
	h[i] = x
}

// advance moves the top node to the next term of y, or drops it after the last.
func (d *division) advance() {
	x := &d.nodes[0]
	if x.i++; int(x.i) < d.y.len() {
		d.fill(x)
	} else {
		last := len(d.nodes) - 1
		d.nodes[0] = d.nodes[last]
		d.nodes = d.nodes[:last]
		if last == 0 {
			return
		}
	}
	d.down()
}

// topKey writes the key of the top node to key.
func (d *division) topKey(key []uint64) {
	x := d.nodes[0]
	key[0] = x.first
	if d.nw > 1 {
		copy(key[1:], d.rest[int(x.j)*(d.nw-1):(int(x.j)+1)*(d.nw-1)])
	}
}

// topIs tells whether the top node has the key.
func (d *division) topIs(key []uint64) bool {
	x := d.nodes[0]
	return x.first == key[0] && (d.nw == 1 || compareWords(d.rest[int(x.j)*(d.nw-1):(int(x.j)+1)*(d.nw-1)], key[1:]) == 0)
}

// next writes the largest key of what is left of x - y·quotient to key; done
// is true when nothing is left, fromX tells whether term xi of x has the key.
func (d *division) next(key []uint64, xi int) (done, fromX bool) {
	if len(d.nodes) == 0 {
		if xi == d.x.len() {
			return true, false
		}
		copy(key, d.xk[xi*d.nw:xi*d.nw+d.nw])
		return false, true
	}
	d.topKey(key)
	if xi == d.x.len() {
		return false, false
	}
	x := d.xk[xi*d.nw : xi*d.nw+d.nw]
	c := compareWords(x, key)
	if c > 0 {
		copy(key, x)
	}
	return false, c >= 0
}

// push adds the quotient of the key by the leading monomial of y to the
// quotient, and its node. It returns false if that is no monomial.
func (d *division) push(key []uint64) (bool, error) {
	if d.k != nil {
		if key[0] < d.yk[0] || !d.k.within(key[0]-d.yk[0], d.room) {
			return false, nil
		}
		d.qk = append(d.qk, key[0]-d.yk[0])
	} else {
		guards := d.x.lay.guards()
		for w, m := range key {
			if ((m|guards)-d.yk[w])&guards != guards { // a field borrowed
				return false, nil
			}
			d.qk = append(d.qk, m-d.yk[w])
		}
	}
	j := len(d.qk)/d.nw - 1
	if err := d.b.terms(uint64(j + 1)); err != nil {
		return false, err
	}
	if d.y.len() > 1 {
		for range d.nw - 1 {
			d.rest = append(d.rest, 0)
		}
		x := node{i: 1, j: int32(j)}
		d.fill(&x)
		d.nodes = append(d.nodes, x)
		d.up(len(d.nodes) - 1)
	}
	return true, nil
}

// small divides with sums of 128 bits. It is not done if they may overflow or
// a coefficient of the quotient is not small.
func (d *division) small() (done, ok bool, err error) {
	key := make([]uint64, d.nw)
	ybits, qbits := d.y.c.bits(), 0
	lead := d.y.c.small[0]
	for xi := 0; ; {
		end, fromX := d.next(key, xi)
		if end {
			return true, true, nil
		}
		var sum wide
		if fromX {
			sum.addProduct(d.x.c.small[xi], 1)
			xi++
		}
		steps := uint64(1)
		for len(d.nodes) > 0 && d.topIs(key) {
			n := d.nodes[0]
			sum.addProduct(-d.y.c.small[n.i], d.qs[n.j])
			d.advance()
			steps += 4
		}
		if err := d.b.spend(steps); err != nil {
			return false, false, err
		}
		if sum.isZero() {
			continue
		}
		if !sum.isSmall() {
			return false, false, nil
		}
		c := int64(sum.lo)
		if c%lead != 0 {
			return true, false, nil
		}
		c /= lead
		if ok, err := d.push(key); err != nil || !ok {
			return true, false, err
		}
		d.qs = append(d.qs, c)
		qbits = max(qbits, bits.Len64(magnitude(c)))
		if ybits+qbits+bits.Len(uint(d.y.len())) > 125 {
			return false, false, nil
		}
	}
}

// big divides with big numbers.
func (d *division) big() (bool, error) {
	key := make([]uint64, d.nw)
	xc, yc := d.x.c.widened(), d.y.c.widened()
	d.rest = nil
	var sum, tmp, rem big.Int
	words := uint64(0)
	for xi := 0; ; {
		end, fromX := d.next(key, xi)
		if end {
			return true, nil
		}
		sum.SetInt64(0)
		if fromX {
			sum.Set(xc[xi])
			xi++
		}
		steps := uint64(1)
		for len(d.nodes) > 0 && d.topIs(key) {
			n := d.nodes[0]
			tmp.Mul(yc[n.i], d.qb[n.j])
			sum.Sub(&sum, &tmp)
			d.advance()
			steps += 8 + uint64(len(tmp.Bits()))
		}
		if err := d.b.spend(steps); err != nil {
			return false, err
		}
		if sum.Sign() == 0 {
			continue
		}
		q := new(big.Int)
		if q.QuoRem(&sum, yc[0], &rem); rem.Sign() != 0 {
			return false, nil
		}
		words += uint64(len(q.Bits()) + 1)
		if err := d.b.words(words); err != nil {
			return false, err
		}
		if ok, err := d.push(key); err != nil || !ok {
			return false, err
		}
		d.qb = append(d.qb, q)
	}
}

// quotient returns the polynomial with the keys found and coefficients c.
func (d *division) quotient(c coeffs) terms {
	if d.k == nil {
		return terms{d.x.lay, d.qk, c}.fit()
	}
	exps := make([]uint64, 0, len(d.qk)*d.k.lay.nw)
	for _, key := range d.qk {
		exps = d.k.monomial(exps, key)
	}
	return terms{d.k.lay, exps, c}.fit()
}
