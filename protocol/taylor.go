package protocol

import (
	"slices"
	"strings"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// defaultOrder is that of expansions.
const defaultOrder = 5

// series is the answer of taylor for one variable.
type series struct {
	expr   symbolic.Expr
	z      taylor.Expansion
	within *taylor.Range // of the remainder
	stop   string        // the limit that ended the simplification of the coefficients
	draw   func() (taylor.Picture, error)
}

// severalSeries is the answer for several variables.
type severalSeries struct {
	expr symbolic.Expr
	z    taylor.Several
	stop string
}

// expansion reads a formula, the variables and the point, and expands.
func expansion(s *session) (func() (result, error), error) {
	f, wrt, err := s.subject()
	if err != nil {
		return nil, err
	}
	order := defaultOrder
	if s.req.Order != nil {
		order = *s.req.Order
	}
	if order < 0 || order > taylor.MaxOrder {
		return nil, failure(codeSyntax, "the order of an expansion is an integer from 0 to %d, not %d", taylor.MaxOrder, order)
	}
	if len(wrt) != 1 {
		return s.expansions(f, wrt, order)
	}
	o, err := s.near(wrt[0])
	if err != nil {
		return nil, err
	}
	if o.Remainder, err = s.remainder(); err != nil {
		return nil, err
	}
	return func() (result, error) {
		places, err := s.placed()
		if err != nil {
			return nil, err
		}
		z, err := taylor.Expand(s.scope, f, wrt[0], order, o)
		if err != nil {
			return nil, err
		}
		r := &series{expr: f.Expr, z: z, within: o.Remainder}
		r.draw = func() (taylor.Picture, error) { return s.picture(f, wrt[0], order, o) }
		for i := range z.Series {
			part := &z.Series[i]
			part.Conditions = append(part.Conditions, places...)
			coefs := make([]symbolic.Expr, len(part.Terms))
			for j, t := range part.Terms {
				coefs[j] = t.Coef
			}
			coefs, stop, err := s.tidied(part.Conditions, coefs)
			if err != nil {
				return nil, err
			}
			kept := part.Terms[:0]
			for j, t := range part.Terms {
				if t.Coef = coefs[j]; t.Coef.ID() != symbolic.Zero {
					kept = append(kept, t)
				}
			}
			part.Terms, r.stop = kept, stop
		}
		return r, nil
	}, nil
}

func (s *session) expansions(f read.Formula, wrt []symbolic.Expr, order int) (func() (result, error), error) {
	if s.req.Side != "" && s.req.Side != "both" {
		return nil, failure(codeUnsupported, "expansions in several variables have no sides")
	}
	if s.req.Remainder != "" {
		return nil, failure(codeUnsupported, "the remainder is bounded for one variable, not for several")
	}
	var at []symbolic.Expr
	for _, x := range wrt {
		p, err := s.point(x)
		if err != nil {
			return nil, err
		}
		if p.Infinity != 0 {
			return nil, failure(codeUnsupported, "expansions in several variables are at points, not at infinity")
		}
		if p.Value.Store() == nil {
			p.Value = s.scope.Store.Expr(symbolic.Zero)
		}
		at = append(at, p.Value)
	}
	if err := s.onlyPointsOf(wrt); err != nil {
		return nil, err
	}
	return func() (result, error) {
		places, err := s.placed()
		if err != nil {
			return nil, err
		}
		z, err := taylor.ExpandAll(s.scope, f, wrt, order, at)
		if err != nil {
			return nil, err
		}
		z.Conditions = append(z.Conditions, places...)
		r := &severalSeries{expr: f.Expr, z: z}
		coefs := make([]symbolic.Expr, len(z.Terms))
		for j, t := range z.Terms {
			coefs[j] = t.Coef
		}
		if coefs, r.stop, err = s.tidied(z.Conditions, coefs); err != nil {
			return nil, err
		}
		kept := z.Terms[:0]
		for j, t := range z.Terms {
			if t.Coef = coefs[j]; t.Coef.ID() != symbolic.Zero {
				kept = append(kept, t)
			}
		}
		r.z.Terms = kept
		return r, nil
	}, nil
}

// maxTidied is how many nodes coefficients have that are simplified. Those of higher
// orders, of which each is longer than the one before, stay as they come: simplifying
// them takes longer than expanding and makes them hardly shorter.
const maxTidied = 2000

// tidied simplifies coefficients, of which the rational ones are as they should
// be.
func (s *session) tidied(conds []symbolic.Expr, coefs []symbolic.Expr) (out []symbolic.Expr, stop string, err error) {
	st := s.scope.Store
	var list []symbolic.Expr
	var seen symbolic.Set
	nodes := 0
	for _, c := range coefs {
		if isTidy(c) {
			continue
		}
		for _, id := range st.PostorderWithin([]symbolic.ID{c.ID()}, func(id symbolic.ID) bool { return !seen.Has(id) }) {
			if seen.Add(id) {
				nodes++
			}
		}
		if nodes > maxTidied {
			break
		}
		list = append(list, c)
	}
	if len(list) == 0 && nodes <= maxTidied {
		return coefs, "", nil
	}
	ids := make([]symbolic.ID, len(conds))
	for i, c := range conds {
		ids[i] = c.ID()
	}
	list, z, err := s.simplified(st.Expr(st.And(ids...)), list)
	if err != nil {
		return nil, "", err
	}
	if nodes > maxTidied && !s.req.Raw && z.stop == "" {
		z.stop = "nodes"
	}
	out = slices.Clone(coefs)
	for i, c := range coefs {
		if len(list) > 0 && !isTidy(c) {
			out[i], list = list[0], list[1:]
		}
	}
	return out, z.stop, nil
}

// isTidy tells whether a coefficient is a number, or a function of positive ones
// such as log(2): expansions find special values themselves.
func isTidy(c symbolic.Expr) bool {
	st := c.Store()
	isPositive := func(id symbolic.ID) bool { return st.Kind(id) == symbolic.Number && st.Number(id).Sign() > 0 }
	return c.Kind() == symbolic.Number || c.Kind() == symbolic.Apply && !slices.ContainsFunc(st.Operands(c.ID()), func(id symbolic.ID) bool { return !isPositive(id) })
}

// near reads the point and the side.
func (s *session) near(x symbolic.Expr) (o taylor.Options, err error) {
	if name := s.scope.Store.Name(x.ID()); s.scope.Types[name] == read.Integer {
		return o, failure(codeUnsupported, "%s is an integer, and there are no limits of sequences in this version; leave out %s:integer", name, name)
	}
	if o.At, err = s.point(x); err != nil {
		return o, err
	}
	switch s.req.Side {
	case "", "both", "left,right", "right,left":
	case "left":
		o.Side = taylor.Left
	case "right":
		o.Side = taylor.Right
	default:
		return o, failure(codeSyntax, "there is no side %q; the sides are left, right and both", s.req.Side)
	}
	return o, s.onlyPointsOf([]symbolic.Expr{x})
}

// remainder reads the interval on which the remainder is to be bounded.
func (s *session) remainder() (*taylor.Range, error) {
	if s.req.Remainder == "" {
		return nil, nil
	}
	list, err := s.scope.Formulas(s.req.Remainder)
	if err != nil {
		return nil, in("remainder", err)
	}
	if len(list) != 2 {
		return nil, failure(codeSyntax, "remainder: %q is no interval; write [-1/10, 1/10]", s.req.Remainder)
	}
	for _, f := range list {
		if st := f.Expr.Store(); len(st.FreeSymbols(f.Expr.ID())) > 0 || f.Domain.ID() != symbolic.True {
			return nil, failure(codeSyntax, "remainder: the ends of %s are no numbers; write [-1/10, 1/10]", s.req.Remainder)
		}
	}
	return &taylor.Range{Lower: list[0].Expr, Upper: list[1].Expr}, nil
}

// picture draws an expansion on the interval of the remainder, or else on two units
// to both sides of the point.
func (s *session) picture(f read.Formula, x symbolic.Expr, order int, o taylor.Options) (taylor.Picture, error) {
	within := o.Remainder
	if within == nil {
		at, two := o.At.Value, s.scope.Store.Expr(s.scope.Store.Int(2))
		if at.Store() == nil {
			at = s.scope.Store.Expr(symbolic.Zero)
		}
		within = &taylor.Range{Lower: at.Sub(two), Upper: at.Add(two)}
	}
	return taylor.Draw(s.scope, f, x, order, o, *within)
}

// TaylorPicture returns what can be drawn of an answer of taylor, with the formula
// and the name of its variable.
//
// Errors: those of taylor.Draw; one that says so for several variables.
func (a *Answer) TaylorPicture() (name, variable string, p taylor.Picture, err error) {
	r, ok := a.result.(*series)
	if !ok {
		return "", "", p, failure(codeUnsupported, "expansions in several variables cannot be drawn")
	}
	if name, err = present.Text(r.expr); err != nil {
		return "", "", p, err
	}
	p, err = r.draw()
	return name, r.z.Variable.Name(), p, err
}

// point reads where a variable goes to.
func (s *session) point(x symbolic.Expr) (p taylor.Point, err error) {
	name, err := present.Text(x)
	if err != nil {
		return p, err
	}
	text, ok := s.req.At[name]
	if !ok {
		return p, nil
	}
	if sign := infinity(text); sign != 0 && !s.names(text) {
		return taylor.Point{Infinity: sign}, nil
	}
	f, err := s.formula(text)
	if err != nil {
		return p, in("at", err)
	}
	if f.Expr.Store().Depends(f.Expr.ID(), x.ID()) {
		return p, failure(codeSyntax, "at: the point %s depends on the variable %s", text, name)
	}
	if f.Domain.ID() == symbolic.False {
		return p, failure(codeDomain, "at: %s has no value", text)
	}
	s.places = append(s.places, f.Domain)
	return taylor.Point{Value: f.Expr}, nil
}

// infinity returns the sign of an infinite point, or 0. People write it in many ways, of
// which none is a number.
func infinity(text string) int {
	text = strings.ToLower(strings.TrimSpace(text))
	sign := 1
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		text, sign = rest, -1
	} else {
		text = strings.TrimPrefix(text, "+")
	}
	if slices.Contains([]string{"inf", "infinity", "infty", "oo", "∞"}, strings.TrimSpace(text)) {
		return sign
	}
	return 0
}

