package oracle

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/parse"
)

// Truth is what is known of a claim because of how it was made.
type Truth string

const (
	Open  Truth = "open"  // nothing
	True  Truth = "true"  // the relation holds wherever both sides have values
	False Truth = "false" // it fails somewhere
	Empty Truth = "empty" // there is no point at which both sides have values and the assumptions hold
)

// A Claim is a claim as it is written.
type Claim struct {
	Kind             string   // how it was made
	Left, Rel, Right string   // Rel is one of = != < <=
	Let              []string // definitions p = formula and h(x) = formula
	Assume           []string
	Truth            Truth
}

// String returns the claim as a line that a person can try.
func (c Claim) String() string {
	z := fmt.Sprintf("%s %s %s", c.Left, c.Rel, c.Right)
	if len(c.Assume) > 0 {
		z += " | " + strings.Join(c.Assume, ", ")
	}
	if len(c.Let) > 0 {
		z += " where " + strings.Join(c.Let, ", ")
	}
	return z
}

// An Answer is a verdict as it is written.
type Answer struct {
	Verdict    string
	Conditions []string
	HoldsIf    []string
	Witness    map[string]string
}

// A Report is what a Judge found.
type Report struct {
	Wrong    []string // complaints
	Compared int      // points at which both sides have values that were compared
	Nowhere  int      // points at which a side certainly has no value
	Narrow   bool     // a condition fails where both sides have values
	Checked  bool     // of a refuted claim: the oracle sees the relation fail
}

// sides are a claim that was read.
type sides struct {
	left, right, relation Formula
	given                 []Formula
	types                 map[string]string
	depth                 int
	equality              bool // the relation holds where the sides are equal
}

// signs are the conditions that types are; all integers are real.
var signs = map[string]string{"real": "^2 >= 0", "positive": " > 0", "negative": " < 0", "nonnegative": " >= 0", "nonzero": " != 0", "integer": "^2 >= 0"}

var types = []string{"real", "positive", "negative", "nonnegative", "nonzero", "integer"}

func readClaim(c Claim) (z sides, err error) {
	z.types = map[string]string{}
	lets, err := readLets(c.Let)
	read := func(text string) (f Formula) {
		if err == nil {
			f, err = Read(text)
			f.lets = lets
		}
		return f
	}
	z.left, z.right = read(c.Left), read(c.Right)
	z.relation = read("(" + c.Left + ") " + c.Rel + " (" + c.Right + ")")
	for _, g := range c.Assume {
		for _, part := range parse.SplitList(g) {
			text := g[part.Start:part.End]
			name, t, ok := strings.Cut(text, ":")
			if ok && slices.Contains(types, strings.TrimSpace(t)) {
				name, t = strings.TrimSpace(name), strings.TrimSpace(t)
				if before := z.types[name]; before == "integer" || before != "" && t == "integer" {
					z.types[name] = "integer" // the other one is a condition on integers
					if before == "integer" {
						before = t
					}
					z.given = append(z.given, read(name+signs[before]))
				} else {
					z.types[name] = t
				}
			} else {
				z.given = append(z.given, read(text))
			}
		}
	}
	z.equality = c.Rel == "=" || c.Rel == "<="
	if err == nil {
		z.depth = max(z.left.Derivatives(), z.right.Derivatives())
	}
	return z, err
}

// Budgets of points: what is compared with derivatives is slow.
const (
	attempts       = 120
	plentyPlain    = 60
	plentySlopes   = 16
	secondThoughts = 4
	witnessPrec    = 200
)

// Judge compares an answer to a claim with what formulas are worth at points.
// Each seed gives other points. The error is that of a claim that cannot be
// read.
func Judge(c Claim, a Answer, seed uint64) (z Report, err error) {
	s, err := readClaim(c)
	if err != nil {
		return z, err
	}
	complain := func(format string, args ...any) { z.Wrong = append(z.Wrong, fmt.Sprintf(format, args...)) }
	proved := a.Verdict == "proved" || a.Verdict == "conditional"
	switch {
	case c.Truth == True && a.Verdict == "refuted":
		complain("true by construction")
	case c.Truth == False && proved:
		complain("false by construction")
	case c.Truth == Empty && (proved || a.Verdict == "refuted"):
		complain("the region is empty by construction")
	}
	rng := rand.New(rand.NewPCG(seed, 7))
	if proved {
		conds, err := readAll(a.Conditions)
		if err != nil {
			return z, err
		}
		s.compare(rng, a.Verdict == "proved", conds, &z)
	}
	if a.Verdict == "refuted" {
		if err := s.witness(a.Witness, &z); err != nil {
			return z, err
		}
		for _, text := range a.HoldsIf {
			more := s
			f, err := Read(text)
			if err != nil {
				return z, err
			}
			more.given = append(slices.Clone(s.given), f)
			before := len(z.Wrong)
			more.compare(rng, true, nil, &z)
			for i := before; i < len(z.Wrong); i++ {
				z.Wrong[i] = "holds_if " + text + ": " + z.Wrong[i]
			}
		}
	}
	return z, nil
}

