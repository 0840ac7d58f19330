package codegen

import (
	"strings"
)

// maxInline is the length up to which a part that is used once is written where it
// is used.
const maxInline = 60

// A level says how tightly an expression binds.
type level uint8

const (
	loose     level = iota // a choice or condition
	additive               // a sum, or a sign
	multiples              // a product or quotient
	atom                   // a name, a number, a call
)

// A piece is an expression that is written.
type piece struct {
	text  string
	level level
	step  int // the last step that it needs, for languages that have steps
}

// A statement sets a variable, or chooses between two lists of statements that
// set some.
type statement struct {
	variable
	value     piece // of a plain statement
	step      int
	condition bool // the variable is true or false

	cond            piece
	then, otherwise *block // nil for a plain statement
	sets            []variable
}

// A variable is what a statement sets.
type variable struct {
	name   string
	output bool // it is a result, and declared already
}

// A block is a list of statements. The one of a branch is inside another.
type block struct {
	parent     *block
	depth      int
	statements []statement
	results    []piece // of a branch, one for each variable that is set
}

// A writer writes the nodes that some outputs need.
type writer struct {
	g      *graph
	l      *language
	names  *names
	inputs []string       // what variables are called
	given  map[ref]string // names that parts have already
	isOut  map[ref]bool
	plan
	pieces map[ref]piece
}

// write returns the statements that compute the outputs, each under its name.
func (g *graph) write(l *language, ns *names, inputs []string, given map[ref]string, outputs []ref, results []string) *block {
	w := &writer{g: g, l: l, names: ns, inputs: inputs, given: map[ref]string{}, isOut: map[ref]bool{}, pieces: map[ref]piece{}}
	for i, o := range outputs {
		if k := g.nodes[o].kind; !w.isOut[o] && k != constant && k != input && l.assignable(results[i]) {
			w.given[o] = results[i]
			w.isOut[o] = true
		}
	}
	for r, name := range given {
		if !w.isOut[r] {
			w.given[r] = name
		}
	}
	w.plan = g.plan(outputs, l.lazy)
	for _, r := range w.order {
		if _, done := w.pieces[r]; !done {
			w.emit(r)
		}
	}
	for i, o := range outputs {
		if w.given[o] != results[i] || !w.isOut[o] {
			s := statement{variable: variable{results[i], true}, value: w.pieces[o], step: w.pieces[o].step + 1}
			w.root.statements = append(w.root.statements, s)
		}
	}
	return w.root
}

// emit writes a node whose operands are written; of a choice, also those that are
// made with it.
func (w *writer) emit(r ref) {
	n := &w.g.nodes[r]
	if b, ok := w.branch[r]; ok {
		together := w.together(r)
		if w.l.choice == "" || len(b[0].statements) > 0 || len(b[1].statements) > 0 {
			w.choose(b, together)
			return
		}
	}
	z := w.expression(r)
	_, named := w.given[r]
	simple := n.kind == constant || n.kind == input
	if !simple && (named || w.uses[r] > 1 || len(z.text) > maxInline) {
		s := statement{variable: w.variable(r), value: z, step: z.step + 1, condition: w.g.isCondition(r)}
		w.put(r, s)
		z = piece{s.name, atom, s.step}
	}
	w.pieces[r] = z
}

// choose writes choices as one statement.
func (w *writer) choose(b [2]*block, list []ref) {
	s := statement{cond: w.pieces[w.g.nodes[list[0]].args[0]], then: b[0], otherwise: b[1]}
	for _, r := range list {
		for i := range b {
			b[i].results = append(b[i].results, w.pieces[w.g.nodes[r].args[1+i]])
		}
		s.sets = append(s.sets, w.variable(r))
	}
	w.put(list[0], s)
	for i, r := range list {
		w.pieces[r] = piece{text: s.sets[i].name, level: atom}
	}
}

// variable returns the variable of a node.
func (w *writer) variable(r ref) variable {
	name, ok := w.given[r]
	if !ok {
		name = w.names.part()
	}
	return variable{name, w.isOut[r]}
}

// put appends a statement where a node is computed.
func (w *writer) put(r ref, s statement) {
	b := w.home[r]
	b.statements = append(b.statements, s)
}

