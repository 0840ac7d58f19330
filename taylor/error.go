package taylor

import (
	"fmt"

	"github.com/symgrad/symgrad/symbolic"
)

// A Kind says why there is no expansion.
type Kind uint8

const (
	// NoExpansion: there is none in powers and logarithms of the parameter.
	NoExpansion Kind = iota
	// NoValue: the formula has no values there.
	NoValue
	// Undecided: a sign or whether a coefficient is 0 could not be decided.
	Undecided
	// Unsupported: the formula has a part that cannot be expanded here.
	Unsupported
)

// An Error says why a formula has no expansion or limit, or why none was found.
type Error struct {
	Kind   Kind
	Reason string
	grows  bool // faster than any power
	// oscillates is a node that takes all values of its range again and again.
	oscillates symbolic.ID
}

// Error returns the reason.
func (e *Error) Error() string { return e.Reason }

func fail(k Kind, format string, args ...any) error {
	return &Error{Kind: k, Reason: fmt.Sprintf(format, args...)}
}

// A restart is an error that says what the expansion has to be tried again with.
type restart struct {
	terms int64 // so many more terms
	roots int64 // powers of t^(1/roots)
	side  bool  // from one side
}

// Error is for debugging: no caller outside sees it.
func (r *restart) Error() string { return fmt.Sprintf("taylor: restart %+v", *r) }
