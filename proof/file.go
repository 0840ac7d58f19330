package proof

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// A proof file is JSON. Its expressions stand in one table of nodes, operands
// before the nodes that use them, so that shared parts are written once and
// nothing is nested. All else refers to nodes by their place in the table, and
// to earlier steps by their place in the list.
//
// A node is a text of words: number 1/2, symbol x, sum 0 3 1 4 2. Its kind and
// operands are those of symbolic.Kind; the place of an operand stands for it.
// An unspecified function is "function f", one of the table "apply sin".
type document struct {
	Format    string     `json:"format"`
	Version   int        `json:"version"`
	Statement Statement  `json:"statement"`
	Nodes     []string   `json:"nodes"`
	Proofs    []linkJSON `json:"proofs"` // one for each relation of the statement
	SHA256    string     `json:"sha256"` // of the document with this left empty, as canonical writes it
}

const (
	fileFormat  = "symgrad proof"
	fileVersion = 1
)

type linkJSON struct {
	Verdict VerdictKind `json:"verdict"`
	Point   [][2]int    `json:"point"` // symbols and their values
	proofJSON
}

type proofJSON struct {
	Except []int      `json:"except,omitempty"`
	Zeros  []zeroJSON `json:"zeros,omitempty"`
	Steps  []stepJSON `json:"steps"`
}

type zeroJSON struct {
	Symbols []int `json:"symbols"`
	proofJSON
}

type stepJSON struct {
	Kind  Kind       `json:"kind"`
	Name  string     `json:"name,omitempty"`
	From  int        `json:"from"`
	To    int        `json:"to"`
	Bind  []int      `json:"bind,omitempty"`
	Uses  []int      `json:"uses,omitempty"`
	Cases []caseJSON `json:"cases,omitempty"`
}

type caseJSON struct {
	Cond  int        `json:"cond"`
	Steps []stepJSON `json:"steps"`
}

// canonical returns the one JSON text of a document, without blanks.
func (d *document) canonical() ([]byte, error) { return marshal(d) }

// hash returns the checksum of a document. It tells a file that was damaged or
// edited; what a proof is worth only the checker knows.
func (d *document) hash() (string, error) {
	z := *d
	z.SHA256 = ""
	b, err := z.canonical()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}

// marshal is json.Marshal without escapes for HTML.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
