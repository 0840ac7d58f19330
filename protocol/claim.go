package protocol

import (
	"io"
	"strings"

	"github.com/symgrad/symgrad/claim"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// judged is the answer of equal and prove.
type judged struct {
	links []link
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
		z := &judged{}
		for _, r := range list {
			v, err := claim.Prove(s.scope, r.Left, r.Rel, r.Right)
			if err != nil {
				return nil, err
			}
			z.links = append(z.links, link{r, v})
		}
		return z, nil
	}, nil
}

// strength orders verdicts: the weakest decides a chain.
var strength = map[proof.VerdictKind]int{proof.Refuted: 0, proof.Undecided: 1, proof.Conditional: 2, proof.Proved: 3}

// weakest returns the link that decides the chain.
func (z *judged) weakest() link {
	w := z.links[0]
	for _, l := range z.links[1:] {
		if strength[l.Kind] < strength[w.Kind] {
			w = l
		}
	}
	return w
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
	Steps   int  `json:"steps"`
	Checked bool `json:"checked"`
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
	steps := 0
	for _, k := range z.links {
		if k.Proof != nil {
			steps += k.Proof.Size()
		}
	}
	if l.Proof != nil {
		v.Proof = &proofFields{steps, true}
	}
	return v, w.err
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

// conditions are those of all links.
func (z *judged) conditions() (all []symbolic.Expr) {
	for _, l := range z.links {
		all = append(all, l.Conditions...)
	}
	return all
}

func (z *judged) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	k := z.weakest()
	l.buf.WriteString(string(k.Kind) + "\n")
	if k.Kind == proof.Conditional {
		l.where(z.conditions())
	}
	if k.Kind == proof.Refuted {
		var at []string
		for _, c := range k.Witness {
			at = append(at, w.text(c.Variable)+" = "+w.text(c.Value))
		}
		if len(at) > 0 {
			l.buf.WriteString("at " + strings.Join(at, ", ") + "\n")
		}
		l.buf.WriteString("left side  " + k.Left0() + "\nright side " + k.Right0() + "\n")
	}
	if k.Remark != "" {
		l.buf.WriteString(k.Remark + "\n")
	}
	return l.end()
}
