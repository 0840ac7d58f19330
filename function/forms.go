package function

import "slices"

// A Form is a name of the language that is not a function of real numbers: a
// constant, or a call that binds a name or leaves an operand unevaluated.
type Form struct {
	Name    string
	Syntax  string // how it is written
	Meaning string // one sentence, for listings
	LaTeX   string // with #1, #2 for the operands in the order of Syntax
}

// Forms returns the forms of the language in the order in which they are
// listed.
func Forms() []Form { return slices.Clone(forms) }

var forms = []Form{
	{
		Name:    "if",
		Syntax:  "if(c, a, b)",
		Meaning: "a where the condition c holds, b elsewhere; only the one that is reached need be defined. Also c ? a : b.",
		LaTeX:   `\begin{cases} #2 & \text{if } #1 \\ #3 & \text{otherwise} \end{cases}`,
	},
	{
		Name:    "sum",
		Syntax:  "sum(i, lo, hi, body)",
		Meaning: "the sum of body over the integers i from lo to hi; 0 if there are none.",
		LaTeX:   `\sum_{#1=#2}^{#3} #4`,
	},
	{
		Name:    "prod",
		Syntax:  "prod(i, lo, hi, body)",
		Meaning: "the product of body over the integers i from lo to hi; 1 if there are none.",
		LaTeX:   `\prod_{#1=#2}^{#3} #4`,
	},
	{
		Name:    "diff",
		Syntax:  "diff(f, x) or diff(f, x, n)",
		Meaning: "the derivative of f by x, of order n, at the points interior to the domain where it exists.",
		LaTeX:   `\frac{\partial^{#3} #1}{\partial #2^{#3}}`,
	},
	{
		Name:    "pi",
		Syntax:  "pi",
		Meaning: "the ratio of a circle's circumference to its diameter.",
		LaTeX:   `\pi`,
	},
}
