// Package simplify makes formulas simpler, and finds proofs of equations. Both
// make steps that a proof.Checker accepts: what they find is right, whatever
// mistakes they make in looking for it.
//
// # Simplify
//
// A formula is simplified on its region, where it has a value as it was written
// and the assumptions hold. Three ways lead to better forms, cheapest first:
//
//   - Rules that make every term lighter wherever they fire, from the leaves up
//     (directed.go). The rows of package rules are looked at as text and compiled
//     when their functions occur (catalog.go). The cost is linear.
//   - Normal forms of expressions that are short enough (everywhere.go, try.go):
//     sums, products and integer powers of *generators*, which are all other
//     nodes. Each is looked at in several *views*: with the functions it has, with
//     all of them brought to exponentials, sines and cosines, and with these
//     brought to sigmoid and hyperbolic functions (view.go, rebase.go); and each
//     view is written in several ways: in factors, multiplied out, with common
//     factors taken out (written.go, group.go). Constants are compared with simple
//     numbers (constant.go).
//   - A search with all rules in all directions, for a few short expressions
//     (explore.go).
//
// What stands in branches and bodies of sums is simplified with what holds there
// (inside.go). Which form is better is said by a weight (cost.go): symbols and
// numbers count most, then functions, those that everybody knows less than
// others, then operations. A form is taken only if it is lighter and has not more
// symbols, numbers and functions; so it all comes to an end, and to simplify a
// result once more changes nothing.
//
// All bounds are counted. Where one ends the work, the best form so far is the
// result, and Limit names the bound.
package simplify
