package numeric

// HessianVector returns a program of the value, the gradient by the inputs
// numbered wrt, or all if none is given, and the product of the Hessian with a
// vector.
//
// Shapes: the inputs x are followed by the vector d, one number for each of the
// n inputs in wrt; the results are the value, n derivatives, and the n numbers
// Σ_j H[i][j]·d[j].
//
// It is the tangent of the gradient, a small multiple of the cost of the value.
// Errors are those of Gradient; the function table must have second derivatives
// of the functions that are not linear in the inputs.
func (p *Program) HessianVector(wrt ...int) (*Program, error) {
	wrt, err := p.inputList(wrt)
	if err != nil {
		return nil, err
	}
	g, err := p.Gradient(wrt...)
	if err != nil {
		return nil, err
	}
	h, err := g.Pushforward(wrt...)
	if err != nil {
		return nil, err
	}
	n := len(wrt)
	out := h.g.clone()
	out.outputs = append(out.outputs[:n+1:n+1], out.outputs[n+2:]...)
	return newProgram(out), nil
}

// A Hessian computes the matrix of second derivatives of a program.
type Hessian struct {
	columns *Program // HessianVector
	inputs  int
	n       int
}

// Hessian returns what computes the Hessian by the inputs numbered wrt, or by
// all inputs if none is given. Errors are those of HessianVector.
func (p *Program) Hessian(wrt ...int) (*Hessian, error) {
	wrt, err := p.inputList(wrt)
	if err != nil {
		return nil, err
	}
	columns, err := p.HessianVector(wrt...)
	if err != nil {
		return nil, err
	}
	return &Hessian{columns, len(p.g.inputs), len(wrt)}, nil
}

// Size returns the number n of rows and columns.
func (h *Hessian) Size() int { return h.n }

// Eval computes the value, the gradient and the Hessian at x. The columns of the
// Hessian are computed like points of a batch, n at a time at most.
//
// Shapes: gradient has n places, hessian n×n row by row, H[i][j] =
// ∂²value/∂x[wrt[i]]∂x[wrt[j]]. The error is a *[ShapeError] if there are other
// numbers of inputs or places.
func (h *Hessian) Eval(gradient, hessian, x []float64) (value float64, err error) {
	n := h.n
	for _, s := range []ShapeError{{"inputs", len(x), h.inputs}, {"places for the gradient", len(gradient), n}, {"places for the Hessian", len(hessian), n * n}} {
		if s.Got != s.Want {
			return 0, &s
		}
	}
	p := h.columns
	b := p.blocks.Get().(*block)
	defer p.blocks.Put(b)
	length := min(p.blockLen, max(n, 1))
	memory := make([]float64, (h.inputs+n+1+2*n)*length)
	column := func() []float64 {
		c := memory[:length:length]
		memory = memory[length:]
		return c
	}
	in := make([][]float64, h.inputs+n)
	for i := range in {
		in[i] = column()
		if i < h.inputs {
			fill(in[i], x[i])
		}
	}
	out := make([][]float64, 1+2*n)
	for i := range out {
		out[i] = column()
	}
	for from := 0; from == 0 || from < n; from += length {
		size := min(length, n-from)
		for j := range size {
			in[h.inputs+from+j][j] = 1
		}
		b.eval(out, in, 0, max(size, 1))
		for j := range size {
			in[h.inputs+from+j][j] = 0
			for i := range n {
				hessian[i*n+from+j] = out[1+n+i][j]
			}
		}
	}
	for i := range n {
		gradient[i] = out[1+i][0]
	}
	b.release()
	return out[0][0], nil
}
