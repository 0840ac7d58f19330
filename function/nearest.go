package function

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the name, alias or form of the language, or the one of
// more, that name was most likely meant to be, "" if none is near. Near is a
// third of the letters of name, rounded up and at most 3, in insertions,
// deletions, substitutions and exchanges of neighbours; case does not count.
// Of several at one distance the one nearest in length is returned, then the
// first one in table order.
func (t *Table) Nearest(name string, more ...string) string {
	const longest = 40 // no known name is near a longer one
	if len(name) > longest {
		return ""
	}
	name = strings.ToLower(name)
	best, distance, lengths := "", min((utf8.RuneCountInString(name)+2)/3, 3)+1, 0
	try := func(candidate string) {
		d := editDistance(name, strings.ToLower(candidate))
		l := len(name) - len(candidate)
		l = max(l, -l)
		if d < distance || d == distance && best != "" && l < lengths {
			best, distance, lengths = candidate, d, l
		}
	}
	t.build()
	for _, r := range t.rows {
		try(r.Name)
		for _, alias := range r.Aliases {
			try(alias)
		}
	}
	for _, f := range forms {
		try(f.Name)
	}
	for _, candidate := range more {
		try(candidate)
	}
	return best
}

// editDistance is the optimal string alignment distance (Damerau): the least
// number of insertions, deletions, substitutions and exchanges of two
// neighbours, with no letter touched twice.
func editDistance(s, t string) int {
	a, b := []rune(s), []rune(t)
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
