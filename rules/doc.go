// Package rules has all rewrite rules as data: a row each, a table a topic,
// and the rejected ones with their counterexamples.
//
// A rule is sound when, wherever its guard holds and its left side has a value,
// the right side has the same value. A rule may so enlarge the domain of
// definition and never shrink it. The guard is data, too: conditions on the
// pattern variables, which have to be answered Yes; Unknown is not Yes.
package rules
