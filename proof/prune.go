package proof

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// Pruned returns a proof of a claim without the steps that its conclusion does
// not use.
func Pruned(c Claim, p *Proof) *Proof {
	z := *p
	l, r := c.sides()
	z.Steps = prune(p.Steps, l, r)
	z.Zeros = slices.Clone(p.Zeros)
	for i, y := range z.Zeros {
		z.Zeros[i].Proof = Pruned(c.Zero(y.Symbols), y.Proof)
	}
	return &z
}

// prune returns the steps that the conclusion x = y needs, in order, or all of
// them if none concludes it.
func prune(steps []Step, x, y symbolic.ID) []Step {
	last := slices.IndexFunc(steps, func(st Step) bool { return st.connects(x, y) })
	if last < 0 {
		return nil
	}
	needed := make([]bool, len(steps))
	needed[last] = true
	for i := last; i >= 0; i-- {
		if needed[i] {
			for _, j := range steps[i].Uses {
				needed[j] = true
			}
		}
	}
	number := make([]int, len(steps))
	var out []Step
	for i, st := range steps[:last+1] {
		if !needed[i] {
			continue
		}
		number[i] = len(out)
		uses := make([]int, len(st.Uses))
		for k, j := range st.Uses {
			uses[k] = number[j]
		}
		st.Uses = uses
		out = append(out, st)
	}
	return out
}
