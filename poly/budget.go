package poly

import (
	"fmt"
	"math/bits"
)

// The defaults of a Budget, chosen so that a computation that stays within
// them ends within some seconds and some hundred megabytes.
const (
	defaultTerms  = 1_000_000
	defaultBits   = 1_000_000
	defaultWords  = 1 << 24
	defaultDegree = 20_000
	defaultSteps  = 2_000_000_000
)

// A Budget bounds what computations may use. A zero field means its default,
// and a nil *Budget one with all defaults for a single call. Steps are counted
// over all calls that share the budget; a Budget must not be shared between
// goroutines.
type Budget struct {
	Terms  int64 // of one polynomial; default 1e6
	Bits   int64 // of one coefficient; default 1e6
	Words  int64 // 64-bit words of the coefficients of one result; default 2^24
	Degree int64 // of a univariate polynomial stored densely; default 20000
	Steps  int64 // operations on machine words, roughly; default 2e9

	used int64
}

// Used returns the number of steps taken so far.
func (b *Budget) Used() int64 { return b.used }

// A LimitError says which limit of a [Budget], or of the representation, ended
// a computation. It never says anything about the mathematical answer.
type LimitError struct {
	Limit string // "terms", "bits", "words", "degree", "steps", "exponent", ...
	Max   int64
}

// Error names the limit and its value.
func (e *LimitError) Error() string {
	return fmt.Sprintf("poly: the limit of %d %s was reached", e.Max, e.Limit)
}

// orNew returns b, or a budget with the defaults for nil.
func (b *Budget) orNew() *Budget {
	if b == nil {
		return new(Budget)
	}
	return b
}

// check returns an error if n is more than the limit, or more than its default
// where the limit is 0.
func check(name string, n uint64, limit, def int64) error {
	if limit == 0 {
		limit = def
	}
	if n > uint64(limit) {
		return &LimitError{name, limit}
	}
	return nil
}

func (b *Budget) terms(n uint64) error  { return check("terms", n, b.Terms, defaultTerms) }
func (b *Budget) bits(n uint64) error   { return check("bits", n, b.Bits, defaultBits) }
func (b *Budget) words(n uint64) error  { return check("words", n, b.Words, defaultWords) }
func (b *Budget) degree(n uint64) error { return check("degree", n, b.Degree, defaultDegree) }

// spend counts n steps. The steps that are refused are not counted, so that
// cheaper work may follow.
func (b *Budget) spend(n uint64) error {
	total, carry := bits.Add64(uint64(b.used), n, 0)
	if carry != 0 {
		total = 1<<64 - 1
	}
	if err := check("steps", total, b.Steps, defaultSteps); err != nil {
		return err
	}
	b.used = int64(total)
	return nil
}

// mulSat returns x·y, or the largest uint64 where it does not fit.
func mulSat(x, y uint64) uint64 {
	hi, lo := bits.Mul64(x, y)
	if hi != 0 {
		return 1<<64 - 1
	}
	return lo
}

// addSat returns x + y, or the largest uint64 where it does not fit.
func addSat(x, y uint64) uint64 {
	z, carry := bits.Add64(x, y, 0)
	if carry != 0 {
		return 1<<64 - 1
	}
	return z
}
