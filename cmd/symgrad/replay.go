package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"time"

	"github.com/symgrad/symgrad/protocol"
)

func newReplay() *command {
	c := newCommand("replay", "FILE", "check a proof file",
		`replay checks a proof file that was written with --proof-json, in a fresh
process and without a search. It prints the claim as the file states it, its
verdict and the number of steps; of the file it trusts nothing else. - reads the
file from standard input.

Exit status: 0 the proof is accepted, 1 it is not, 2 the file is no proof file.`,
		`  symgrad replay proof.json
  symgrad replay proof.json --proof
  symgrad replay - --json < proof.json`)
	var req protocol.Request
	var o protocol.Options
	f := c.flags
	asJSON := f.Bool("json", false, "print one JSON value")
	f.StringVar(&req.Format, "format", "text", "`FORMAT`: text, unicode, latex or mathml")
	f.BoolVar(&req.Proof, "proof", false, "print the proof, step by step")
	c.withTimeout(&o.Timeout, time.Minute, "file")
	limits := f.String("limits", "", limitsUsage())
	c.run = func(args []string, std streams) error {
		if len(args) == 0 {
			return usagef("a file is needed; see symgrad replay --help")
		}
		if err := setLimits(&o, *limits); err != nil {
			return err
		}
		var values []json.RawMessage
		var buf bytes.Buffer // nothing is printed before all is well
		for _, name := range args {
			answer, err := replayFile(name, std.in, req, o)
			if err != nil {
				return err
			}
			if *asJSON {
				v, err := answer.JSON()
				if err != nil {
					return err
				}
				values = append(values, v)
			} else if err := answer.Text(&buf); err != nil {
				return err
			}
		}
		return printAnswers(*asJSON, values, &buf, std.out)
	}
	return c
}

// replayFile checks one file.
func replayFile(name string, in io.Reader, req protocol.Request, o protocol.Options) (protocol.Answer, error) {
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return protocol.Answer{}, err
		}
		defer file.Close()
		in = file
	}
	limitMemory()
	return protocol.Replay(in, req, o), nil
}
