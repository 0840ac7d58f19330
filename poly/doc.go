// Package poly has multivariate polynomials and rational functions over the
// rational numbers: arithmetic, exact division, greatest common divisors,
// square-free decomposition and factorisation.
//
// # Terms
//
// A [Ring] fixes the variables and their order, x0 > x1 > ... A monomial is a
// product of powers of variables; a term is a coefficient times a monomial.
// Monomials are ordered lexicographically, terms are kept in descending order;
// the first one is the leading term. The content of a polynomial with integer
// coefficients is their greatest common divisor, its primitive part is the
// quotient. A [Poly] is a rational number, its scale, times a primitive
// polynomial with integer coefficients and positive leading coefficient; the
// product of primitive polynomials is primitive (Gauss), so multiplication
// never looks for common factors of coefficients. Equal polynomials have equal
// representations.
//
// # Representation
//
// The exponents of a term are packed into as few 64-bit words as the largest
// one of the polynomial allows, in fields of 8, 16, 32 or 64 bits whose top bit
// is free. The first variable is in the highest field of the first word, so
// that the lexicographic order of monomials is the order of the words as
// unsigned numbers; that is why the order is lexicographic and not graded,
// which needs one field more. An exponent of 2^63 or more is an error. Products
// and quotients are computed with mixed-radix keys instead (Kronecker's
// substitution), one word a monomial, wherever the degrees let them fit.
// Coefficients are int64 where all of a polynomial fit, and math/big otherwise.
//
// # Budgets
//
// Everything that can take long or become large asks a [Budget] and ends with
// a [*LimitError] that names the limit. Budgets count; they never look at a
// clock, so that the same input gives the same answer everywhere. Sums need
// none: they have no more terms than their operands together.
package poly
