package poly

import (
	"math/big"
)

// goodPrimes is how many primes are tried for the one with fewest factors.
const goodPrimes = 7

// factorUnivariate factors a square-free primitive t in variable v alone, with
// positive leading coefficient. With an error the last factor is not proved
// irreducible.
func factorUnivariate(t terms, v int, b *Budget) ([]power, error) {
	whole := []power{{t: t}}
	if t.degree(v) == 1 || t.len() == 1 {
		return []power{{t: t, irreducible: true}}, nil
	}
	if low := t.lowest(); low[v] > 0 { // the combinations need a constant coefficient
		x := fromInts(t.lay.n, v, ints{new(big.Int), bigOne()})
		found, err := factorUnivariate(t.lowered(low), v, b)
		return append(found, power{t: x, irreducible: true}), err
	}
	f, err := t.toInts(v, b)
	if err != nil {
		return whole, err
	}
	best, irreducible, err := choosePrime(f, b)
	switch {
	case err != nil:
		return whole, err
	case irreducible:
		return []power{{t: t, irreducible: true}}, nil
	}
	src := source(2)
	var factors []dense
	for _, d := range best.parts {
		list, err := best.f.equalDegrees(d, &src, b)
		if err != nil {
			return whole, err
		}
		factors = append(factors, list...)
	}
	// Mignotte: the coefficients of a factor are at most 2^n·‖f‖₂; here times
	// the leading coefficient, and doubled for the sign.
	norm := new(big.Int)
	for _, c := range f {
		norm.Add(norm, new(big.Int).Mul(c, c))
	}
	least := norm.Sqrt(norm).Add(norm, bigOne())
	least.Mul(least, f[len(f)-1]).Lsh(least, uint(len(f)+1))
	lifted, r, err := henselLift(f, factors, best.f, least, b)
	if err != nil {
		return whole, err
	}
	return recombine(t, v, lifted, r, best.degrees, b)
}

// A primeChoice is a factorisation into distinct degrees modulo a prime.
type primeChoice struct {
	f       field
	parts   []distinct
	count   int      // of irreducible factors
	degrees *big.Int // bit d: a factor over Z may have degree d
}

// choosePrime factors f modulo some small primes that keep its degree and
// leave it square-free, and returns the prime with fewest factors. f is
// irreducible if the degrees of factors that the primes allow are only 0 and
// that of f.
func choosePrime(f ints, b *Budget) (best primeChoice, irreducible bool, err error) {
	all := new(big.Int).Lsh(bigOne(), uint(len(f)))
	all.Sub(all, bigOne())
	trivial := new(big.Int).SetBit(bigOne(), f.deg(), 1)
	for p, tried := uint64(11), 0; tried < goodPrimes; p += 2 {
		if !new(big.Int).SetUint64(p).ProbablyPrime(0) {
			continue
		}
		if err := b.spend(uint64(len(f)) * uint64(len(f)+50)); err != nil {
			return best, false, err
		}
		fp := newField(p)
		x := fp.fromInts(f)
		if x.deg() != f.deg() || fp.gcdDense(x, fp.derivDense(x)).deg() != 0 {
			continue
		}
		tried++
		parts, err := fp.distinctDegrees(fp.monic(x), b)
		if err != nil {
			return best, false, err
		}
		count := 0
		sums := bigOne()
		for _, d := range parts {
			for range d.product.deg() / d.degree {
				count++
				sums.Or(sums, new(big.Int).Lsh(sums, uint(d.degree)))
			}
		}
		if all.And(all, sums); all.Cmp(trivial) == 0 {
			return best, true, nil
		}
		if best.parts == nil || count < best.count {
			best = primeChoice{f: fp, parts: parts, count: count}
		}
	}
	best.degrees = all
	return best, false, nil
}

// fromInts returns the residues of x.
func (f field) fromInts(x ints) dense {
	z := make(dense, len(x))
	for i, c := range x {
		z[i] = f.fromBig(c)
	}
	return z.trim()
}

// recombine finds the factors of t over Z among the products of the factors
// modulo r, small subsets first; all subsets of up to half of what is left are
// tried, so that what remains is irreducible. Source: Zassenhaus (1969).
func recombine(t terms, v int, lifted []ints, r modulus, degrees *big.Int, b *Budget) (out []power, err error) {
	for size := 1; 2*size <= len(lifted); {
		lead, _ := t.leading(v)
		constant := t.coefficient(v, 0)
		k, last := lead.c.at(0), new(big.Int).Mul(lead.c.at(0), constant.c.at(0))
		found := false
		for c, more := newChooser(len(lifted), size), true; more; more = c.next() {
			if err := b.spend(uint64(size * (len(r.m.Bits())*len(r.m.Bits()) + 150))); err != nil {
				return append(out, power{t: t}), err
			}
			g, ok, err := combination(t, v, lifted, c.at, r, k, last, degrees, b)
			if err != nil {
				return append(out, power{t: t}), err
			}
			if !ok {
				continue
			}
			if t, err = mustDivide(t, g, b); err != nil {
				return nil, err
			}
			out = append(out, power{t: g, irreducible: true})
			lifted = without(lifted, c.at)
			found = true
			break
		}
		if !found {
			size++
		}
	}
	return append(out, power{t: t, irreducible: true}), nil
}

// combination returns the factor of t that belongs to the chosen factors
// modulo r, if there is one. k is the leading coefficient of t, last k times
// the constant one.
func combination(t terms, v int, lifted []ints, at []int, r modulus, k, last *big.Int, degrees *big.Int, b *Budget) (terms, bool, error) {
	deg := 0
	constant := new(big.Int).Set(k)
	for _, i := range at {
		deg += lifted[i].deg()
		constant.Mul(constant, lifted[i][0]).Mod(constant, r.m)
	}
	if degrees.Bit(deg) == 0 {
		return terms{}, false, nil
	}
	// The constant coefficient of the factor times k/(its leading one).
	constant = r.symmetric(ints{constant})[0]
	if constant.Sign() == 0 || new(big.Int).Rem(last, constant).Sign() != 0 {
		return terms{}, false, nil
	}
	product := ints{new(big.Int).Mod(k, r.m)}
	for _, i := range at {
		if err := b.spend(mulSat(uint64(len(product)*len(lifted[i])), uint64(len(r.m.Bits())*2+4))); err != nil {
			return terms{}, false, err
		}
		product = r.mul(product, lifted[i])
	}
	_, g := fromInts(t.lay.n, v, r.symmetric(product)).primitive()
	_, ok, err := divideTerms(t, g, b)
	return g, ok, err
}
