// Package certify evaluates expressions in interval arithmetic: what it says
// about a value, a sign or the truth of a condition is certain.
//
// A *program* is a list of expressions compiled to a sequence of instructions,
// operands first, in which equal parts are computed once. Its *inputs* are the
// variables. It is evaluated on a *box*, an interval for each input, either in
// float64, which is fast enough to sift hundreds of points, or in big.Float of
// any precision. For a real expression the result is an enclosure of all values
// on the box, with a decoration that says where the expression is defined (see
// package interval); for a condition it is a Truth.
//
// At a *point*, where every input has an exact value, the constructors of
// package symbolic compute exact values beside the intervals: 1 = 1 is decided
// and sin(π) is 0. Where that does not help, precision is raised step by step
// until the sides of a comparison are separated (Compare, Holds), or until a
// counted budget is spent; then the answer is that it could not be decided,
// which says nothing about the point.
//
// Expressions mean what they say: the domain is that of the expression as it
// stands in the store. What was lost when it was read, such as x != 0 of x/x,
// is a condition of its own, to be asked for with Holds.
package certify
