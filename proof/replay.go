package proof

import (
	"errors"
	"fmt"
	"io"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Replay reads a proof file and checks it in a fresh store. Of the file it
// trusts the text of the statement, which it returns, to be what the reader
// wants to know; all else is rebuilt and checked. The verdict is what the
// proofs support; of a chain it is that of the weakest link, with the
// conditions of all.
//
// Errors: a *FormatError where the file is no proof file, a *read.Error where
// the statement cannot be read; ErrAltered and any other error but a
// *symbolic.LimitError say that the proof is not accepted.
func Replay(r io.Reader) (Verdict, Statement, error) {
	f, err := Decode(r, read.NewScope(symbolic.NewStore(), read.Default()))
	if err != nil {
		return Verdict{}, Statement{}, err
	}
	list, err := f.Check()
	if err != nil {
		return Verdict{}, f.Statement, err
	}
	v := list[Weakest(list)]
	v.Conditions = nil
	for _, l := range list {
		v.Conditions = append(v.Conditions, l.Conditions...)
	}
	return v, f.Statement, nil
}

// errVerdict says that the verdict of a file is stronger than its proof.
var errVerdict = errors.New("proof: the domains of the two sides are not known to be the same, so that the verdict is not proved")

// Check checks the proofs of a file and returns the verdicts that they support,
// one for each relation, none weaker than that of the file.
func (f *File) Check() (list []Verdict, err error) {
	defer symbolic.Catch(&err)
	for i, c := range f.Claims {
		v, err := Check(c, f.Proofs[i])
		if err == nil && v.Kind != f.verdicts[i] && v.Kind != Proved {
			err = errVerdict
		}
		if err != nil && len(f.Claims) > 1 {
			err = fmt.Errorf("relation %d of the chain: %w", i+1, err)
		}
		if err != nil {
			return nil, err
		}
		v.Proof = f.Proofs[i]
		list = append(list, v)
	}
	return list, nil
}

// strength orders verdicts.
var strength = map[VerdictKind]int{Refuted: 0, Undecided: 1, Conditional: 2, Proved: 3}

// Weakest returns the place of the first of the weakest verdicts, which is that
// of a chain of claims.
func Weakest(list []Verdict) int {
	w := 0
	for i, v := range list {
		if strength[v.Kind] < strength[list[w].Kind] {
			w = i
		}
	}
	return w
}
