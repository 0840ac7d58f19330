// Package oracle says, for tests, what a formula is worth at a point: a value,
// certainly none, or that it cannot tell. It walks the syntax tree as it was
// written, by the page that says what formulas mean, and shares nothing with
// the engine but the reader of texts: no canonical form, no function table, no
// interval of package interval.
//
// A value is exact where it is q + p*pi with rational q and p, so that it is
// known what happens at special points, and a ball otherwise: a number of many
// bits with a bound on its error. Relations between balls that overlap are
// unknown, and so is everything that depends on them. A Judge compares verdicts
// about claims with what the oracle finds at points; what it complains about is
// wrong, what it does not complain about need not be right.
package oracle
