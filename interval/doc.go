// Package interval has real intervals with outward rounding: Interval with
// big.Float endpoints of any precision, and Float with float64 endpoints.
//
// An interval [lo, hi] is a connected set of reals, perhaps without 0; an
// endpoint may be infinite, which means that there is no bound, never that a
// value is infinite. Endpoints may be left out where it is known that no value
// is there: tanh(1000) is in [.., 1), so it is certainly less than 1, though no
// number of 64 bits lies between the two. An *enclosure* of a set is an
// interval that contains it. Every function here maps enclosures of its
// arguments to an enclosure of all values that the real function takes on
// them: a lower endpoint is always rounded down, an upper one up, and every
// truncated series carries a proved remainder. That is the one promise of the
// package; widths are as small as is practical, mostly a few units in the last
// place for a point argument.
//
// Units: prec is the number of mantissa bits of the endpoints of a result;
// angles are in radians.
//
// Each result has a Decoration that says where the function is defined and
// continuous on its arguments, after IEEE 1788-2015, clause 11: values outside
// the domain are left out of the enclosure, and the decoration says so.
//
// Exponents of big.Float have 32 bits. What lies beyond is enclosed by
// [largest number, +Inf] or [0, smallest number]; in the second case the
// interval remembers that 0 itself is not a value (NonZero), so that the
// logarithm of exp(-exp(100)) is still certainly defined.
//
// How the bounds of Intervals are proved. A value is computed at a point in one
// of two kinds of arithmetic that bound their own rounding errors: fixed-point
// balls (type fixed: an integer with a radius in units of the last place) and
// intervals themselves. What is left to a proof on paper is the remainder of
// each series, stated beside the loop. No value of package math is trusted;
// math.Log and the like are only used for starting values whose error is then
// measured.
//
// How the bounds of Floats are proved. Sums, products, quotients and roots are
// rounded outward by the sign of their exact error (float_round.go). exp, log,
// sin, cos, atan and erfc have kernels of their own, whose error bounds are
// derived in comments beside the code, with a factor 2 to spare; the numbers in
// their tables are checked by a test against Intervals. All other functions are
// computed from these in interval arithmetic. Where that is not possible (huge
// angles, Γ at negative numbers, near its turning points) a Float takes the way
// over an Interval of 64 bits, which is a thousand times slower. Results do not
// depend on the machine: products are kept apart from sums, which Go may
// otherwise fuse, and of package math only exactly specified functions are used
// (Sqrt, FMA, Floor, Round, Ldexp); math.Cbrt gives a value that is then
// checked.
package interval
