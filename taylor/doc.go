// Package taylor expands formulas near a point, exactly: by powers of x-a, with
// negative and fractional ones and logarithms where they occur, at infinity, from
// one side at kinks and jumps, and in several variables by total degree. Limits
// come from expansions. Remainders are enclosed on intervals.
//
// A *series* is a sum of terms c·t^e·log(t)^k of increasing size in a parameter t
// that goes to 0: x-a, a-x from the left, 1/x or -1/x. Its coefficients c are exact:
// linear combinations of nodes of package symbolic over the rationals. What a
// formula is near a point is found by a *germ*, which expands one node after the
// other. A function that is smooth there is expanded by a *recurrence* that follows
// from its derivative in the function table, such as y' = y·(1-y); its singular
// points are those of exp, log, powers and floor, to which definitions in the table
// lead. Where a sign or whether a coefficient is 0 has to be known, it is proved
// (packages certify, assume, simplify), or required as a condition on parameters.
//
// A formula that is smooth at a constant point with rational coefficients takes a
// faster way, a *program*. The denominators of its coefficients are known, so that they
// are computed as integers over factorials up to a medium order, and else modulo primes:
// numerators have bounds, which makes the result exact. Else long rational series
// are multiplied as large integers, on which quotients, powers and exponentials are
// built by Newton's iteration; coefficients that are polynomials in few nodes are
// summed over a common denominator.
//
// The *remainder* is the formula minus the terms of its expansion. It is enclosed
// by *jets*, which run the same recurrences in interval arithmetic and so enclose
// derivatives on whole intervals.
package taylor
