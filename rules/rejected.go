package rules

import "sync"

// A Rejected is a row that is met on the way and is no rule: at its
// counterexample the guard holds and the left side has a value, and the right
// side has another or none. It stays here so that it does not come back.
type Rejected struct {
	Name           string // unique among all rows, kebab-case
	From, To       string
	When           string // guard that does not help
	Counterexample string // values of the variables: "a = -1, b = pi/2"; 1/0 is a term without a value
	Why            string
}

var readRejected = sync.OnceValue(func() []Rejected {
	var all []Rejected
	for _, c := range (topic{"rejected", rejected}).cells(rejectedColumns) {
		all = append(all, Rejected{Name: c[0], From: c[1], To: c[2], When: c[3], Counterexample: c[4], Why: c[5]})
	}
	return all
})

// AllRejected returns the rejected rows in order. The slice must not be
// changed.
func AllRejected() []Rejected { return readRejected() }

const rejected = `
Name                                         | From                           | To                                | When          | Counterexample         | Why
root-of-square-without-absolute              | sqrt(a^2)                      | a                                 |               | a = -1                 | a root is never negative
root-of-product-split                        | sqrt(a*b)                      | sqrt(a)*sqrt(b)                   |               | a = -1, b = -1         | the factors need not have roots
root-of-sum-split                            | sqrt(a+b)                      | sqrt(a)+sqrt(b)                   |               | a = 1, b = 1           | roots do not add
power-of-sum-split                           | (a+b)^n                        | a^n+b^n                           |               | a = 1, b = 1, n = 2    | the middle terms are missing
power-of-power-merged                        | (a^m)^n                        | a^(m*n)                           |               | a = -1, m = 2, n = 1/2 | an even power forgets the sign
root-of-square-merged                        | (a^2)^(1/3)                    | a^(2/3)                           |               | a = -8                 | an even power forgets the sign
power-of-nonnegative-product-split           | (a*b)^n                        | a^n*b^n                           | a >= 0        | a = 0, b = -1, n = 1/2 | b^n need have no value where a*b is 0
quotient-of-same-powers-merged               | a^n/b^n                        | (a/b)^n                           |               | a = 1, b = 0, n = -1   | 1/b^n may be a positive power of b
power-as-exponential-everywhere              | a^b                            | exp(b*log(a))                     |               | a = 0, b = 1           | log(a) has no value for a <= 0
power-of-zero-everywhere                     | 0^n                            | 0                                 |               | n = 0                  | 0^0 is 1
even-power-of-minus-one-everywhere           | (-1)^(2*n)                     | 1                                 |               | n = 1/2                | 2*n may be odd
power-with-logarithm-exchanged-everywhere    | a^log(b)                       | b^log(a)                          |               | a = -1, b = 1          | log(a) has no value for a <= 0
cube-root-as-power                           | cbrt(a)                        | a^(1/3)                           |               | a = -1                 | powers with fractions need a base >= 0
reciprocal-of-root-sum-rationalized          | 1/(a+sqrt(b))                  | (a-sqrt(b))/(a^2-b)               |               | a = 1, b = 1           | the conjugate may be 0
term-as-exponential-of-logarithm             | a                              | exp(log(a))                       |               | a = -1                 | the reverse of a rule that enlarges the domain
absolute-as-fraction                         | abs(a)                         | a^2/abs(a)                        |               | a = 0                  | the reverse of a rule that enlarges the domain
sign-as-fraction                             | sign(a)                        | a/abs(a)                          |               | a = 0                  | the reverse of a rule that enlarges the domain
one-as-product-of-tangents                   | cos(u)^2+sin(u)^2              | tan(u)*cot(u)                     |               | u = 0                  | the reverse of a rule that enlarges the domain

logarithm-of-square-without-absolute         | log(a^2)                       | 2*log(a)                          |               | a = -1                 | an even power forgets the sign
logarithm-of-power-without-guard             | log(a^n)                       | n*log(abs(a))                     |               | a = 0, n = 0           | a^0 is 1 for a = 0, too
logarithm-of-product-split                   | log(a*b)                       | log(a)+log(b)                     |               | a = -1, b = -1         | both factors may be negative
logarithm-of-quotient-split                  | log(a/b)                       | log(a)-log(b)                     |               | a = -1, b = -1         | both may be negative
logarithm-of-sum-split                       | log(a+b)                       | log(a)+log(b)                     |               | a = 1, b = 1           | logarithms of products add
logarithm-of-maximum-split                   | log(max(a, b))                 | max(log(a), log(b))               |               | a = 1, b = -1          | the smaller one need have no logarithm
log-sum-exp-without-absolute                 | log(exp(a)+exp(b))             | max(a, b)+log(1+exp(b-a))         |               | a = 0, b = 1           | the smaller exponent has to be the one that is subtracted from

arcsine-of-sine-unguarded                    | asin(sin(u))                   | u                                 |               | u = pi                 | asin has values in [-pi/2, pi/2] only
arccosine-of-cosine-unguarded                | acos(cos(u))                   | u                                 |               | u = -1                 | acos has values in [0, pi] only
arctangent-of-tangent-unguarded              | atan(tan(u))                   | u                                 |               | u = pi                 | atan has values in (-pi/2, pi/2) only
inverse-of-hyperbolic-cosine-unguarded       | acosh(cosh(u))                 | u                                 |               | u = -1                 | acosh has values >= 0 only
inverse-hyperbolic-cosine-of-double          | acosh(2*u^2-1)                 | 2*acosh(u)                        |               | u = -1                 | an even power forgets the sign
root-of-one-minus-sine-squared-unguarded     | sqrt(1-sin(u)^2)               | cos(u)                            |               | u = pi                 | a root is never negative
cosine-of-half-angle-unguarded               | cos(u/2)                       | sqrt((1+cos(u))/2)                |               | u = 2*pi               | a root is never negative
tangent-of-sum-unguarded                     | tan(u+v)                       | (tan(u)+tan(v))/(1-tan(u)*tan(v)) |               | u = pi/2, v = pi/2     | tan(u) need have no value where tan(u+v) has one
tangent-of-double-angle-unguarded            | tan(2*u)                       | 2*tan(u)/(1-tan(u)^2)             |               | u = pi/2               | tan(u) need have no value where tan(2*u) has one
cotangent-as-reciprocal-unguarded            | cot(u)                         | 1/tan(u)                          |               | u = pi/2               | cot is 0 where tan has a pole
tangent-of-half-angle-unguarded              | tan(u/2)                       | (1-cos(u))/sin(u)                 |               | u = 0                  | both parts of the fraction are 0
sine-by-tangent-of-half-angle-unguarded      | sin(u)                         | 2*tan(u/2)/(1+tan(u/2)^2)         |               | u = pi                 | tan(u/2) has a pole
cosine-of-multiple-of-half-turn-unguarded    | cos(2*n*pi)                    | 1                                 |               | n = 1/2                | n need be no integer
sine-of-multiple-of-half-turn-unguarded      | sin(n*pi)                      | 0                                 |               | n = 1/2                | n need be no integer
arctangent-plus-that-of-reciprocal-unguarded | atan(u)+atan(1/u)              | pi/2                              |               | u = -1                 | the sum is odd
sum-of-arctangents-unguarded                 | atan(u)+atan(v)                | atan((u+v)/(1-u*v))               |               | u = 2, v = 3           | the sum may be beyond pi/2
sum-of-arcsines-unguarded                    | asin(u)+asin(v)                | asin(u*sqrt(1-v^2)+v*sqrt(1-u^2)) |               | u = 1, v = 1           | the sum may be beyond pi/2
sum-of-arccosines-unguarded                  | acos(u)+acos(v)                | acos(u*v-sqrt(1-u^2)*sqrt(1-v^2)) |               | u = -1, v = -1         | the sum may be beyond pi
angle-as-arctangent                          | atan2(u, v)                    | atan(u/v)                         |               | u = 1, v = -1          | atan knows nothing of quadrants
angle-of-reflection-unguarded                | atan2(-u, v)                   | -atan2(u, v)                      |               | u = 0, v = -1          | pi belongs to the range and -pi does not

absolute-of-sum-split                        | abs(a+b)                       | abs(a)+abs(b)                     |               | a = 1, b = -1          | the signs may differ
sign-squared-everywhere                      | sign(a)^2                      | 1                                 |               | a = 0                  | sign(0) is 0
step-by-sign-everywhere                      | step(a)                        | (1+sign(a))/2                     |               | a = 0                  | step(0) is 0
maximum-of-scaled-unguarded                  | max(c*a, c*b)                  | c*max(a, b)                       |               | a = 0, b = 1, c = -1   | a negative factor turns the order round
square-of-maximum-split                      | max(a, b)^2                    | max(a^2, b^2)                     |               | a = -2, b = 1          | squares do not keep the order
rectifier-of-scaled-unguarded                | relu(c*a)                      | c*relu(a)                         |               | a = -1, c = -1         | a negative factor turns the sign round
floor-of-sum-split                           | floor(a+b)                     | floor(a)+floor(b)                 |               | a = 1/2, b = 1/2       | fractions add up
floor-of-multiple-split                      | floor(n*a)                     | n*floor(a)                        | n == floor(n) | a = 1/2, n = 2         | fractions add up
floor-of-opposite-moved                      | floor(-a)                      | -floor(a)                         |               | a = 1/2                | floor rounds down on both sides of 0
ceiling-as-next-floor                        | ceil(a)                        | floor(a)+1                        |               | a = 0                  | an integer is its own ceiling
branches-as-step                             | if(a > 0, b, 0)                | b*step(a)                         |               | a = -1, b = 1/0        | b need have no value where it is not reached
branches-as-combination                      | if(a > 0, b, c)                | c+(b-c)*step(a)                   |               | a = 1, b = 1, c = 1/0  | c need have no value where it is not reached
branches-as-clamp                            | if(a <= b, b, if(a < c, a, c)) | max(b, min(a, c))                 | b <= c        | a = 0, b = 0, c = 1/0  | c need have no value where it is not reached, and then the guard says nothing

gamma-of-successor-unguarded                 | gamma(a+1)                     | a*gamma(a)                        |               | a = 0                  | gamma has a pole at 0 and none at 1
gamma-by-reflection-unguarded                | gamma(a)                       | pi/(sin(pi*a)*gamma(1-a))         |               | a = 1                  | gamma has a pole at 0 and none at 1
log-gamma-without-absolute                   | lgamma(a)                      | log(gamma(a))                     |               | a = -1/2               | gamma may be negative
digamma-of-successor-unguarded               | digamma(a+1)                   | digamma(a)+1/a                    |               | a = 0                  | digamma has a pole at 0 and none at 1
factorial-of-successor-unguarded             | factorial(n+1)                 | (n+1)*factorial(n)                |               | n = -1                 | factorial has a pole at -1 and none at 0
sum-of-neighbouring-binomials-split          | binomial(n+1, k)               | binomial(n, k)+binomial(n, k-1)   |               | n = 0, k = 0           | binomial(0, -1) has no value here
`
