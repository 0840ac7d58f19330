package rules

// exponential has the exponential function, which is positive everywhere.
const exponential = `
Name                                          | From                    | To            | When | Use      | Source              | Example
exponential-of-logarithm                      | exp(log(a))             | a             |      | Simplify | DLMF 4.8.10         | exp(log(x)) => x
exponential-of-multiple-of-logarithm          | exp(b*log(a))           | a^b           |      | Simplify | DLMF 4.2.28         | exp(2*log(x)) => x^2
exponential-of-sum-with-logarithm             | exp(a+log(b))           | b*exp(a)      |      | Simplify | DLMF 4.8.16         | exp(x+log(y)) => y*exp(x)
exponential-of-sum-with-multiple-of-logarithm | exp(a+b*log(c))         | c^b*exp(a)    |      | Simplify | DLMF 4.8.16         | exp(x-2*log(y)) => y^(-2)*exp(x)
product-of-exponentials                       | exp(a)*exp(b)           | exp(a+b)      |      | Simplify | DLMF 4.8.16         | exp(x)*exp(-x) => 1
quotient-of-exponentials                      | exp(a)/exp(b)           | exp(a-b)      |      | Simplify | DLMF 4.8.16         | exp(x)/exp(y) => exp(x-y)
power-of-exponential                          | exp(a)^n                | exp(n*a)      |      | Simplify | DLMF 4.8.17         | exp(x)^2 => exp(2*x)
exponential-of-sum                            | exp(a+b)                | exp(a)*exp(b) |      | Explore  | DLMF 4.8.16         | exp(x+y) => exp(x)*exp(y)
exponential-of-multiple                       | exp(n*a)                | exp(a)^n      |      | Explore  | DLMF 4.8.17         | exp(2*x) => exp(x)^2
exponential-of-negative                       | exp(-a)                 | 1/exp(a)      |      | Explore  | DLMF 4.2.21         | exp(-x) => 1/exp(x)
exponential-minus-one                         | expm1(a)                | exp(a)-1      |      | Normal   | definition          | expm1(x) => exp(x)-1
exponential-minus-one-named                   | exp(a)-1                | expm1(a)      |      | Explore  | definition          | exp(x)-1 => expm1(x)
exponential-minus-one-of-logarithm            | expm1(log(a))           | a-1           |      | Simplify | DLMF 4.8.10         | expm1(log(x)) => x-1
exponential-minus-one-of-logarithm-plus-one   | expm1(log1p(a))         | a             |      | Simplify | DLMF 4.8.10 for 1+a | expm1(log1p(x)) => x
exponential-of-logarithm-plus-one             | exp(log1p(a))           | 1+a           |      | Simplify | DLMF 4.8.10 for 1+a | exp(log1p(x)) => 1+x
product-with-exponential-difference           | exp(a)*(exp(b)-exp(-a)) | exp(a+b)-1    |      | Explore  | DLMF 4.8.16         | exp(x)*(exp(y)-exp(-x)) => exp(x+y)-1
`
