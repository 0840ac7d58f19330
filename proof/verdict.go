package proof

import "github.com/symgrad/symgrad/symbolic"

// A VerdictKind is one of the four answers to a claim.
type VerdictKind string

// The verdicts; see the semantics of each below.
const (
	// Proved: the region is not empty, the relation holds on all of it, and
	// both sides have the same domain under the assumptions.
	Proved VerdictKind = "proved"
	// Conditional: the region is not empty and the relation holds on all of
	// it. Conditions describe the region.
	Conditional VerdictKind = "conditional"
	// Refuted: at the point Witness of the region the relation fails.
	Refuted VerdictKind = "refuted"
	// Undecided: none of these was shown; Remark says more. It says nothing
	// about the truth of the claim.
	Undecided VerdictKind = "undecided"
)

// A Verdict is the answer to a claim.
type Verdict struct {
	Kind       VerdictKind
	Conditions []symbolic.Expr // of Conditional, without what follows from the assumptions
	HoldsIf    []symbolic.Expr // of Refuted: an assumption under which the claim was proved
	Witness    []Coordinate    // of Refuted
	Left       string          // of Refuted: enclosure of the left side at the witness
	Right      string
	Proof      *Proof // of Proved and Conditional, and replayed
	Remark     string
	Limit      string // the limit of a budget that was reached
}

// A Coordinate is the value of a variable at a point: an exact constant.
type Coordinate struct {
	Variable symbolic.Expr
	Value    symbolic.Expr
}
