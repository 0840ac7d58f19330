package protocol

import (
	"io"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/claim"
	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// judged is the answer of equal and prove, and of a proof file.
type judged struct {
	statement proof.Statement
	links     []link
}

// A link is one relation of a claim, with its verdict.
type link struct {
	read.Relation
	proof.Verdict
}

// decide reads a claim, as two sides or as one text, and decides it. The
// verdict of a chain is the weakest of its links.
func decide(s *session) (func() (result, error), error) {
	var list []read.Relation
	switch {
	case s.req.LHS != "" || s.req.RHS != "":
		r, err := s.scope.Relate(s.req.LHS, s.req.Rel, s.req.RHS)
		if err != nil {
			return nil, err
		}
		list = []read.Relation{r}
	default:
		var err error
		if list, err = s.scope.Claim(s.req.Expr); err != nil {
			return nil, err
		}
	}
	return func() (result, error) {
		z := &judged{statement: s.statement(list)}
		for _, r := range list {
			v, err := claim.Prove(s.scope, r.Left, r.Rel, r.Right)
			if err != nil {
				return nil, err
			}
			z.links = append(z.links, link{r, v})
		}
		z.join(s.scope)
		return z, nil
	}, nil
}

// join looks at the links of a chain together: what repairs one of them says nothing of
// others that do not hold everywhere, and conditions that no point fulfils are no verdict.
func (z *judged) join(scope *read.Scope) {
	if len(z.links) == 1 {
		return
	}
	for i := range z.links {
		for j, other := range z.links {
			if i != j && other.Kind != proof.Proved {
				z.links[i].HoldsIf = nil
			}
		}
	}
	if z.weakest().Kind == proof.Conditional && assume.New(scope).With(z.conditions()...).Contradictory() {
		for i := range z.links {
			z.links[i].Verdict = proof.Verdict{Kind: proof.Undecided, Remark: "no point fulfils the conditions of all relations of the chain"}
		}
	}
}

// statement returns a claim with what the request says of its names.
func (s *session) statement(list []read.Relation) proof.Statement {
	t := proof.StatementOf(list)
	t.Let = s.req.Let
	for _, text := range s.req.Assume {
		for _, part := range parse.SplitList(text) {
			t.Assume = append(t.Assume, strings.TrimSpace(text[part.Start:part.End]))
		}
	}
	for _, name := range sortedKeys(s.req.Shapes) {
		var sizes []string
		for _, z := range s.req.Shapes[name] {
			sizes = append(sizes, string(z))
		}
		t.Shapes = append(t.Shapes, name+"="+strings.Join(sizes, "x"))
	}
	return t
}

// weakest returns the link that decides the chain.
func (z *judged) weakest() link {
	list := make([]proof.Verdict, len(z.links))
	for i, l := range z.links {
		list[i] = l.Verdict
	}
	return z.links[proof.Weakest(list)]
}

type verdictFields struct {
	Verdict    string       `json:"verdict"`
	Conditions []string     `json:"conditions,omitempty"`
	HoldsIf    []string     `json:"holds_if,omitempty"`
	Witness    *object      `json:"witness,omitempty"`
	LHS        string       `json:"lhs,omitempty"`
	RHS        string       `json:"rhs,omitempty"`
	Proof      *proofFields `json:"proof,omitempty"`
	Remark     string       `json:"remark,omitempty"`
	Limit      string       `json:"limit,omitempty"`
}

type proofFields struct {
	Steps   int    `json:"steps"`
	Checked bool   `json:"checked"`
	Text    string `json:"text,omitempty"` // with --proof
}

func (z *judged) fields(w *writer) (any, error) {
	l := z.weakest()
	v := verdictFields{Verdict: string(l.Kind), Remark: l.Remark, Limit: l.Limit, LHS: l.Left0(), RHS: l.Right0()}
	if l.Kind == proof.Conditional {
		v.Conditions = w.conditions(z.conditions())
	}
	if len(l.HoldsIf) > 0 {
		v.HoldsIf = w.conditions(l.HoldsIf)
	}
	if l.Kind == proof.Refuted {
		at := object{}
		for _, c := range l.Witness {
			at = append(at, [2]string{w.text(c.Variable), w.text(c.Value)})
		}
		v.Witness = &at
	}
	if l.Proof != nil {
		v.Proof = &proofFields{Steps: z.steps(), Checked: true}
	}
	if v.Proof != nil && w.s.req.Proof {
		var text strings.Builder
		b := w.lines(&text)
		z.proofs(b)
		if err := b.end(); err != nil {
			return nil, err
		}
		v.Proof.Text = strings.TrimSpace(text.String())
	}
	return v, w.err
}

// steps counts the steps of all proofs.
func (z *judged) steps() (n int) {
	for _, k := range z.links {
		if k.Proof != nil {
			n += k.Proof.Size()
		}
	}
	return n
}

// Left0 and Right0 return the enclosures of the sides in the order in which
// they were written.
func (l link) Left0() string {
	if l.Exchanged {
		return l.Verdict.Right
	}
	return l.Verdict.Left
}

func (l link) Right0() string {
	if l.Exchanged {
		return l.Verdict.Left
	}
	return l.Verdict.Right
}

// conditions are those of all links, each once.
func (z *judged) conditions() (all []symbolic.Expr) {
	for _, l := range z.links {
		for _, c := range l.Conditions {
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
	}
	return all
}

// text writes the verdict for people, what it depends on, and with --proof the
// proof.
func (z *judged) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	k := z.weakest()
	l.line(w.words(string(k.Kind)))
	if k.Kind == proof.Conditional {
		if conds := z.conditions(); len(conds) > 0 {
			l.where(conds)
		} else {
			l.line(w.words("wherever both sides have values"))
		}
	}
	if k.Kind == proof.Refuted {
		z.counterexample(l, k)
	}
	if k.Remark != "" {
		l.line(w.words(k.Remark))
	}
	if w.s.req.Proof {
		z.proofs(l)
	}
	return l.end()
}

// value is an enclosure for people: [1, 1] is 1.
func value(enclosure string) string {
	lo, hi, _ := strings.Cut(strings.Trim(enclosure, "[]"), ", ")
	if lo == hi {
		return lo
	}
	return "in " + enclosure
}

// counterexample writes where a relation fails, and what would repair it.
func (z *judged) counterexample(l *lines, k link) {
	w := l.w
	if len(z.links) > 1 {
		l.line(w.words("it fails for "), k.line(w, proof.Line{Left: k.Relation.Left.Expr, Right: k.Relation.Right.Expr, Rel: k.Rel}))
	}
	at := map[symbolic.ID]symbolic.ID{}
	for _, c := range k.Witness {
		at[c.Variable.ID()] = c.Value.ID()
	}
	if len(at) > 0 {
		l.line(w.words("at "), w.point(at), w.words(": left side "+value(k.Left0())+", right side "+value(k.Right0())))
	} else {
		l.line(w.words("left side " + value(k.Left0()) + ", right side " + value(k.Right0())))
	}
	if len(k.HoldsIf) > 0 {
		l.line(w.words("it holds if "), w.list(k.HoldsIf))
	}
}
