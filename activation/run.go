package activation

import "github.com/symgrad/symgrad/interval"

var zero = interval.FloatPoint(0)

// run returns enclosures of the coefficients 0 to n on an interval. They are
// overwritten by the next run.
func (p *program) run(box interval.Float, n int) []interval.Float {
	for len(p.rows) < len(p.code) {
		p.rows = append(p.rows, nil)
	}
	for i := range p.rows {
		if cap(p.rows[i]) <= n {
			p.rows[i] = make([]interval.Float, n+1)
		}
		p.rows[i] = p.rows[i][:n+1]
	}
	for k := range n + 1 {
		for i := range p.code {
			p.rows[i][k] = p.coefficient(&p.code[i], p.rows[i], box, k)
		}
	}
	return p.rows[p.root]
}

// coefficient computes one coefficient of a register from the lower ones of all
// registers and that of its operands; of the derivative of a function only lower
// ones are used, since its register may come later.
func (p *program) coefficient(in *instruction, z []interval.Float, box interval.Float, k int) interval.Float {
	switch in.op {
	case opConstant:
		if k == 0 {
			return in.value
		}
		return zero
	case opVariable:
		switch k {
		case 0:
			return box
		case 1:
			return interval.FloatPoint(1)
		}
		return zero
	case opSum:
		sum := zero
		if k == 0 {
			sum = in.value
		}
		for j, t := range in.terms {
			sum = plus(sum, times(in.scale[j], p.rows[t][k]))
		}
		return sum
	case opProduct:
		a, b := p.rows[in.terms[0]], p.rows[in.terms[1]]
		if in.terms[0] == in.terms[1] {
			return square(a, k)
		}
		sum := zero
		for j := range k + 1 {
			sum = plus(sum, times(a[j], b[k-j]))
		}
		return sum
	case opPower:
		a := p.rows[in.terms[0]]
		if k == 0 {
			return a[0].Pow(in.exponent)
		}
		// a·z' = r·a'·z
		sum := zero
		for j := 1; j <= k; j++ {
			if isZero(a[j]) {
				continue
			}
			by := in.exponent.Mul(interval.FloatPoint(float64(j))).Sub(interval.FloatPoint(float64(k - j)))
			sum = plus(sum, times(times(by, a[j]), z[k-j]))
		}
		return sum.Quo(a[0].Mul(interval.FloatPoint(float64(k))))
	default:
		a := p.rows[in.terms[0]]
		if k == 0 {
			in.args[0] = a[0]
			if in.kink && !a[0].NonZero() {
				return interval.EntireFloat(interval.Maybe)
			}
			return in.kernel(in.args)
		}
		d := p.rows[in.slope]
		sum := zero
		for j := 1; j <= k; j++ {
			if !isZero(a[j]) {
				sum = plus(sum, times(interval.FloatPoint(float64(j)), times(a[j], d[k-j])))
			}
		}
		return sum.Quo(interval.FloatPoint(float64(k)))
	}
}

// square returns coefficient k of a², in which each pair counts twice.
func square(a []interval.Float, k int) interval.Float {
	sum := zero
	for j := 0; 2*j < k; j++ {
		sum = plus(sum, times(a[j], a[k-j]))
	}
	sum = plus(sum, sum)
	if k%2 == 0 {
		sum = plus(sum, a[k/2].Sqr())
	}
	return sum
}

func isZero(x interval.Float) bool { return x.Lower() == 0 && x.Upper() == 0 && !x.IsEmpty() }

// plus and times pass over exact zeros, of which polynomials have many.
func plus(x, y interval.Float) interval.Float {
	switch {
	case isZero(x):
		return y
	case isZero(y):
		return x
	}
	return x.Add(y)
}

func times(x, y interval.Float) interval.Float {
	if isZero(x) && sound(y) || isZero(y) && sound(x) {
		return zero
	}
	return x.Mul(y)
}

// sound tells whether an enclosure is one of a function that has values on all of
// its box, and bounded.
func sound(x interval.Float) bool {
	return x.Decoration() >= interval.Defined && x.IsBounded()
}
