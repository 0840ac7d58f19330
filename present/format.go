package present

import "fmt"

// A Format is a way to spell formulas.
type Format uint8

// The formats, as --format names them.
const (
	AsText    Format = iota // infix that reads back to the same expression
	AsUnicode               // one line for people: y·(1 − y), x², ŷ₁
	AsLaTeX                 // for math mode, with the package amsmath
	AsMathML                // a self-contained <math display="block"> element
	formats
)

var formatNames = [formats]string{"text", "unicode", "latex", "mathml"}

// String returns the name that ParseFormat reads.
func (f Format) String() string {
	if f < formats {
		return formatNames[f]
	}
	return fmt.Sprintf("Format(%d)", uint8(f))
}

// ParseFormat returns the format of that name: text, unicode, latex, mathml.
func ParseFormat(name string) (Format, error) {
	for f, s := range formatNames {
		if s == name {
			return Format(f), nil
		}
	}
	return 0, fmt.Errorf("unknown format %q: it is one of text, unicode, latex, mathml", name)
}
