package proof

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/symbolic"
)

// Encode writes a proof file: a statement with a verdict for each of its
// relations. The verdicts are Proved or Conditional and have proofs, whose
// nodes are those of the store.
//
// The same proof gives the same bytes. Replay checks what was written.
func Encode(w io.Writer, t Statement, s *symbolic.Store, verdicts ...Verdict) error {
	d := document{Format: fileFormat, Version: fileVersion, Statement: t}
	e := encoder{s: s, place: map[symbolic.ID]int{}}
	for _, v := range verdicts {
		d.Proofs = append(d.Proofs, linkJSON{Verdict: v.Kind, Point: e.point(v.Proof.Point), proofJSON: e.proof(v.Proof)})
	}
	d.Nodes = e.nodes
	var err error
	if d.SHA256, err = d.hash(); err != nil {
		return err
	}
	b, err := d.canonical()
	if err != nil {
		return err
	}
	_, err = w.Write(inLines(b))
	return err
}

// inLines breaks a canonical document into lines: one for each node and step.
func inLines(b []byte) []byte {
	var out bytes.Buffer
	quoted, escaped, depth := false, false, 0
	for i, c := range b {
		switch {
		case quoted:
			quoted = c != '"' || escaped
			escaped = c == '\\' && !escaped
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		out.WriteByte(c)
		if quoted || i+1 == len(b) {
			continue
		}
		next := b[i+1]
		if c == ',' && (depth <= 2 || next == '{') || c == '[' && (depth == 2 || next == '{') || next == ']' && depth == 2 {
			out.WriteByte('\n')
		}
	}
	out.WriteByte('\n')
	return out.Bytes()
}

// An encoder gives nodes their places in the table.
type encoder struct {
	s     *symbolic.Store
	place map[symbolic.ID]int
	nodes []string
}

// ref returns the place of a node, which is added with its operands if it is
// new.
func (e *encoder) ref(id symbolic.ID) int {
	isNew := func(id symbolic.ID) bool { _, old := e.place[id]; return !old }
	for _, n := range e.s.PostorderWithin([]symbolic.ID{id}, isNew) {
		if isNew(n) {
			e.place[n] = len(e.nodes)
			e.nodes = append(e.nodes, e.text(n))
		}
	}
	return e.place[id]
}

func (e *encoder) refs(ids []symbolic.ID) []int {
	out := make([]int, len(ids))
	for i, id := range ids {
		out[i] = e.ref(id)
	}
	return out
}

// text writes a node whose operands have places.
func (e *encoder) text(id symbolic.ID) string {
	s := e.s
	k := s.Kind(id)
	words := []string{kindWords[k]}
	switch k {
	case symbolic.Number:
		words = append(words, s.Number(id).String())
	case symbolic.Symbol, symbolic.Constant:
		words = append(words, s.Name(id))
	case symbolic.Boolean:
		words = append(words, strconv.FormatBool(id == symbolic.True))
	case symbolic.Apply:
		if s.Function(id) == nil {
			words[0] = unspecifiedWord
		}
		words = append(words, s.Name(id))
	case symbolic.Relation:
		words = append(words, s.Rel(id).String())
	}
	for _, o := range s.Operands(id) {
		words = append(words, strconv.Itoa(e.place[o]))
	}
	return strings.Join(words, " ")
}

// kindWords are the first words of nodes.
var kindWords = map[symbolic.Kind]string{
	symbolic.Number: "number", symbolic.Symbol: "symbol", symbolic.Constant: "constant", symbolic.Boolean: "boolean",
	symbolic.Sum: "sum", symbolic.Product: "product", symbolic.Power: "power", symbolic.Apply: "apply", symbolic.If: "if",
	symbolic.Relation: "relation", symbolic.And: "and", symbolic.Or: "or", symbolic.Index: "index",
	symbolic.SumOver: "sum-over", symbolic.ProductOver: "product-over", symbolic.Derivative: "derivative",
}

// unspecifiedWord is the first word of the application of a function without
// a row in the table.
const unspecifiedWord = "function"

func (e *encoder) proof(p *Proof) proofJSON {
	z := proofJSON{Except: e.refs(p.Except), Steps: e.steps(p.Steps)}
	for _, y := range p.Zeros {
		z.Zeros = append(z.Zeros, zeroJSON{e.refs(y.Symbols), e.proof(y.Proof)})
	}
	return z
}

func (e *encoder) steps(list []Step) []stepJSON {
	out := make([]stepJSON, len(list))
	for i, st := range list {
		z := stepJSON{Kind: st.Kind, Name: st.Name, From: e.ref(st.From), To: e.ref(st.To), Bind: e.refs(st.Bind), Uses: st.Uses}
		for _, c := range st.Cases {
			z.Cases = append(z.Cases, caseJSON{e.ref(c.Cond), e.steps(c.Steps)})
		}
		out[i] = z
	}
	return out
}

// point lists the coordinates in the order in which the variables were read.
func (e *encoder) point(at map[symbolic.ID]symbolic.ID) [][2]int {
	var symbols []symbolic.ID
	for x := range at {
		symbols = append(symbols, x)
	}
	slices.Sort(symbols)
	out := make([][2]int, len(symbols))
	for i, x := range symbols {
		out[i] = [2]int{e.ref(x), e.ref(at[x])}
	}
	return out
}
