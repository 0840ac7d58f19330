package proof

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// Prune returns the steps that the conclusion x = y needs, in order, or all of
// them if none concludes it.
func Prune(steps []Step, x, y symbolic.ID) []Step {
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
