package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
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
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"fails": fails},
	})
}

// fails runs symgrad, which must end with the status that is given first and
// write nothing to standard output:
//
//	fails 2 grad 2x --wrt x
func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: fails STATUS [arguments of symgrad]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	status := 0
	var exit *exec.ExitError
	switch err := ts.Exec("symgrad", args[1:]...); {
	case errors.As(err, &exit):
		status = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if status != want {
		ts.Fatalf("status %d, want %d", status, want)
	}
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("on standard output, though it failed: %q", out)
	}
	if ts.ReadFile("stderr") == "" {
		ts.Fatalf("it failed without a word")
	}
}
