package main

import (
	"fmt"
	"runtime"
	"time"

	"github.com/symgrad/symgrad/protocol"
)

func newBatch() *command {
	var o protocol.BatchOptions
	c := newCommand("batch", "", "answer JSON requests from standard input, one a line",
		`batch reads one JSON request a line and writes one JSON answer a line, in the
same order. A bad line gets an error of its own and does not stop the rest. Fields
that no request has are named in the answer as "ignored".`,
		`  echo '{"id":1,"op":"grad","expr":"sigmoid(w*x+b)","wrt":["w","b"]}' | symgrad batch
  symgrad batch --workers 4 --timeout 2s --timings < requests.jsonl > answers.jsonl`)
	f := c.flags
	f.IntVar(&o.Workers, "workers", runtime.NumCPU(), "`N` requests are answered at a time")
	c.withTimeout(&o.Timeout, 10*time.Second, "request")
	f.BoolVar(&o.Timings, "timings", false, "add the milliseconds of reading, working and writing")
	limits := f.String("limits", "", limitsUsage())
	f.Bool("json", true, "answers are always JSON")
	c.run = func(args []string, std streams) error {
		switch {
		case len(args) > 0:
			return usagef("requests come from standard input, not from %q", args[0])
		case o.Workers < 1:
			return usagef("--workers: at least 1 is needed, not %d", o.Workers)
		case isTerminal(std.in):
			fmt.Fprintln(std.err, "symgrad: reading requests from the terminal, one a line; end with Ctrl-D")
		}
		if err := setLimits(&o.Options, *limits); err != nil {
			return err
		}
		limitMemory()
		return protocol.Batch(std.in, std.out, o)
	}
	return c
}
