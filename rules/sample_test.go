package rules_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A coordinate is what a pattern variable stands for at a point: the number
// r + p·π, or a term that has no value there.
type coordinate struct {
	r, p    rational.Rat
	nothing bool
}

func (c coordinate) String() string {
	switch {
	case c.nothing:
		return "nothing"
	case c.p.IsZero():
		return c.r.Big().RatString()
	case c.r.IsZero():
		return c.p.Big().RatString() + "*pi"
	}
	return c.r.Big().RatString() + "+" + c.p.Big().RatString() + "*pi"
}

// A point gives coordinates to the variables of a rule, in their order.
type point []coordinate

func (p point) describe(names []string) string {
	var b strings.Builder
	for i, c := range p {
		fmt.Fprintf(&b, " %s=%s", names[i], c)
	}
	return strings.TrimSpace(b.String())
}

// environment gives the values of the point to the symbols.
func environmentOf[T any](a *arithmetic[T], symbols []symbolic.ID, p point) environment[T] {
	env := environment[T]{}
	for i, c := range p {
		if c.nothing {
			env[symbols[i]] = bottom[T]()
		} else {
			env[symbols[i]] = evaluation[T]{arithmetic: a}.known(c.r, c.p)
		}
	}
	return env
}

// A sampler draws points that look for trouble: 0, ends of domains, poles,
// both signs, beyond ±π, huge, tiny, and terms without a value.
type sampler struct{ *rand.Rand }

// newSampler draws the same points for the same name.
func newSampler(name string) sampler {
	h := fnv.New64a()
	h.Write([]byte(name))
	return sampler{rand.New(rand.NewPCG(h.Sum64(), 1))}
}

// corners are where functions and rules change.
var corners = []rational.Rat{
	{}, {}, {}, rational.One, rational.One, rational.NegOne, rational.NegOne,
	rational.Half, rational.New(-1, 2), rational.Int(2), rational.Int(-2), rational.Int(3), rational.Int(-3),
	rational.New(3, 2), rational.New(-3, 2), rational.New(1, 3), rational.New(-2, 3), rational.New(5, 2), rational.New(-5, 2),
	rational.Int(4), rational.Int(-4), rational.Int(5), rational.Int(-6), rational.New(3, 5), rational.New(-4, 5),
}

func (s sampler) coordinate() coordinate {
	switch k := s.IntN(100); {
	case k < 30:
		return coordinate{r: corners[s.IntN(len(corners))]}
	case k < 40:
		return coordinate{r: rational.Int(int64(s.IntN(19) - 9))}
	case k < 60:
		return coordinate{r: rational.New(int64(s.IntN(145)-72), int64(1+s.IntN(12)))}
	case k < 65:
		return coordinate{p: rational.New(int64(s.IntN(13)-6), 2)}
	case k < 72:
		return coordinate{p: rational.New(int64(s.IntN(73)-36), 12)}
	case k < 78:
		return coordinate{r: nearest(float64(s.IntN(25)-12) * math.Pi / 4)}
	case k < 86:
		return coordinate{r: nearest(s.NormFloat64() * 3)}
	case k < 89:
		return coordinate{r: nearest(s.Float64()*2 - 1)}
	case k < 91:
		return coordinate{r: nearest(math.Ldexp(s.NormFloat64(), -20-s.IntN(40)))}
	case k < 93:
		return coordinate{r: nearest(s.NormFloat64() * 1000)}
	case k < 94:
		return coordinate{r: nearest(math.Ldexp(s.NormFloat64(), 20+s.IntN(40)))}
	}
	return coordinate{nothing: true}
}

// nearest is the exact value of a float.
func nearest(x float64) rational.Rat { return rational.FromBig(new(big.Rat).SetFloat64(x)) }

// point draws coordinates, some of which depend on others, so that
// differences and denominators vanish.
func (s sampler) point(n int) point {
	p := make(point, n)
	for i := range p {
		p[i] = s.coordinate()
		if i > 0 && s.IntN(3) == 0 {
			p[i] = s.near(p[s.IntN(i)])
		}
	}
	s.Shuffle(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// near is a coordinate that has something to do with another.
func (s sampler) near(c coordinate) coordinate {
	if c.nothing {
		return c
	}
	neg := coordinate{r: c.r.Neg(), p: c.p.Neg()}
	half := coordinate{r: c.r, p: c.p.Add(rational.Half)}
	switch s.IntN(8) {
	case 0, 1:
		return c
	case 2:
		return neg
	case 3:
		return coordinate{r: neg.r.Add(rational.One), p: neg.p}
	case 4:
		return coordinate{r: neg.r, p: neg.p.Add(rational.Half)}
	case 5:
		return half
	case 6:
		if c.p.IsZero() && !c.r.IsZero() {
			return coordinate{r: c.r.Inv()}
		}
		return coordinate{r: c.r, p: c.p.Add(rational.One)}
	}
	return coordinate{r: c.r.Add(rational.One), p: c.p}
}
