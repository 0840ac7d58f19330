// Package rules has all rewrite rules as data: a row each, a table a topic,
// and the rejected rows with their counterexamples.
//
// # Rows
//
// A row says that From may be replaced by To where the guard When holds. Every
// free name in From but pi is a pattern variable; a name that is repeated
// stands for the same term. Sums, products, and functions of which the order of
// the arguments does not matter (max, hypot, a == b) match in any order. From is
// a pattern in canonical form: what the constructors of package symbolic merge
// anyway, such as x*x^2 or sin(-x), needs no row.
//
// The tables are text, so that their columns can be aligned: see any file. Each
// row has one direction. The reverse, if it is one, is a row of its own, with
// its own guard.
//
// # Soundness
//
// A rule is sound when, wherever its guard holds and From has a value, To has
// the same value. A rule may so enlarge the domain of definition and never
// shrink it: exp(log(a)) => a is one, its reverse is not. What From says by
// having a value needs no guard: log(a*b) => log(a)+log(b) asks for a >= 0 only.
//
// A guard is answered for a region, at all points at which its own terms have
// values. It fires on Yes; Unknown is not Yes. About a variable that need not be
// evaluated in From, such as one in a branch, a guard says nothing where that
// has no value. Such a variable must not be evaluated in To where it is not in
// From.
//
// # Strategies
//
// Simplify rules make every term lighter that they are applied to; the test has
// the weight. Normal rules bring all functions to few: exp, log, sin, cos, asin,
// atan, abs, sign, floor, powers, branches and the special functions. A strategy
// with the Simplify rules and after them the Normal rules comes to an end as
// well. Explore rules are for searches: many of them are reverses of others.
package rules
