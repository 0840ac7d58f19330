package poly

import "math/big"

// henselLift lifts the factorisation of f modulo p
//
//	f = lc(f)·product of factors
//
// into monic factors, pairwise coprime modulo p, to one modulo the returned
// power of p, which exceeds least. Source: von zur Gathen and Gerhard, Modern
// Computer Algebra, algorithms 15.10 and 15.17 (quadratic, in a tree of depth
// logarithmic in the number of factors).
func henselLift(f ints, factors []dense, fp field, least *big.Int, b *Budget) ([]ints, modulus, error) {
	r := modulus{new(big.Int).SetUint64(fp.p)}
	rounds := 0
	for r.m.Cmp(least) <= 0 {
		r.m = new(big.Int).Mul(r.m, r.m)
		rounds++
	}
	type job struct {
		f       ints
		factors []dense
	}
	var out []ints
	for work := []job{{f, factors}}; len(work) > 0; {
		j := work[len(work)-1]
		work = work[:len(work)-1]
		if len(j.factors) == 1 {
			out = append(out, r.monic(r.reduce(j.f)))
			continue
		}
		words := uint64(len(r.m.Bits()) + 1)
		if err := b.spend(mulSat(uint64(20*len(j.f)*len(j.f)), words*words/4+words)); err != nil {
			return nil, r, err
		}
		half := len(j.factors) / 2
		g, h := liftPair(j.f, j.factors[:half], j.factors[half:], fp, rounds)
		work = append(work, job{h, j.factors[half:]}, job{g, j.factors[:half]})
	}
	return out, r, nil
}

// liftPair lifts f = g·h, with g the product of the first factors times lc(f),
// by the given number of squarings of the modulus.
func liftPair(f ints, first, second []dense, fp field, rounds int) (g, h ints) {
	lead := fp.fromBig(f[len(f)-1])
	gp, hp := dense{lead}, dense{fp.one}
	for _, x := range first {
		gp = fp.mulDense(gp, x)
	}
	for _, x := range second {
		hp = fp.mulDense(hp, x)
	}
	sp, tp := fp.bezout(gp, hp)
	g, h = fp.toInts(gp), fp.toInts(hp)
	s, t := fp.toInts(sp), fp.toInts(tp)
	r := modulus{new(big.Int).SetUint64(fp.p)}
	for range rounds {
		r.m = new(big.Int).Mul(r.m, r.m)
		e := r.sub(r.reduce(f), r.mul(g, h))
		q, rem := r.divRem(r.mul(s, e), h)
		g = r.add(g, r.add(r.mul(t, e), r.mul(q, g)))
		h = r.add(h, rem)
		d := r.sub(r.add(r.mul(s, g), r.mul(t, h)), ints{bigOne()})
		c, rem := r.divRem(r.mul(s, d), h)
		s = r.sub(s, rem)
		t = r.sub(r.sub(t, r.mul(t, d)), r.mul(c, g))
	}
	return g, h
}

// toInts returns the values of x as integers in [0, p).
func (f field) toInts(x dense) ints {
	z := make(ints, len(x))
	for i, c := range x {
		z[i] = new(big.Int).SetUint64(f.value(c))
	}
	return z
}
