package proof

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A FormatError says that a file is no proof file, or one that cannot be read.
type FormatError struct{ Message string }

// Error returns the message.
func (e *FormatError) Error() string { return "this is not a proof file: " + e.Message }

func malformed(format string, args ...any) error {
	return &FormatError{fmt.Sprintf(format, args...)}
}

// ErrAltered says that a proof file is not as it was written.
var ErrAltered = errors.New("the proof file was altered: its checksum is another one")

// A File is a proof file that was read: a statement, and for each of its
// relations a proof of which nothing is known yet.
type File struct {
	Statement Statement
	Claims    []Claim
	Proofs    []*Proof
	verdicts  []VerdictKind // as the file has them
}

const (
	// maxFile bounds the bytes of a proof file. That of a claim about formulas
	// as people write them has some thousand.
	maxFile = 32 << 20
	// maxNesting bounds the brackets within brackets of a proof file: four for
	// each case within cases, three for each proof where symbols are 0.
	maxNesting = 4*maxDepth + 3*maxZeros + 20
)

// Decode reads a proof file in a scope in which nothing was read before. It
// checks nothing of what the proofs say.
//
// Errors: a *FormatError; ErrAltered; a *read.Error where the statement cannot
// be read; a *symbolic.LimitError.
func Decode(r io.Reader, scope *read.Scope) (f *File, err error) {
	defer symbolic.Catch(&err)
	d, err := readDocument(r)
	if err != nil {
		return nil, err
	}
	f = &File{Statement: d.Statement}
	if f.Claims, err = d.Statement.Claims(scope); err != nil {
		return nil, err
	}
	if len(d.Proofs) != len(f.Claims) {
		return nil, malformed("it has %d proofs for %d relations", len(d.Proofs), len(f.Claims))
	}
	x := decoder{s: scope.Store, lib: scope.Library}
	if err := x.build(d.Nodes); err != nil {
		return nil, err
	}
	for _, l := range d.Proofs {
		if l.Verdict != Proved && l.Verdict != Conditional {
			return nil, malformed("it has the verdict %q", shortened(string(l.Verdict)))
		}
		p, err := x.proof(l.proofJSON)
		if err == nil {
			p.Point, err = x.point(l.Point)
		}
		if err != nil {
			return nil, err
		}
		f.Proofs = append(f.Proofs, p)
		f.verdicts = append(f.verdicts, l.Verdict)
	}
	return f, nil
}

// readDocument reads the JSON of a proof file and compares the checksum.
func readDocument(r io.Reader) (*document, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return nil, malformed("it cannot be read: %v", err)
	case len(b) > maxFile:
		return nil, &symbolic.LimitError{Limit: "bytes of a proof file", Max: maxFile}
	case nesting(b) > maxNesting:
		return nil, malformed("its brackets are nested too deep")
	}
	var plain bytes.Buffer
	if err := json.Compact(&plain, b); err != nil {
		return nil, malformed("it is not JSON: %v", err)
	}
	var d document
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		return nil, malformed("%s", fieldMessage(err))
	}
	if d.Format != fileFormat || d.Version != fileVersion {
		return nil, malformed("its format is %q, version %d; this program reads %q, version %d", d.Format, d.Version, fileFormat, fileVersion)
	}
	// Apart from blanks there is one text for each document, so that no field
	// is there twice and what a person sees in the file is what is checked.
	same, err := d.canonical()
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(plain.Bytes(), same) {
		return nil, malformed("a field is missing, stands twice, or is not spelled as it is written")
	}
	sum, err := d.hash()
	if err != nil {
		return nil, err
	}
	if sum != d.SHA256 {
		return nil, ErrAltered
	}
	return &d, nil
}

// nesting returns how deep brackets stand within brackets, those in texts
// included.
func nesting(b []byte) (deepest int) {
	depth := 0
	for _, c := range b {
		switch c {
		case '{', '[':
			depth++
			deepest = max(deepest, depth)
		case '}', ']':
			depth--
		}
	}
	return deepest
}

