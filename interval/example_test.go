package interval_test

import (
	"fmt"
	"math/big"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
)

// Any precision: sin(10^20) to 64 bits.
func ExampleSin() {
	x := interval.Point(big.NewFloat(1e20))
	fmt.Println(interval.Sin(64, x))
	// Output: [-0.64525128526578084422, -0.64525128526578084416]
}

// A kernel of the function table by its name.
func ExampleLookup() {
	log, _ := interval.Lookup("log", 1)
	z := log(20, []interval.Interval{interval.FromFloats(-1, 1)})
	fmt.Println(z, z.Decoration())
	// Output: (-Inf, 0] maybe
}

// The same in float64.
func ExampleLookupFloat() {
	sqrt, _ := interval.LookupFloat("sqrt", 1)
	z := sqrt([]interval.Float{interval.NewFloat(2, 4)})
	fmt.Println(z, z.Decoration())
	// Output: (1.414213562373095, 2] continuous
}

// An end that no value reaches is left out.
func ExampleFloat_Less() {
	x := interval.FloatPoint(1000).Tanh()
	fmt.Println(x, x.Less(interval.FloatPoint(1)))
	// Output: [0.9999999999999999, 1) true
}

func ExampleFromRatFloat() {
	tiny, _ := rational.Int(10).Pow(-400, 1<<12)
	x := interval.FromRatFloat(tiny)
	fmt.Println(x, x.NonZero())
	// Output: (0, 5e-324) true
}

// Powers with exact exponents: a cube root of a negative number is no power.
func ExampleExponent() {
	third := interval.NewExponent(rational.New(1, 3))
	fmt.Println(third.PowFloat(interval.FloatPoint(27)))
	fmt.Println(third.PowFloat(interval.FloatPoint(-8)).Decoration())
	// Output:
	// [3, 3]
	// nowhere
}
