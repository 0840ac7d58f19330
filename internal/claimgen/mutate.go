package claimgen

import (
	"slices"
	"strconv"
	"strings"
)

// groups are tokens that are exchanged for each other.
var groups = [][]string{
	{"+", "-", "*"}, {"*", "/"}, {"/", "*"}, {"<", "<=", ">", ">=", "==", "!="}, {"<=", "<", "=="}, {">", ">=", "<"}, {">=", ">", "=="}, {"==", "!=", "<=", ">="}, {"!=", "==", "<", ">"},
	{"sin", "cos", "tan", "sinh", "asin"}, {"cos", "sin", "cosh"}, {"tan", "cot", "tanh", "atan"}, {"sinh", "cosh", "tanh"}, {"cosh", "sinh"}, {"tanh", "sigmoid", "tan"},
	{"max", "min"}, {"min", "max"}, {"floor", "ceil"}, {"ceil", "floor"}, {"asin", "acos", "atan"}, {"acos", "asin"}, {"atan", "asin", "tanh"}, {"abs", "relu", "sign", "sqrt"},
	{"sign", "step", "abs"}, {"step", "sign", "relu"}, {"relu", "abs", "softplus", "step"}, {"exp", "cosh", "expm1"}, {"log", "log1p", "log2"}, {"sqrt", "cbrt", "abs"}, {"cbrt", "sqrt"},
	{"asinh", "acosh"}, {"acosh", "asinh"}, {"erf", "erfc", "tanh"}, {"gamma", "factorial"}, {"and", "or"}, {"or", "and"}, {"softplus", "relu"}, {"sigmoid", "tanh", "step"},
	{"x", "y", "a"}, {"y", "x"}, {"a", "x"}, {"delta", "max"}, {"pi", "3"}, {"sec", "csc"}, {"atan2", "hypot"},
}

// tokens splits a text into names, numbers and signs.
func tokens(text string) (list []string) {
	for i := 0; i < len(text); {
		j := i + 1
		switch {
		case letter(text[i]):
			for j < len(text) && (letter(text[j]) || text[j] == '.') {
				j++
			}
		case strings.IndexByte("<>=!", text[i]) >= 0:
			for j < len(text) && text[j] == '=' {
				j++
			}
		}
		list = append(list, text[i:j])
		i = j
	}
	return list
}

// mutate changes one token of a formula: a number, an operator, a function, a
// relation, or the branches of a condition. It may return what is not a
// formula where that is no harm.
func (g *Generator) mutate(text string) string {
	list := tokens(text)
	for range 20 {
		i := g.rng.IntN(len(list))
		t := list[i]
		if n, err := strconv.Atoi(t); err == nil {
			list[i] = strconv.Itoa(max(0, n+[]int{1, -1, 2}[g.rng.IntN(3)]))
			return strings.Join(list, "")
		}
		if t == "if" && g.chance(2) {
			return exchange(list, i)
		}
		k := slices.IndexFunc(groups, func(group []string) bool { return group[0] == t })
		if k < 0 || t == "-" && (i == 0 || list[i-1] == "(") || t == "/" && g.chance(2) {
			continue
		}
		group := groups[k]
		if t == "x" && !slices.Contains(g.vars, "y") {
			continue
		}
		list[i] = group[1+g.rng.IntN(len(group)-1)]
		return strings.Join(list, "")
	}
	return g.of1("-", "2*", "1+") + bracket(text)
}

// exchange exchanges the branches of the if at a token.
func exchange(list []string, at int) string {
	depth, start := 0, at+2
	var parts []string
	for i := at + 1; i < len(list); i++ {
		switch list[i] {
		case "(":
			depth++
		case ")":
			depth--
		case ",":
			if depth == 1 {
				parts = append(parts, strings.Join(list[start:i], ""))
				start = i + 1
			}
		}
		if depth == 0 {
			parts = append(parts, strings.Join(list[start:i], ""))
			if len(parts) != 3 {
				break
			}
			return strings.Join(list[:at], "") + "if(" + parts[0] + "," + parts[2] + ", " + strings.TrimSpace(parts[1]) + strings.Join(list[i:], "")
		}
	}
	return strings.Join(list, "")
}
