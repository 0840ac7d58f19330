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
// Where the stated conditions hold the code computes what package numeric computes, but
// for rounding and for what the language's own functions lose. Derivatives are in forms
// in which nothing cancels: that of y = sigmoid(u) is y*sigmoid(-u), and not y*(1-y),
// which has no digits left where y is 1 nearly. Elsewhere the results have no meaning:
// infinities, NaN, a DomainError in Julia. SQL gives NULL where the
// formula has no value, for an exponential that is beyond the largest number, and for what
// needs a column that is NULL; where the value is NULL the derivatives are.
//
// SQL is a chain of SELECTs. SQLite takes about 100 of them; deeper formulas, such as
// 50 functions inside each other with their gradient, are for the other databases.
package codegen