// expression writes a node in terms of its operands.
func (w *writer) expression(r ref) piece {
	n := &w.g.nodes[r]
	z := piece{level: atom}
	for _, a := range n.args {
		z.step = max(z.step, w.pieces[a].step)
	}
	switch n.kind {
	case constant:
		z.text = w.l.literal(n.number)
		if strings.HasPrefix(z.text, "-") {
			z.level = additive
		}
	case input:
		z.text = w.inputs[n.n]
	case sum:
		z.text, z.level = w.sum(n), additive
	case product:
		list := make([]string, len(n.args))
		for i, a := range n.args {
			least := atom
			if i == 0 {
				least = multiples
			}
			list[i] = w.pieces[a].at(least)
		}
		z.text, z.level = joined(list, " * "), multiples
	case quotient:
		below := w.pieces[n.args[1]].at(atom)
		if w.l.divisor != "" {
			below = strings.ReplaceAll(w.l.divisor, "#1", w.pieces[n.args[1]].text)
			if _, ok := w.g.isNum(n.args[1]); ok {
				below = w.pieces[n.args[1]].at(atom)
			}
		}
		z.text, z.level = w.pieces[n.args[0]].at(multiples)+" / "+below, multiples
	case call:
		cell := n.text
		if guard := w.l.guards[cell]; guard != "" && w.early[r] {
			cell = guard + " ? " + cell + " : " + w.l.nan
		}
		z = w.call(cell, n.args, z.step)
	case relation:
		z.text, z.level = w.relation(n), loose
	case and, or:
		list := make([]string, len(n.args))
		for i, a := range n.args {
			list[i] = w.pieces[a].at(atom)
		}
		word := w.l.and
		if n.kind == or {
			word = w.l.or
		}
		z.text, z.level = connected(list, word), loose
	case choice:
		cell := w.l.choice
		if x, ok := w.g.isNum(n.args[2]); ok && x != x && w.l.guarded != "" {
			cell = w.l.guarded
		}
		z = w.call(cell, n.args, z.step)
	}
	return z
}

// relation writes x > 0 for 0 < x.
func (w *writer) relation(n *node) string {
	left, right, sign := n.args[0], n.args[1], w.l.relations[n.rel]
	if _, ok := w.g.isNum(left); ok {
		left, right = right, left
		sign = map[string]string{"<": ">", "<=": ">="}[sign]
		if sign == "" {
			sign = w.l.relations[n.rel]
		}
	}
	return w.pieces[left].at(additive) + " " + sign + " " + w.pieces[right].at(additive)
}

func (w *writer) sum(n *node) string {
	var list []string
	for i, a := range n.args {
		sign, least := "+ ", additive
		if n.minus[i] {
			sign, least = "- ", multiples
		}
		switch {
		case i > 0:
			list = append(list, sign+w.pieces[a].at(max(least, multiples)))
		case n.minus[i]:
			list = append(list, "-"+w.pieces[a].at(multiples))
		default:
			list = append(list, w.pieces[a].at(least))
		}
	}
	return strings.Join(w.l.fold(list), " ")
}

// at returns an expression where one of a level is expected.
func (p piece) at(least level) string {
	if p.level < least {
		return "(" + p.text + ")"
	}
	return p.text
}

func joined(list []string, by string) string { return strings.Join(list, by) }

// connected joins conditions by a word, or by an expression in two of them, which is put
// into itself as few times as can be.
func connected(list []string, by string) string {
	if !strings.Contains(by, "#") {
		return joined(list, " "+by+" ")
	}
	for len(list) > 1 {
		var halves []string
		for i := 0; i < len(list); i += 2 {
			if i+1 == len(list) {
				halves = append(halves, list[i])
				break
			}
			z := strings.NewReplacer("#1", list[i], "#2", list[i+1]).Replace(by)
			if len(list) > 2 {
				z = "(" + z + ")"
			}
			halves = append(halves, z)
		}
		list = halves
	}
	return list[0]
}

func placeholder(i int) string { return "#" + string(rune('1'+i)) }

// call puts arguments into a cell. They need no brackets between brackets and
// commas.
func (w *writer) call(cell string, args []ref, step int) piece {
	z := piece{level: levelOf(cell), step: step}
	var b strings.Builder
	for i := 0; i < len(cell); i++ {
		if cell[i] != '#' {
			b.WriteByte(cell[i])
			continue
		}
		i++
		a := args[cell[i]-'1']
		p := w.pieces[a]
		if _, isNumber := w.g.isNum(a); isNumber && w.l.argument != "" {
			p = piece{text: strings.ReplaceAll(w.l.argument, "#1", p.text), level: atom}
		}
		if of, ok := w.g.negated(a); ok && p.level < atom && strings.HasSuffix(b.String(), "-") { // -(-x)
			p = w.pieces[of]
			before := strings.TrimSuffix(b.String(), "-")
			b.Reset()
			b.WriteString(before)
		}
		if enclosed(b.String(), cell[i+1:]) {
			b.WriteString(p.text)
		} else {
			b.WriteString(p.at(atom))
		}
	}
	z.text = b.String()
	return z
}

// enclosed tells whether what stands around an argument holds any expression: brackets,
// commas and the words of CASE.
func enclosed(before, after string) bool {
	for _, left := range []string{"(", ", ", "WHEN ", "THEN ", "ELSE "} {
		if !strings.HasSuffix(before, left) {
			continue
		}
		for _, right := range []string{")", ",", " WHEN ", " THEN ", " ELSE ", " END"} {
			if strings.HasPrefix(after, right) {
				return true
			}
		}
	}
	return false
}

// levelOf tells how tightly a cell binds, by what stands between spaces outside of
// brackets: operands and operators in turn, or words.
func levelOf(cell string) level {
	depth := 0
	words := strings.FieldsFunc(cell, func(c rune) bool {
		switch c {
		case '(', '{':
			depth++
		case ')', '}':
			depth--
		}
		return c == ' ' && depth == 0
	})
	z := atom
	for i := 1; i < len(words); i += 2 {
		switch words[i] {
		case "*", "/", "^", "**":
			z = min(z, multiples)
		default:
			return loose
		}
	}
	return z
}
