package protocol

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// BatchOptions say how a batch runs.
type BatchOptions struct {
	Options
	Workers int  // requests at a time; at least 1
	Timings bool // add the timing to each answer
	MaxLine int  // bytes of a request; 0 is 64 MiB
}

const defaultMaxLine = 64 << 20

// Batch reads one JSON request a line and writes one JSON answer a line, in
// the same order, as they become ready. A line that cannot be read gets an
// error of its own and does not stop the rest. Empty lines are passed over.
// The error is that of reading or writing the streams.
func Batch(in io.Reader, out io.Writer, o BatchOptions) error {
	if o.MaxLine == 0 {
		o.MaxLine = defaultMaxLine
	}
	workers := max(1, o.Workers)
	type job struct {
		line   []byte
		long   bool
		answer chan []byte
	}
	jobs := make(chan job)
	order := make(chan chan []byte, 4*workers) // bounds what is read ahead
	done := make(chan struct{})
	for range workers {
		go func() {
			for j := range jobs {
				j.answer <- answerLine(j.line, j.long, o)
			}
		}()
	}
	var readErr error
	go func() {
		defer close(order)
		defer close(jobs)
		r := bufio.NewReaderSize(in, 1<<16)
		for {
			line, long, err := readLine(r, o.MaxLine)
			if len(line) > 0 || long {
				j := job{line, long, make(chan []byte, 1)}
				select {
				case order <- j.answer:
				case <-done:
					return
				}
				jobs <- j
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					readErr = err
				}
				return
			}
		}
	}()
	w := bufio.NewWriterSize(out, 1<<16)
	var writeErr error
	for a := range order {
		if writeErr != nil {
			<-a
			continue
		}
		if _, writeErr = w.Write(<-a); writeErr == nil && len(order) == 0 {
			writeErr = w.Flush() // nothing is waiting: let the reader of a pipe have it
		}
		if writeErr != nil {
			close(done)
		}
	}
	if writeErr == nil {
		writeErr = w.Flush()
	}
	return errors.Join(readErr, writeErr)
}

// readLine reads a line without its end. Of a line that is too long it keeps
// nothing.
func readLine(r *bufio.Reader, limit int) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if len(line) > limit {
			line, long = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSpace(line), long, err
		}
	}
}

// answerLine answers one request.
func answerLine(line []byte, long bool, o BatchOptions) []byte {
	var req Request
	var a Answer
	var ignored []string
	switch {
	case long:
		a.Err = failure(codeLimit, "the request is longer than %d bytes", o.MaxLine)
	default:
		if ignored, a.Err = unmarshal(line, &req); a.Err == nil {
			a = Do(req, o.Options)
		}
	}
	var fields []byte
	if a.Err == nil {
		var err error
		if fields, err = a.JSON(); err != nil {
			a.Err = classify(err)
		}
	}
	return a.envelope(req.ID, fields, ignored, o.Timings)
}

// envelope writes {"id":…,"ok":…, and the fields or the error, and which fields of the
// request were ignored: a misspelt assumption must not be lost in silence.
func (a *Answer) envelope(id json.RawMessage, fields []byte, ignored []string, timings bool) []byte {
	var b bytes.Buffer
	if len(id) == 0 {
		id = json.RawMessage("null")
	}
	b.WriteString(`{"id":`)
	b.Write(id)
	b.WriteByte(',')
	if a.Err != nil {
		e, _ := marshal(a.Err)
		b.WriteString(`"ok":false,"error":`)
		b.Write(e)
	} else {
		b.WriteString(`"ok":true`)
		if fields[0] == '[' { // several answers, as of an expansion that differs by sides
			b.WriteString(`,"answers":`)
			b.Write(fields)
		} else if inner := fields[1 : len(fields)-1]; len(inner) > 0 {
			b.WriteByte(',')
			b.Write(inner)
		}
		if len(ignored) > 0 {
			names, _ := marshal(ignored)
			b.WriteString(`,"ignored":`)
			b.Write(names)
		}
		if timings {
			t, _ := a.Timing.MarshalJSON()
			b.WriteString(`,"timing":`)
			b.Write(t)
		}
	}
	b.WriteString("}\n")
	return b.Bytes()
}
