// Package rewrite applies rules. It knows no mathematics: what is equal to what
// stands in the rows of package rules, and what may be merged, sorted or
// computed in the constructors of package symbolic.
//
// # Terms
//
// A pattern is the left side of a rule; its pattern variables stand for any
// node. An instance is the left or right side built with the nodes that the
// variables are bound to. A guard answers whether a condition holds on the whole
// region that an expression is looked at on; a rule fires where its guard is
// answered Yes. Whoever calls says what the region is.
//
// The parts of a node (Parts, Join) are its operands as this package sees them:
// the terms of a sum with their coefficients, the factors of a product with
// their exponents, else the operands. All parts of a node have values wherever
// the node has one. Conditionals, connectives, binders and array entries have no
// parts: what stands in them need not be reached, or means something else
// outside.
//
// # Two ways to use rules
//
// A Strategy applies rules from left to right, bottom-up, until none fires
// (Run). A Graph keeps the terms that are known to be equal in classes, adds
// what the rules yield (Saturate) and gives the cheapest member of a class
// (Extract). Both give proofs: lists of equations, each a rule instance, or a
// consequence of equations before it, that can be replayed by substitution
// without any search.
//
// # What is defined where
//
// Every term of a Graph has a value on the whole region: it was given by the
// caller as such, or is a part of one, or was made by a rule whose guard was
// answered Yes. This is what makes it right to use equations in both directions:
// a rule may enlarge the domain, so that exp(log(x)) is x wherever the former
// has a value, and yet must not bring exp(log(x)) into the class of an x that
// may be negative.
package rewrite
