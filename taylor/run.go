package taylor

import (
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// residues returns the coefficients of a register up to order n modulo a prime. It
// returns false if the prime is in a denominator. The degrees are those of the
// registers.
func (p *program) residues(root int32, n int, degrees []int, q uint64, work []uint64) ([]uint64, bool) {
	size := n + 1
	row := func(r int32) []uint64 { return work[int(r)*size : (int(r)+1)*size] }
	inverse := row(int32(len(p.code)))
	inverse[1%size] = 1
	for i := 2; i < size; i++ {
		n := q / uint64(i)
		inverse[i] = mulMod(q-n, inverse[q-n*uint64(i)], q)
	}
	constants, ok := p.constantsMod(q)
	if !ok {
		return nil, false
	}
	thetas := int32(len(p.code)) + 1 // k·u_k of register u is in row thetas+u, if it is used
	used := p.thetasUsed()
	for i := range size {
		for r := range p.code {
			in := &p.code[r]
			z, c := row(int32(r)), constants[r]
			if z[i] = 0; i == 0 {
				z[0] = c.value
				if used[r] {
					row(thetas + int32(r))[0] = 0
				}
				continue
			}
			switch in.op {
			case opVariable:
				if i == 1 {
					z[1] = 1
				}
			case opGiven:
				if z[i], ok = ratMod(in.given.at(i), q); !ok {
					return nil, false
				}
			case opSum:
				for j, t := range in.terms {
					switch k := c.k[j]; k {
					case 1:
						z[i] = addMod(z[i], row(t)[i], q)
					case q - 1:
						z[i] = addMod(z[i], q-row(t)[i], q)
					default:
						z[i] = addMod(z[i], mulMod(k, row(t)[i], q), q)
					}
				}
			case opProduct:
				a, b := in.terms[0], in.terms[1]
				if degrees[a] < degrees[b] {
					a, b = b, a
				}
				from := max(0, i-degrees[b])
				if a == b {
					z[i] = square(row(a)[min(from, (i+1)/2):i+1-min(from, (i+1)/2)], q)
					break
				}
				z[i] = dot(row(a)[from:i+1], row(b)[:i+1-from], q)
			case opCall: // n·y_n = Σ d_k·(n-k)·u_(n-k)
				var sum uint64
				for j, d := range in.slopes {
					u := in.terms[j]
					from := max(0, i-degrees[u])
					sum = addMod(sum, dot(row(d)[from:i], row(thetas + u)[1:i+1-from], q), q)
				}
				z[i] = mulMod(sum, inverse[i], q)
			case opRiccati: // i·v_i = k[1]·v_(i-1) + k[2]·Σ v_k·v_(i-1-k)
				if i == 1 {
					z[1] = c.k[0]
					break
				}
				z[i] = mulMod(addMod(mulMod(c.k[1], z[i-1], q), mulMod(c.k[2], square(z[1:i-1], q), q), q), inverse[i], q)
			case opPower:
				// b0·n·y_n = a·Σ k·b_k·y_(n-k) - Σ b_k·(n-k)·y_(n-k)
				b, db := row(in.terms[0]), row(thetas+in.terms[0])
				n := min(i, degrees[in.terms[0]]) + 1
				if c.k[0] == q-1 { // a reciprocal: b0·y_n = -Σ b_k·y_(n-k)
					z[i] = mulMod(q-dot(z[i+1-n:i], b[1:n], q), c.k[1], q)
					break
				}
				sum := mulMod(c.k[0], dot(db[1:n], z[i+1-n:i], q), q)
				sum = addMod(sum, q-dot(b[1:n], row(thetas + int32(r))[i+1-n:i], q), q)
				z[i] = mulMod(mulMod(sum, c.k[1], q), inverse[i], q)
			}
			if used[r] {
				row(thetas + int32(r))[i] = mulMod(z[i], uint64(i), q)
			}
		}
	}
	return row(root), true
}

// square returns Σ x[k]·x[n-k] for the last index n: products for k and n-k are the same.
func square(x []uint64, q uint64) uint64 {
	half := len(x) / 2
	z := dot(x[:half], x[len(x)-half:], q)
	if z = addMod(z, z, q); 2*half < len(x) {
		z = addMod(z, mulMod(x[half], x[half], q), q)
	}
	return z
}

// thetasUsed tells of which registers u the k·u_k are used.
func (p *program) thetasUsed() []bool {
	used := make([]bool, len(p.code))
	for i := range p.code {
		switch in := &p.code[i]; in.op {
		case opCall:
			for _, u := range in.terms {
				used[u] = true
			}
		case opPower:
			used[in.terms[0]], used[i] = true, true
		}
	}
	return used
}

func addMod(a, b, p uint64) uint64 {
	if a += b; a >= p {
		a -= p
	}
	return a
}

// A constantMod has the numbers of an instruction modulo a prime: its value, the
// factors of a sum; of a power the exponent and 1/b0.
type constantMod struct {
	value uint64
	k     []uint64
}

func (p *program) constantsMod(q uint64) ([]constantMod, bool) {
	list := make([]constantMod, len(p.code))
	for i := range p.code {
		in := &p.code[i]
		var ok bool
		if list[i].value, ok = ratMod(in.value, q); !ok {
			return nil, false
		}
		numbers := in.k
		if in.op == opPower {
			numbers = []rational.Rat{in.exponent, p.code[in.terms[0]].value.Inv()}
		}
		for _, k := range numbers {
			m, ok := ratMod(k, q)
			if !ok {
				return nil, false
			}
			list[i].k = append(list[i].k, m)
		}
	}
	return list, true
}

// ratMod returns a rational number modulo a prime.
func ratMod(x rational.Rat, p uint64) (uint64, bool) {
	if n, d, ok := x.Small(); ok {
		z := uint64(max(n, -n)) % p
		if n < 0 && z != 0 {
			z = p - z
		}
		if d == 1 {
			return z, true
		}
		m := uint64(d) % p
		if m == 0 {
			return 0, false
		}
		return mulMod(z, inverseMod(m, p), p), true
	}
	b := x.Big()
	m := new(big.Int).SetUint64(p)
	n, d := new(big.Int).Mod(b.Num(), m).Uint64(), new(big.Int).Mod(b.Denom(), m).Uint64()
	if d == 0 {
		return 0, false
	}
	return mulMod(n, inverseMod(d, p), p), true
}
