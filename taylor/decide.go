package taylor

import (
	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// An openSign is an error that says that the sign of a node is not known, which
// depends on parameters.
type openSign struct {
	id   symbolic.ID
	text string
}

// Error asks for an assumption.
func (e *openSign) Error() string {
	return "the expansion depends on the sign of " + e.text + ", about which nothing is assumed"
}

// Unwrap makes it one of the errors that callers see.
func (e *openSign) Unwrap() error { return &Error{Kind: Undecided, Reason: e.Error()} }

// quick and thorough bound the search for the sign of a constant: before and
// after it is tried to prove that it is 0.
var (
	quick    = certify.Options{MaxPrec: 128, Budget: 1 << 14}
	thorough = certify.Options{MaxPrec: 2048, Budget: 1 << 19}
)

// isZero tells whether a coefficient is 0. The error says that this could not be
// decided. Of one with parameters that is 0 for some values of them only it is
// required that it is not 0.
func (g *germ) isZero(c coef) (bool, error) {
	zero, err := g.isIdentity(c)
	if zero || err != nil || g.hasLog(c) {
		return zero, err
	}
	if id := g.id(c); len(g.s.FreeSymbols(id)) > 0 {
		g.require(g.s.Relate(symbolic.NotEqual, id, symbolic.Zero))
	}
	return false, nil
}

// isIdentity tells whether a coefficient is 0 for all values of the parameters.
func (g *germ) isIdentity(c coef) (bool, error) {
	if x, ok := c.rational(); ok {
		return x.IsZero(), nil
	}
	if g.hasLog(c) {
		sign, err := g.signOfLog(c)
		return sign == 0 && err == nil, err
	}
	id := g.id(c)
	if z, ok := g.zeros[id]; ok {
		return z, nil
	}
	z, err := g.decideIdentity(id)
	if err == nil {
		g.zeros[id] = z
	}
	return z, err
}

func (g *germ) decideIdentity(id symbolic.ID) (bool, error) {
	if len(g.s.FreeSymbols(id)) == 0 {
		sign, err := g.signOfConstant(id)
		return sign == 0, err
	}
	cond := g.s.Relate(symbolic.NotEqual, id, symbolic.Zero)
	switch t := g.facts.Holds(g.s.Expr(cond)); {
	case t != assume.Unknown:
		return t == assume.No, nil
	case g.possible(cond):
		return false, nil
	case g.provedZero(id):
		return true, nil
	case g.somewhere(cond):
		return false, nil
	}
	return false, fail(Undecided, "it could not be decided whether %s is 0", g.text(id))
}

// sign returns the sign of a coefficient.
func (g *germ) sign(c coef) (int, error) {
	if x, ok := c.rational(); ok {
		return x.Sign(), nil
	}
	if g.hasLog(c) {
		return g.signOfLog(c)
	}
	id := g.id(c)
	if len(g.s.FreeSymbols(id)) == 0 {
		return g.signOfConstant(id)
	}
	switch {
	case g.holds(symbolic.Less, symbolic.Zero, id):
		return 1, nil
	case g.holds(symbolic.Less, id, symbolic.Zero):
		return -1, nil
	case g.holds(symbolic.Equal, id, symbolic.Zero):
		return 0, nil
	}
	zero, err := g.isIdentity(c)
	if err != nil || zero {
		return 0, err
	}
	shown := id
	if g.minus(id) {
		shown = g.s.Neg(id)
	}
	return 0, &openSign{id, g.text(shown)}
}

// maxLogs bounds logarithms of logarithms of logarithms.
const maxLogs = 4

// inLog calls f with germs in log(t), which goes to minus infinity.
func (g *germ) inLog(f func(h *germ) error) error {
	if g.depth == maxLogs {
		return fail(Unsupported, "logarithms of logarithms nest too deep")
	}
	p := &plan{scope: g.scope, s: g.s, x: g.log, at: Point{Infinity: -1}, values: g.values, facts: g.facts}
	return p.near(Right, 0, func(h *germ) error {
		h.depth = g.depth + 1
		err := f(h)
		for _, cond := range h.conds {
			g.require(cond)
		}
		return err
	})
}

// signOfLog returns the sign of a coefficient with log(t).
func (g *germ) signOfLog(c coef) (sign int, err error) {
	id := g.id(c)
	err = g.inLog(func(h *germ) error {
		_, err := h.expand(id)
		if err == nil {
			sign, err = h.signNear(id)
		}
		return err
	})
	return sign, err
}

func (g *germ) holds(r symbolic.Rel, x, y symbolic.ID) bool {
	return g.facts.Holds(g.s.Expr(g.s.Relate(r, x, y))) == assume.Yes
}

// signOfConstant returns the sign of a node without free symbols.
func (g *germ) signOfConstant(id symbolic.ID) (int, error) {
	if z := g.values.fold(id); z != id {
		if id = z; g.s.Kind(id) == symbolic.Number {
			return g.s.Number(id).Sign(), nil
		}
	}
	program := certify.Compile(g.lib, g.s, id)
	for _, o := range []certify.Options{quick, thorough} {
		switch program.Compare(0, certify.Zero, nil, o).Order {
		case certify.Less:
			return -1, nil
		case certify.Equal:
			return 0, nil
		case certify.Greater:
			return 1, nil
		case certify.NoValue:
			return 0, fail(NoValue, "%s has no value", g.text(id))
		}
		if o == quick && g.provedZero(id) {
			return 0, nil
		}
	}
	return 0, fail(Undecided, "it could not be decided whether %s is 0", g.text(id))
}

// provedZero tells whether there is a proof that a node is 0 wherever it has a
// value and the assumptions and conditions hold.
func (g *germ) provedZero(id symbolic.ID) bool {
	s := g.s
	if id == symbolic.Zero || s.Kind(id) == symbolic.Number {
		return id == symbolic.Zero
	}
	if z, ok := g.proved[id]; ok {
		return z
	}
	c := proof.NewChecker(g.scope, s.Expr(s.And(g.conds...)), s.Expr(id))
	z := false
	if !c.Empty() {
		z, _ = simplify.NewProver(c, g.lib).Equal(id, symbolic.Zero)
	}
	g.proved[id] = z
	return z
}

// truth decides a condition about parameters. Unknown means that it may hold for some of
// their values; so it is not for what is 0 for all of them.
func (g *germ) truth(cond symbolic.ID) assume.Answer {
	s := g.s
	if t := g.facts.Holds(s.Expr(cond)); t != assume.Unknown || g.possible(cond) {
		return t
	}
	switch ops := s.Operands(cond); s.Kind(cond) {
	case symbolic.Relation:
		if g.provedZero(s.Sub(ops[0], ops[1])) {
			return truthOf(s.Rel(cond) == symbolic.Equal || s.Rel(cond) == symbolic.LessEqual)
		}
	case symbolic.And, symbolic.Or:
		decides := truthOf(s.Kind(cond) == symbolic.Or) // one part of that truth is enough
		all := true
		for _, o := range ops {
			switch g.truth(o) {
			case decides:
				return decides
			case assume.Unknown:
				all = false
			}
		}
		if all {
			return truthOf(s.Kind(cond) == symbolic.And)
		}
	}
	return assume.Unknown
}

func truthOf(b bool) assume.Answer {
	if b {
		return assume.Yes
	}
	return assume.No
}

// possible tells whether a condition certainly holds at some point at which the
// assumptions hold, and the conditions so far.
func (g *germ) possible(cond symbolic.ID) bool {
	all := append([]symbolic.ID{cond}, g.conds...)
	for _, r := range g.scope.Relations {
		all = append(all, r.Domain.ID(), r.Expr.ID())
	}
	return g.somewhere(g.s.And(all...))
}

// somewhere tells whether a condition certainly holds at some point.
func (g *germ) somewhere(cond symbolic.ID) bool {
	s := g.s
	program := certify.Compile(g.lib, s, cond)
	inputs := program.Inputs()
	for i := range 24 {
		at := certify.Point{}
		for j, x := range inputs {
			v := rational.New(int64(1+(5*i+3*j)%17), int64(1+(i+j)%5))
			if (i+j)%4 == 3 {
				v = v.Neg()
			}
			if s.Kind(x) == symbolic.Symbol {
				v = ofType(g.scope.Types[s.Name(x)], v)
			}
			at[x] = s.Num(v)
		}
		if t, _ := program.Holds(0, at, quick); t == certify.Yes {
			return true
		}
	}
	return false
}

// ofType returns a number of a type that is like another one, which is not 0.
func ofType(t read.Type, x rational.Rat) rational.Rat {
	switch {
	case t == read.Integer:
		return x.Floor()
	case t == read.Positive && x.Sign() < 0, t == read.Nonnegative && x.Sign() < 0, t == read.Negative && x.Sign() > 0:
		return x.Neg()
	}
	return x
}

// require adds a condition under which the expansion holds.
func (g *germ) require(cond symbolic.ID) {
	if cond == symbolic.True || g.facts.Holds(g.s.Expr(cond)) == assume.Yes {
		return
	}
	g.conds = append(g.conds, cond)
	g.facts = g.facts.With(g.s.Expr(cond))
}

// text returns a node as a person reads it, for messages.
func (g *germ) text(id symbolic.ID) string { return text(g.s, id) }

func text(s *symbolic.Store, id symbolic.ID) string {
	text, err := present.NewPrinter(present.Options{MaxBytes: 200}).String(s.Expr(id), present.AsText)
	if err != nil {
		return "a part of the formula"
	}
	return text
}
