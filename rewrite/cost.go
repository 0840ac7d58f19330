package rewrite

import (
	"cmp"
	"math"

	"github.com/symgrad/symgrad/symbolic"
)

// A Cost says what a node costs, given what its parts cost (in the order of
// Parts). It has to be positive and depend on nothing else. A node never counts
// as cheaper than one of its parts and one more, whatever the function returns,
// and nothing costs more than MaxCost.
type Cost func(s *symbolic.Store, id symbolic.ID, parts []int) int

// MaxCost is the largest cost. Terms that repeat parts reach it, since a part
// counts as often as it is written.
const MaxCost = math.MaxInt / 4

// Size is the cost that counts what is written: 1 for a number and 2 for any
// other node, so that a number is cheaper than a symbol that is equal to it.
func Size(s *symbolic.Store, id symbolic.ID, parts []int) int {
	k := s.Kind(id)
	if opaque(k) {
		return written(s, id)
	}
	if k == symbolic.Number {
		return 1
	}
	sum := 2
	for _, p := range parts {
		sum = min(sum+p, MaxCost)
	}
	if k == symbolic.Sum && s.Operands(id)[0] != symbolic.Zero {
		sum++
	}
	return sum
}

// written is the size of a node that has no parts, by its operands.
func written(s *symbolic.Store, root symbolic.ID) int {
	size := map[symbolic.ID]int{}
	for _, id := range s.Postorder(root) {
		k := s.Kind(id)
		if k == symbolic.Number {
			size[id] = 1
			continue
		}
		size[id] = 2
		for i, o := range s.Operands(id) {
			even := i%2 == 0 // constant, coefficients and exponents count if they are written
			if k == symbolic.Sum && (o == symbolic.Zero || even && o == symbolic.One) || k == symbolic.Product && even && o == symbolic.One {
				continue
			}
			size[id] = min(size[id]+size[o], MaxCost)
		}
	}
	return size[root]
}

// price is the cost within its limits.
func price(cost Cost, s *symbolic.Store, id symbolic.ID, parts []int) int {
	z := max(cost(s, id, parts), 1)
	for _, p := range parts {
		z = max(z, p+1)
	}
	return min(z, MaxCost)
}

// cheaper is the order in which representatives are chosen: by cost, and where
// costs are equal by the order of the store, which depends on the terms only.
func cheaper(s *symbolic.Store, x symbolic.ID, costX int, y symbolic.ID, costY int) bool {
	return cmp.Or(cmp.Compare(costX, costY), s.Compare(x, y)) < 0
}
