package main

import (
	"fmt"
	"runtime"
)

// version is that of the contract with programs outside: v0 until it has
// settled.
const version = "v0.1.0"

func newVersion() *command {
	c := newCommand("version", "", "print the version", "version prints the version of symgrad and of Go.", "  symgrad version --json")
	asJSON := c.flags.Bool("json", false, "print one JSON value")
	c.run = func(args []string, std streams) error {
		if len(args) > 0 {
			return usagef("version takes no arguments")
		}
		if *asJSON {
			return printJSON(std.out, map[string]string{"version": version, "go": runtime.Version(), "platform": runtime.GOOS + "/" + runtime.GOARCH})
		}
		_, err := fmt.Fprintf(std.out, "symgrad %s (%s, %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return err
	}
	return c
}
