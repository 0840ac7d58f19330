package present

import (
	"io"

	"github.com/symgrad/symgrad/symbolic"
)

// Options say how expressions are shown. The zero value is the default.
type Options struct {
	// Level ranks symbols that stand for intermediate results: factors that
	// contain a symbol of a higher level stand first, as the chain rule goes
	// from the outside to the inside. nil ranks all alike.
	Level func(symbol symbolic.Expr) int
	// Input tells which symbols are inputs and no results. As factors by
	// themselves they stand like symbols of level 0, in the order of the
	// input; nil takes none for one.
	Input func(symbol symbolic.Expr) bool
	// Define names nodes: each is written as its name, not as its body.
	// Definitions makes such names.
	Define map[symbolic.ID]string
	// AbsorbSigns writes y*(1-y) for -y*(y-1). The value is the same; read
	// back, the two are different expressions. Without it the infix text of
	// an expression reads back to that very expression.
	AbsorbSigns bool
	// MaxBytes limits the length of a formula; 0 is DefaultMaxBytes.
	MaxBytes int
}

// A Printer writes expressions of one store, or of one store after another.
// It keeps the presentation of the parts it has met, so that many formulas
// with common parts, such as the entries of a gradient, cost little more than
// their text. It is used by one goroutine at a time.
//
// Its tree can be used to set expressions into a larger display, such as the
// steps of a derivation.
type Printer struct {
	*Tree
	options Options
	store   *symbolic.Store
	memo    memo
	flipped map[symbolic.ID]Ref // sums with the opposite sign
	done    []form
	small   [16]Ref // nodes of small numbers, plus 1
	stack   []visit
	terms   []term
	atoms   []atom
	factors []factor
}

// NewPrinter returns a printer with an empty tree.
func NewPrinter(o Options) *Printer {
	return &Printer{Tree: new(Tree), options: o}
}

// Write writes an expression. It writes nothing and returns a *TooLongError
// if the formula is longer than the limit.
func (p *Printer) Write(w io.Writer, e symbolic.Expr, f Format) error {
	return p.Tree.Write(w, p.Build(e), f, p.options.MaxBytes)
}

// String returns the formula of an expression, or a *TooLongError.
func (p *Printer) String(e symbolic.Expr, f Format) (string, error) {
	b, err := p.append(nil, p.Build(e), f, p.options.MaxBytes)
	return string(b), err
}

// Body returns the formula of an expression that Options.Define names: the
// other side of its definition. Of any other expression it returns the same
// as String.
func (p *Printer) Body(e symbolic.Expr, f Format) (string, error) {
	b, err := p.append(nil, p.BuildBody(e), f, p.options.MaxBytes)
	return string(b), err
}

// Write writes an expression in a format.
func Write(w io.Writer, e symbolic.Expr, f Format, o Options) error {
	return NewPrinter(o).Write(w, e, f)
}

// Text returns the infix text of an expression, which reads back to the same
// expression; or a *TooLongError.
func Text(e symbolic.Expr) (string, error) { return NewPrinter(Options{}).String(e, AsText) }

// Unicode returns an expression as one line for people, or a *TooLongError.
func Unicode(e symbolic.Expr) (string, error) { return NewPrinter(Options{}).String(e, AsUnicode) }

// LaTeX returns an expression for math mode, or a *TooLongError. It needs the
// package amsmath.
func LaTeX(e symbolic.Expr) (string, error) { return NewPrinter(Options{}).String(e, AsLaTeX) }

// MathML returns an expression as a <math> element, or a *TooLongError.
func MathML(e symbolic.Expr) (string, error) { return NewPrinter(Options{}).String(e, AsMathML) }

// Leaves counts the symbols and numbers of an expression as it is written;
// math.MaxUint64 stands for that many or more.
func Leaves(e symbolic.Expr) uint64 {
	p := NewPrinter(Options{})
	return p.Tree.Leaves(p.Build(e))
}
