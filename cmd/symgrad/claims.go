package main

import (
	"fmt"
	"io"
	"os"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/protocol"
)

const verdictsHelp = `
The verdict is one of

  proved       it holds, and both sides have values at the same points
  conditional  it holds wherever both sides have values; the conditions say where
  refuted      it fails at the point that is printed, which is certain
  undecided    none of these was shown; it says nothing about the claim

No verdict rests on rounded numbers. Exit status: 0 proved or conditional,
1 refuted, 3 undecided.`

func newEqual() *command {
	q := newQuery("text", newCommand("equal", "L R", "whether two formulas are equal, with a proof or a counterexample",
		`equal decides whether two formulas are equal wherever both have values.
`+verdictsHelp,
		`  symgrad equal '(x^2-1)/(x-1)' 'x+1'
  symgrad equal 'sqrt(x^2)' 'x'
  symgrad equal 'sqrt(x^2)' 'x' --assume 'x>0' --proof
  symgrad equal 'diff(log(1+exp(x)),x)' 'sigmoid(x)' --proof-json proof.json`)).withProof()
	q.twoSides = true
	return q.command
}

func newProve() *command {
	return newQuery("text", newCommand("prove", "'L < R'", "whether a relation holds, with a proof or a counterexample",
		`prove decides claims: L = R, L != R, L < R, L <= R, L > R, L >= R, or a chain of
them such as a = b <= c, whose verdict is that of its weakest link.
`+verdictsHelp,
		`  symgrad prove 'tan(x)*cos(x) = sin(x)' --proof
  symgrad prove 'exp(x) > 0' 'x^2 >= 2*x'
  symgrad prove '(x+1)^2-1 = x^2+2*x = x*(x+2)'
  symgrad prove 'log(x*y) = log(x)+log(y)' --assume 'x>0, y>0' --json`)).withProof().command
}

// withProof adds what belongs to proofs.
func (q *query) withProof() *query {
	f := q.flags
	f.BoolVar(&q.req.Proof, "proof", false, "print the proof, step by step")
	f.StringVar(&q.proofFile, "proof-json", "", "write the proof to `FILE`, for symgrad replay")
	return q
}

// writeProof writes the proof file of an answer.
func (q *query) writeProof(answer *protocol.Answer, messages io.Writer) error {
	if q.proofFile == "" || answer.Verdict() == "" {
		return nil
	}
	file, err := answer.ProofFile()
	if err != nil {
		return err
	}
	if file == nil {
		fmt.Fprintf(messages, "symgrad: there is no proof; %s was not written\n", q.proofFile)
		return nil
	}
	return os.WriteFile(q.proofFile, file, 0o666)
}

// and is the status of several claims: refuted if one of them is, or else
// undecided if one of them is.
func (o outcome) and(v proof.VerdictKind) outcome {
	switch {
	case v == proof.Refuted || o == statusRefuted:
		return statusRefuted
	case v == proof.Undecided:
		return statusUndecided
	}
	return o
}
