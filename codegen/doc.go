// Package codegen writes formulas and their gradients as source code in other
// languages: Go, C, NumPy, JAX, PyTorch, Julia and SQL.
//
// The code is that of a compiled program of package numeric, which has chosen
// the stable forms and computes equal parts once; the gradient is one sweep back
// through it. Codegen adds names. A *part* of a formula is written where it is
// used if it is used once and short, and else is a variable: under the name
// that a definition gave it, or t1, t2, ...
//
// What the functions are called in a language is in one table, functions.go,
// with a row for each function of the function table. A *cell* is a call or an
// expression; or it says that the function is written out in terms of others, or
// that the language does not have it.
//
// # Values
//
// Where the stated conditions hold the code computes what package numeric
// computes, but for rounding: the language's own functions are used, and the
// derivatives of sigmoid and tanh are y*(1-y) and 1-y^2 of their value y, as in the
// machine-learning libraries, of which the absolute error is that of one rounding.
// Elsewhere the results have no meaning: infinities, NaN, a DomainError in Julia.
// SQL gives NULL for an argument outside the domain of a function, a quotient by 0
// and an exponential that is beyond the largest number.
package codegen
