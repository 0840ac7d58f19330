package algebra

import (
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// A numberFactor is a factor of a positive number: a prime below 1000, or an
// integer without such.
type numberFactor struct {
	base rational.Rat
	exp  int64
}

// numberFactors factors numerator and denominator of x > 0.
func numberFactors(x rational.Rat) []numberFactor {
	return append(integerFactors(x.Num(), 1), integerFactors(x.Denom(), -1)...)
}

func integerFactors(x rational.Rat, sign int64) (out []numberFactor) {
	rest, q, rem := x.Big().Num(), new(big.Int), new(big.Int)
	for p := int64(2); p < 1000; p++ {
		if rest.IsInt64() && rest.Int64() < p*p {
			break
		}
		n := int64(0)
		for d := big.NewInt(p); ; n++ {
			if q.QuoRem(rest, d, rem); rem.Sign() != 0 {
				break
			}
			rest, q = q, rest
		}
		if n > 0 {
			out = append(out, numberFactor{rational.Int(p), sign * n})
		}
	}
	if cofactor := rational.FromBigInt(rest); !cofactor.IsOne() {
		out = append(out, numberFactor{cofactor, sign})
	}
	return out
}
