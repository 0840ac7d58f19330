package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// values knows functions at points: what constructors leave to rules, but is
// needed as a number here.
type values struct {
	s         *symbolic.Store
	lib       *read.Library
	primitive primitives
	special   map[*function.Row][]symbolic.SpecialValue
}

func newValues(s *symbolic.Store, lib *read.Library) *values {
	return &values{s: s, lib: lib, primitive: findPrimitives(lib), special: map[*function.Row][]symbolic.SpecialValue{}}
}

// of returns the value of the function of an Apply node at a point.
func (v *values) of(id symbolic.ID, point []symbolic.ID) symbolic.ID {
	s := v.s
	row := s.Function(id)
	if row == v.primitive.exp {
		return v.exp(point[0])
	}
	z := s.Apply(s.FuncOf(id), point...)
	if s.Kind(z) != symbolic.Apply || s.Function(z) != row {
		return z
	}
	if v.isListed(row, point) {
		for _, known := range v.table(row) {
			if slices.Equal(known.Args, point) {
				return known.Result
			}
		}
	}
	if len(point) == 1 && v.hasLog(point[0]) && row.Definition != "" {
		if y := v.byExponentials(z); s.Kind(y) == symbolic.Number {
			return y
		}
	}
	return z
}

// isListed tells whether a row may have a special value at a point. For one rational
// argument the texts of the row say so, and need not be read.
func (v *values) isListed(row *function.Row, point []symbolic.ID) bool {
	if len(point) != 1 || v.s.Kind(point[0]) != symbolic.Number {
		return true
	}
	text := v.s.Number(point[0]).String()
	return slices.ContainsFunc(row.Values, func(k function.Value) bool { return k.Args == text })
}

// table returns the special values of a row.
func (v *values) table(row *function.Row) []symbolic.SpecialValue {
	list, done := v.special[row]
	if done {
		return list
	}
	scope := read.NewScope(v.s, v.lib)
	for _, known := range row.Values {
		args, err := scope.Formulas("[" + known.Args + "]")
		result, failed := scope.Formula(known.Result)
		if err != nil || failed != nil {
			continue // the table's tests read all of them
		}
		z := symbolic.SpecialValue{Result: result.Expr.ID()}
		for _, a := range args {
			z.Args = append(z.Args, a.Expr.ID())
		}
		list = append(list, z)
	}
	v.special[row] = list
	return list
}

// exp returns e^c. Logarithms in c become powers.
func (v *values) exp(c symbolic.ID) symbolic.ID {
	s := v.s
	terms, one := []symbolic.ID{c, symbolic.One}, symbolic.Zero
	switch s.Kind(c) {
	case symbolic.Sum:
		one, terms = s.Operands(c)[0], s.Operands(c)[1:]
	case symbolic.Product:
		k := s.Operands(c)[0]
		terms = []symbolic.ID{s.Scale(c, s.Number(k).Inv()), k}
	}
	b, rest := s.NewProduct(), s.NewSum()
	rest.Add(one)
	for i := 0; i < len(terms); i += 2 {
		if v.isLog(terms[i]) {
			b.MulPow(s.Operands(terms[i])[0], terms[i+1])
		} else {
			rest.AddScaled(terms[i], s.Number(terms[i+1]))
		}
	}
	b.Mul(s.Apply(s.Func(v.primitive.exp), rest.Sum()))
	return b.Product()
}

func (v *values) isLog(id symbolic.ID) bool {
	return v.s.Kind(id) == symbolic.Apply && v.s.Function(id) == v.primitive.log
}

func (v *values) hasLog(id symbolic.ID) bool { return slices.ContainsFunc(v.s.Postorder(id), v.isLog) }

// byExponentials returns a function as its definition, if that has exponentials of
// logarithms: tanh(log(2)) is 3/5.
func (v *values) byExponentials(id symbolic.ID) symbolic.ID {
	s := v.s
	d, _ := v.lib.Definition(s, id)
	put := map[symbolic.ID]symbolic.ID{}
	for _, o := range s.Postorder(d) {
		if s.Kind(o) == symbolic.Apply && s.Function(o) == v.primitive.exp {
			put[o] = v.exp(s.Operands(o)[0])
		}
	}
	return s.Substitute(d, put)
}

// fold computes the functions in a node without free symbols.
func (v *values) fold(root symbolic.ID) symbolic.ID {
	s := v.s
	value := map[symbolic.ID]symbolic.ID{}
	for _, id := range s.Postorder(root) {
		ops := s.Operands(id)
		if s.Kind(id).Binds() || len(ops) == 0 {
			value[id] = id
			continue
		}
		args := make([]symbolic.ID, len(ops))
		for i, o := range ops {
			args[i] = value[o]
		}
		if s.Kind(id) == symbolic.Apply && s.Function(id) != nil && len(args) == len(s.Function(id).Params) {
			value[id] = v.of(id, args)
		} else {
			value[id] = s.Rebuild(id, args)
		}
	}
	return value[root]
}
