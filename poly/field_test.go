package poly

import (
	"math/big"
	"testing"
)

func TestPrimesAreTheLargestBelowTwoToThe62(t *testing.T) {
	next := primesBelow()
	p := next()
	for x := uint64(1)<<62 - 1; x > 1<<62-1000; x -= 2 {
		isPrime := new(big.Int).SetUint64(x).ProbablyPrime(0)
		if isPrime != (x == p) {
			t.Fatalf("%d is a prime: %v; the next prime given is %d", x, isPrime, p)
		}
		if isPrime {
			p = next()
		}
	}
}
