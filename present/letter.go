package present

import (
	"strings"
	"unicode/utf8"
)

// An accent stands before the base in an infix spelling: hat_y.
type accent struct {
	word      string
	latex     string
	combining string
	over      string // MathML operator
}

var accents = []accent{
	{"hat", `\hat`, "\u0302", "^"},
	{"bar", `\bar`, "\u0304", "¯"},
	{"vec", `\vec`, "\u20d7", "→"},
	{"tilde", `\tilde`, "\u0303", "~"},
	{"dot", `\dot`, "\u0307", "˙"},
	{"ddot", `\ddot`, "\u0308", "¨"},
}

func findAccent(word string) *accent {
	for i := range accents {
		if accents[i].word == word {
			return &accents[i]
		}
	}
	return nil
}

// A greek letter by its infix name. The capitals that look like Latin ones
// have no LaTeX command and are written upright.
type greek struct {
	name   string
	letter string
	latex  string
}

var greeks = []greek{
	{"alpha", "α", `\alpha`}, {"beta", "β", `\beta`}, {"gamma", "γ", `\gamma`}, {"delta", "δ", `\delta`},
	{"epsilon", "ϵ", `\epsilon`}, {"zeta", "ζ", `\zeta`}, {"eta", "η", `\eta`}, {"theta", "θ", `\theta`},
	{"iota", "ι", `\iota`}, {"kappa", "κ", `\kappa`}, {"lambda", "λ", `\lambda`}, {"mu", "μ", `\mu`},
	{"nu", "ν", `\nu`}, {"xi", "ξ", `\xi`}, {"omicron", "ο", `o`}, {"pi", "π", `\pi`},
	{"rho", "ρ", `\rho`}, {"sigma", "σ", `\sigma`}, {"tau", "τ", `\tau`}, {"upsilon", "υ", `\upsilon`},
	{"phi", "φ", `\phi`}, {"chi", "χ", `\chi`}, {"psi", "ψ", `\psi`}, {"omega", "ω", `\omega`},
	{"varsigma", "ς", `\varsigma`}, {"varepsilon", "ε", `\varepsilon`}, {"vartheta", "ϑ", `\vartheta`},
	{"varphi", "ϕ", `\varphi`}, {"varrho", "ϱ", `\varrho`}, {"varpi", "ϖ", `\varpi`},
	{"Alpha", "Α", `\mathrm{A}`}, {"Beta", "Β", `\mathrm{B}`}, {"Gamma", "Γ", `\Gamma`}, {"Delta", "Δ", `\Delta`},
	{"Epsilon", "Ε", `\mathrm{E}`}, {"Zeta", "Ζ", `\mathrm{Z}`}, {"Eta", "Η", `\mathrm{H}`}, {"Theta", "Θ", `\Theta`},
	{"Iota", "Ι", `\mathrm{I}`}, {"Kappa", "Κ", `\mathrm{K}`}, {"Lambda", "Λ", `\Lambda`}, {"Mu", "Μ", `\mathrm{M}`},
	{"Nu", "Ν", `\mathrm{N}`}, {"Xi", "Ξ", `\Xi`}, {"Omicron", "Ο", `\mathrm{O}`}, {"Pi", "Π", `\Pi`},
	{"Rho", "Ρ", `\mathrm{P}`}, {"Sigma", "Σ", `\Sigma`}, {"Tau", "Τ", `\mathrm{T}`}, {"Upsilon", "Υ", `\Upsilon`},
	{"Phi", "Φ", `\Phi`}, {"Chi", "Χ", `\mathrm{X}`}, {"Psi", "Ψ", `\Psi`}, {"Omega", "Ω", `\Omega`},
}

var greekByName, greekByLetter = indexGreeks()

func indexGreeks() (byName, byLetter map[string]*greek) {
	byName, byLetter = make(map[string]*greek, len(greeks)), make(map[string]*greek, len(greeks))
	for i := range greeks {
		byName[greeks[i].name], byLetter[greeks[i].letter] = &greeks[i], &greeks[i]
	}
	return byName, byLetter
}

func findGreek(s string) *greek {
	if len(s) > 1 && s[0] < utf8.RuneSelf {
		return greekByName[s]
	}
	return greekByLetter[s]
}

const (
	subscripts = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ"

	superscripts = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ"
)

// Latin returns a name with its Greek letters by their names: α_1 is alpha_1, which
// is written alike on paper.
func Latin(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return name
	}
	parts := strings.Split(name, "_")
	for i, p := range parts {
		letter := strings.TrimRight(p, "0123456789")
		if g := greekByLetter[letter]; g != nil {
			parts[i] = g.name + p[len(letter):]
		}
	}
	return strings.Join(parts, "_")
}

// translate replaces each letter of s by the one that follows it in the
// table, or fails.
func translate(s, table string) (string, bool) {
	var b strings.Builder
	for _, r := range s {
		i := strings.IndexRune(table, r)
		if i < 0 || r >= utf8.RuneSelf {
			return "", false
		}
		z, _ := utf8.DecodeRuneInString(table[i+1:])
		b.WriteRune(z)
	}
	return b.String(), true
}
