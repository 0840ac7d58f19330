//go:build goexperiment.simd && amd64

package function

import (
	"simd/archsimd"
)

// Columns of exp, sigmoid and tanh, four numbers at a time, where the processor has
// AVX2. Every number takes the same operations in the same order as in the kernels
// for one, so the results have the same bits. Build with GOEXPERIMENT=simd.

type vector = archsimd.Float64x4

func all(x float64) vector { return archsimd.BroadcastFloat64x4(x) }

// eachFour applies f to four numbers at a time, as long as all of them are less
// than limit in size, and loop to the others.
func eachFour(z, u []float64, limit float64, f func(vector) vector, loop func(z, u []float64)) {
	u = u[:len(z)]
	i := 0
	if archsimd.X86.AVX2() {
		for bound := all(limit); i+4 <= len(z); i += 4 {
			x := archsimd.LoadFloat64x4Slice(u[i:])
			if size(x).Less(bound).ToBits() != 15 {
				loop(z[i:i+4], u[i:i+4])
				continue
			}
			f(x).StoreSlice(z[i:])
		}
	}
	loop(z[i:], u[i:])
}

const signBit = 1 << 63

func size(x vector) vector {
	return x.AsUint64x4().And(archsimd.BroadcastUint64x4(^uint64(signBit))).AsFloat64x4()
}

// reduceFour is reduceExp.
func reduceFour(x vector) (k, r, c vector) {
	k = x.Mul(all(log2E)).Add(all(roundBits))
	n := k.Sub(all(roundBits))
	hi := x.Sub(n.Mul(all(ln2Hi)))
	lo := n.Mul(all(ln2Lo))
	r = hi.Sub(lo)
	return k, r, hi.Sub(r).Sub(lo)
}

// tailFour is exp(r)-1-r.
func tailFour(r vector) vector {
	z := r.Mul(r)
	p := all(2.0826630657892157e-09).Mul(z).Add(all(2.7557581843516964e-07))
	p = p.Mul(z).Add(all(2.4801586926624173e-05))
	p = p.Mul(z).Add(all(0.0013888888889115648))
	p = p.Mul(z).Add(all(0.041666666666666095))
	even := p.Mul(z).Add(all(0.5))
	q := all(2.5112037245983316e-08).Mul(z).Add(all(2.755723486089032e-06))
	q = q.Mul(z).Add(all(0.00019841269896384679))
	q = q.Mul(z).Add(all(0.008333333333317034))
	odd := q.Mul(z).Add(all(0.16666666666666682))
	return z.Mul(even.Add(odd.Mul(r)))
}

// twoToFour is twoTo.
func twoToFour(k vector) vector {
	return k.AsUint64x4().Add(archsimd.BroadcastUint64x4(1023)).ShiftAllLeft(52).AsFloat64x4()
}

func expFour(x vector) vector {
	k, r, c := reduceFour(x)
	return all(1).Add(r.Add(tailFour(r).Add(c))).Mul(twoToFour(k))
}

func sigmoidFour(x vector) vector {
	minus := x.AsUint64x4().Xor(archsimd.BroadcastUint64x4(signBit)).AsFloat64x4()
	return all(1).Div(all(1).Add(expFour(minus)))
}

// twoSumFour is twoSum.
func twoSumFour(a, b vector) (s, err vector) {
	s = a.Add(b)
	c := s.Sub(a)
	return s, a.Sub(s.Sub(c)).Add(b.Sub(c))
}

func tanhFour(x vector) vector {
	k, r, c := reduceFour(all(2).Mul(size(x)))
	t := twoToFour(k)
	a, b := t.Sub(all(1)), t.Mul(r)
	s, d := twoSumFour(a, b)
	d = d.Add(t.Mul(tailFour(r).Add(c)))
	e := s.Add(d) // tanhOf
	lost := s.Sub(e).Add(d)
	sum, rest := twoSumFour(e, all(2))
	y := e.Div(sum)
	lost = lost.Sub(y.Mul(rest))
	y = y.Add(lost.Mul(all(0.5).Sub(all(0.5).Mul(y))))
	sign := x.AsUint64x4().And(archsimd.BroadcastUint64x4(signBit))
	return y.AsUint64x4().Or(sign).AsFloat64x4()
}

func expBlock(z []float64, a [][]float64)     { eachFour(z, a[0], expInside, expFour, expLoop) }
func sigmoidBlock(z []float64, a [][]float64) { eachFour(z, a[0], expInside, sigmoidFour, sigmoidLoop) }
func tanhBlock(z []float64, a [][]float64)    { eachFour(z, a[0], tanhInside, tanhFour, tanhLoop) }
