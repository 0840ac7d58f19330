package protocol

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Verdict returns the verdict of an answer about a claim, and "" of any other.
func (a *Answer) Verdict() proof.VerdictKind {
	switch z := a.result.(type) {
	case *judged:
		return z.weakest().Kind
	case *replayed:
		return z.weakest().Kind
	case *limits:
		return z.verdict()
	case *checked:
		return z.verdict()
	}
	return ""
}

// ProofFile returns the proof file of an answer about a claim, nil where there
// is no proof. The file was replayed before it is returned.
func (a *Answer) ProofFile() (file []byte, err error) {
	z, ok := a.result.(*judged)
	if !ok || z.weakest().Proof == nil {
		return nil, nil
	}
	defer func() {
		if r := recover(); r != nil {
			err = recovered(r)
		}
	}()
	list := make([]proof.Verdict, len(z.links))
	for i, k := range z.links {
		list[i] = k.Verdict
	}
	var b bytes.Buffer
	if err := proof.Encode(&b, z.statement, a.session.scope.Store, list...); err != nil {
		return nil, classify(err)
	}
	if again := Replay(bytes.NewReader(b.Bytes()), a.session.req, a.session.o); again.Err != nil {
		return nil, failure(codeInternal, "the proof file is not accepted: %s", again.Err.Message)
	}
	return b.Bytes(), nil
}

// replayed is the answer of replay.
type replayed struct{ *judged }

// Replay reads a proof file and checks it. Of the request it takes the format,
// and whether the proof is to be written.
//
// Errors: syntax and the other codes of reading where it is no proof file, or
// its claim cannot be read; rejected where the proof is not accepted; limit.
func Replay(r io.Reader, req Request, o Options) (a Answer) {
	if o.MaxBytes == 0 {
		o.MaxBytes = defaultMaxBytes
	}
	defer func() {
		if r := recover(); r != nil {
			a = Answer{Err: recovered(r)}
		}
	}()
	s := &session{req: req, o: o, scope: read.NewScope(symbolic.NewStoreLimits(o.Store), read.Default())}
	s.scope.Limits = o.Parse
	if o.Timeout > 0 {
		timer := time.AfterFunc(o.Timeout, s.scope.Store.Stop)
		defer timer.Stop()
	}
	if req.Format != "" {
		f, err := present.ParseFormat(req.Format)
		if err != nil {
			return Answer{Err: failure(codeSyntax, "%s", err.Error())}
		}
		s.format = f
	}
	a = Answer{session: s}
	file, err := proof.Decode(r, s.scope)
	if err != nil {
		return Answer{Err: notAccepted(err)}
	}
	list, err := file.Check()
	if err != nil {
		return Answer{Err: notAccepted(err)}
	}
	z := &judged{statement: file.Statement}
	for i, v := range list {
		c := file.Claims[i]
		rel := file.Statement.Relations[i]
		z.links = append(z.links, link{read.Relation{Left: c.Left, Right: c.Right, Rel: c.Rel, Exchanged: rel[0] == '>'}, v})
	}
	a.result = &replayed{z}
	return a
}

// notAccepted turns an error of a proof file into an Error.
func notAccepted(err error) *Error {
	var format *proof.FormatError
	var r *read.Error
	var l *symbolic.LimitError
	var p *poly.LimitError
	switch {
	case errors.As(err, &format):
		return failure(codeSyntax, "%s", format.Error())
	case errors.As(err, &r), errors.As(err, &l):
		return classify(err)
	case errors.As(err, &p):
		return failure(codeLimit, "%s", p.Error())
	}
	return failure(codeRejected, "the proof is not accepted: %s", err.Error())
}

type replayFields struct {
	Claim     string          `json:"claim"`
	Statement proof.Statement `json:"statement"`
	verdictFields
}

func (z *replayed) fields(w *writer) (any, error) {
	v, err := z.judged.fields(w)
	if err != nil {
		return nil, err
	}
	return replayFields{z.statement.String(), z.statement, v.(verdictFields)}, nil
}

func (z *replayed) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	l.line(w.words("claim: " + z.statement.String()))
	steps := "steps"
	if z.steps() == 1 {
		steps = "step"
	}
	l.line(w.words(fmt.Sprintf("proof: %d %s, checked", z.steps(), steps)))
	if err := l.end(); err != nil {
		return err
	}
	return z.judged.text(out, w)
}
