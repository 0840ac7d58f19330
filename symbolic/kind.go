package symbolic

// Kind says what a node is.
type Kind uint8

// The kinds of nodes, with their operands.
const (
	Number      Kind = iota // an exact rational
	Symbol                  // a variable, or an unbound name
	Constant                // pi
	Boolean                 // true or false
	Sum                     // constant + Σ coefficient·term
	Product                 // coefficient · Π base^exponent
	Power                   // base, exponent
	Apply                   // a function's arguments
	If                      // condition, then, else
	Relation                // left, right
	And                     // conditions, in the order of evaluation
	Or                      // conditions, in the order of evaluation
	Index                   // array symbol, subscripts: W[i][j]
	SumOver                 // dummy index, lower, upper, body
	ProductOver             // dummy index, lower, upper, body
	Derivative              // body, variable (bound in the body), order, point
	kindCount
)

var kindNames = [kindCount]string{"Number", "Symbol", "Constant", "Boolean", "Sum", "Product", "Power", "Apply", "If",
	"Relation", "And", "Or", "Index", "SumOver", "ProductOver", "Derivative"}

// String returns the kind's name.
func (k Kind) String() string { return kindNames[k] }

// Rel is the relation of a Relation node. Greater relations are stored with
// their sides exchanged.
type Rel uint8

// The relations.
const (
	Equal Rel = iota
	NotEqual
	Less
	LessEqual
)

// String returns the infix spelling.
func (r Rel) String() string { return [...]string{"==", "!=", "<", "<="}[r] }

// Binds tells whether nodes of the kind bind a dummy symbol in their body.
func (k Kind) Binds() bool { return k == SumOver || k == ProductOver || k == Derivative }