// fieldMessage says which field is wrong, without the words of Go.
func fieldMessage(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field != "" {
		return fmt.Sprintf("the field %s must not be a %s", kind.Field, kind.Value)
	}
	text := err.Error()
	if name, ok := bytes.CutPrefix([]byte(text), []byte("json: unknown field ")); ok {
		return "it has the unknown field " + string(name)
	}
	return "it must be an object, and is something else"
}

// node returns the node at a place of the table.
func (x *decoder) node(place int) (symbolic.ID, error) {
	if place < 0 || place >= len(x.nodes) {
		return 0, malformed("it refers to node %d of %d", place, len(x.nodes))
	}
	return x.nodes[place], nil
}

// real and condition return nodes that are a number or a truth value.
func (x *decoder) real(place int) (symbolic.ID, error) {
	id, err := x.node(place)
	if err == nil && x.s.IsCondition(id) {
		err = malformed("node %d is a condition where a number is expected", place)
	}
	return id, err
}

func (x *decoder) condition(place int) (symbolic.ID, error) {
	id, err := x.node(place)
	if err == nil && !x.s.IsCondition(id) {
		err = malformed("node %d is a number where a condition is expected", place)
	}
	return id, err
}

func (x *decoder) symbol(place int) (symbolic.ID, error) {
	id, err := x.node(place)
	if err == nil && x.s.Kind(id) != symbolic.Symbol {
		err = malformed("node %d is not a symbol", place)
	}
	return id, err
}

// all returns the nodes at places, each by one of the functions above.
func all(places []int, one func(int) (symbolic.ID, error)) ([]symbolic.ID, error) {
	var out []symbolic.ID
	for _, i := range places {
		id, err := one(i)
		if err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, nil
}

func (x *decoder) proof(j proofJSON) (*Proof, error) {
	p := &Proof{}
	var err error
	if p.Except, err = all(j.Except, x.condition); err != nil {
		return nil, err
	}
	for _, z := range j.Zeros {
		symbols, err := all(z.Symbols, x.symbol)
		if err != nil {
			return nil, err
		}
		slices.Sort(symbols)
		q, err := x.proof(z.proofJSON)
		if err != nil {
			return nil, err
		}
		p.Zeros = append(p.Zeros, Zero{symbols, q})
	}
	p.Steps, err = x.steps(j.Steps)
	return p, err
}

func (x *decoder) steps(list []stepJSON) ([]Step, error) {
	out := make([]Step, len(list))
	for i, j := range list {
		st := Step{Kind: j.Kind, Name: j.Name, Uses: j.Uses}
		for _, u := range j.Uses {
			if u < 0 || u >= i {
				return nil, malformed("step %d uses step %d, which does not come before it", i, u)
			}
		}
		var err error
		if st.From, err = x.real(j.From); err == nil {
			st.To, err = x.real(j.To)
		}
		bound := x.real
		if j.Kind == ByGiven { // a number and an equation
			bound = x.node
		}
		if err == nil {
			st.Bind, err = all(j.Bind, bound)
		}
		if err != nil {
			return nil, err
		}
		for _, c := range j.Cases {
			k := Case{}
			if k.Cond, err = x.condition(c.Cond); err == nil {
				k.Steps, err = x.steps(c.Steps)
			}
			if err != nil {
				return nil, err
			}
			st.Cases = append(st.Cases, k)
		}
		out[i] = st
	}
	return out, nil
}

func (x *decoder) point(pairs [][2]int) (map[symbolic.ID]symbolic.ID, error) {
	at := make(map[symbolic.ID]symbolic.ID, len(pairs))
	for _, pair := range pairs {
		name, err := x.symbol(pair[0])
		if err != nil {
			return nil, err
		}
		value, err := x.real(pair[1])
		if err != nil {
			return nil, err
		}
		if _, twice := at[name]; twice {
			return nil, malformed("the point has two values for %s", x.s.Name(name))
		}
		at[name] = value
	}
	return at, nil
}
