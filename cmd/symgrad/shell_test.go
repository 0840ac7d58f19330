package main

import (
	"bytes"
	"strings"
	"testing"
)

// splitCommand splits a command line as a shell does: at blanks outside quotes.
// Nothing else of a shell is known.
func splitCommand(t *testing.T, line string) []string {
	t.Helper()
	var words []string
	var word strings.Builder
	var quote rune
	inside := false
	for _, r := range strings.TrimSpace(line) {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, inside = r, true
		case r == ' ':
			if inside || word.Len() > 0 {
				words = append(words, word.String())
			}
			word.Reset()
			inside = false
		default:
			word.WriteRune(r)
		}
	}
	if quote != 0 {
		t.Fatalf("%s: a quote is not closed", line)
	}
	if inside || word.Len() > 0 {
		words = append(words, word.String())
	}
	return words
}

// shell runs "symgrad ..." or "echo TEXT | symgrad ..." and returns what it
// writes to both streams; ok is false for any other line.
func shell(t *testing.T, line string) (out string, status int, ok bool) {
	t.Helper()
	w := splitCommand(t, line)
	stdin := ""
	if len(w) > 3 && w[0] == "echo" && w[2] == "|" {
		stdin, w = w[1]+"\n", w[3:]
	}
	if len(w) == 0 || w[0] != "symgrad" {
		return "", 0, false
	}
	for _, word := range w {
		if word == "<" || word == ">" || word == "|" {
			return "", 0, false
		}
	}
	var buf bytes.Buffer
	status = run(w[1:], streams{strings.NewReader(stdin), &buf, &buf})
	return buf.String(), status, true
}
