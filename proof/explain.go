package proof

import (
	"slices"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// A Piece is a part of a sentence: words, or where these are empty a formula or
// condition.
type Piece struct {
	Words   string
	Formula symbolic.Expr
}

// A Line is a line of a proof for people: an equation with its reason, or where
// Number is 0 a sentence. A Shift is how deep it stands within cases.
type Line struct {
	Shift       int
	Number      int // by which later lines refer to it
	Left, Right symbolic.Expr
	Rel         symbolic.Rel
	Reason      []Piece
}

// Explain puts a proof of a claim into lines: the equations in the order in
// which they are proved, numbered from 1, each with its reason, cases indented.
// It takes for granted that the proof was checked.
func Explain(c Claim, p *Proof) []Line {
	x := &explanation{s: c.Scope.Store}
	x.proof(c, p)
	return x.lines
}

// An explanation is made line by line.
type explanation struct {
	s     *symbolic.Store
	shift int
	lines []Line
	count int
}

func words(text string) Piece { return Piece{Words: text} }

func (x *explanation) formula(id symbolic.ID) Piece { return Piece{Formula: x.s.Expr(id)} }

// say adds a sentence.
func (x *explanation) say(pieces ...Piece) {
	x.lines = append(x.lines, Line{Shift: x.shift, Reason: pieces})
}

// addWords ends the last sentence.
func (x *explanation) addWords(text string) {
	last := &x.lines[len(x.lines)-1]
	last.Reason = append(last.Reason, words(text+"."))
}

// equation adds a numbered line and returns its number.
func (x *explanation) equation(l, r symbolic.ID, rel symbolic.Rel, reason ...Piece) int {
	x.count++
	x.lines = append(x.lines, Line{x.shift, x.count, x.s.Expr(l), x.s.Expr(r), rel, reason})
	return x.count
}

// proof explains a proof, and those of where symbols are 0.
func (x *explanation) proof(c Claim, p *Proof) {
	left, right := c.sides()
	if len(p.Except) > 0 {
		x.say(slices.Concat([]Piece{words("The rules of differentiation apply where ")}, x.conditions(p.Except), []Piece{words(".")})...)
	}
	numbers := x.steps(p.Steps)
	x.conclusion(c, p.Steps, numbers)
	if len(p.Except) > 0 {
		x.say(words("Elsewhere: these are isolated points, or points without a derivative; near such a point the equation holds,"))
		x.say(words("the right side is continuous, and so by the mean value theorem the derivative is its value there."))
	}
	x.shift++
	for _, z := range p.Zeros {
		var zeros []symbolic.ID
		for _, v := range z.Symbols {
			zeros = append(zeros, x.s.Relate(symbolic.Equal, v, symbolic.Zero))
		}
		x.say(slices.Concat([]Piece{words("Where ")}, x.conditions(zeros), []Piece{words(":")})...)
		at := c.Zero(z.Symbols)
		switch l, r := at.sides(); {
		case l == r:
			x.addWords(" both sides are the same")
		case len(z.Proof.Steps) == 0:
			x.addWords(" there is no such point")
		default:
			x.proof(at, z.Proof)
		}
	}
	x.shift--
	if c.Rel == symbolic.Equal && left == right {
		x.equation(left, right, c.Rel, words("both sides are the same when they are put in order"))
	}
}

// conclusion adds the inequality that the steps lead to.
func (x *explanation) conclusion(c Claim, steps []Step, numbers []int) {
	if c.Rel == symbolic.Equal {
		return
	}
	left, right := c.sides()
	d := x.s.Sub(left, right)
	for i, st := range steps {
		if st.From == d {
			x.equation(left, right, c.Rel, words("since by "+list(numbers[i:i+1])+" the difference of the sides is "), x.formula(st.To))
			return
		}
	}
	x.equation(left, right, c.Rel, words("by the signs and ranges of its parts"))
}

// conditions lists conditions as a sentence does: a, b and c.
func (x *explanation) conditions(conds []symbolic.ID) (out []Piece) {
	for i, cond := range conds {
		switch {
		case i == 0:
		case i == len(conds)-1:
			out = append(out, words(" and "))
		default:
			out = append(out, words(", "))
		}
		out = append(out, x.formula(cond))
	}
	return out
}

// steps adds the lines of steps and returns their numbers.
func (x *explanation) steps(steps []Step) []int {
	numbers := make([]int, len(steps))
	for i, st := range steps {
		var used []int
		for _, u := range st.Uses {
			used = append(used, numbers[u])
		}
		reason := x.reason(st, used)
		if st.Kind == ByRing {
			reason = append(reason, x.normalForm(st, steps)...)
		}
		numbers[i] = x.equation(st.From, st.To, symbolic.Equal, reason...)
		x.cases(st)
	}
	return numbers
}

// cases adds the proofs within a step.
func (x *explanation) cases(st Step) {
	x.shift++
	defer func() { x.shift-- }()
	s := x.s
	for i, k := range st.Cases {
		switch {
		case st.Kind == ByCases:
			x.say(words("If "), x.formula(k.Cond), words(":"))
		case st.Kind == ByBody:
			x.say(words("For "), x.formula(st.Bind[0]), words(" in place of "), x.formula(s.Operands(st.From)[0]), words(":"))
		case i == 0:
			x.say(words("The derivatives by "), x.formula(st.Bind[0]), words(":"))
		default:
			x.say(words("The values at "), x.formula(st.Bind[0]), words(" = "), x.formula(st.Bind[1]), words(":"))
		}
		switch {
		case len(k.Steps) > 0:
			x.steps(k.Steps)
		case st.Kind == ByCases:
			x.addWords(" there is no such point")
		default:
			x.addWords(" they are the same")
		}
	}
}

// reason says why a step holds.
func (x *explanation) reason(st Step, used []int) []Piece {
	s := x.s
	using := ""
	if len(used) > 0 {
		using = ", using " + list(used)
	}
	switch st.Kind {
	case ByRule:
		return x.rule(st)
	case ByDefinition:
		return []Piece{words("definition of " + s.Name(st.From))}
	case ByRing:
		if x.hasDenominator(st.From) || x.hasDenominator(st.To) {
			return []Piece{words("multiply out over a common denominator" + using)}
		}
		return []Piece{words("multiply out both sides" + using)}
	case ByParts:
		return []Piece{words(x.parts(st, used))}
	case ByScale:
		return []Piece{words(list(used) + ", times "), x.formula(st.Bind[0])}
	case ByContext:
		return []Piece{words("put in " + list(used))}
	case ByChain:
		return []Piece{words("from " + list(used))}
	case ByDerivative:
		return []Piece{words("differentiate by "), x.formula(s.Operands(st.From)[1])}
	case ByBranch:
		if cond := s.Operands(st.From)[0]; st.To == s.Operands(st.From)[1] {
			return []Piece{words("since "), x.formula(cond)}
		} else {
			return []Piece{words("since "), x.formula(s.Not(cond))}
		}
	case ByTerms:
		return []Piece{words("write out")}
	case ByLinearity:
		return []Piece{words("sum up term by term")}
	case ByIndex:
		return []Piece{words("name indices otherwise")}
	case ByGiven:
		return []Piece{words("since "), x.formula(st.Bind[1])}
	case ByRoot:
		return []Piece{words("neither side is negative, and their " + powerName(s.Number(st.Bind[0])) + "s are equal by " + list(used))}
	case ByConstant:
		return []Piece{words("the two numbers are closer to each other than different algebraic numbers of their degree and size can be")}
	case ByCases:
		out := []Piece{words("by the cases ")}
		var conds []symbolic.ID
		for _, k := range st.Cases {
			conds = append(conds, k.Cond)
		}
		return append(out, x.conditions(conds)...)
	case ByBody:
		return []Piece{words("term by term")}
	case BySlope:
		return []Piece{words("both sides have the same derivative, and the same value at a point")}
	}
	return []Piece{words(string(st.Kind) + using)}
}

// The normal form that both sides have is shown if it is this short.
const (
	formLeaves = 12
	formSteps  = 100_000
)

// parts says what is done to both sides of an equation, or to which parts of
// both sides others apply.
func (x *explanation) parts(st Step, used []int) string {
	if len(used) == 1 && len(x.s.Operands(st.From)) == 1 {
		return "apply " + x.s.Name(st.From) + " to both sides of " + list(used)
	}
	return "replace equal parts, using " + list(used)
}

// normalForm returns what both sides of a ring step are when they are
// multiplied out, if that is short and neither side is written so.
func (x *explanation) normalForm(st Step, steps []Step) []Piece {
	equations := map[symbolic.ID]symbolic.ID{}
	for _, u := range st.Uses {
		equations[steps[u].From] = steps[u].To
	}
	f, err := algebra.New(x.s, algebra.Options{Equations: equations, Budget: &poly.Budget{Steps: formSteps}}, st.From, st.To)
	if err != nil {
		return nil
	}
	var form [2]symbolic.ID
	for i, side := range []symbolic.ID{st.From, st.To} {
		if form[i], err = f.Factored(side); err != nil {
			return nil
		}
	}
	if z := form[0]; z == form[1] && z != st.From && z != st.To && present.Leaves(x.s.Expr(z)) <= formLeaves {
		return []Piece{words(" (both are "), x.formula(z), words(")")}
	}
	return nil
}

// rule names a rule, where it stands, and the conditions that it needed.
func (x *explanation) rule(st Step) []Piece {
	text := strings.ReplaceAll(st.Name, "-", " ")
	row, ok := rules.Lookup(st.Name)
	if !ok {
		return []Piece{words(text)}
	}
	if row.Source != "" {
		text += " (" + row.Source + ")"
	}
	if f := row.Forms(); f.When != nil {
		if guard := f.When.Build(x.s, st.Bind...); guard != symbolic.True {
			return append([]Piece{words(text + ", since ")}, x.conditions(conjuncts(x.s, []symbolic.ID{guard}))...)
		}
	}
	return []Piece{words(text)}
}

// hasDenominator tells whether a node is written with a denominator, outside of
// functions.
func (x *explanation) hasDenominator(root symbolic.ID) bool {
	s := x.s
	enter := func(id symbolic.ID) bool {
		k := s.Kind(id)
		return k == symbolic.Sum || k == symbolic.Product || k == symbolic.Power
	}
	return slices.ContainsFunc(s.PostorderWithin([]symbolic.ID{root}, enter), func(id symbolic.ID) bool {
		ops := s.Operands(id)
		negative := func(e symbolic.ID) bool { return s.Kind(e) == symbolic.Number && s.Number(e).Sign() < 0 }
		switch s.Kind(id) {
		case symbolic.Power:
			return negative(ops[1])
		case symbolic.Product:
			for i := 2; i < len(ops); i += 2 {
				if negative(ops[i]) {
					return true
				}
			}
		}
		return false
	})
}

// powerName is square, cube, 4th power.
func powerName(q rational.Rat) string {
	switch n, _ := q.Int64(); n {
	case 2:
		return "square"
	case 3:
		return "cube"
	}
	return q.String() + "th power"
}

// list writes numbers of lines: 1, 2 and 4-6.
func list(numbers []int) string {
	numbers = slices.Clone(numbers)
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if j > i+1 {
			parts = append(parts, strconv.Itoa(numbers[i])+"-"+strconv.Itoa(numbers[j]))
		} else {
			j = i
			parts = append(parts, strconv.Itoa(numbers[i]))
		}
		i = j + 1
	}
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}
