package rational

import (
	"math"
	"math/big"
	"math/bits"
)

// Lowest returns num/den, or -num/den, for positive integers without a common factor,
// which are given by their words of 64 bits, the least one first. That there is none is
// not checked: Euclid's algorithm would take more time than all the rest.
func Lowest(negative bool, num, den []uint64) Rat {
	if len(num) == 1 && len(den) == 1 && num[0] <= math.MaxInt64 && den[0] <= math.MaxInt64 {
		n := int64(num[0])
		if negative {
			n = -n
		}
		return Rat{num: n, den1: int64(den[0]) - 1}
	}
	// A number and its words in one piece of memory, if there are not many.
	var z struct {
		x     big.Rat
		words [8]big.Word
	}
	p := &z
	words := p.words[:0]
	p.x = *half // so that the denominator has words, and Denom refers to them
	words = appendWords(words, num)
	n := len(words)
	words = appendWords(words, den)
	p.x.Num().SetBits(words[:n:n])
	p.x.Denom().SetBits(words[n:])
	if negative {
		p.x.Num().Neg(p.x.Num())
	}
	return fromBig(&p.x)
}

var half = big.NewRat(1, 2)

// appendWords appends words of 64 bits to those of this machine.
func appendWords(z []big.Word, x []uint64) []big.Word {
	for _, w := range x {
		z = append(z, big.Word(w))
		if bits.UintSize == 32 {
			z = append(z, big.Word(w>>32))
		}
	}
	return z
}
