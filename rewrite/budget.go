package rewrite

// A Budget bounds a run. All of it is counted, nothing is measured in time, so
// that the same input stops at the same place on every run. A zero field means
// the default, which depends on the run.
type Budget struct {
	// Steps is the number of rule applications: a million for Run, since a
	// gradient of 10^5 nodes may take one or two a node; 20,000 for Saturate.
	Steps int
	// Nodes is the number of nodes that the run may add to the store: two
	// million for Run, half of what a store holds; 100,000 for Saturate,
	// beyond which a graph seldom finds what it did not find before.
	Nodes int
	// Work is the number of choices that matching tries, and 16 for each operand
	// of a node that is made: 200 million for Run and 50 million for Saturate,
	// some seconds; so the operands that a store has room for suffice. One rule
	// at one node gets at most 500, in Saturate 2,000 since classes have many
	// members, and 32 more for each operand; this keeps a run linear in the size
	// of what it reads. Matches beyond that are not found.
	Work int
	// Iterations is the number of rounds of Saturate: 30.
	Iterations int
}

func (b Budget) withDefaults(d Budget) Budget {
	for _, f := range []struct {
		v *int
		d int
	}{{&b.Steps, d.Steps}, {&b.Nodes, d.Nodes}, {&b.Work, d.Work}, {&b.Iterations, d.Iterations}} {
		if *f.v == 0 {
			*f.v = f.d
		}
	}
	return b
}

const workOfOperand = 16

// workAt is the work that one rule gets at a node with n operands.
func workAt(base, n int) int { return base + 32*n }

const (
	workOfRun    = 500
	workOfSearch = 2000
)

// Stop says why a run stopped.
type Stop uint8

// The reasons to stop.
const (
	Done            Stop = iota // no rule fires any more
	Loop                        // as Done, but rules lead in a circle: a step that closed it was left out
	OutOfSteps                  // the budget of steps was used up
	OutOfNodes                  // the budget of nodes was used up
	OutOfWork                   // the budget of work was used up
	OutOfIterations             // the budget of iterations was used up
	Reached                     // the two nodes asked about are in one class
	Contradicts                 // two different numbers are in one class: the region is empty, or a rule is wrong
)

// String returns the reason in words.
func (t Stop) String() string {
	return [...]string{"no rule fires", "rules lead in a circle", "the budget of steps was used up", "the budget of nodes was used up",
		"the budget of work was used up", "the budget of iterations was used up", "the two nodes are equal", "different numbers became equal"}[t]
}
