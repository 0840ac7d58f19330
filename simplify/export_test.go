package simplify

import "github.com/symgrad/symgrad/symbolic"

// Length counts the symbols, numbers and functions of an expression as it is
// written.
func Length(e symbolic.Expr) int64 { return newMeasurer(e.Store(), nil).size(e.ID()).length }

// Leaves counts the symbols and numbers.
func Leaves(e symbolic.Expr) int64 { return newMeasurer(e.Store(), nil).size(e.ID()).leaves }

// Weight is what decides between expressions.
func Weight(e symbolic.Expr) int64 { return newMeasurer(e.Store(), nil).size(e.ID()).weight }
