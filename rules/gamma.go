package rules

// gamma has the gamma function and what is made of it. All of it has no value at
// the poles 0, -1, -2, ... of gamma.
const gamma = `
Name                                | From                                       | To                                          | When           | Use      | Source                  | Example
gamma-of-successor                  | gamma(a+1)                                 | a*gamma(a)                                  | a != 0         | Explore  | DLMF 5.5.1              | gamma(x+1) with x > 0 => x*gamma(x)
term-times-gamma                    | a*gamma(a)                                 | gamma(a+1)                                  |                | Explore  | DLMF 5.5.1              | x*gamma(x) => gamma(x+1)
gamma-of-predecessor                | gamma(a)                                   | (a-1)*gamma(a-1)                            | a != 1         | Explore  | DLMF 5.5.1              | gamma(x) with x > 1 => (x-1)*gamma(x-1)
quotient-of-consecutive-gammas      | gamma(a+1)/gamma(a)                        | a                                           |                | Simplify | DLMF 5.5.1              | gamma(x+1)/gamma(x) => x
quotient-of-consecutive-gammas-down | gamma(a)/gamma(a-1)                        | a-1                                         |                | Simplify | DLMF 5.5.1              | gamma(x)/gamma(x-1) => x-1
gamma-reflection                    | gamma(a)*gamma(b)                          | pi/sin(pi*a)                                | a+b == 1       | Simplify | DLMF 5.5.3              | gamma(x)*gamma(1-x) => pi/sin(pi*x)
gamma-by-reflection                 | gamma(a)                                   | pi/(sin(pi*a)*gamma(1-a))                   | a != floor(a)  | Explore  | DLMF 5.5.3              | gamma(x) with x != floor(x) => pi/(sin(pi*x)*gamma(1-x))
gamma-reflection-of-opposites       | gamma(a)*gamma(-a)                         | -pi/(a*sin(pi*a))                           |                | Explore  | DLMF 5.5.3, 5.5.1       | gamma(x)*gamma(-x) => -pi/(x*sin(pi*x))
gamma-duplication                   | gamma(2*a)                                 | 2^(2*a-1)*gamma(a)*gamma(a+1/2)/sqrt(pi)    |                | Explore  | DLMF 5.5.5              | gamma(2*x) => 2^(2*x-1)*gamma(x)*gamma(x+1/2)/sqrt(pi)
product-of-gammas-half-apart        | gamma(a)*gamma(a+1/2)                      | 2^(1-2*a)*sqrt(pi)*gamma(2*a)               |                | Explore  | DLMF 5.5.5              | gamma(x)*gamma(x+1/2) => 2^(1-2*x)*sqrt(pi)*gamma(2*x)
gamma-of-one-half                   | gamma(a)                                   | sqrt(pi)                                    | a == 1/2       | Simplify | DLMF 5.4.6              | gamma(1/2) => sqrt(pi)
gamma-of-three-halves               | gamma(a)                                   | sqrt(pi)/2                                  | a == 3/2       | Simplify | DLMF 5.4.6, 5.5.1       | gamma(3/2) => sqrt(pi)/2
gamma-of-minus-one-half             | gamma(a)                                   | -2*sqrt(pi)                                 | a == -1/2      | Simplify | DLMF 5.4.6, 5.5.1       | gamma(-1/2) => -2*sqrt(pi)

log-gamma-definition                | lgamma(a)                                  | log(abs(gamma(a)))                          |                | Normal   | definition              | lgamma(x) => log(abs(gamma(x)))
logarithm-to-log-gamma              | log(gamma(a))                              | lgamma(a)                                   |                | Explore  | definition              | log(gamma(x)) => lgamma(x)
logarithm-of-absolute-to-log-gamma  | log(abs(gamma(a)))                         | lgamma(a)                                   |                | Explore  | definition              | log(abs(gamma(x))) => lgamma(x)
exponential-of-log-gamma            | exp(lgamma(a))                             | abs(gamma(a))                               |                | Explore  | definition, DLMF 4.8.10 | exp(lgamma(x)) => abs(gamma(x))
log-gamma-of-successor              | lgamma(a+1)                                | lgamma(a)+log(abs(a))                       | a != 0         | Explore  | DLMF 5.5.1              | lgamma(x+1) with x > 0 => lgamma(x)+log(abs(x))
log-gamma-difference                | lgamma(a+1)-lgamma(a)                      | log(abs(a))                                 |                | Simplify | DLMF 5.5.1              | lgamma(x+1)-lgamma(x) => log(abs(x))
log-gamma-of-one-half               | lgamma(a)                                  | log(pi)/2                                   | a == 1/2       | Simplify | DLMF 5.4.6              | lgamma(1/2) => log(pi)/2

digamma-of-successor                | digamma(a+1)                               | digamma(a)+1/a                              | a != 0         | Explore  | DLMF 5.5.2              | digamma(x+1) with x > 0 => digamma(x)+1/x
digamma-plus-reciprocal             | digamma(a)+1/a                             | digamma(a+1)                                |                | Simplify | DLMF 5.5.2              | digamma(x)+1/x => digamma(x+1)
digamma-difference                  | digamma(a+1)-digamma(a)                    | 1/a                                         |                | Simplify | DLMF 5.5.2              | digamma(x+1)-digamma(x) => 1/x
digamma-reflection                  | digamma(b)-digamma(a)                      | pi*cot(pi*a)                                | a+b == 1       | Simplify | DLMF 5.5.4              | digamma(1-x)-digamma(x) => pi*cot(pi*x)
digamma-duplication                 | digamma(2*a)                               | (digamma(a)+digamma(a+1/2))/2+log(2)        |                | Explore  | DLMF 5.5.8              | digamma(2*x) => (digamma(x)+digamma(x+1/2))/2+log(2)
polygamma-of-order-zero             | polygamma(0, a)                            | digamma(a)                                  |                | Simplify | definition              | polygamma(0, x) => digamma(x)
polygamma-of-successor              | polygamma(n, a+1)                          | polygamma(n, a)+(-1)^n*factorial(n)/a^(n+1) | a != 0         | Explore  | DLMF 5.15.5             | polygamma(1, x+1) with x > 0 => polygamma(1, x)-1/x^2
trigamma-reflection                 | polygamma(1, a)+polygamma(1, b)            | pi^2/sin(pi*a)^2                            | a+b == 1       | Simplify | DLMF 5.15.6 for n = 1   | polygamma(1, x)+polygamma(1, 1-x) => pi^2/sin(pi*x)^2
trigamma-of-one                     | polygamma(1, a)                            | pi^2/6                                      | a == 1         | Simplify | DLMF 5.4.12             | polygamma(1, 1) => pi^2/6
trigamma-of-one-half                | polygamma(1, a)                            | pi^2/2                                      | a == 1/2       | Simplify | DLMF 5.4.13             | polygamma(1, 1/2) => pi^2/2

factorial-definition                | factorial(n)                               | gamma(n+1)                                  |                | Normal   | DLMF 5.4.1              | factorial(n) => gamma(n+1)
gamma-to-factorial                  | gamma(n)                                   | factorial(n-1)                              |                | Explore  | DLMF 5.4.1              | gamma(n) => factorial(n-1)
factorial-of-successor              | factorial(n+1)                             | (n+1)*factorial(n)                          | n != -1        | Explore  | DLMF 5.5.1              | factorial(n+1) with n > 0 => (n+1)*factorial(n)
term-times-factorial-of-predecessor | n*factorial(n-1)                           | factorial(n)                                |                | Simplify | DLMF 5.5.1              | n*factorial(n-1) => factorial(n)
factorial-over-that-of-predecessor  | factorial(n)/factorial(n-1)                | n                                           |                | Simplify | DLMF 5.5.1              | factorial(n)/factorial(n-1) => n
factorial-over-term                 | factorial(n)/n                             | factorial(n-1)                              |                | Simplify | DLMF 5.5.1              | factorial(n)/n => factorial(n-1)
binomial-definition                 | binomial(n, k)                             | gamma(n+1)/(gamma(k+1)*gamma(n-k+1))        |                | Normal   | DLMF 1.2.1, 5.4.1       | binomial(n, k) => gamma(n+1)/(gamma(k+1)*gamma(n-k+1))
binomial-by-factorials              | binomial(n, k)                             | factorial(n)/(factorial(k)*factorial(n-k))  |                | Explore  | DLMF 1.2.1              | binomial(n, k) => factorial(n)/(factorial(k)*factorial(n-k))
factorials-to-binomial              | factorial(n)/(factorial(k)*factorial(n-k)) | binomial(n, k)                              |                | Simplify | DLMF 1.2.1              | factorial(n)/(factorial(k)*factorial(n-k)) => binomial(n, k)
binomial-symmetry                   | binomial(n, k)                             | binomial(n, n-k)                            |                | Explore  | DLMF 1.2.1              | binomial(n, k) => binomial(n, n-k)
binomial-of-zero                    | binomial(n, 0)                             | 1                                           |                | Simplify | DLMF 26.3.9             | binomial(n, 0) => 1
binomial-of-one                     | binomial(n, 1)                             | n                                           |                | Simplify | DLMF 1.2.6              | binomial(n, 1) => n
binomial-of-two                     | binomial(n, 2)                             | n*(n-1)/2                                   |                | Explore  | DLMF 1.2.6              | binomial(n, 2) => n*(n-1)/2
binomial-of-all                     | binomial(n, n)                             | 1                                           |                | Simplify | DLMF 26.3.9             | binomial(n, n) => 1
binomial-of-all-but-one             | binomial(n, n-1)                           | n                                           |                | Simplify | DLMF 1.2.1, 1.2.6       | binomial(n, n-1) => n
sum-of-neighbouring-binomials       | binomial(n, k)+binomial(n, k-1)            | binomial(n+1, k)                            |                | Simplify | DLMF 1.2.7              | binomial(n, k)+binomial(n, k-1) => binomial(n+1, k)
binomial-absorption                 | k*binomial(n, k)                           | n*binomial(n-1, k-1)                        | n != 0, k != 0 | Explore  | DLMF 1.2.1              | k*binomial(n, k) with n > 0, k > 0 => n*binomial(n-1, k-1)
binomial-by-smaller-binomial        | binomial(n, k)                             | n/k*binomial(n-1, k-1)                      | n != 0, k != 0 | Explore  | DLMF 1.2.1              | binomial(n, k) with n > 0, k > 0 => n/k*binomial(n-1, k-1)
`
