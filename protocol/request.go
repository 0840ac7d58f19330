// Package protocol is what a command does, free of flags and terminals: a
// request in, an answer out, as text for people or as JSON for programs, and
// batches of them.
package protocol

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A Request is one line of a batch; the commands make the same from their
// flags.
type Request struct {
	ID         json.RawMessage   `json:"id"`
	Op         string            `json:"op"`
	Expr       string            `json:"expr"`
	LHS        string            `json:"lhs"`
	RHS        string            `json:"rhs"`
	Rel        string            `json:"rel"` // = where it is left out
	Wrt        []string          `json:"wrt"`
	Assume     []string          `json:"assume"`
	Shapes     map[string][]size `json:"shapes"` // sizes: numbers, or names of unknown sizes
	At         map[string]string `json:"at"`
	Side       string            `json:"side"`      // left or right, of expansions and limits
	Remainder  string            `json:"remainder"` // [lo, hi], where that of an expansion is to be bounded
	Grad       bool              `json:"grad"`      // eval: the gradient as well
	Digits     int               `json:"digits"`    // eval: significant digits; 0 is a double
	Points     int               `json:"points"`    // gradcheck: at how many points, 0 is 100
	Seed       uint64            `json:"seed"`      // gradcheck: of the points
	Order      *int              `json:"order"`     // where it is left out 1, of expansions 5
	Sigma      string            `json:"sigma"`     // activation: the standard deviation of the input
	Depth      int               `json:"depth"`     // activation: up to how many compositions
	Let        []string          `json:"let"`
	CSE        bool              `json:"cse"`
	Raw        bool              `json:"raw"`
	Steps      bool              `json:"steps"`
	Proof      bool              `json:"proof"` // write the proof for people
	From       string            `json:"from"`
	Rate       string            `json:"rate"`       // descent: what the derivatives are multiplied by
	Iterations *int              `json:"iterations"` // descent: how many steps, where it is left out 100
	Lang       string            `json:"lang"`       // of gen
	Func       string            `json:"func"`       // of gen
	Package    string            `json:"package"`    // of gen for Go
	Test       bool              `json:"test"`       // gen writes the test of the code
	Format     string            `json:"format"`
}

// A size is a number or the name of an unknown size.
type size string

// UnmarshalJSON reads 3 and "n".
func (z *size) UnmarshalJSON(b []byte) error {
	var n json.Number
	if json.Unmarshal(b, &n) == nil {
		*z = size(n.String())
		return nil
	}
	var name string
	if err := json.Unmarshal(b, &name); err != nil {
		return fmt.Errorf("a size is a number or a name, not %s", b)
	}
	*z = size(name)
	return nil
}

// SetShapes sets the shapes from texts such as "W=3x4, v=n".
func (r *Request) SetShapes(texts []string) error {
	for _, text := range texts {
		for _, part := range strings.Split(text, ",") {
			name, sizes, ok := strings.Cut(part, "=")
			if !ok {
				return fmt.Errorf("--shape: %q has no sizes; write W=3x4", strings.TrimSpace(part))
			}
			var list []size
			for _, d := range strings.Split(sizes, "x") {
				list = append(list, size(strings.TrimSpace(d)))
			}
			if r.Shapes == nil {
				r.Shapes = map[string][]size{}
			}
			r.Shapes[strings.TrimSpace(name)] = list
		}
	}
	return nil
}
