package simplify

import (
	"slices"
	"strings"
	"sync"

	"github.com/symgrad/symgrad/function"
)

// features are the rows of the table by the names that rules have for them.
var featured = sync.OnceValue(func() map[string]*function.Row {
	z := map[string]*function.Row{}
	for _, r := range function.Default().All() {
		z[featureOf(r)] = r
	}
	return z
})

// isKnown tells whether results may have a function that the input has not.
func isKnown(feature string) bool {
	r := featured()[feature]
	return r != nil && (r.Known == function.Common || r.Known == function.Everyday)
}

// functionWeight returns the weight of a function where the input has it.
func functionWeight(row *function.Row) int64 {
	switch row.Known {
	case function.Common, function.Everyday:
		return weightKnown
	case function.Rare:
		return weightRare
	}
	return weightFunction
}

// functionWeight returns the weight of a function for the input at hand.
func (m *measurer) functionWeight(row *function.Row) int64 {
	name, w := featureOf(row), functionWeight(row)
	switch {
	case row.Known == function.Everyday || slices.ContainsFunc(m.input, func(f string) bool { return f == name || isKin(f, row) }):
		return w
	case row.Known == function.Common:
		return w + weightNew
	}
	return w + weightUnknown
}

// isKin tells whether a function is known as others of its family are: a formula
// that has sin may have cos as well.
func isKin(feature string, row *function.Row) bool {
	return row.Known == function.Common && isKnown(feature) && featured()[feature].Family == row.Family
}

// isLogarithm tells whether a function is log, or one of those beside it and exp
// that are defined by it, such as softplus.
func isLogarithm(row *function.Row) bool {
	return row.Name == "log" || strings.Contains(row.Definition, "log(") && (row.Family == "exponential" || row.Family == "activation")
}
