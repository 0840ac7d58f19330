package poly_test

import (
	"fmt"
	"strconv"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
)

// A reader evaluates infix text with + - * / ^ and brackets in a ring, for the
// cases in testdata and for short tests. Names are single letters.
type reader struct {
	ring *poly.Ring
	text string
	err  error
}

func parse(r *poly.Ring, text string) (poly.Poly, error) {
	p := &reader{ring: r, text: text}
	v := p.sum()
	if p.err == nil && p.peek() != 0 {
		p.err = fmt.Errorf("unexpected %q", p.text)
	}
	return v, p.err
}

func must(r *poly.Ring, text string) poly.Poly {
	p, err := parse(r, text)
	if err != nil {
		panic(text + ": " + err.Error())
	}
	return p
}

func (p *reader) peek() byte {
	for p.text != "" && p.text[0] == ' ' {
		p.text = p.text[1:]
	}
	if p.text == "" {
		return 0
	}
	return p.text[0]
}

func (p *reader) sum() poly.Poly {
	v := p.product()
	for {
		switch p.peek() {
		case '+':
			p.text = p.text[1:]
			v = v.Add(p.product())
		case '-':
			p.text = p.text[1:]
			v = v.Sub(p.product())
		default:
			return v
		}
	}
}

func (p *reader) product() poly.Poly {
	v := p.unary()
	for {
		switch p.peek() {
		case '*':
			p.text = p.text[1:]
			w, err := v.Mul(p.unary(), nil)
			p.fail(err)
			v = w
		case '/':
			p.text = p.text[1:]
			c, ok := p.unary().Constant()
			if !ok || c.IsZero() {
				p.fail(fmt.Errorf("division by what is no number"))
				return p.ring.Zero()
			}
			v = v.Scale(c.Inv())
		default:
			return v
		}
		if p.err != nil {
			return p.ring.Zero()
		}
	}
}

func (p *reader) unary() poly.Poly {
	if p.peek() == '-' {
		p.text = p.text[1:]
		return p.unary().Neg()
	}
	v := p.atom()
	if p.peek() == '^' {
		p.text = p.text[1:]
		p.peek()
		n, err := strconv.ParseInt(p.digits(), 10, 64)
		p.fail(err)
		if p.err != nil {
			return p.ring.Zero()
		}
		w, err := v.Pow(n, nil)
		p.fail(err)
		v = w
	}
	if p.err != nil {
		return p.ring.Zero()
	}
	return v
}

func (p *reader) digits() string {
	i := 0
	for i < len(p.text) && p.text[i] >= '0' && p.text[i] <= '9' {
		i++
	}
	s := p.text[:i]
	p.text = p.text[i:]
	return s
}

func (p *reader) atom() poly.Poly {
	switch c := p.peek(); {
	case c == '(':
		p.text = p.text[1:]
		v := p.sum()
		if p.peek() != ')' {
			p.fail(fmt.Errorf("missing )"))
			return v
		}
		p.text = p.text[1:]
		return v
	case c >= '0' && c <= '9':
		x, err := rational.Parse(p.digits(), 0)
		p.fail(err)
		return p.ring.Const(x)
	default:
		for v := range p.ring.NumVars() {
			if p.ring.Name(v) == string(c) {
				p.text = p.text[1:]
				return p.ring.Var(v)
			}
		}
	}
	p.fail(fmt.Errorf("unexpected %q", p.text))
	return p.ring.Zero()
}

func (p *reader) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}
