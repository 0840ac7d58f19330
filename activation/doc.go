// Package activation analyses activation functions of neural networks: how they
// look near 0, what they do to numbers from a normal distribution, and whether deep
// networks of them are linear for small inputs.
//
// # Certainty
//
// What is exact is proved: coefficients come from package taylor, parity from
// normal forms or package claim, suprema from all zeros of a derivative. Other
// numbers are intervals that enclose the true value. What was found by neither way
// is left out, with the reason.
//
// # Pieces
//
// A function is divided where conditions in it change (piece.go), and is a smooth
// expression on each piece. Coefficients of Taylor expansions are enclosed on
// intervals by recurrences (program.go, run.go). On the unbounded rest of the line,
// sums of monomials x^a·exp(P(x)) enclose what grows and what decays (tail.go).
//
// Suprema come from the zeros of derivatives (solve.go, extreme.go) or from
// bisection (bisect.go); means and variances from one-sided expansions and the
// moments of the normal distribution (moment.go), and from quadrature with
// remainders (gauss.go).
package activation
