package assume_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/internal/effort"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// large is a size at which quadratic time or deep recursion shows.
const large = 10_000

// most bounds a question of that size, in megabytes: some times what it needs, and
// a small part of what a quadratic one would.
const most = 6000

// A builder makes large conditions of variables x_0, x_1, ... .
type builder struct{ *symbolic.Store }

func (b builder) x(k int) symbolic.ID { return b.Sym(fmt.Sprintf("x_%d", k)) }

func (b builder) above(x symbolic.ID, n int64) symbolic.ID {
	return b.Relate(symbolic.Less, b.Int(n), x)
}

// many joins conditions by And or Or.
func many(join func(...symbolic.ID) symbolic.ID, n int, part func(k int) symbolic.ID) symbolic.ID {
	list := make([]symbolic.ID, n)
	for k := range list {
		list[k] = part(k)
	}
	return join(list...)
}

func TestLargeConditionsAreReducedWithLittleWork(t *testing.T) {
	for _, c := range []struct {
		name string
		cond func(b builder) symbolic.ID
		want func(b builder, cond symbolic.ID) symbolic.ID // nil: any
	}{
		{"one relation for each variable", func(b builder) symbolic.ID {
			return many(b.And, large, func(k int) symbolic.ID { return b.above(b.x(k), 0) })
		}, func(b builder, cond symbolic.ID) symbolic.ID { return cond }},
		{"bounds of one variable", func(b builder) symbolic.ID {
			return many(b.And, large, func(k int) symbolic.ID { return b.above(b.x(0), int64(k)) })
		}, func(b builder, cond symbolic.ID) symbolic.ID { return b.above(b.x(0), large-1) }},
		{"alternative bounds", func(b builder) symbolic.ID {
			return many(b.Or, large, func(k int) symbolic.ID { return b.above(b.x(0), int64(k)) })
		}, func(b builder, cond symbolic.ID) symbolic.ID { return b.above(b.x(0), 0) }},
		{"numbers left out", func(b builder) symbolic.ID {
			return many(b.And, large, func(k int) symbolic.ID { return b.Relate(symbolic.NotEqual, b.x(0), b.Int(int64(k))) })
		}, nil},
		{"alternative values", func(b builder) symbolic.ID {
			return many(b.Or, large, func(k int) symbolic.ID { return b.Relate(symbolic.Equal, b.x(0), b.Int(int64(k))) })
		}, nil},
		{"factors", func(b builder) symbolic.ID {
			return b.Relate(symbolic.NotEqual, many(b.Mul, large, b.x), symbolic.Zero)
		}, func(b builder, cond symbolic.ID) symbolic.ID {
			product := b.Operands(many(b.Mul, large, b.x))
			return many(b.And, large, func(k int) symbolic.ID { return b.Relate(symbolic.NotEqual, product[2*k+1], symbolic.Zero) })
		}},
		{"terms", func(b builder) symbolic.ID {
			return b.Relate(symbolic.LessEqual, symbolic.Zero, many(b.Add, large, func(k int) symbolic.ID { return b.Pow(b.x(k), b.Int(2)) }))
		}, func(builder, symbolic.ID) symbolic.ID { return symbolic.True }},
		{"nested and, or", func(b builder) symbolic.ID {
			z := b.above(b.x(0), 0)
			for k := 1; k < large; k++ {
				z = b.And(b.above(b.x(k), 0), b.Or(b.above(b.x(k), 1), z))
			}
			return z
		}, nil},
		{"nested and, or of one variable", func(b builder) symbolic.ID {
			z := b.above(b.x(0), 0)
			for k := 1; k < large; k++ {
				z = b.Or(b.And(b.above(b.x(0), int64(k)), z), b.Relate(symbolic.Equal, b.x(0), b.Int(int64(-k))))
			}
			return z
		}, nil},
		{"nested roots", func(b builder) symbolic.ID {
			z := b.x(0)
			for k := 1; k < large; k++ {
				z = b.Pow(b.Mul(b.x(k), z), b.Num(rational.New(1, 2)))
			}
			return b.Relate(symbolic.NotEqual, z, symbolic.Zero)
		}, nil},
		{"nested roots that occur twice", func(b builder) symbolic.ID {
			root := func(x symbolic.ID, n int64) symbolic.ID { return b.Pow(x, b.Num(rational.New(1, n))) }
			z := b.x(0)
			for k := 1; k < large/10; k++ {
				z = b.Mul(root(b.Add(z, b.x(k)), 2), root(b.Mul(z, b.x(k)), 3))
			}
			return b.Relate(symbolic.NotEqual, z, symbolic.Zero)
		}, nil},
		{"nested functions", func(b builder) symbolic.ID {
			floor := b.Func(read.Default().Floor())
			z := b.x(0)
			for k := 1; k < large; k++ {
				z = b.Apply(floor, b.Add(z, b.x(k)))
			}
			return b.above(z, 0)
		}, func(b builder, cond symbolic.ID) symbolic.ID { return cond }},
		{"alternatives that imply alternatives", func(b builder) symbolic.ID {
			p := many(b.Or, large/4, func(k int) symbolic.ID { return b.And(b.above(b.x(0), int64(k+1)), b.above(b.x(4*k+1), 0)) })
			q := many(b.Or, large/4, func(k int) symbolic.ID { return b.And(b.above(b.x(4*k+2), 0), b.above(b.x(4*k+3), 0)) })
			return b.And(p, b.Or(q, b.above(b.x(0), 0)))
		}, nil},
		{"alternatives of all pairs of parts", func(b builder) symbolic.ID {
			return many(b.And, 40, func(i int) symbolic.ID {
				return many(b.Or, large/40, func(k int) symbolic.ID { return b.And(b.above(b.x(k), int64(i)), b.above(b.x(i), int64(k+i))) })
			})
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			scope := read.NewScope(symbolic.NewStore(), read.Default())
			b := builder{scope.Store}
			cond := c.cond(b)
			var got symbolic.Expr
			effort.Bounded(t, most, func() { got = assume.New(scope).Reduce(b.Expr(cond)) })
			if c.want != nil && got.ID() != c.want(b, cond) {
				t.Error("reduced to something else")
			}
		})
	}
}

