package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fence finds the blocks of a language.
var fence = regexp.MustCompile("(?ms)^```(\\w+)\n(.*?)^```$")

func readme(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Every console block of the README is run, and shows what really comes.
// UPDATE_SCRIPTS=1 rewrites it.
func TestReadmeShowsRealOutput(t *testing.T) {
	text := readme(t)
	path, err := filepath.Abs(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir()) // for the files that the commands write
	blocks := 0
	real := fence.ReplaceAllStringFunc(text, func(block string) string {
		m := fence.FindStringSubmatch(block)
		if m[1] != "console" {
			return block
		}
		blocks++
		var b strings.Builder
		for line := range strings.Lines(m[2]) {
			command, ok := strings.CutPrefix(line, "$ ")
			if !ok {
				continue
			}
			out, _, ok := shell(t, command)
			if !ok {
				t.Errorf("the test cannot run %q", command)
			}
			b.WriteString(line + out)
		}
		return "```console\n" + b.String() + "```"
	})
	if blocks == 0 {
		t.Fatal("no block was found")
	}
	if os.Getenv("UPDATE_SCRIPTS") != "" {
		if err := os.WriteFile(path, []byte(real), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if d := cmp.Diff(text, real); d != "" {
		t.Errorf("the README (-) and what comes (+) differ:\n%s", d)
	}
}

// The picture of the README is what the command beside it draws.
func TestReadmeShowsTheRealPicture(t *testing.T) {
	name := regexp.MustCompile(`\]\((docs/[a-z]+\.svg)\)`).FindStringSubmatch(readme(t))
	command := regexp.MustCompile("`symgrad (activation [^`]* --plot [^`]*)`").FindStringSubmatch(readme(t))
	if name == nil || command == nil {
		t.Fatal("the README has no picture, or no command for it")
	}
	path, err := filepath.Abs(filepath.Join("..", "..", name[1]))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	output(t, "", strings.Fields(command[1])...)
	got, err := os.ReadFile(filepath.Base(path))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE_SCRIPTS") != "" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is another picture than that of symgrad %s", name[1], command[1])
	}
}

// The Go block of the README is the body of an example that is compiled and
// run.
func TestReadmeShowsARunExample(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "diff", "example_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := 0
	for _, m := range fence.FindAllStringSubmatch(readme(t), -1) {
		if m[1] != "go" {
			continue
		}
		blocks++
		body := regexp.MustCompile("(?m)^(.)").ReplaceAllString(m[2], "\t$1")
		if !strings.Contains(string(b), ") {\n"+body+"\t// Output:") {
			t.Errorf("no example has the body\n%s", body)
		}
	}
	if blocks == 0 {
		t.Fatal("no block was found")
	}
}
