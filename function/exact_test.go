package function

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/rational"
)

// exactArguments has integers, fractions, exact powers and numbers that do
// not fit in 64 bits.
func exactArguments() []rational.Rat {
	var list []rational.Rat
	for n := int64(-9); n <= 9; n++ {
		list = append(list, rational.Int(n), rational.New(n, 2), rational.New(n, 6))
	}
	for _, n := range []int64{27, 64, -125, 1000, 1001, math.MaxInt64} {
		list = append(list, rational.Int(n), rational.Int(n).Inv())
	}
	big := rational.Int(math.MaxInt64)
	return append(list, big.Mul(big), big.Mul(big).Inv(), rational.New(27, 8), rational.New(1001, 1000))
}

func TestExactValuesAgreeWithKernel(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	numbers := exactArguments()
	for _, r := range Default().All() {
		if r.Exact == nil {
			continue
		}
		values := 0
		for range 3000 {
			args := make([]rational.Rat, len(r.Params))
			floats := make([]float64, len(args))
			for i := range args {
				args[i] = numbers[rng.IntN(len(numbers))]
				floats[i] = args[i].Float64()
			}
			z, ok := r.Exact(args)
			if !ok {
				continue
			}
			values++
			y := r.Float(floats)
			if !inDomain(r, floats) {
				t.Errorf("%s%v = %v outside the domain", r.Name, args, z)
			} else if d := math.Abs(y - z.Float64()); !(d <= 1e-12*math.Abs(y)) && !math.IsInf(y, 0) {
				t.Errorf("%s%v = %v, kernel %v", r.Name, args, z, y)
			}
		}
		if values < 20 {
			t.Errorf("%s: only %d exact values in 3000 tries", r.Signature(), values)
		}
	}
}

func TestExactTakesAllArgumentsOfVariadicRows(t *testing.T) {
	for name, want := range map[string]int64{"max": 7, "min": -3} {
		r, err := Default().Lookup(name, 4)
		if err != nil {
			t.Fatal(err)
		}
		z, ok := r.Exact([]rational.Rat{rational.Int(2), rational.Int(-3), rational.Int(7), rational.Int(0)})
		if !ok || !z.Equal(rational.Int(want)) {
			t.Errorf("%s = %v, %v", name, z, ok)
		}
	}
}

func TestExactValues(t *testing.T) {
	for _, c := range []struct {
		name string
		args []rational.Rat
		want string // "" where there is no exact value
	}{
		{"cbrt", []rational.Rat{rational.New(-8, 27)}, "-2/3"},
		{"cbrt", []rational.Rat{rational.Int(9)}, ""},
		{"hypot", []rational.Rat{rational.New(3, 7), rational.New(-4, 7)}, "5/7"},
		{"hypot", []rational.Rat{rational.One, rational.One}, ""},
		{"log", []rational.Rat{rational.New(1, 8), rational.Int(2)}, "-3"},
		{"log", []rational.Rat{rational.Int(8), rational.Half}, "-3"},
		{"log", []rational.Rat{rational.Int(8), rational.Int(4)}, ""},
		{"log", []rational.Rat{rational.One, rational.One}, ""},
		{"log2", []rational.Rat{rational.Int(1 << 40)}, "40"},
		{"log10", []rational.Rat{rational.New(1, 1000)}, "-3"},
		{"log10", []rational.Rat{rational.Int(0)}, ""},
		{"factorial", []rational.Rat{rational.Int(20)}, "2432902008176640000"},
		{"factorial", []rational.Rat{rational.Int(1001)}, ""},
		{"factorial", []rational.Rat{rational.Int(-1)}, ""},
		{"gamma", []rational.Rat{rational.Int(5)}, "24"},
		{"gamma", []rational.Rat{rational.Int(0)}, ""},
		{"gamma", []rational.Rat{rational.Int(1_000_000_000)}, ""},
		{"binomial", []rational.Rat{rational.Int(52), rational.Int(5)}, "2598960"},
		{"binomial", []rational.Rat{rational.Int(3), rational.Int(5)}, ""},
		{"floor", []rational.Rat{rational.New(-7, 2)}, "-4"},
		{"ceil", []rational.Rat{rational.New(-7, 2)}, "-3"},
		{"softsign", []rational.Rat{rational.Int(-3)}, "-3/4"},
		{"hardswish", []rational.Rat{rational.New(-3, 2)}, "-3/8"},
		{"celu", []rational.Rat{rational.One, rational.Int(0)}, ""},
		{"softshrink", []rational.Rat{rational.One, rational.NegOne}, ""},
		{"hardtanh", []rational.Rat{rational.One, rational.One, rational.NegOne}, ""},
	} {
		r, err := Default().Lookup(c.name, len(c.args))
		if err != nil {
			t.Fatal(err)
		}
		z, ok := r.Exact(c.args)
		if ok != (c.want != "") || ok && z.String() != c.want {
			t.Errorf("%s%v = %v, %v; want %q", c.name, c.args, z, ok, c.want)
		}
	}
}
