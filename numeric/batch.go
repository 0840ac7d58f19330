package numeric

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// BatchOptions are options of EvalBatch.
type BatchOptions struct {
	Workers int // goroutines; 0 is GOMAXPROCS, or fewer where there are few points
}

// EvalBatch computes the outputs at many points:
//
//	z[0][k], z[1][k], ... from x[0][k], x[1][k], ...
//
// Shapes: x has a column for each input, z one for each output, all of one
// length. Columns of z must not overlap others.
//
// Errors: *[ShapeError] where the shapes are not so, and the error of ctx when
// it ends first; part of z is computed then.
func (p *Program) EvalBatch(ctx context.Context, z, x [][]float64, o BatchOptions) error {
	rows, err := p.shape(z, x)
	if err != nil || rows == 0 {
		return err
	}
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	blocks := (rows + p.blockLen - 1) / p.blockLen
	workers = min(workers, blocks)
	var next atomic.Int64
	work := func() {
		b := p.blocks.Get().(*block)
		for ctx.Err() == nil {
			k := int(next.Add(1)) - 1
			if k >= blocks {
				break
			}
			b.eval(z, x, k*p.blockLen, min((k+1)*p.blockLen, rows))
		}
		b.release()
		p.blocks.Put(b)
	}
	if workers == 1 {
		work()
		return ctx.Err()
	}
	var wait sync.WaitGroup
	for range workers {
		wait.Go(work)
	}
	wait.Wait()
	return ctx.Err()
}

// release forgets the caller's columns.
func (b *block) release() {
	for i, o := range b.own {
		if o == nil {
			b.r[i] = nil
		}
	}
}

// shape returns the number of points.
func (p *Program) shape(z, x [][]float64) (rows int, err error) {
	if len(x) != len(p.g.inputs) {
		return 0, &ShapeError{"columns of inputs", len(x), len(p.g.inputs)}
	}
	if len(z) != len(p.results) {
		return 0, &ShapeError{"columns of outputs", len(z), len(p.results)}
	}
	switch {
	case len(x) > 0:
		rows = len(x[0])
	case len(z) > 0:
		rows = len(z[0])
	}
	for i, c := range x {
		if len(c) != rows {
			return 0, &ShapeError{fmt.Sprintf("rows of input %d", i), len(c), rows}
		}
	}
	for i, c := range z {
		if len(c) != rows {
			return 0, &ShapeError{fmt.Sprintf("rows of output %d", i), len(c), rows}
		}
	}
	return rows, nil
}