// names tells whether a name for infinity is that of a variable or definition; inf itself
// is none.
func (s *session) names(text string) bool {
	name := strings.TrimLeft(strings.TrimSpace(text), "+- ")
	_, used := s.scope.Store.HasSym(name)
	return used && !strings.EqualFold(name, "inf")
}

// placed returns the conditions under which the points of at have values, for the answer
// to report, and assumes them.
func (s *session) placed() ([]symbolic.Expr, error) {
	st := s.scope.Store
	domain := st.Expr(st.And(ids(s.places)...))
	facts := assume.New(s.scope)
	if !facts.Contradictory() && facts.With(domain).Contradictory() {
		return nil, failure(codeDomain, "at: the point has no value where the assumptions hold")
	}
	conds := s.reduce(domain)
	if len(conds) > 0 {
		s.scope.Relations = append(s.scope.Relations, read.Formula{Expr: domain, Domain: st.Expr(symbolic.True)})
	}
	return conds, nil
}

// onlyPointsOf refuses points for other variables.
func (s *session) onlyPointsOf(wrt []symbolic.Expr) error {
	for _, name := range sortedKeys(s.req.At) {
		if !slices.ContainsFunc(wrt, func(x symbolic.Expr) bool { n, err := present.Text(x); return err == nil && n == name }) {
			return failure(codeSyntax, "at: %s is not among the variables of --wrt", name)
		}
	}
	return nil
}
