package taylor

import (
	"math"
	"math/bits"
	"slices"

	"github.com/symgrad/symgrad/rational"
)

// coefficients returns those of a register up to order n, without its offset.
func (p *program) coefficients(root int32, n int) ([]rational.Rat, error) {
	p, root = p.reachable(root)
	scales, err := p.scales()
	if err != nil {
		return nil, err
	}
	if n >= minIntegers {
		if y, ok := p.newIntegers(n, scales); ok && y.run(n) {
			defer y.release()
			return y.coefficients(root, n), nil
		}
	}
	return p.fromResidues(root, n, scales[root])
}

// minIntegers is the order from which on integers are mostly faster than residues, up to
// 2.5 times at the order 60. Short series fit in one or two primes.
const minIntegers = 24

// fromResidues returns the coefficients of a register of which the scale is known.
func (p *program) fromResidues(root int32, n int, scale scale) ([]rational.Rat, error) {
	size := n + 1
	// need[k] is the number of primes for coefficient k.
	need := make([]int, size)
	most := 0
	logs := math.Log2(float64(scale.e)) + 3
	for k, bound := range p.bounds(root, n) {
		if k > 0 {
			logs += math.Log2(float64(k)) + math.Log2(float64(scale.s))
		}
		size := logs + bound
		if size > primeBits*float64(len(primeSteps)) || math.IsNaN(size) {
			return nil, errNoProgram
		}
		need[k] = max(1, int(math.Ceil(size/primeBits)))
		most = max(most, need[k])
	}
	residues := make([]uint64, most*size)
	work := make([]uint64, (2*len(p.code)+1)*size)
	degrees := p.degrees()
	for j := range most {
		p.s.CheckStopped()
		q := prime(j)
		z, ok := p.residues(root, n, degrees, q, work)
		if !ok {
			return nil, errNoProgram
		}
		k := scale.e
		for i, r := range z {
			if i > 0 { // i·s < 2^50
				k = mulMod(k, uint64(i)*scale.s, q)
			}
			residues[i*most+j] = mulMod(r, k, q)
		}
	}
	return assemble(residues, most, need, scale), nil
}

// assemble returns the numbers a_k = A_k/(k!·s^k·e) from the residues of A_k.
func assemble(residues []uint64, width int, need []int, z scale) []rational.Rat {
	out := make([]rational.Rat, len(need))
	den := newDenominator(z, len(need)-1)
	digits, words := make([]uint64, width), make([]uint64, 0, width)
	for k := range out {
		if k > 0 {
			den.next()
		}
		list := residues[k*width:][:need[k]]
		if slices.Max(list) == 0 {
			continue
		}
		negative := mixedRadix(list, digits)
		words = joinDigits(words[:0], digits[:need[k]], negative)
		twos := trailingZeros(words)
		out[k] = den.under(shiftedDown(words, twos), twos, negative)
	}
	return out
}

// mixedRadix finds the number with given residues that is nearest to 0: z, or -(z+1) if
// it is negative, where
//
//	z = Σ digits[i]·prime(0)···prime(i-1)
func mixedRadix(residues, digits []uint64) (negative bool) {
	inverses := chinese()
	m := len(residues)
	for j, r := range residues {
		p := prime(j)
		var sum uint64 // of the digits so far, mod p
		for i := j - 1; i >= 0; i-- {
			// Primes differ by less than 2^33, and the first ones are the largest.
			sum = addMod(mulMod(sum, prime(i)-p, p), reduced(digits[i], p), p)
		}
		digits[j] = mulMod(addMod(r, p-sum, p), inverses[j], p)
	}
	if digits[m-1] <= prime(m-1)/2 {
		return false
	}
	for i := range m { // the digits of what is missing to the product of all primes, less 1
		digits[i] = prime(i) - 1 - digits[i]
	}
	return true
}

// reduced returns a, which is less than 2p, modulo p.
func reduced(a, p uint64) uint64 {
	if a >= p {
		a -= p
	}
	return a
}

// joinDigits appends the words of Σ digits[i]·prime(0)···prime(i-1), and adds 1 if it is
// to be so.
func joinDigits(z, digits []uint64, addOne bool) []uint64 {
	for i := len(digits) - 1; i >= 0; i-- {
		p, carry := prime(i), digits[i]
		for j, w := range z {
			hi, lo := bits.Mul64(w, p)
			sum, c := bits.Add64(lo, carry, 0)
			z[j], carry = sum, hi+c
		}
		if carry != 0 {
			z = append(z, carry)
		}
	}
	for i := 0; addOne; i++ {
		if i == len(z) {
			z = append(z, 0)
		}
		z[i]++
		addOne = z[i] == 0
	}
	return z
}

// shiftedDown returns x/2^n in place of x, which is not 0 and a multiple.
func shiftedDown(x []uint64, n int) []uint64 {
	x = x[n/64:]
	s := n % 64
	for i := range len(x) - 1 {
		x[i] = x[i]>>s | x[i+1]<<(64-s) // 0 where s is 0
	}
	last := len(x) - 1
	if x[last] >>= s; x[last] == 0 {
		return x[:last]
	}
	return x
}
