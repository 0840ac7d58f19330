package symbolic

import "fmt"

// Limits bound what one store may hold. A zero field means the default.
type Limits struct {
	// Nodes is the number of distinct nodes: 4 million, about 200 MB.
	Nodes int
	// Operands is the number of operand slots of all nodes: 24 million.
	// Products of many factors differentiated by each of them reach it
	// before they reach the limit on nodes.
	Operands int
	// NumberBits is the size of one exact number: 2^24 bits, five million
	// digits. Powers that would be larger stay powers.
	NumberBits int
}

func (l Limits) withDefaults() Limits {
	if l.Nodes == 0 {
		l.Nodes = 4_000_000
	}
	if l.Operands == 0 {
		l.Operands = 24_000_000
	}
	if l.NumberBits == 0 {
		l.NumberBits = 1 << 24
	}
	return l
}

// A LimitError says that a limit was reached, so that there is no answer;
// it says nothing about the formula. Constructors panic with it, since
// chains such as w.Mul(x).Add(b) have no place for an error; the entry points
// of the packages above return it (see Catch).
type LimitError struct {
	Limit string // "nodes", "operands", "number bits", ...
	Max   int
}

// Error names the limit and its value.
func (e *LimitError) Error() string {
	if e.Limit == "time" {
		return "the time limit was reached"
	}
	return fmt.Sprintf("the limit of %d %s was reached", e.Max, e.Limit)
}

// Catch turns the panic of a *LimitError into an error; it is deferred by
// entry points that build expressions. Other panics go on.
func Catch(err *error) {
	switch r := recover().(type) {
	case nil:
	case *LimitError:
		*err = r
	default:
		panic(r)
	}
}
