// Package proof has proof objects, verdicts, and the checker that replays
// them. It never searches.
//
// A *claim* relates two formulas. Its *region* is where both have a value and
// the assumptions hold. A *proof* is a list of steps, each of which concludes
// an equation between two expressions on all of the region, from a rule, a
// row of the function table, a computation in polynomials, or earlier steps.
//
// Invariant: every expression in a step is *defined*: it has a value at every
// point of the region. An expression qualifies when it is a side of the claim,
// a part of one that qualifies (of a branch only the one that is taken), or
// when all its parts qualify and its own domain follows from the facts. The
// checker verifies this for both sides of every equation, so that symmetry,
// transitivity and congruence are sound.
//
// What is trusted: reading (parse, read), the constructors of symbolic, the
// rows of rules and function, algebra and poly, the intervals (interval,
// certify), the ranges of assume, and this package.
package proof
