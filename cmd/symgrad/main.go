// Command symgrad differentiates formulas exactly and writes them in text,
// LaTeX and MathML.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/symgrad/symgrad/protocol"
)

// Exit statuses, as programs outside rely on them.
const (
	statusUsage = 2 // bad usage or bad input
	statusLimit = 4 // a limit on input, output or time
)

func main() {
	// One formula at a time leaves little garbage: collecting less often is
	// faster, and the soft limit keeps the memory of large ones down.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(400 << 20)
	os.Exit(run(os.Args[1:]))
}

// run executes a command line and returns the exit status.
func run(args []string) (status int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "symgrad: internal error: %v\n", r)
			status = statusUsage
		}
	}()
	root := newRoot()
	root.SetArgs(formulasApart(root, args))
	err := root.Execute()
	if err == nil {
		return 0
	}
	var e *protocol.Error
	if !errors.As(err, &e) {
		fmt.Fprintf(os.Stderr, "symgrad: %v\n", err)
		return statusUsage
	}
	fmt.Fprintf(os.Stderr, "symgrad: %s\n", e.Report)
	if e.Code == "limit" {
		return statusLimit
	}
	return statusUsage
}
