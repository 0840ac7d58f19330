package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// aligned returns the source of a table with its columns in line: between the
// back quotes, a cell is as wide as the widest of its column.
func aligned(source string) string {
	before, rest, ok := strings.Cut(source, "`\n")
	table, after, closed := strings.Cut(rest, "`")
	if !ok || !closed {
		return source
	}
	var rows [][]string
	var widths []int
	for line := range strings.Lines(table) {
		row := strings.Split(line, "|")
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
		rows = append(rows, row)
	}
	var b strings.Builder
	b.WriteString(before + "`\n")
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			if i > 0 {
				line.WriteString(" | ")
			}
			line.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String() + "`" + after
}

func TestTablesAreAligned(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	tables := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "`\nName ") {
			tables++
		}
		want := aligned(string(text))
		if want == string(text) {
			continue
		}
		if !*update {
			t.Errorf("%s is not aligned; run go test ./rules -update", name)
			continue
		}
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if tables < 20 {
		t.Errorf("only %d tables were found", tables)
	}
}
