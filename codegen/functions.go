package codegen

import "sync"

// A row says how a function of the function table is written. A cell of a
// language is a call or an expression in the arguments #1, #2; missing; or empty
// where the function is written out in terms of others.
type row struct {
	name string
	args int // parameters, those with defaults included

	// form is the function in terms of others, in the names of its parameters, as
	// numbers are best computed; "" is the column Definition of the function table.
	form string
	// slope has the derivatives by the parameters, of which y is the value; "",
	// or none at all, is the column Deriv.
	slope []string
	// branched is slope for languages that compute one branch of a choice only: a quick
	// form where that has all digits.
	branched []string

	golang, c, numpy, jax, torch, julia, sql string
}

// missing is the cell of a function that the language does not have.
const missing = "-"

// functions has a row for each function of the table, in its order.
var functions = []row{
	// Exponential and logarithm.
	{name: "exp", args: 1, slope: []string{"y"},
		golang: "math.Exp(#1)", c: "exp(#1)", numpy: "np.exp(#1)", jax: "jnp.exp(#1)", torch: "torch.exp(#1)", julia: "exp(#1)",
		sql: "CASE WHEN #1 < -708.0e0 THEN 0.0e0 WHEN #1 < 709.78e0 THEN EXP(#1) END"},
	{name: "log", args: 1,
		golang: "math.Log(#1)", c: "log(#1)", numpy: "np.log(#1)", jax: "jnp.log(#1)", torch: "torch.log(#1)", julia: "log(#1)",
		sql: "CASE WHEN #1 > 0.0e0 THEN LN(#1) END"},
	{name: "log", args: 2},
	{name: "log2", args: 1,
		golang: "math.Log2(#1)", c: "log2(#1)", numpy: "np.log2(#1)", jax: "jnp.log2(#1)", torch: "torch.log2(#1)", julia: "log2(#1)"},
	{name: "log10", args: 1,
		golang: "math.Log10(#1)", c: "log10(#1)", numpy: "np.log10(#1)", jax: "jnp.log10(#1)", torch: "torch.log10(#1)", julia: "log10(#1)"},
	{name: "log1p", args: 1,
		golang: "math.Log1p(#1)", c: "log1p(#1)", numpy: "np.log1p(#1)", jax: "jnp.log1p(#1)", torch: "torch.log1p(#1)", julia: "log1p(#1)",
		sql: "CASE WHEN 1.0e0 + #1 = 1.0e0 THEN #1 WHEN #1 > -1.0e0 THEN LN(1.0e0 + #1) * (#1 / ((1.0e0 + #1) - 1.0e0)) END"},
	{name: "expm1", args: 1,
		golang: "math.Expm1(#1)", c: "expm1(#1)", numpy: "np.expm1(#1)", jax: "jnp.expm1(#1)", torch: "torch.expm1(#1)", julia: "expm1(#1)",
		sql: "CASE WHEN #1 < -40.0e0 THEN -1.0e0 WHEN #1 < 709.78e0 THEN 2.0e0 * SINH(0.5e0 * #1) * EXP(0.5e0 * #1) END"},

	// Powers.
	{name: "sqrt", args: 1,
		golang: "math.Sqrt(#1)", c: "sqrt(#1)", numpy: "np.sqrt(#1)", jax: "jnp.sqrt(#1)", torch: "torch.sqrt(#1)", julia: "sqrt(#1)",
		sql: "CASE WHEN #1 >= 0.0e0 THEN SQRT(#1) END"},
	{name: "cbrt", args: 1, slope: []string{"1/(3*y^2)"},
		golang: "math.Cbrt(#1)", c: "cbrt(#1)", numpy: "np.cbrt(#1)", jax: "jnp.cbrt(#1)", torch: "torch.sign(#1) * torch.abs(#1) ** (1 / 3)", julia: "cbrt(#1)",
		sql: "SIGN(#1) * POWER(ABS(#1), 0.3333333333333333e0)"},
	{name: "pow", args: 2,
		golang: "math.Pow(#1, #2)", c: "pow(#1, #2)", numpy: "np.power(#1, #2)", jax: "jnp.power(#1, #2)", torch: "torch.pow(#1, #2)", julia: "#1 ^ #2",
		sql: "CASE WHEN #1 > 0.0e0 OR #1 <> 0.0e0 AND #2 = FLOOR(#2) THEN POWER(#1, #2) WHEN #1 = 0.0e0 AND #2 > 0.0e0 THEN 0.0e0 WHEN #1 = 0.0e0 AND #2 = 0.0e0 THEN 1.0e0 END"},
	{name: "hypot", args: 2, slope: []string{"u/y", "v/y"},
		golang: "math.Hypot(#1, #2)", c: "hypot(#1, #2)", numpy: "np.hypot(#1, #2)", jax: "jnp.hypot(#1, #2)", torch: "torch.hypot(#1, #2)", julia: "hypot(#1, #2)",
		sql: "CASE WHEN #1 = 0.0e0 THEN ABS(#2) WHEN ABS(#1) >= ABS(#2) THEN ABS(#1) * SQRT(1.0e0 + (#2 / #1) * (#2 / #1)) ELSE ABS(#2) * SQRT(1.0e0 + (#1 / #2) * (#1 / #2)) END"},

	// In pieces.
	{name: "abs", args: 1,
		golang: "math.Abs(#1)", c: "fabs(#1)", numpy: "np.abs(#1)", jax: "jnp.abs(#1)", torch: "torch.abs(#1)", julia: "abs(#1)", sql: "ABS(#1)"},
	{name: "sign", args: 1,
		numpy: "np.sign(#1)", jax: "jnp.sign(#1)", torch: "torch.where(torch.isnan(#1), #1, torch.sign(#1))", julia: "sign(#1)"},
	{name: "step", args: 1,
		numpy: "np.heaviside(#1, 0.0)", jax: "jnp.heaviside(#1, 0.0)", torch: "torch.where(#1 > 0.0, torch.ones_like(#1), torch.clamp(#1, 0.0, 0.0))"},
	{name: "max", args: 2,
		golang: "max(#1, #2)", c: "fmax(#1, #2)", numpy: "np.maximum(#1, #2)", jax: "jnp.maximum(#1, #2)", torch: "torch.maximum(#1, #2)", julia: "max(#1, #2)",
		sql: "CASE WHEN #1 >= #2 THEN #1 WHEN #1 < #2 THEN #2 END"},
	{name: "min", args: 2,
		golang: "min(#1, #2)", c: "fmin(#1, #2)", numpy: "np.minimum(#1, #2)", jax: "jnp.minimum(#1, #2)", torch: "torch.minimum(#1, #2)", julia: "min(#1, #2)",
		sql: "CASE WHEN #1 <= #2 THEN #1 WHEN #1 > #2 THEN #2 END"},
	{name: "floor", args: 1,
		golang: "math.Floor(#1)", c: "floor(#1)", numpy: "np.floor(#1)", jax: "jnp.floor(#1)", torch: "torch.floor(#1)", julia: "floor(#1)", sql: "FLOOR(#1)"},
	{name: "ceil", args: 1,
		golang: "math.Ceil(#1)", c: "ceil(#1)", numpy: "np.ceil(#1)", jax: "jnp.ceil(#1)", torch: "torch.ceil(#1)", julia: "ceil(#1)", sql: "CEIL(#1)"},
	{name: "delta", args: 2,
		numpy: "np.heaviside(-np.abs(#1 - #2), 1.0)", jax: "jnp.heaviside(-jnp.abs(#1 - #2), 1.0)"},

	// Trigonometric.
	{name: "sin", args: 1,
		golang: "math.Sin(#1)", c: "sin(#1)", numpy: "np.sin(#1)", jax: "jnp.sin(#1)", torch: "torch.sin(#1)", julia: "sin(#1)", sql: "SIN(#1)"},
	{name: "cos", args: 1,
		golang: "math.Cos(#1)", c: "cos(#1)", numpy: "np.cos(#1)", jax: "jnp.cos(#1)", torch: "torch.cos(#1)", julia: "cos(#1)", sql: "COS(#1)"},
	{name: "tan", args: 1, slope: []string{"1+y^2"},
		golang: "math.Tan(#1)", c: "tan(#1)", numpy: "np.tan(#1)", jax: "jnp.tan(#1)", torch: "torch.tan(#1)", julia: "tan(#1)", sql: "TAN(#1)"},
	{name: "sec", args: 1, slope: []string{"y*tan(u)"}, julia: "sec(#1)"},
	{name: "csc", args: 1, slope: []string{"-y*cot(u)"}, julia: "csc(#1)"},
	{name: "cot", args: 1, slope: []string{"-(1+y^2)"}, julia: "cot(#1)"},
	{name: "asin", args: 1,
		golang: "math.Asin(#1)", c: "asin(#1)", numpy: "np.arcsin(#1)", jax: "jnp.arcsin(#1)", torch: "torch.asin(#1)", julia: "asin(#1)",
		sql: "CASE WHEN ABS(#1) <= 1.0e0 THEN ASIN(#1) END"},
	{name: "acos", args: 1,
		golang: "math.Acos(#1)", c: "acos(#1)", numpy: "np.arccos(#1)", jax: "jnp.arccos(#1)", torch: "torch.acos(#1)", julia: "acos(#1)",
		sql: "CASE WHEN ABS(#1) <= 1.0e0 THEN ACOS(#1) END"},
	{name: "atan", args: 1,
		golang: "math.Atan(#1)", c: "atan(#1)", numpy: "np.arctan(#1)", jax: "jnp.arctan(#1)", torch: "torch.atan(#1)", julia: "atan(#1)", sql: "ATAN(#1)"},
	{name: "acot", args: 1},
	{name: "asec", args: 1},
	{name: "acsc", args: 1},
	// +0, as of -0 the functions of the languages make -pi.
	{name: "atan2", args: 2, slope: []string{"v/hypot(u,v)/hypot(u,v)", "-u/hypot(u,v)/hypot(u,v)"},
		golang: "math.Atan2(#1+0, #2)", c: "atan2(#1 + 0.0, #2)", numpy: "np.arctan2(#1 + 0.0, #2)", jax: "jnp.arctan2(#1 + 0.0, #2)", torch: "torch.atan2(#1 + 0.0, #2)", julia: "atan(#1 + 0.0, #2)",
		sql: "CASE WHEN #1 <> 0.0e0 OR #2 <> 0.0e0 THEN ATAN2(#1 + 0.0e0, #2) END"},

	// Hyperbolic.
	{name: "sinh", args: 1,
		golang: "math.Sinh(#1)", c: "sinh(#1)", numpy: "np.sinh(#1)", jax: "jnp.sinh(#1)", torch: "torch.sinh(#1)", julia: "sinh(#1)",
		sql: "CASE WHEN ABS(#1) < 709.78e0 THEN SINH(#1) END"},
	{name: "cosh", args: 1,
		golang: "math.Cosh(#1)", c: "cosh(#1)", numpy: "np.cosh(#1)", jax: "jnp.cosh(#1)", torch: "torch.cosh(#1)", julia: "cosh(#1)",
		sql: "CASE WHEN ABS(#1) < 709.78e0 THEN COSH(#1) END"},
	{name: "tanh", args: 1, slope: []string{"sech(u)^2"}, branched: []string{"if(abs(y) < 7/8, (1-y)*(1+y), sech(u)^2)"},
		golang: "math.Tanh(#1)", c: "tanh(#1)", numpy: "np.tanh(#1)", jax: "jnp.tanh(#1)", torch: "torch.tanh(#1)", julia: "tanh(#1)", sql: "TANH(#1)"},
	{name: "sech", args: 1, slope: []string{"-y*tanh(u)"}, julia: "sech(#1)",
		sql: "CASE WHEN ABS(#1) < 700.0e0 THEN 1.0e0 / COSH(#1) WHEN ABS(#1) >= 700.0e0 THEN 0.0e0 END"},
	{name: "csch", args: 1, slope: []string{"-y*coth(u)"}, julia: "csch(#1)",
		sql: "CASE WHEN ABS(#1) < 700.0e0 THEN 1.0e0 / NULLIF(SINH(#1), 0.0e0) WHEN ABS(#1) >= 700.0e0 THEN 0.0e0 END"},
	{name: "coth", args: 1, form: "1/tanh(u)", slope: []string{"-csch(u)^2"}, julia: "coth(#1)"},
	{name: "asinh", args: 1,
		golang: "math.Asinh(#1)", c: "asinh(#1)", numpy: "np.arcsinh(#1)", jax: "jnp.arcsinh(#1)", torch: "torch.asinh(#1)", julia: "asinh(#1)", sql: "ASINH(#1)"},
	{name: "acosh", args: 1, slope: []string{"1/(sqrt(u-1)*sqrt(u+1))"},
		golang: "math.Acosh(#1)", c: "acosh(#1)", numpy: "np.arccosh(#1)", jax: "jnp.arccosh(#1)", torch: "torch.acosh(#1)", julia: "acosh(#1)",
		sql: "CASE WHEN #1 >= 1.0e0 THEN ACOSH(#1) END"},
	{name: "atanh", args: 1,
		golang: "math.Atanh(#1)", c: "atanh(#1)", numpy: "np.arctanh(#1)", jax: "jnp.arctanh(#1)", torch: "torch.atanh(#1)", julia: "atanh(#1)",
		sql: "CASE WHEN ABS(#1) < 1.0e0 THEN ATANH(#1) END"},
	{name: "acoth", args: 1},
	{name: "asech", args: 1},
	{name: "acsch", args: 1},

	// Error function.
	{name: "erf", args: 1,
		golang: "math.Erf(#1)", c: "erf(#1)", numpy: "special.erf(#1)", jax: "jax.scipy.special.erf(#1)", torch: "torch.erf(#1)", julia: "SpecialFunctions.erf(#1)", sql: missing},
	{name: "erfc", args: 1,
		golang: "math.Erfc(#1)", c: "erfc(#1)", numpy: "special.erfc(#1)", jax: "jax.scipy.special.erfc(#1)", torch: "torch.erfc(#1)", julia: "SpecialFunctions.erfc(#1)", sql: missing},
	{name: "erfi", args: 1,
		golang: missing, c: missing, numpy: "special.erfi(#1)", jax: missing, torch: missing, julia: "SpecialFunctions.erfi(#1)", sql: missing},

	// Gamma family.
	{name: "gamma", args: 1, slope: []string{"y*digamma(u)"},
		golang: "math.Gamma(#1)", c: "tgamma(#1)", numpy: "special.gamma(#1)", jax: "jax.scipy.special.gamma(#1)", torch: missing, julia: "SpecialFunctions.gamma(#1)", sql: missing},
	{name: "lgamma", args: 1,
		golang: "func(u float64) float64 { v, _ := math.Lgamma(u); return v }(#1)", c: "lgamma(#1)", numpy: "special.gammaln(#1)", jax: "jax.scipy.special.gammaln(#1)", torch: "torch.lgamma(#1)", julia: "SpecialFunctions.logabsgamma(#1)[1]", sql: missing},
	{name: "digamma", args: 1,
		golang: missing, c: missing, numpy: "special.digamma(#1)", jax: "jax.scipy.special.digamma(#1)", torch: "torch.digamma(#1)", julia: "SpecialFunctions.digamma(#1)", sql: missing},
	{name: "polygamma", args: 2,
		golang: missing, c: missing, numpy: "special.polygamma(#1, #2)", jax: "jax.scipy.special.polygamma(#1, #2)", torch: "torch.polygamma(int(#1), #2)", julia: "SpecialFunctions.polygamma(Int(#1), #2)", sql: missing},
	{name: "factorial", args: 1},
	{name: "binomial", args: 2},

	// Activation functions.
	{name: "sigmoid", args: 1, slope: []string{"y*sigmoid(-u)"},
		golang: "1 / (1 + math.Exp(-#1))", c: "1 / (1 + exp(-#1))", numpy: "1 / (1 + np.exp(-#1))", jax: "jax.nn.sigmoid(#1)", torch: "torch.sigmoid(#1)", julia: "1 / (1 + exp(-#1))",
		sql: "CASE WHEN #1 < -708.0e0 THEN 0.0e0 WHEN #1 < 40.0e0 THEN 1.0e0 / (1.0e0 + EXP(-#1)) WHEN #1 >= 40.0e0 THEN 1.0e0 END"},
	{name: "logsigmoid", args: 1, form: "-softplus(-u)",
		jax: "jax.nn.log_sigmoid(#1)", torch: "torch.nn.functional.logsigmoid(#1)"},
	{name: "softplus", args: 2, form: "(max(beta*u,0)+log1p(exp(-abs(beta*u))))/beta"},
	{name: "silu", args: 1, slope: []string{"sigmoid(u)+y*(1-sigmoid(u))"}},
	{name: "mish", args: 1},
	{name: "gelu", args: 1, form: "u/2*erfc(-u/sqrt(2))", slope: []string{"1/2*erfc(-u/sqrt(2))+u*exp(-u^2/2)/sqrt(2*pi)"}},
	{name: "gelu_tanh", args: 1, form: "u*sigmoid(sqrt(8/pi)*(u+0.044715*u^3))",
		slope: []string{"sigmoid(sqrt(8/pi)*(u+0.044715*u^3))*(1+u*sigmoid(-sqrt(8/pi)*(u+0.044715*u^3))*sqrt(8/pi)*(1+0.134145*u^2))"}},
	{name: "softsign", args: 1},
	{name: "tanhshrink", args: 1},

	// Activation functions with kinks.
	{name: "relu", args: 1, slope: []string{"if(u > 0, 1, 0)"},
		golang: "max(#1, 0)", c: "fmax(#1, 0.0)", numpy: "np.maximum(#1, 0.0)", jax: "jax.nn.relu(#1)", torch: "torch.relu(#1)", julia: "max(#1, 0.0)"},
	{name: "relu6", args: 1},
	{name: "leaky_relu", args: 2},
	{name: "elu", args: 2},
	{name: "selu", args: 1},
	{name: "celu", args: 2},
	{name: "softshrink", args: 2, form: "max(u-lambda,0)+min(u+lambda,0)"},
	{name: "hardshrink", args: 2,
		numpy: "np.where(np.abs(#1) <= #2, 0.0, #1)", jax: "jnp.where(jnp.abs(#1) <= #2, 0.0, #1)", torch: "torch.where(torch.abs(#1) <= #2, torch.zeros_like(#1), #1)"},
	{name: "hardtanh", args: 3},
	{name: "hardsigmoid", args: 1},
	{name: "hardswish", args: 1, form: "u*min(max(u+3,0),6)/6"},
}

// A name and a count of parameters are what a row is found by.
type signature struct {
	name string
	args int
}

var functionRows = sync.OnceValue(func() map[signature]*row {
	m := map[signature]*row{}
	for i := range functions {
		r := &functions[i]
		m[signature{r.name, r.args}] = r
	}
	return m
})
