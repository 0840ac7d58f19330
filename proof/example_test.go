package proof_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/symgrad/symgrad/claim"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A proof is written to a file and checked by somebody else.
func ExampleReplay() {
	statement := proof.Statement{Sides: []string{"(x^2-1)/(x-1)", "x+1"}, Relations: []string{"="}}
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	claims, err := statement.Claims(scope)
	if err != nil {
		panic(err)
	}
	found, err := claim.Equal(scope, claims[0].Left, claims[0].Right)
	if err != nil {
		panic(err)
	}
	var file bytes.Buffer
	if err := proof.Encode(&file, statement, scope.Store, found); err != nil {
		panic(err)
	}

	verdict, claimed, err := proof.Replay(bytes.NewReader(file.Bytes()))
	if err != nil {
		panic(err)
	}
	fmt.Println(claimed, "is", verdict.Kind, "with", len(verdict.Conditions), "condition")

	_, _, err = proof.Replay(strings.NewReader(strings.Replace(file.String(), "x+1", "x+2", 1)))
	fmt.Println(err)
	// Output:
	// (x^2-1)/(x-1) = x+1 is conditional with 1 condition
	// the proof file was altered: its checksum is another one
}

// The checker knows nothing of how a proof was found: of another claim it is no
// proof.
func ExampleCheck() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	sides, err := scope.Formulas("[sin(x)^2+cos(x)^2, 1, cos(x)]")
	if err != nil {
		panic(err)
	}
	found, err := claim.Equal(scope, sides[0], sides[1])
	if err != nil {
		panic(err)
	}
	v, err := proof.Check(proof.NewClaim(scope, sides[0], symbolic.Equal, sides[1]), found.Proof)
	fmt.Println(v.Kind, err)
	_, err = proof.Check(proof.NewClaim(scope, sides[0], symbolic.Equal, sides[2]), found.Proof)
	fmt.Println(err)
	// Output:
	// proved <nil>
	// proof: the steps do not conclude the claim
}

// A proof is put into words.
func ExampleExplain() {
	statement := proof.Statement{Sides: []string{"tanh(0*x)+x*x", "x^2"}, Relations: []string{"="}}
	claims, err := statement.Claims(read.NewScope(symbolic.NewStore(), read.Default()))
	if err != nil {
		panic(err)
	}
	for _, line := range proof.Explain(claims[0], &proof.Proof{}) {
		fmt.Println(line.Number, line.Reason[0].Words)
	}
	// Output:
	// 1 both sides are the same when they are put in order
}
