package assume

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/rational"
)

// far is a number beyond all ends that the tests use, and 1/far one below.
var far = rational.Int(10_000)

// someIntervals returns the intervals between a few ends, open and closed.
func someIntervals() (list []Interval) {
	lows, highs := []bound{minusInf}, []bound{plusInf}
	for _, x := range []rational.Rat{rational.Int(-2), rational.NegOne, {}, rational.New(1, 2), rational.Int(3)} {
		for _, open := range []bool{false, true} {
			lows = append(lows, bound{value: x, open: open})
			highs = append(highs, bound{value: x, open: open})
		}
	}
	for _, lo := range lows {
		for _, hi := range highs {
			if i := (Interval{lo, hi}); i.valid() {
				list = append(list, i)
			}
		}
	}
	return list
}

// samples returns members of an interval: its ends and numbers near them, 0,
// and large numbers.
func samples(i Interval) (list []rational.Rat) {
	for _, b := range []bound{i.lo, i.hi, {}} {
		for _, d := range []rational.Rat{{}, far, far.Inv()} {
			for _, x := range []rational.Rat{b.value.Add(d), b.value.Sub(d)} {
				if i.Contains(x) {
					list = append(list, x)
				}
			}
		}
	}
	return list
}

// encloses fails unless an interval contains the values and is no wider than
// they say: its closed ends are among them, the open ones near them.
func encloses(t *testing.T, what string, z Interval, values []rational.Rat) {
	t.Helper()
	if !z.valid() {
		t.Errorf("%s = %v is empty", what, z)
		return
	}
	least, greatest := values[0], values[0]
	for _, x := range values {
		if !z.Contains(x) {
			t.Errorf("%s = %v does not contain %v", what, z, x)
		}
		if x.Cmp(least) < 0 {
			least = x
		}
		if x.Cmp(greatest) > 0 {
			greatest = x
		}
	}
	tight := func(b bound, x rational.Rat) bool {
		switch {
		case b.inf != 0:
			return x.Abs().Cmp(rational.Int(100)) > 0 && x.Sign() == b.inf
		case b.open:
			return !x.Equal(b.value) && x.Sub(b.value).Abs().Cmp(rational.New(1, 10)) < 0
		}
		return x.Equal(b.value)
	}
	if !tight(z.lo, least) || !tight(z.hi, greatest) {
		t.Errorf("%s = %v, but the values are from %v to %v", what, z, least, greatest)
	}
}

func TestArithmeticOfTwoIntervals(t *testing.T) {
	for _, i := range someIntervals() {
		for _, j := range someIntervals() {
			var sums, products []rational.Rat
			for _, x := range samples(i) {
				for _, y := range samples(j) {
					sums, products = append(sums, x.Add(y)), append(products, x.Mul(y))
				}
			}
			encloses(t, i.String()+" + "+j.String(), i.add(j), sums)
			encloses(t, i.String()+" * "+j.String(), i.mul(j), products)
			encloses(t, i.String()+" hull "+j.String(), i.hull(j), append(samples(i), samples(j)...))
			both, ok := i.intersect(j)
			for _, x := range append(samples(i), samples(j)...) {
				if in := i.Contains(x) && j.Contains(x); in != (ok && both.Contains(x)) {
					t.Errorf("%v is in both %v and %v: %v, but they intersect in %v, %v", x, i, j, in, both, ok)
				}
			}
		}
	}
}

func TestArithmeticOfOneInterval(t *testing.T) {
	for _, i := range someIntervals() {
		values := func(f func(x rational.Rat) rational.Rat) (list []rational.Rat) {
			for _, x := range samples(i) {
				list = append(list, f(x))
			}
			return list
		}
		encloses(t, "-"+i.String(), i.neg(), values(rational.Rat.Neg))
		encloses(t, "|"+i.String()+"|", i.abs(), values(rational.Rat.Abs))
		encloses(t, "-3/2*"+i.String(), i.scale(rational.New(-3, 2)), values(func(x rational.Rat) rational.Rat { return x.Mul(rational.New(-3, 2)) }))
		for n := int64(1); n <= 5; n++ {
			encloses(t, i.String()+"^"+rational.Int(n).String(), i.pow(n), values(func(x rational.Rat) rational.Rat {
				z, _ := x.Pow(n, 2000)
				return z
			}))
		}
	}
}

