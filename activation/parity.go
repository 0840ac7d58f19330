package activation

import (
	"github.com/symgrad/symgrad/claim"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Parity says how a function behaves under reflection at 0.
type Parity uint8

const (
	// Unclear: it could not be decided.
	Unclear Parity = iota
	// Odd: s(-x) = -s(x).
	Odd
	// Even: s(-x) = s(x).
	Even
	// OddAboutBias: s - s(0) is odd, and s(0) is not 0.
	OddAboutBias
	// NoParity: none of these.
	NoParity
)

// String returns the parity in words.
func (p Parity) String() string {
	return [...]string{"undecided", "odd", "even", "odd about its value at 0", "neither"}[p]
}

// parity proves or refutes that a function is odd or even. Exact coefficients of
// its expansions refute; what they leave is proved piece by piece, or as a claim.
func (l *line) parity(f read.Formula, list []piece, bias symbolic.ID, a, b half) (Parity, error) {
	odd, even := true, true
	for k := range b {
		left := a[k]
		if k%2 != 0 {
			left = l.s.Neg(left)
		}
		if k > 0 {
			odd = odd && !l.differ(l.s.Neg(b[k]), left)
		}
		even = even && !l.differ(b[k], left)
	}
	undecided := false
	for _, c := range []struct {
		may    bool
		parity Parity
	}{{odd, Odd}, {even, Even}} {
		if !c.may {
			continue
		}
		z, err := l.reflected(f, list, bias, c.parity)
		if err != nil {
			return Unclear, err
		}
		switch {
		case z == proof.Proved && c.parity == Odd && bias != symbolic.Zero:
			return OddAboutBias, nil
		case z == proof.Proved:
			return c.parity, nil
		}
		undecided = undecided || z != proof.Refuted
	}
	if undecided {
		return Unclear, nil
	}
	return NoParity, nil
}

// differ tells whether two constants are certainly different.
func (l *line) differ(a, b symbolic.ID) bool {
	if len(l.s.FreeSymbols(a, b)) > 0 {
		return l.never(l.facts, a, b)
	}
	order, ok := l.compare(a, b)
	return ok && order != 0
}

// reflected decides whether s(-x) is 2·s(0)-s(x), for Odd, or s(x), for Even.
func (l *line) reflected(f read.Formula, list []piece, bias symbolic.ID, p Parity) (proof.VerdictKind, error) {
	s := l.s
	mirror := func(id symbolic.ID) symbolic.ID {
		if p == Even {
			return id
		}
		return s.Sub(s.Mul(s.Int(2), bias), id)
	}
	if len(list) > 1 {
		ok, err := l.mirrored(f, list, mirror)
		if err != nil || ok {
			return proof.Proved, err
		}
	}
	minus := s.Neg(l.x)
	left := read.Formula{Expr: s.Expr(l.put(f.Expr.ID(), minus)), Domain: s.Expr(l.put(f.Domain.ID(), minus))}
	right := read.Formula{Expr: s.Expr(mirror(f.Expr.ID())), Domain: f.Domain}
	v, err := claim.Equal(l.scope, left, right)
	return v.Kind, err
}

// mirrored tells whether pieces are those on the other side of 0, and the values
// between them as well.
func (l *line) mirrored(f read.Formula, list []piece, mirror func(symbolic.ID) symbolic.ID) (bool, error) {
	s := l.s
	for i, p := range list {
		q := list[len(list)-1-i]
		if p.left.infinity != -q.right.infinity {
			return false, nil
		}
		if p.left.infinity == 0 {
			if order, ok := l.compare(p.left.at, s.Neg(q.right.at)); !ok || order != 0 {
				return false, nil
			}
			value := l.put(f.Expr.ID(), p.left.at)
			if order, ok := l.compare(l.put(f.Expr.ID(), s.Neg(p.left.at)), mirror(value)); !ok || order != 0 {
				return false, nil
			}
		}
		d, err := l.simpler(s.Sub(l.put(p.expr, s.Neg(l.x)), mirror(q.expr)))
		if err != nil || d != symbolic.Zero {
			return false, err
		}
	}
	return true, nil
}
