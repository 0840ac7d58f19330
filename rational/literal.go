package rational

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Parse reads a decimal literal exactly: digits, an optional fraction and an
// optional exponent, such as 12, 0.1 (which is 1/10), .5 or 1e-400. There is
// no sign. The exponent is limited to ±maxExponent, beyond which the number
// would be too large to write down.
func Parse(s string, maxExponent int) (Rat, error) {
	mantissa, exponent := s, 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		e, err := strconv.Atoi(s[i+1:])
		if err != nil || e > maxExponent || e < -maxExponent {
			return Rat{}, fmt.Errorf("the exponent of %s is beyond the limit of %d", s, maxExponent)
		}
		mantissa, exponent = s[:i], e
	}
	whole, frac, _ := strings.Cut(mantissa, ".")
	digits := whole + frac
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return Rat{}, fmt.Errorf("%s is not a decimal number", s)
	}
	exponent -= len(frac)
	if len(digits) <= 18 && exponent <= 0 && exponent > -19 {
		n, _ := strconv.ParseInt(digits, 10, 64)
		d := int64(1)
		for range -exponent {
			d *= 10
		}
		return New(n, d), nil
	}
	n := decimal(digits)
	switch {
	case exponent > 0:
		return FromBigInt(n.Mul(n, pow10(exponent))), nil
	case exponent < 0:
		return fromBig(new(big.Rat).SetFrac(n, pow10(-exponent))), nil
	}
	return FromBigInt(n), nil
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// decimal reads digits by halves, so that the cost is that of the largest
// multiplication and not quadratic.
func decimal(digits string) *big.Int {
	if len(digits) <= 2000 {
		n, _ := new(big.Int).SetString(digits, 10)
		return n
	}
	half := len(digits) / 2
	hi, lo := decimal(digits[:len(digits)-half]), decimal(digits[len(digits)-half:])
	return hi.Add(hi.Mul(hi, pow10(half)), lo)
}
