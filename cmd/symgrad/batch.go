package main

import (
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/symgrad/symgrad/protocol"
)

func newBatch() *cobra.Command {
	var o protocol.BatchOptions
	cmd := &cobra.Command{
		Use:   "batch",
		Short: "Answer JSON requests from standard input, one a line",
		Long: `batch reads one JSON request a line and writes one JSON answer a line, in the
same order. A bad line gets an error of its own and does not stop the rest.`,
		Example: `  echo '{"id":1,"op":"grad","expr":"sigmoid(w*x+b)","wrt":["w","b"]}' | symgrad batch
  symgrad batch --workers 4 --timeout 2s --timings < requests.jsonl > answers.jsonl`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.Workers < 1 {
				return fmt.Errorf("--workers: at least 1 is needed, not %d", o.Workers)
			}
			if isTerminal(os.Stdin) {
				fmt.Fprintln(os.Stderr, "symgrad: reading requests from the terminal, one a line; end with Ctrl-D")
			}
			return protocol.Batch(cmd.InOrStdin(), cmd.OutOrStdout(), o)
		},
	}
	f := cmd.Flags()
	f.IntVar(&o.Workers, "workers", runtime.NumCPU(), "requests that are answered at a time")
	f.DurationVar(&o.Timeout, "timeout", 10*time.Second, "limit of time for each request")
	f.BoolVar(&o.Timings, "timings", false, "add the milliseconds of reading, working and writing")
	f.Bool("json", true, "answers are always JSON")
	return cmd
}