func readAll(texts []string) (list []Formula, err error) {
	for _, t := range texts {
		f, err := Read(t)
		if err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, nil
}

// compare looks at points of the region of a claim that was proved.
func (s sides) compare(rng *rand.Rand, sameDomain bool, conds []Formula, z *Report) {
	m := newSampler(rng, s.types, append([]Formula{s.left, s.right}, append(slices.Clone(s.given), conds...)...))
	plenty := plentyPlain
	if s.depth > 0 {
		plenty = plentySlopes
	}
	if s.depth > 1 {
		plenty = plentySlopes / 2
	}
	seen, thoughts := map[string]bool{}, 0
	for i, n := 0, 0; i < attempts && n < plenty; i++ {
		at := m.next()
		key := show(at)
		if seen[key] || !s.allowed(at, Digits(0)) {
			continue
		}
		seen[key] = true
		n++
		if !s.look(at, sameDomain, conds, Digits(s.depth), false, z) && thoughts < secondThoughts {
			thoughts++
			s.look(at, sameDomain, conds, presumePrec, true, z)
		}
		if len(z.Wrong) > 0 {
			return
		}
	}
}

// allowed tells whether the assumptions certainly hold.
func (s sides) allowed(at Point, prec uint) bool {
	for _, g := range s.given {
		if ok, err := g.Holds(at, prec, false); err != nil || !ok {
			return false
		}
	}
	return true
}

// look compares the sides at a point. It returns false where something was
// unknown.
func (s sides) look(at Point, sameDomain bool, conds []Formula, prec uint, presume bool, z *Report) bool {
	complain := func(format string, args ...any) {
		z.Wrong = append(z.Wrong, fmt.Sprintf(format, args...)+" at "+show(at))
	}
	l, err1 := s.left.Value(at, prec, presume)
	r, err2 := s.right.Value(at, prec, presume)
	nowhere := err1 == ErrUndefined || err2 == ErrUndefined
	if nowhere {
		z.Nowhere++
	}
	if len(conds) > 0 {
		all := true
		for _, f := range conds {
			ok, err := f.Holds(at, prec, presume)
			all = all && ok && err == nil
			if err == nil && !ok && err1 == nil && err2 == nil {
				z.Narrow = true
			}
		}
		if all && nowhere {
			complain("the conditions hold and a side has no value (left %s, right %s)", outcome(l, err1), outcome(r, err2))
		}
	}
	switch {
	case sameDomain && (err1 == ErrUndefined && err2 == nil || err2 == ErrUndefined && err1 == nil):
		complain("one side has a value (left %s, right %s)", outcome(l, err1), outcome(r, err2))
		return true
	case nowhere:
		return err1 == err2 || !sameDomain
	case err1 != nil || err2 != nil:
		return false
	}
	ok, err := s.relation.Holds(at, prec, presume)
	if err == nil && !ok {
		complain("the relation fails (left %s, right %s)", outcome(l, nil), outcome(r, nil))
	}
	same := err != nil && s.close(l, r)
	if err == nil || same {
		z.Compared++
	}
	return err == nil || same && s.equality
}

// close tells whether two balls are small and overlap: nothing speaks against
// equality.
func (s sides) close(l, r Value) bool {
	d, err := calc{prec: 64}.sub(l, r)
	return err == nil && !d.exact() && d.rad < 1e-8
}

// witness checks the point at which a claim is said to fail.
func (s sides) witness(texts map[string]string, z *Report) error {
	plain := Point{}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		f, err := Read(texts[name])
		if err != nil {
			return err
		}
		v, err := f.Value(nil, presumePrec, false)
		if err != nil {
			z.Wrong = append(z.Wrong, fmt.Sprintf("the coordinate %s = %s has no value", name, texts[name]))
			return nil
		}
		plain[name] = v
		if !s.fits(name, v) {
			z.Wrong = append(z.Wrong, fmt.Sprintf("%s = %s is not %s", name, texts[name], s.types[name]))
		}
	}
	for _, try := range []struct {
		prec    uint
		presume bool
	}{{max(witnessPrec, Digits(s.depth)), false}, {presumePrec, true}} {
		complain := func(format string, args ...any) {
			z.Wrong = append(z.Wrong, fmt.Sprintf(format, args...)+" at the witness "+show(plain))
		}
		for _, g := range s.given {
			if ok, err := g.Holds(plain, try.prec, try.presume); err == nil && !ok || err == ErrUndefined {
				complain("an assumption fails")
				return nil
			}
		}
		l, err1 := s.left.Value(plain, try.prec, try.presume)
		r, err2 := s.right.Value(plain, try.prec, try.presume)
		if err1 == ErrUndefined || err2 == ErrUndefined {
			complain("a side has no value (left %s, right %s)", outcome(l, err1), outcome(r, err2))
			return nil
		}
		if err1 != nil || err2 != nil {
			continue
		}
		ok, err := s.relation.Holds(plain, try.prec, try.presume)
		if err == nil && ok {
			complain("the relation holds (left %s, right %s)", outcome(l, nil), outcome(r, nil))
			return nil
		}
		if err == nil {
			z.Checked = true
			return nil
		}
	}
	return nil
}

// fits tells whether a coordinate has the type of its variable, as far as the
// oracle knows.
func (s sides) fits(name string, v Value) bool {
	c := calc{prec: presumePrec}
	if s.types[name] == "integer" {
		_, whole, err := c.nearest(v)
		return whole || err != nil
	}
	sign, err := c.sign(v)
	if err != nil {
		return true
	}
	switch s.types[name] {
	case "positive":
		return sign > 0
	case "negative":
		return sign < 0
	case "nonnegative":
		return sign >= 0
	case "nonzero":
		return sign != 0
	}
	return true
}

func outcome(v Value, err error) string {
	if err != nil {
		return err.Error()
	}
	return v.String()
}

func show(at Point) string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(at)) {
		list = append(list, name+"="+at[name].String())
	}
	return strings.Join(list, ", ")
}