func TestInverseOfAnInterval(t *testing.T) {
	for _, i := range someIntervals() {
		var inverses []rational.Rat
		for _, x := range samples(i) {
			if !x.IsZero() {
				inverses = append(inverses, x.Inv())
			}
		}
		if z := i.inverse(); len(inverses) > 0 {
			encloses(t, "1/"+i.String(), z, inverses)
		} else if z != Reals {
			t.Errorf("1/%v = %v", i, z)
		}
	}
}

// TestLongEndsAreReplaced: ends of more digits than are kept become 0 or an
// infinity on the outer side.
func TestLongEndsAreReplaced(t *testing.T) {
	n, err := rational.Parse("1"+strings.Repeat("0", 800), 1000)
	if err != nil {
		t.Fatal(err)
	}
	end := func(x rational.Rat) bound { return bound{value: x} }
	two, big := end(rational.Int(2)), end(n)
	for _, c := range []struct {
		got  Interval
		want string
	}{
		{Interval{two, big}.pow(2), "[4, inf)"},
		{Interval{big, plusInf}.pow(2), "(0, inf)"},
		{Interval{big.neg(), two}.pow(2), "[0, inf)"},
		{Interval{big.neg(), two.neg()}.pow(2), "[4, inf)"},
		{Interval{big.neg(), two.neg()}.pow(3), "(-inf, -8]"},
		{Interval{minusInf, big.neg()}.pow(3), "(-inf, 0)"},
		{Interval{two.neg(), bound{}}.pow(10_000), "[0, inf)"},
		{Interval{bound{}, end(rational.New(1, 3))}.pow(10_000), "[0, inf)"},
		{Interval{big, plusInf}.mul(Interval{big, plusInf}), "(0, inf)"},
		{Interval{big, plusInf}.mul(Interval{minusInf, big.neg()}), "(-inf, 0)"},
		{Interval{two, big}.mul(Interval{two, big}), "[4, inf)"},
	} {
		if c.got.String() != c.want {
			t.Errorf("%v, want %s", c.got, c.want)
		}
	}
}

// TestSetsAreBooleanAlgebra compares union, intersection and complement with
// membership.
func TestSetsAreBooleanAlgebra(t *testing.T) {
	has := func(s set, x rational.Rat) bool {
		for _, i := range s {
			if i.Contains(x) {
				return true
			}
		}
		return false
	}
	canonical := func(s set) bool {
		for k, i := range s {
			if !i.valid() || k > 0 && (compare(s[k-1].hi, i.lo) > 0 || compare(s[k-1].hi, i.lo) == 0 && (!s[k-1].hi.open || !i.lo.open)) {
				return false
			}
		}
		return true
	}
	var sets []set
	intervals := someIntervals()
	for k, i := range intervals {
		sets = append(sets, set{i}, set{i}.union(set{intervals[(7*k+3)%len(intervals)]}))
	}
	sets = append(sets, nil, everything)
	points := samples(Reals)
	for _, i := range intervals {
		points = append(points, samples(i)...)
	}
	for k, s := range sets {
		u := sets[(11*k+5)%len(sets)]
		union, both, not := s.union(u), s.intersect(u), s.complement()
		for _, z := range []set{union, both, not} {
			if !canonical(z) {
				t.Errorf("%v is out of order, of %v and %v", z, s, u)
			}
		}
		if again := not.complement(); !again.equal(s) {
			t.Errorf("the complement of the complement of %v is %v", s, again)
		}
		for _, x := range points {
			a, b := has(s, x), has(u, x)
			if has(union, x) != (a || b) || has(both, x) != (a && b) || has(not, x) == a {
				t.Errorf("%v in %v: %v, in %v: %v; union %v, intersection %v, complement %v", x, s, a, u, b, union, both, not)
			}
		}
	}
}
