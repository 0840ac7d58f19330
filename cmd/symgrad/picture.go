package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/symgrad/symgrad/plot"
	"github.com/symgrad/symgrad/protocol"
)

// withPlot adds --plot, which draws what a command says, with a figure for each
// answer.
func (q *query) withPlot(usage string, figure func(a *protocol.Answer) (plot.Figure, error)) *query {
	var file string
	q.flags.StringVar(&file, "plot", "", usage)
	var figures []plot.Figure
	each, last, answer := q.each, q.last, q.run
	var failed error
	q.each = func(a *protocol.Answer) {
		if each != nil {
			each(a)
		}
		if file == "" || failed != nil {
			return
		}
		f, err := figure(a)
		figures, failed = append(figures, f), err
	}
	q.last = func(text *bytes.Buffer) error {
		if last != nil {
			if err := last(text); err != nil {
				return err
			}
		}
		switch {
		case file == "":
			return nil
		case failed != nil:
			return fmt.Errorf("--plot: %w", failed)
		}
		return writePicture(file, figures)
	}
	q.run = func(args []string, std streams) error {
		if file != "" {
			if _, err := plot.FormatOf(file); err != nil {
				return usagef("--plot: %w", err)
			}
		}
		return answer(args, std)
	}
	return q
}

// writePicture writes a picture to a file of the kind that its name says.
func writePicture(name string, figures []plot.Figure) error {
	format, err := plot.FormatOf(name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := plot.Write(&b, format, figures...); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o666)
}
