package proof

import "github.com/symgrad/symgrad/symbolic"

// A Kind says by what a step concludes its equation.
type Kind string

// The kinds of steps.
const (
	// ByRule is an instance of a row of package rules: Name is the row, Bind
	// the values of its variables; the guard has to follow from the facts.
	ByRule Kind = "rule"
	// ByDefinition replaces a function by its Definition in the function
	// table.
	ByDefinition Kind = "definition"
	// ByRing is equality of the normal forms of package algebra, in which the
	// equations Uses are used from left to right.
	ByRing Kind = "ring"
	// ByParts is congruence: From with its parts replaced by Bind, each by one
	// of the equations Uses in one of the two directions. The parts of a sum
	// are its terms with their coefficients, of a product its factors with
	// their exponents, or if it has a coefficient all that is multiplied by it;
	// of a power or function they are the operands.
	ByParts Kind = "parts"
	// ByScale multiplies both sides of the equation used by the number Bind.
	ByScale Kind = "scale"
	// ByContext puts an equation l = r, that of Uses, into a sum or a product: From
	// is k·l + rest and To is k·r + rest for the number and the node of Bind, or
	// From is l·rest and To is r·rest.
	ByContext Kind = "context"
	// ByChain is transitivity: the equations Uses lead from From to To, each
	// in one of the two directions.
	ByChain Kind = "chain"
	// ByDerivative carries out a derivative.
	ByDerivative Kind = "derivative"
	// ByBranch takes the branch of if whose condition is decided.
	ByBranch Kind = "branch"
	// ByTerms writes out a sum or product over an index between integers.
	ByTerms Kind = "terms"
	// ByBody is congruence in the body of a sum or product over an index. Bind is
	// a symbol that takes the place of the index and occurs nowhere else, and the
	// other body with it; the only case is what holds for the symbol, with a proof
	// about the body.
	ByBody Kind = "body"
	// ByLinearity takes a sum over an index apart: the terms of its body, and what does
	// not depend on the index.
	ByLinearity Kind = "linearity"
	// ByIndex changes the names of indices of sums and products.
	ByIndex Kind = "index"
	// ByGiven uses an equation u = v that holds in the region: From - To is a
	// number times u - v. Bind is that number and the condition u == v.
	ByGiven Kind = "given"
	// ByRoot is: x^q = y^q, x >= 0 and y >= 0 make x = y. Uses is the equation
	// of the powers, Bind is q.
	ByRoot Kind = "root"
	// ByConstant is equality of two algebraic constants, whose difference is
	// smaller than any number of its degree and size but 0.
	ByConstant Kind = "constant"
	// ByCases splits the region: in each of Cases the equation has a proof.
	ByCases Kind = "cases"
	// BySlope is: two functions of a variable with the same derivative on an
	// interval, and the same value at a point of it, are equal. Bind is the
	// variable and the point; Cases has the proof for the derivatives and
	// that for the point.
	BySlope Kind = "slope"
)

// A Step concludes that From equals To at every point of its region.
type Step struct {
	Kind     Kind
	From, To symbolic.ID
	Name     string
	Bind     []symbolic.ID
	Uses     []int // earlier steps of the same list
	Cases    []Case
}

// A Case is a part of a region with a proof of its own.
type Case struct {
	Cond  symbolic.ID // what holds in the part, apart from what holds in the region
	Steps []Step
}
