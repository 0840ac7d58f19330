package read

import (
	"errors"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// Code classifies an error of reading, in the words of the batch protocol.
type Code string

// The codes.
const (
	Syntax      Code = "syntax"
	UnknownName Code = "unknown_name"
	Shape       Code = "shape"
	Limit       Code = "limit"
	Unsupported Code = "unsupported"
)

// An Error is a *syntax.Error with its code.
type Error struct {
	Code  Code
	Where *syntax.Error
}

// Error returns one line with the position.
func (e *Error) Error() string { return e.Where.Error() }

// Unwrap returns the *syntax.Error.
func (e *Error) Unwrap() error { return e.Where }

// coded wraps the errors of package parse.
func coded(err error) error {
	var s *parse.Error
	if !errors.As(err, &s) {
		return err
	}
	if s.Limit != "" {
		return &Error{Limit, s}
	}
	return &Error{Syntax, s}
}

// limited turns a limit of the kernel into an error at a place.
func limited(t *syntax.Tree, err error) error {
	var l *symbolic.LimitError
	if errors.As(err, &l) {
		e := syntax.NewError(t.Source, t.Nodes[t.Root].Span, l.Error(), "")
		e.Limit = l.Limit
		return &Error{Limit, e}
	}
	return err
}
