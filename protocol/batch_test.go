package protocol_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/symgrad/symgrad/protocol"
	"github.com/symgrad/symgrad/symbolic"
)

// An answer is what tests look at in a line of a batch.
type answer struct {
	ID    json.RawMessage
	OK    bool
	Error struct {
		Code, Message string
		Line, Column  int
	}
	Timing map[string]float64
}

func batch(t *testing.T, requests string, o protocol.BatchOptions) []answer {
	t.Helper()
	var out bytes.Buffer
	if err := protocol.Batch(strings.NewReader(requests), &out, o); err != nil {
		t.Fatal(err)
	}
	var all []answer
	for line := range strings.Lines(out.String()) {
		var a answer
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		all = append(all, a)
	}
	return all
}

const square = `{"id":"next","op":"diff","expr":"x^2","wrt":["x"]}` + "\n"

// Whatever is wrong with a line, it gets an answer, and so does the next one.
func TestBadLinesDoNotStopABatch(t *testing.T) {
	for _, c := range []struct {
		name, line, code, id string
		o                    protocol.BatchOptions
	}{
		{"no JSON", `gibberish`, "syntax", "null", protocol.BatchOptions{}},
		{"cut off", `{"id":1,"op":"gr`, "syntax", "null", protocol.BatchOptions{}},
		{"bytes that are no text", "{\"id\":1,\"op\":\"grad\",\"expr\":\"\xff\xfe\",\"wrt\":[\"x\"]}", "syntax", "1", protocol.BatchOptions{}},
		{"a list", `[1,2]`, "syntax", "null", protocol.BatchOptions{}},
		{"a field of another type", `{"id":1,"op":"grad","expr":["x"]}`, "syntax", "1", protocol.BatchOptions{}},
		{"no operation", `{"id":{"a":[1]},"expr":"x"}`, "syntax", `{"a":[1]}`, protocol.BatchOptions{}},
		{"no formula", `{"id":1,"op":"grad","wrt":["x"]}`, "syntax", "1", protocol.BatchOptions{}},
		{"no variable", `{"id":1,"op":"grad","expr":"x"}`, "syntax", "1", protocol.BatchOptions{}},
		{"an unknown function", `{"id":1,"op":"grad","expr":"foo(x)","wrt":["x"]}`, "unknown_name", "1", protocol.BatchOptions{}},
		{"a wrong subscript", `{"id":1,"op":"grad","expr":"a[3]","wrt":["a[1]"],"shapes":{"a":[2]}}`, "shape", "1", protocol.BatchOptions{}},
		{"a long line", `{"id":1,"op":"grad","expr":"` + strings.Repeat("x+", 1000) + `x","wrt":["x"]}`, "limit", "null", protocol.BatchOptions{MaxLine: 500}},
		{"a full store", `{"id":1,"op":"grad","expr":"x*(x+1)*(x+2)*(x+3)*(x+4)","wrt":["x"]}`, "limit", "1",
			protocol.BatchOptions{Options: protocol.Options{Store: symbolic.Limits{Nodes: 20}}}},
		{"a long answer", `{"id":1,"op":"diff","expr":"exp(x*y)*sin(x*y)","wrt":["x"],"order":5}`, "limit", "1",
			protocol.BatchOptions{Options: protocol.Options{MaxBytes: 20}}},
		{"no time", `{"id":1,"op":"diff","expr":"sin(x*exp(x))*tan(x)^7/(1+log(x)^2)","wrt":["x"],"order":60}`, "limit", "1",
			protocol.BatchOptions{Options: protocol.Options{Timeout: 50 * time.Millisecond}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := batch(t, c.line+"\n"+square, c.o)
			if len(got) != 2 {
				t.Fatalf("%d answers to two requests", len(got))
			}
			if got[0].OK || got[0].Error.Code != c.code || got[0].Error.Message == "" || string(got[0].ID) != c.id {
				t.Errorf("the answer is %+v with id %s, want code %s with id %s", got[0], got[0].ID, c.code, c.id)
			}
			if !got[1].OK || string(got[1].ID) != `"next"` {
				t.Errorf("the next request is answered by %+v", got[1])
			}
		})
	}
}

func TestTimingsAreMilliseconds(t *testing.T) {
	start := time.Now()
	got := batch(t, square, protocol.BatchOptions{Timings: true})
	all := float64(time.Since(start)) / 1e6
	for _, part := range []string{"read", "work", "write"} {
		if ms, ok := got[0].Timing[part]; !ok || ms <= 0 || ms > all {
			t.Errorf("%s took %v ms of %v ms in all", part, ms, all)
		}
	}
}

// A reader of a pipe gets an answer before it sends the next request.
func TestAnswersDoNotWaitForTheNextRequest(t *testing.T) {
	in, requests := io.Pipe()
	answers, out := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- protocol.Batch(in, out, protocol.BatchOptions{Workers: 2})
		out.Close()
	}()
	buf := make([]byte, 1000)
	for range 3 {
		if _, err := io.WriteString(requests, square); err != nil {
			t.Fatal(err)
		}
		if n, err := answers.Read(buf); err != nil || !bytes.HasPrefix(buf[:n], []byte(`{"id":"next","ok":true`)) {
			t.Fatalf("%q, %v", buf[:n], err)
		}
	}
	requests.Close()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

// failingWriter takes a few writes.
type failingWriter struct{ left int }

var errFull = errors.New("the disk is full")

func (w *failingWriter) Write(p []byte) (int, error) {
	if w.left--; w.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestErrorsOfTheStreamsAreReturned(t *testing.T) {
	err := protocol.Batch(strings.NewReader(strings.Repeat(square, 1000)), &failingWriter{2}, protocol.BatchOptions{Workers: 4})
	if !errors.Is(err, errFull) {
		t.Errorf("writing fails, and Batch returns %v", err)
	}
	broken := errors.New("the line is broken")
	in := io.MultiReader(strings.NewReader(square), iotest.ErrReader(broken))
	var out bytes.Buffer
	if err := protocol.Batch(in, &out, protocol.BatchOptions{}); !errors.Is(err, broken) {
		t.Errorf("reading fails, and Batch returns %v", err)
	}
	if out.Len() == 0 {
		t.Error("what came before the error is not answered")
	}
}