// TestManyFacts asks among as many facts as there are conditions.
func TestManyFacts(t *testing.T) {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	b := builder{scope.Store}
	for k := range large {
		scope.Relations = append(scope.Relations, read.Formula{Expr: b.Expr(b.above(b.x(k), int64(k%7)))})
		scope.Types[fmt.Sprintf("x_%d", k)] = read.Nonzero
	}
	cond := many(b.And, 30, func(k int) symbolic.ID { return b.above(b.x(k), int64(k%7+1)) })
	effort.Bounded(t, most, func() {
		f := assume.New(scope)
		if got := f.Reduce(b.Expr(cond)); got.ID() != cond {
			t.Errorf("%s", written(t, got))
		}
		sum := many(b.Add, large, b.x)
		if got := f.Holds(b.Expr(b.above(sum, 2*large))); got != assume.Yes {
			t.Errorf("the sum is large: %v", got)
		}
	})
}

// TestHugeNumbers: their arithmetic is given up, and nothing wrong follows.
func TestHugeNumbers(t *testing.T) {
	huge, tiny := "1"+strings.Repeat("0", 3000), "1/1"+strings.Repeat("0", 3000)
	for _, c := range []struct {
		facts, cond string
		want        assume.Answer
	}{
		{"x > " + huge, "x > 1", assume.Yes},
		{"x > " + huge, "x^2 > 0", assume.Yes},
		{"x > " + huge + ", y > " + huge, "x*y > 0", assume.Yes},
		{"x > " + huge + ", y > " + huge, "x*y <= 0", assume.No},
		{"x > " + huge + ", y < -" + huge, "x*y < 0", assume.Yes},
		{"x > " + huge + ", y < -" + huge, "x*y >= 0", assume.No},
		{"x >= -" + huge + ", x < 2", "x^2 > 9", assume.Unknown},
		{"x >= -" + huge + ", x < -2", "x^2 > 4", assume.Yes},
		{"x >= -" + huge + ", x < -2", "x^3 < -8", assume.Yes},
		{"x >= -2, x <= 0", "x^100000 > 5", assume.Unknown},
		{"x >= -2, x <= 0", "x^100000 < 0", assume.No},
		{"x >= 2", "x^1000000007 > 0", assume.Yes},
		{"x >= 2", "x^" + huge + " > 0", assume.Yes},
		{"x > 0, x < " + tiny, "1/x > 1", assume.Unknown},
		{"x > 0, x < " + tiny, "x^2 < 1", assume.Unknown},
		{"x > 0, x < 1/2", "x^-100000 > 1", assume.Unknown},
		{"x > " + tiny, "x > 0", assume.Yes},
		{"x > 1/3", strings.Repeat("x*", 300) + "y != 0", assume.Unknown},
	} {
		s, cond := scope(t, c.cond, c.facts, true)
		var got assume.Answer
		effort.Bounded(t, most, func() { got = assume.New(s).Holds(cond) })
		sound := got == c.want || c.want == assume.Unknown && got == assume.Yes && strings.Contains(c.facts, "x > 0")
		if !sound {
			t.Errorf("%.40s, given %.40s: %v, want %v", c.cond, c.facts, got, c.want)
		}
	}
}
