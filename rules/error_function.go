package rules

// errorFunction has erf, its relatives and gelu.
const errorFunction = `
Name                                        | From                 | To                                        | When | Use      | Source                 | Example
complementary-error-function                | erfc(a)              | 1-erf(a)                                  |      | Normal   | DLMF 7.2.2             | erfc(x) => 1-erf(x)
one-minus-error-function                    | 1-erf(a)             | erfc(a)                                   |      | Explore  | DLMF 7.2.2             | 1-erf(x) => erfc(x)
one-plus-error-function                     | 1+erf(a)             | erfc(-a)                                  |      | Explore  | DLMF 7.2.2, 7.4.1      | 1+erf(x) => erfc(-x)
one-minus-complementary-error-function      | 1-erfc(a)            | erf(a)                                    |      | Simplify | DLMF 7.2.2             | 1-erfc(x) => erf(x)
error-function-plus-complement              | erf(a)+erfc(a)       | 1                                         |      | Simplify | DLMF 7.2.2             | erf(x)+erfc(x) => 1
complementary-error-function-of-opposite    | erfc(-a)             | 2-erfc(a)                                 |      | Explore  | DLMF 7.4.2             | erfc(-x) => 2-erfc(x)
complementary-error-functions-of-opposites  | erfc(a)+erfc(-a)     | 2                                         |      | Simplify | DLMF 7.4.2             | erfc(x)+erfc(-x) => 2
difference-of-complementary-error-functions | erfc(-a)-erfc(a)     | 2*erf(a)                                  |      | Simplify | DLMF 7.2.2, 7.4.1      | erfc(-x)-erfc(x) => 2*erf(x)
gaussian-error-linear-unit                  | gelu(u)              | u/2*(1+erf(u/sqrt(2)))                    |      | Normal   | definition             | gelu(x) => x/2*(1+erf(x/sqrt(2)))
gaussian-error-linear-unit-by-complement    | gelu(u)              | u/2*erfc(-u/sqrt(2))                      |      | Explore  | definition, DLMF 7.2.2 | gelu(x) => x/2*erfc(-x/sqrt(2))
product-to-gaussian-error-linear-unit       | u*(1+erf(u/sqrt(2))) | 2*gelu(u)                                 |      | Explore  | definition             | x*(1+erf(x/sqrt(2))) => 2*gelu(x)
gaussian-error-linear-unit-difference       | gelu(u)-gelu(-u)     | u                                         |      | Simplify | DLMF 7.4.1             | gelu(x)-gelu(-x) => x
gaussian-error-linear-unit-of-opposite      | gelu(-u)             | gelu(u)-u                                 |      | Explore  | DLMF 7.4.1             | gelu(-x) => gelu(x)-x
gaussian-error-linear-unit-approximated     | gelu_tanh(u)         | u/2*(1+tanh(sqrt(2/pi)*(u+0.044715*u^3))) |      | Normal   | definition             | gelu_tanh(x) => x/2*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))
`
