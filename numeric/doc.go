// Package numeric compiles expressions to programs of floating-point operations
// and differentiates the programs.
//
// A *program* is a sequence of operations on float64 numbers, in which equal
// parts are computed once. Its *inputs* are variables in a given order, its
// *outputs* are expressions or conditions. It runs at one point (Eval), or on
// columns with a value for each of many points (EvalBatch), which goes through
// the operations once for a *block* of points; both give the same bits, on any
// number of cores.
//
// # Values
//
// A value that does not exist is NaN, and so is everything that contains it but
// for branches that are not reached. A condition is 1 or 0, and NaN where it
// needs a value that does not exist. What is beyond the largest float64 is an
// infinity, what is below the smallest is 0, and from then on the rules of
// floating-point numbers hold: 1/exp(-1000) is NaN, since exp(-1000) is 0 as a
// float64, and 0·exp(1000) is NaN. So a NaN says that no value is known, a
// finite number that there is one. Package certify tells what the value is.
//
// Constants are computed exactly, in intervals, and rounded once. Operations
// have *stable forms* where the plain ones cancel or overflow: log(1+exp(x)) is
// softplus(x), exp(x)/(exp(x)+exp(y)) is sigmoid(x-y); see stable.go.
//
// # Derivatives
//
// Derivatives are programs made from programs, operation by operation; package
// diff has no part in it, and neither have the derivative texts of the function
// table, only its columns Slope and Curve. So the two ways to differentiate
// check each other. The *adjoint* of a value is the derivative of an output by
// it; Gradient, Jacobian and Pullback compute adjoints, from the outputs back.
// The *tangent* of a value is its derivative in a direction of the inputs;
// Pushforward computes tangents. Both may be applied once more, which gives
// Hessians.
//
// At a kink a derivative is the convention of the function table, as in
// results of package diff: that of relu is 0 at 0. Where an output has no value
// its derivatives are NaN.
package numeric
