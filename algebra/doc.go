// Package algebra brings expressions into a normal form: a rational number
// times powers of polynomials over generators.
//
// A *generator* is a part that is taken as it is: a symbol, π, a function of
// something, a root. Sums, products and integer powers of generators are
// computed in polynomials over Q (package poly). *Relations* say what a power
// of a generator is: the q-th power of root(b, q) is b, and a caller may add
// equations such as sin(u)^2 = 1-cos(u)^2. *Substitutions* say what a node is,
// such as tan(u) = sin(u)/cos(u).
//
// A zero normal form proves that an expression is 0 wherever all its parts
// have values. One that is not zero proves nothing: generators may depend on
// each other, as log(6), log(2) and log(3) do.
//
// A value is kept as coefficient·Π factor^exponent, where the factors are
// generators and sums that were met before, so that products are never
// multiplied out; sums are, after their common factors have been taken out.
// Exponents of generators may be negative. That a denominator is not 0 follows
// from its being part of an expression that has a value.
package algebra
