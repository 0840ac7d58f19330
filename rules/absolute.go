package rules

// absolute has abs, sign, step and delta. sign(0) and step(0) are 0.
const absolute = `
Name                                  | From              | To                             | When                      | Use      | Source                                            | Example
absolute-of-nonnegative               | abs(a)            | a                              | a >= 0                    | Simplify | definition                                        | abs(exp(x)) => exp(x)
absolute-of-nonpositive               | abs(a)            | -a                             | a <= 0                    | Simplify | definition                                        | abs(x) with x < 0 => -x
absolute-of-absolute                  | abs(abs(a))       | abs(a)                         |                           | Simplify | definition                                        | abs(abs(x)) => abs(x)
absolute-of-product                   | abs(a*b)          | abs(a)*abs(b)                  |                           | Normal   | definition, sign by sign                          | abs(x*y) => abs(x)*abs(y)
product-of-absolutes                  | abs(a)*abs(b)     | abs(a*b)                       |                           | Explore  | absolute-of-product                               | abs(x)*abs(y) => abs(x*y)
absolute-of-quotient                  | abs(a/b)          | abs(a)/abs(b)                  |                           | Normal   | absolute-of-product                               | abs(x/y) => abs(x)/abs(y)
quotient-of-absolutes                 | abs(a)/abs(b)     | abs(a/b)                       |                           | Explore  | absolute-of-quotient                              | abs(x)/abs(y) => abs(x/y)
absolute-of-power                     | abs(a^n)          | abs(a)^n                       |                           | Normal   | absolute-of-product for an integer n, else a >= 0 | abs(x^3) => abs(x)^3
even-power-of-absolute                | abs(a)^n          | a^n                            | n/2 == floor(n/2)         | Simplify | an even number of signs                           | abs(x)^2 => x^2
absolute-of-difference                | abs(a-b)          | abs(b-a)                       |                           | Explore  | definition                                        | abs(x-y) => abs(y-x)
absolute-as-root                      | abs(a)            | sqrt(a^2)                      |                           | Explore  | DLMF 4.2.37                                       | abs(x) => sqrt(x^2)
absolute-as-maximum                   | abs(a)            | max(a, -a)                     |                           | Explore  | definition                                        | abs(x) => max(x, -x)
absolute-as-rectifiers                | abs(a)            | relu(a)+relu(-a)               |                           | Explore  | definition                                        | abs(x) => relu(x)+relu(-x)
absolute-as-branches                  | abs(a)            | if(a >= 0, a, -a)              |                           | Explore  | definition                                        | abs(x) => if(x >= 0, x, -x)
absolute-with-sign                    | abs(a)            | a*sign(a)                      |                           | Explore  | definition                                        | abs(x) => x*sign(x)
term-times-sign                       | a*sign(a)         | abs(a)                         |                           | Simplify | definition                                        | x*sign(x) => abs(x)
absolute-times-sign                   | abs(a)*sign(a)    | a                              |                           | Simplify | definition                                        | abs(x)*sign(x) => x
term-over-sign                        | a/sign(a)         | abs(a)                         |                           | Simplify | sign(a) is 1 or -1                                | x/sign(x) => abs(x)
term-over-absolute                    | a/abs(a)          | sign(a)                        |                           | Simplify | definition                                        | x/abs(x) => sign(x)
absolute-over-term                    | abs(a)/a          | sign(a)                        |                           | Simplify | definition                                        | abs(x)/x => sign(x)
power-over-absolute                   | a^2/abs(a)        | abs(a)                         |                           | Simplify | a^2 is abs(a)^2                                   | x^2/abs(x) => abs(x)
term-times-absolute                   | a*abs(a)          | sign(a)*a^2                    |                           | Explore  | absolute-with-sign                                | x*abs(x) => sign(x)*x^2
sum-and-difference-in-absolute-values | abs(a+b)+abs(a-b) | 2*max(abs(a), abs(b))          |                           | Explore  | sign by sign                                      | abs(x+y)+abs(x-y) => 2*max(abs(x), abs(y))
absolute-hyperbolic-sine              | abs(sinh(a))      | sinh(abs(a))                   |                           | Explore  | sinh is odd and has the sign of its argument      | abs(sinh(x)) => sinh(abs(x))
absolute-hyperbolic-tangent           | abs(tanh(a))      | tanh(abs(a))                   |                           | Explore  | tanh is odd and has the sign of its argument      | abs(tanh(x)) => tanh(abs(x))
absolute-arctangent                   | abs(atan(a))      | atan(abs(a))                   |                           | Explore  | atan is odd and has the sign of its argument      | abs(atan(x)) => atan(abs(x))
absolute-arcsine                      | abs(asin(a))      | asin(abs(a))                   |                           | Explore  | asin is odd and has the sign of its argument      | abs(asin(x)) => asin(abs(x))
absolute-error-function               | abs(erf(a))       | erf(abs(a))                    |                           | Explore  | erf is odd and has the sign of its argument       | abs(erf(x)) => erf(abs(x))
cosine-of-absolute                    | cos(abs(a))       | cos(a)                         |                           | Simplify | DLMF 4.21.25                                      | cos(abs(x)) => cos(x)
hyperbolic-cosine-of-absolute         | cosh(abs(a))      | cosh(a)                        |                           | Simplify | DLMF 4.35.24                                      | cosh(abs(x)) => cosh(x)

sign-of-positive                      | sign(a)           | 1                              | a > 0                     | Simplify | definition                                        | sign(exp(x)) => 1
sign-of-negative                      | sign(a)           | -1                             | a < 0                     | Simplify | definition                                        | sign(x) with x < 0 => -1
sign-of-zero                          | sign(a)           | 0                              | a == 0                    | Simplify | definition                                        | sign(x) with x == 0 => 0
sign-of-product                       | sign(a*b)         | sign(a)*sign(b)                |                           | Normal   | definition, sign by sign                          | sign(x*y) => sign(x)*sign(y)
product-of-signs                      | sign(a)*sign(b)   | sign(a*b)                      |                           | Explore  | sign-of-product                                   | sign(x)*sign(y) => sign(x*y)
sign-of-scaled                        | sign(a*b)         | sign(b)                        | a > 0                     | Simplify | sign-of-product                                   | sign(2*x) => sign(x)
sign-of-power                         | sign(a^n)         | sign(a)^n                      |                           | Normal   | sign-of-product for an integer n, else a >= 0     | sign(x^n) => sign(x)^n
sign-of-odd-power                     | sign(a^n)         | sign(a)                        | n/2-1/2 == floor(n/2-1/2) | Simplify | sign-of-product                                   | sign(x^3) => sign(x)
sign-of-fractional-power              | sign(a^n)         | sign(a)                        | n != floor(n)             | Simplify | a >= 0 where a^n has a value                      | sign(sqrt(x)) => sign(x)
sign-of-sign                          | sign(sign(a))     | sign(a)                        |                           | Simplify | definition                                        | sign(sign(x)) => sign(x)
sign-of-absolute                      | sign(abs(a))      | sign(a)^2                      |                           | Normal   | definition                                        | sign(abs(x)) => sign(x)^2
absolute-of-sign                      | abs(sign(a))      | sign(a)^2                      |                           | Normal   | definition                                        | abs(sign(x)) => sign(x)^2
sign-squared-of-nonzero               | sign(a)^2         | 1                              | a != 0                    | Simplify | definition                                        | sign(x)^2 with x != 0 => 1
even-power-of-sign                    | sign(a)^n         | 1                              | a != 0, n/2 == floor(n/2) | Simplify | definition                                        | sign(x)^4 with x != 0 => 1
odd-power-of-sign                     | sign(a)^n         | sign(a)                        | n/2-1/2 == floor(n/2-1/2) | Simplify | definition                                        | sign(x)^3 => sign(x)
sign-squared-times-term               | a*sign(a)^2       | a                              |                           | Simplify | definition                                        | x*sign(x)^2 => x
sign-by-absolute                      | sign(a)           | a/abs(a)                       | a != 0                    | Explore  | definition                                        | sign(x) with x != 0 => x/abs(x)
sign-as-branches                      | sign(a)           | if(a > 0, 1, if(a < 0, -1, 0)) |                           | Explore  | definition                                        | sign(x) => if(x > 0, 1, if(x < 0, -1, 0))
sign-by-step                          | sign(a)           | 2*step(a)-1                    | a != 0                    | Explore  | definition                                        | sign(x) with x != 0 => 2*step(x)-1
sign-by-steps                         | sign(a)           | step(a)-step(-a)               |                           | Explore  | definition                                        | sign(x) => step(x)-step(-x)

step-of-positive                      | step(a)           | 1                              | a > 0                     | Simplify | definition                                        | step(exp(x)) => 1
step-of-nonpositive                   | step(a)           | 0                              | a <= 0                    | Simplify | definition                                        | step(-x^2) => 0
step-as-branches                      | step(a)           | if(a > 0, 1, 0)                |                           | Normal   | definition                                        | step(x) => if(x > 0, 1, 0)
step-by-sign                          | step(a)           | (1+sign(a))/2                  | a != 0                    | Explore  | definition                                        | step(x) with x != 0 => (1+sign(x))/2
step-by-powers-of-sign                | step(a)           | (sign(a)+sign(a)^2)/2          |                           | Explore  | definition, case by case                          | step(x) => (sign(x)+sign(x)^2)/2
term-times-step                       | a*step(a)         | relu(a)                        |                           | Simplify | definition                                        | x*step(x) => relu(x)
power-of-step                         | step(a)^n         | step(a)                        | n > 0                     | Simplify | step(a) is 0 or 1                                 | step(x)^2 => step(x)
steps-of-opposites                    | step(a)+step(-a)  | 1                              | a != 0                    | Simplify | definition                                        | step(x)+step(-x) with x != 0 => 1
product-of-opposite-steps             | step(a)*step(-a)  | 0                              |                           | Simplify | one of the two is 0                               | step(x)*step(-x) => 0
step-of-scaled                        | step(c*a)         | step(a)                        | c > 0                     | Simplify | definition                                        | step(2*x) => step(x)
step-of-sum-with-step                 | step(a)*step(a+b) | step(a)                        | b >= 0                    | Simplify | a+b > 0 where a > 0                               | step(x)*step(x+1) => step(x)
kronecker-delta-as-branches           | delta(a, b)       | if(a == b, 1, 0)               |                           | Normal   | definition                                        | delta(x, y) => if(x == y, 1, 0)
`
