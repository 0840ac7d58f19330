package proof_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// fileMutants is the number of files that are changed and read again, of all claims
// together.
const fileMutants = 12_000

// tokens are what is changed in a file: numbers, words, and what stands
// between them.
var tokens = regexp.MustCompile(`-?[0-9]+|[a-z_-]+|[<>=!]+|[-+*/^()]`)

// words that may stand for others of their kind.
var vocabulary = [][]string{
	{"rule", "definition", "ring", "parts", "scale", "chain", "derivative", "branch", "terms", "linearity", "index", "body", "given", "root", "constant", "cases", "slope"},
	{"sin", "cos", "tan", "exp", "log", "abs", "sign", "sigmoid", "tanh", "atan", "asin", "acos", "sinh", "cosh", "relu", "softplus", "floor"},
	{"sum", "product", "power", "relation", "and", "or", "if", "derivative", "apply", "index", "sum-over"},
	{"<", "<=", "!=", "==", "=", ">", ">="},
	{"+", "-", "*", "/", "^"},
	{"x", "y", "a", "b", "n", "t"},
	{"proved", "conditional"},
	{"positive", "negative", "nonnegative", "nonzero", "integer", "real"},
}

// mutate changes one token of a file in one place.
func mutate(rng *rand.Rand, file []byte) []byte {
	at := tokens.FindAllIndex(file, -1)
	pick := at[rng.IntN(len(at))]
	old := string(file[pick[0]:pick[1]])
	to := ""
	if n, err := strconv.Atoi(old); err == nil {
		switch rng.IntN(4) {
		case 0:
			to = strconv.Itoa(n + 1)
		case 1:
			to = strconv.Itoa(n - 1)
		case 2:
			to = strconv.Itoa(rng.IntN(60))
		case 3:
			to = string(file[at[rng.IntN(len(at))][0]:][:1])
		}
	} else {
		for _, list := range vocabulary {
			for _, w := range list {
				if w == old {
					to = list[rng.IntN(len(list))]
				}
			}
		}
		if _, isRule := rules.Lookup(old); isRule {
			all := rules.All()
			to = all[rng.IntN(len(all))].Name
		}
		if to == "" || rng.IntN(10) == 0 {
			other := at[rng.IntN(len(at))]
			to = string(file[other[0]:other[1]])
		}
	}
	z := bytes.Clone(file[:pick[0]])
	return append(append(z, to...), file[pick[1]:]...)
}

// drop leaves out or doubles an element of a list.
var elements = regexp.MustCompile(`,("[^"]*"|[0-9]+|\[[0-9,]*\]|\{"kind"[^{}]*\})`)

func drop(rng *rand.Rand, file []byte) []byte {
	at := elements.FindAllIndex(file, -1)
	pick := at[rng.IntN(len(at))]
	z := bytes.Clone(file[:pick[0]])
	if rng.IntN(2) == 0 {
		z = append(append(z, file[pick[0]:pick[1]]...), file[pick[0]:pick[1]]...)
	}
	return append(z, file[pick[1]:]...)
}

// A file that was changed in a place or two is rejected, still proves its claim, or
// states another claim, which then is true. Without their checksums nearly all
// of them come as far as the checker.
func TestMutantsOfProofFiles(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var files []proven
	for _, line := range provable {
		if p, ok := prove(t, statement(t, line)); ok {
			files = append(files, p)
		}
	}
	altered, unread, rejected, same, other := 0, 0, 0, 0, 0
	for i := range fileMutants {
		p := files[i%len(files)]
		z := mutate(rng, p.file)
		switch rng.IntN(8) {
		case 0:
			z = drop(rng, p.file)
		case 1:
			z = mutate(rng, z)
		}
		if bytes.Equal(z, p.file) {
			continue
		}
		if _, _, err := proof.Replay(bytes.NewReader(z)); err == nil {
			t.Fatalf("%s: a file with a wrong checksum was accepted:\n%s", p, z)
		} else if errors.Is(err, proof.ErrAltered) {
			altered++
		}
		z, ok := proof.Rehashed(z)
		if !ok {
			unread++
			continue
		}
		v, st, err := proof.Replay(bytes.NewReader(z))
		var format *proof.FormatError
		var statement *read.Error
		switch {
		case errors.As(err, &format) || errors.As(err, &statement):
			unread++
		case err != nil:
			rejected++
		case st.String() == p.Statement.String():
			same++
			if w := p.verdicts[proof.Weakest(p.verdicts)]; v.Kind != w.Kind {
				t.Errorf("%s: %s, and changed %s:\n%s", st, w.Kind, v.Kind, z)
			}
		default:
			other++
			claims, err := st.Claims(read.NewScope(symbolic.NewStore(), read.Default()))
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range claims {
				z := sample(c, nil, 30)
				if at, o := z.fails(c.Left.Expr.ID(), c.Rel, c.Right.Expr.ID()); at != nil {
					t.Errorf("%s: accepted, and at %v it is %v", st, at, o)
				}
			}
		}
	}
	t.Logf("%d altered; without checksums %d cannot be read, %d are rejected, %d prove the same claim, %d another one that is true", altered, unread, rejected, same, other)
	if rejected < fileMutants/5 || same == 0 || other == 0 {
		t.Errorf("the mutants do not test the checker")
	}
}

// Whatever text stands in a file, reading it ends in an answer or an error.
func FuzzReplay(f *testing.F) {
	f.Add(tangent)
	for _, line := range provable[:12] {
		if p, ok := prove(f, statement(f, line)); ok {
			f.Add(string(p.file))
		}
	}
	f.Fuzz(func(t *testing.T, file string) {
		if _, _, err := proof.Replay(strings.NewReader(file)); err != nil && strings.Contains(err.Error(), "\n") {
			t.Errorf("more than one line: %v", err)
		}
		if z, ok := proof.Rehashed([]byte(file)); ok {
			_, _, _ = proof.Replay(bytes.NewReader(z))
		}
	})
}
