package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The columns of a source line that are shown before and after the place of
// an error: together about a hundred, so that the caret stays in sight on an
// ordinary terminal.
const (
	columnsBefore = 60
	columnsAfter  = 40
)

// ellipsis stands for what was cut off an excerpt.
const ellipsis = "..."

// excerpt returns the part of a line round the bytes from start to end, and
// carets that stand under them: one at least, and none beyond the line.
func excerpt(line string, start, end int) (text, caret string) {
	start = min(start, len(line))
	end = min(end, len(line))
	from := start
	for n := 0; from > 0 && n < columnsBefore; n++ {
		_, size := utf8.DecodeLastRuneInString(line[:from])
		from -= size
	}
	to := start
	for n := 0; to < len(line) && n < columnsAfter; n++ {
		_, size := utf8.DecodeRuneInString(line[to:])
		to += size
	}

	var t, c strings.Builder
	if from > 0 {
		t.WriteString(ellipsis)
		c.WriteString("   ")
	}
	marked := false
	for i, r := range line[from:to] {
		shown, width := display(r)
		t.WriteRune(shown)
		switch at := from + i; {
		case at == start || start < at && at < end:
			marked = true
			c.WriteString(strings.Repeat("^", width))
			if at == start && width == 0 {
				c.WriteByte('^') // a mark alone at the start of a line
			}
		case at < start && r == '\t':
			c.WriteByte('\t') // a tab is as wide here as it is above
		case at < start:
			c.WriteString("  "[:width])
		}
	}
	if !marked {
		c.WriteByte('^')
	}
	if to < len(line) {
		t.WriteString(ellipsis)
	}
	return t.String(), c.String()
}

// display returns what is shown for a code point, and its columns.
func display(r rune) (shown rune, width int) {
	switch {
	case r == '\t' || ' ' <= r && r < 0x7F:
		return r, 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return r, 0
	case !unicode.IsGraphic(r) || unicode.Is(unicode.Cf, r):
		return utf8.RuneError, 1
	case isWide(r):
		return r, 2
	}
	return r, 1
}

// isWide reports whether terminals give a code point two columns: the East
// Asian wide and full-width blocks, and emoji.
func isWide(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x115F, 0x2E80 <= r && r <= 0xA4CF, 0xAC00 <= r && r <= 0xD7A3,
		0xF900 <= r && r <= 0xFAFF, 0xFE30 <= r && r <= 0xFE6F,
		0xFF00 <= r && r <= 0xFF60, 0xFFE0 <= r && r <= 0xFFE6,
		0x1F300 <= r && r <= 0x1FAFF, 0x20000 <= r && r <= 0x3FFFD:
		return true
	}
	return false
}
