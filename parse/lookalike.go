package parse

import "strings"

// lookalikes are code points that are easily taken for ASCII and that Unicode
// does not map to it by compatibility (as it does full-width and mathematical
// letters). Source: Unicode Technical Standard 39, confusables.txt, the rows
// a keyboard or a word processor gives.
var lookalikes = [...]struct{ ascii, alike string }{
	{"A", "А"},
	{"B", "В"},
	{"C", "С"},
	{"E", "Е"},
	{"H", "Н"},
	{"I", "І"},
	{"J", "Ј"},
	{"K", "К"},
	{"M", "М"},
	{"O", "О"},
	{"P", "Р"},
	{"S", "Ѕ"},
	{"T", "Т"},
	{"W", "Ԝ"},
	{"X", "Х"},
	{"Y", "УҮ"},
	{"a", "аɑ"},
	{"c", "с"},
	{"d", "ԁ"},
	{"e", "е"},
	{"g", "ցɡ"},
	{"h", "һ"},
	{"i", "іı"},
	{"j", "јȷ"},
	{"l", "ӏ"},
	{"n", "пո"},
	{"o", "оօ"},
	{"p", "р"},
	{"q", "ԛ"},
	{"r", "г"},
	{"s", "ѕ"},
	{"u", "ս"},
	{"v", "ʋ"},
	{"w", "ԝ"},
	{"x", "х"},
	{"y", "уү"},
	{"'", "\u2018\u2019\u02BC\u2032\u00B4"},
	{"''", "\u2033"},
	{"(", "❨〔"},
	{")", "❩〕"},
	{"*", "∗⁎⋆∙•✕✖⨯"},
	{"+", "➕"},
	{",", "‚٫"},
	{"-", "‐‒–—―⁃➖"},
	{"/", "∕⁄➗"},
	{"3", "З"},
	{":", "∶׃꞉"},
	{"<", "‹〈"},
	{">", "›"},
	{"\"", "\u201C\u201D\u201E"},
	{"^", "ˆ‸"},
}

// lookalike returns the ASCII that a code point is taken for, or "".
func lookalike(r rune) string {
	for _, row := range lookalikes {
		if strings.ContainsRune(row.alike, r) {
			return row.ascii
		}
	}
	return ""
}

// meanings are symbols that have a spelling here, or none: what is said of
// them, and what to write.
var meanings = [...]struct {
	symbol      rune
	said, write string
}{
	{'∞', "is not a number", "a limit, or leave the bound out"},
	{'∂', "is not read", "diff(f, x) for the derivative of f by x"},
	{'∇', "is not read", "grad(f, x) for the gradient"},
	{'∆', "is not read", "Delta, or the Greek letter Δ"},
	{'∑', "is not read", "sum(i, 1, n, x[i])"},
	{'∏', "is not read", "prod(i, 1, n, x[i])"},
	{'∫', "is not read: there are no integrals", "the value of the integral"},
	{'∛', "is not read", "cbrt(x)"},
	{'∜', "is not read", "x^(1/4)"},
	{'±', "stands for two values", "each of the two formulas"},
	{'∓', "stands for two values", "each of the two formulas"},
	{'≈', "is not a relation here", "=, < or <="},
	{'≃', "is not a relation here", "=, < or <="},
	{'≅', "is not a relation here", "=, < or <="},
	{'≡', "is not a relation here", "="},
	{'≝', "is not a relation here", "="},
	{'≔', "is not a relation here", "="},
	{'⩽', "is not read", "<="},
	{'⩾', "is not read", ">="},
	{'≪', "is not a relation here", "<"},
	{'≫', "is not a relation here", ">"},
	{'∧', "is not read", "and"},
	{'∨', "is not read", "or"},
	{'¬', "is not read", "not"},
	{'⊙', "is not read", "hadamard(a, b)"},
	{'∘', "is not read", "hadamard(a, b)"},
	{'⊗', "is not read", "outer(a, b)"},
	{'⊤', "is not read", "W.T for the transpose"},
	{'ᵀ', "is not read", "W.T for the transpose"},
	{'°', "is not read: angles are in radians", "90*pi/180 for 90 degrees"},
	{'‰', "is not read", "1/1000"},
	{'∈', "is not read", "assumptions such as n:integer"},
	{'→', "has no meaning here", "the formulas one by one"},
	{'⇒', "has no meaning here", "the formulas one by one"},
	{'⌊', "is not read", "floor(x)"},
	{'⌋', "is not read", "floor(x)"},
	{'⌈', "is not read", "ceil(x)"},
	{'⌉', "is not read", "ceil(x)"},
	{'⟨', "is not read", "dot(a, b) for an inner product"},
	{'⟩', "is not read", "dot(a, b) for an inner product"},
	{'⁻', "is not read", "^-1 for a power"},
	{'ℓ', "is not read", "l, or ell"},
	{'ℯ', "is not read", "exp(1) for Euler's number"},
}
