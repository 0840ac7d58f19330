package protocol

import (
	"errors"
	"fmt"

	"github.com/symgrad/symgrad/codegen"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// An Error is the error of an answer.
type Error struct {
	Code    string `json:"code"` // syntax, unknown_name, shape, domain, limit, unsupported, internal
	Message string `json:"message"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	// Report is the message for people: one line with the position, then the
	// source line and a caret.
	Report string `json:"-"`

	undecided bool
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// IsRejected tells whether a proof file has a proof that is not accepted.
func (e *Error) IsRejected() bool { return e.Code == codeRejected }

// IsUndecided tells whether something could not be decided that the answer depends
// on.
func (e *Error) IsUndecided() bool { return e.undecided }

// IsLimit tells whether a limit on input, output or time was reached.
func (e *Error) IsLimit() bool { return e.Code == codeLimit }

// The codes that are not read's.
const (
	codeLimit       = string(read.Limit)
	codeUnsupported = string(read.Unsupported)
	codeSyntax      = string(read.Syntax)
	codeDomain      = "domain"
	codeInternal    = "internal"
	codeRejected    = "rejected" // of replay alone
)

func failure(code, format string, args ...any) *Error {
	m := fmt.Sprintf(format, args...)
	return &Error{Code: code, Message: m, Report: m}
}

// in says in which part of the request an error is.
func in(part string, err error) error {
	var r *read.Error
	if errors.As(err, &r) {
		r.Where.Name = part
	}
	return err
}

// classify turns any error into an Error.
func classify(err error) *Error {
	var e *Error
	var r *read.Error
	var d *diff.Error
	var l *symbolic.LimitError
	var long *present.TooLongError
	var t *taylor.Error
	var c *codegen.Error
	var n *numeric.UnsupportedError
	var unbound *numeric.UnboundError
	switch {
	case errors.As(err, &e):
		return e
	case errors.As(err, &t):
		e := failure(codeDomain, "%s", err.Error())
		if e.undecided = t.Kind == taylor.Undecided; e.undecided || t.Kind == taylor.Unsupported {
			e.Code = codeUnsupported
		}
		return e
	case errors.As(err, &r):
		message := r.Where.Text()
		if r.Where.Name != "" {
			message = r.Where.Name + ": " + message
		}
		return &Error{Code: string(r.Code), Message: message, Line: r.Where.Line, Column: r.Where.Column, Report: r.Where.Report()}
	case errors.As(err, &c):
		return failure(codeUnsupported, "%s", c.Message)
	case errors.As(err, &d):
		return failure(codeUnsupported, "%s", d.Message)
	case errors.As(err, &unbound):
		return failure(string(read.UnknownName), "%s has no value", unbound.Name)
	case errors.As(err, &n):
		return failure(codeUnsupported, "%s", n.What)
	case errors.As(err, &l):
		return failure(codeLimit, "%s", l.Error())
	case errors.As(err, &long):
		return failure(codeLimit, "%s", long.Error())
	}
	return failure(codeInternal, "%s", err.Error())
}
