package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// An Error says what is wrong with a text, where, and what to write instead.
type Error struct {
	Name    string // of the source, such as a file; "" where there is only one
	Line    int    // 1-based
	Column  int    // 1-based, in code points
	Span    Span   // the place in the source
	Message string // one line, without the position
	Hint    string // what to write instead; may be empty
	// Limit names the limit that was reached, such as "nesting"; it is empty
	// when the text itself is at fault.
	Limit string

	line  string // the source line, or the part of it round the place
	caret string // white space and carets that stand under the place
}

// NewError returns an error at a place in the source. Line, column and the
// excerpt are computed here, in time linear in the source; the error does not
// keep the source alive.
func NewError(source string, at Span, message, hint string) *Error {
	start := min(int(at.Start), len(source))
	end := max(start, min(int(at.End), len(source)))
	lineStart := strings.LastIndexByte(source[:start], '\n') + 1
	e := &Error{
		Line:    1 + strings.Count(source[:lineStart], "\n"),
		Column:  1 + utf8.RuneCountInString(source[lineStart:start]),
		Span:    at,
		Message: message,
		Hint:    hint,
	}
	lineEnd := len(source)
	if i := strings.IndexByte(source[lineStart:], '\n'); i >= 0 {
		lineEnd = lineStart + i
	}
	e.line, e.caret = excerpt(strings.TrimSuffix(source[lineStart:lineEnd], "\r"), start-lineStart, end-lineStart)
	return e
}

// Error returns one line: the source's name if it has one, the position, the
// message and the hint.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Name != "" {
		b.WriteString(e.Name)
		b.WriteString(": ")
	}
	fmt.Fprintf(&b, "line %d, column %d: %s", e.Line, e.Column, e.Text())
	return b.String()
}

// Text returns message and hint without the position.
func (e *Error) Text() string {
	if e.Hint == "" {
		return e.Message
	}
	return e.Message + "; " + e.Hint
}

// Report returns what Error does, then the source line, then a line with
// carets under the place. Of a long line only the part round the place is
// shown. Control characters and invisible ones are shown as U+FFFD, so that a
// report can be printed on a terminal whatever the source holds.
func (e *Error) Report() string {
	return e.Error() + "\n" + e.line + "\n" + e.caret
}
