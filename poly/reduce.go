package poly

// Reduce returns quotient and remainder of the division by one polynomial of
// any variables, in the order of [Poly.Term]:
//
//	p = quo·q + rem
//
// where no term of rem is divisible by the leading term of q. There is one such
// pair. Errors: ErrZeroDivisor if q is 0, a *LimitError if the budget does not
// suffice. The cost is a sum of the length of p for each term of quo and rem.
// Source: Cox, Little, O'Shea, Ideals, Varieties, and Algorithms, section 2.3,
// theorem 3.
func (p Poly) Reduce(q Poly, b *Budget) (quo, rem Poly, err error) {
	p.same(q)
	b = b.orNew()
	if q.IsZero() {
		return Poly{}, Poly{}, ErrZeroDivisor
	}
	r := p.ring
	lead := q.Term(0)
	var quotient, rest []Term
	for !p.IsZero() {
		if err := b.spend(uint64(p.Len())); err != nil {
			return Poly{}, Poly{}, err
		}
		t := p.Term(0)
		m, ok := t.over(lead)
		if !ok {
			m = t
		}
		x, err := r.FromTerms([]Term{m})
		if err != nil {
			return Poly{}, Poly{}, err
		}
		if !ok {
			rest, p = append(rest, t), p.Sub(x)
			continue
		}
		if x, err = x.Mul(q, b); err != nil {
			return Poly{}, Poly{}, err
		}
		quotient, p = append(quotient, m), p.Sub(x)
	}
	if quo, err = r.FromTerms(quotient); err != nil {
		return Poly{}, Poly{}, err
	}
	rem, err = r.FromTerms(rest)
	return quo, rem, err
}

// over returns t/u, and false where it is no polynomial.
func (t Term) over(u Term) (Term, bool) {
	z := Term{t.Coef.Div(u.Coef), make([]int64, len(t.Exps))}
	for v, e := range t.Exps {
		if z.Exps[v] = e - u.Exps[v]; z.Exps[v] < 0 {
			return Term{}, false
		}
	}
	return z, true
}
