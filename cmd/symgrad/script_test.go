package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run the command as symgrad.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"symgrad": main})
}

// UPDATE_SCRIPTS=1 rewrites what the scripts expect; look at the difference.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"fails": fails, "status": status},
	})
}

// What no script uses is not tested from outside.
func TestEveryCommandAndFlagIsInAScript(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("..", "..", "testdata", "script", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	var lines []string
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		script, _, _ := strings.Cut(string(b), "\n-- ")
		lines = append(lines, strings.Split(script, "\n")...)
	}
	used := func(command, word string) bool {
		return slices.ContainsFunc(lines, func(line string) bool {
			return (strings.HasPrefix(line, "exec symgrad "+command+" ") || (strings.HasPrefix(line, "fails ") || strings.HasPrefix(line, "status ")) && strings.Contains(line, " "+command+" ")) &&
				strings.Contains(line+" ", word)
		})
	}
	everywhere := func(word string) bool {
		return slices.ContainsFunc(commands(), func(c *command) bool { return used(c.name, word) })
	}
	for _, c := range commands() {
		if !used(c.name, "") {
			t.Errorf("no script runs symgrad %s", c.name)
		}
		c.flags.VisitAll(func(f *flag.Flag) {
			if !everywhere(" --" + f.Name) {
				t.Errorf("no script uses --%s", f.Name)
			}
		})
	}
}

// fails runs symgrad, which must end with the status that is given first and
// write nothing to standard output:
//
//	fails 2 grad 2x --wrt x
func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: fails STATUS [arguments of symgrad]")
	}
	status(ts, neg, args)
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("on standard output, though it failed: %q", out)
	}
	if ts.ReadFile("stderr") == "" {
		ts.Fatalf("it failed without a word")
	}
}

// status runs symgrad, which must end with the status that is given first:
//
//	status 3 equal x y
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: status STATUS [arguments of symgrad]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec("symgrad", args[1:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("status %d, want %d", got, want)
	}
}
