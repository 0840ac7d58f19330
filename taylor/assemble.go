package taylor

import (
	"math"
	"math/big"
	"math/bits"
	"slices"

	"github.com/symgrad/symgrad/rational"
)

// coefficients returns those of a register up to order n, without its offset.
func (p *program) coefficients(root int32, n int) ([]rational.Rat, error) {
	scales, err := p.scales()
	if err != nil {
		return nil, err
	}
	scale := scales[root]
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
	den := new(big.Int).SetUint64(z.e)
	step := new(big.Int)
	digits := make([]uint64, width)
	for k := range out {
		if k > 0 {
			den.Mul(den, step.SetUint64(uint64(k)))
			if z.s != 1 {
				den.Mul(den, step.SetUint64(z.s))
			}
		}
		list := residues[k*width:][:need[k]]
		if slices.Max(list) == 0 {
			continue
		}
		num := lift(list, digits)
		if num.IsInt64() && den.IsInt64() {
			out[k] = rational.New(num.Int64(), den.Int64())
		} else {
			// What is left to Euclid's algorithm is shorter without powers of 2.
			twos := min(num.TrailingZeroBits(), den.TrailingZeroBits())
			num.Rsh(num, twos)
			out[k] = rational.FromBig(new(big.Rat).SetFrac(num, step.Rsh(den, twos)))
		}
	}
	return out
}

// lift returns the number with given residues that is nearest to 0.
func lift(residues, digits []uint64) *big.Int {
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
	negative := digits[m-1] > prime(m-1)/2
	if negative { // the digits of what is missing to the product of all primes, less 1
		for i := range m {
			digits[i] = prime(i) - 1 - digits[i]
		}
	}
	z := new(big.Int)
	if bits.UintSize == 64 {
		z.SetBits(joinDigits(digits[:m]))
	} else {
		var digit, q big.Int
		for i := m - 1; i >= 0; i-- {
			z.Mul(z, q.SetUint64(prime(i)))
			z.Add(z, digit.SetUint64(digits[i]))
		}
	}
	if negative {
		z.Add(z, big.NewInt(1))
		z.Neg(z)
	}
	return z
}

// reduced returns a, which is less than 2p, modulo p.
func reduced(a, p uint64) uint64 {
	if a >= p {
		a -= p
	}
	return a
}

// joinDigits returns the words of Σ digits[i]·prime(0)···prime(i-1).
func joinDigits(digits []uint64) []big.Word {
	z := make([]big.Word, 0, len(digits)+1)
	for i := len(digits) - 1; i >= 0; i-- {
		p, carry := prime(i), digits[i]
		for j, w := range z {
			hi, lo := bits.Mul64(uint64(w), p)
			sum, c := bits.Add64(lo, carry, 0)
			z[j], carry = big.Word(sum), hi+c
		}
		if carry != 0 {
			z = append(z, big.Word(carry))
		}
	}
	return z
}
