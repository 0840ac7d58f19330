package function

import (
	"fmt"
	"strings"
)

// An UnknownError says that a table has no function of the name.
type UnknownError struct {
	Name    string
	Nearest string // the known name that may be meant, "" if none is near
}

func (e *UnknownError) Error() string {
	if e.Nearest == "" {
		return fmt.Sprintf("unknown function %s", e.Name)
	}
	return fmt.Sprintf("unknown function %s; did you mean %s?", e.Name, e.Nearest)
}

// An ArityError says that a function does not take so many arguments.
type ArityError struct {
	Name       string
	Args       int
	Signatures []string // what can be called, such as log(u) and log(u, b)
}

func (e *ArityError) Error() string {
	plural := "s"
	if e.Args == 1 {
		plural = ""
	}
	return fmt.Sprintf("%s does not take %d argument%s; it is %s", e.Name, e.Args, plural, strings.Join(e.Signatures, " or "))
}

// A RowError says what is wrong with a row that was given to [NewTable].
type RowError struct {
	Row    string // its name
	Column string // Name, Params, Deriv, ...
	Reason string
}

func (e *RowError) Error() string {
	return fmt.Sprintf("function %q: %s: %s", e.Row, e.Column, e.Reason)
}
