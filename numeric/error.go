package numeric

import "fmt"

// An UnboundError says that a formula has a variable that is not an input.
type UnboundError struct{ Name string }

func (e *UnboundError) Error() string { return e.Name + " has no value: it is not among the variables" }

// An UnsupportedError says that a formula, or its derivative, can not be
// compiled.
type UnsupportedError struct{ What string }

func (e *UnsupportedError) Error() string { return e.What }

func unsupported(format string, args ...any) error {
	return &UnsupportedError{fmt.Sprintf(format, args...)}
}

// A ShapeError says that a call has not the number of values that the program
// has inputs or outputs.
type ShapeError struct {
	What      string // "inputs", "outputs", "rows of column 3"
	Got, Want int
}

func (e *ShapeError) Error() string { return fmt.Sprintf("%d %s, want %d", e.Got, e.What, e.Want) }
