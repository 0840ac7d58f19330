package rules

// rounding has floor and ceil. In the proofs m stands for any integer.
const rounding = `
Name                               | From                  | To             | When                                 | Use      | Source                                                         | Example
floor-of-sum-with-integer          | floor(a+n)            | n+floor(a)     | n == floor(n)                        | Normal   | n <= floor(a)+n <= a+n < floor(a)+n+1                          | floor(x+n) with n:integer => n+floor(x)
ceiling-of-sum-with-integer        | ceil(a+n)             | n+ceil(a)      | n == floor(n)                        | Normal   | ceil(a+n)-1 < a+n <= ceil(a)+n                                 | ceil(x+n) with n:integer => n+ceil(x)
integer-into-floor                 | n+floor(a)            | floor(a+n)     | n == floor(n)                        | Explore  | floor-of-sum-with-integer                                      | n+floor(x) with n:integer => floor(x+n)
integer-into-ceiling               | n+ceil(a)             | ceil(a+n)      | n == floor(n)                        | Explore  | ceiling-of-sum-with-integer                                    | n+ceil(x) with n:integer => ceil(x+n)
floor-of-integer                   | floor(a)              | a              | a == floor(a)                        | Simplify | definition                                                     | floor(n) with n:integer => n
ceiling-of-integer                 | ceil(a)               | a              | a == floor(a)                        | Simplify | definition                                                     | ceil(n) with n:integer => n
floor-of-floor                     | floor(floor(a))       | floor(a)       |                                      | Simplify | floor(a) is an integer                                         | floor(floor(x)) => floor(x)
ceiling-of-floor                   | ceil(floor(a))        | floor(a)       |                                      | Simplify | floor(a) is an integer                                         | ceil(floor(x)) => floor(x)
floor-of-ceiling                   | floor(ceil(a))        | ceil(a)        |                                      | Simplify | ceil(a) is an integer                                          | floor(ceil(x)) => ceil(x)
ceiling-of-ceiling                 | ceil(ceil(a))         | ceil(a)        |                                      | Simplify | ceil(a) is an integer                                          | ceil(ceil(x)) => ceil(x)
ceiling-by-floor                   | ceil(a)               | -floor(-a)     |                                      | Normal   | definition                                                     | ceil(x) => -floor(-x)
floor-of-opposite                  | floor(-a)             | -ceil(a)       |                                      | Explore  | ceiling-by-floor                                               | floor(-x) => -ceil(x)
ceiling-of-noninteger              | ceil(a)               | floor(a)+1     | a != floor(a)                        | Explore  | floor(a) < a < floor(a)+1                                      | ceil(x) with x != floor(x) => floor(x)+1
ceiling-minus-floor                | ceil(a)-floor(a)      | 1              | a != floor(a)                        | Simplify | floor(a) < a < floor(a)+1                                      | ceil(x)-floor(x) with x != floor(x) => 1
floors-of-opposites-of-noninteger  | floor(a)+floor(-a)    | -1             | a != floor(a)                        | Simplify | ceiling-minus-floor                                            | floor(x)+floor(-x) with x != floor(x) => -1
floors-of-opposites-of-integer     | floor(a)+floor(-a)    | 0              | a == floor(a)                        | Simplify | definition                                                     | floor(n)+floor(-n) with n:integer => 0
floor-between-zero-and-one         | floor(a)              | 0              | 0 <= a, a < 1                        | Simplify | definition                                                     | floor(x) with 0 < x, x < 1 => 0
floor-between-one-and-two          | floor(a)              | 1              | 1 <= a, a < 2                        | Simplify | definition                                                     | floor(x) with 1 < x, x < 2 => 1
floor-between-minus-one-and-zero   | floor(a)              | -1             | -1 <= a, a < 0                       | Simplify | definition                                                     | floor(x) with -1 < x, x < 0 => -1
ceiling-between-zero-and-one       | ceil(a)               | 1              | 0 < a, a <= 1                        | Simplify | definition                                                     | ceil(x) with 0 < x, x < 1 => 1
ceiling-between-minus-one-and-zero | ceil(a)               | 0              | -1 < a, a <= 0                       | Simplify | definition                                                     | ceil(x) with -1 < x, x < 0 => 0
floor-of-root-of-floor             | floor(sqrt(floor(a))) | floor(sqrt(a)) |                                      | Simplify | m <= sqrt(a) if and only if m^2 <= a, and then m^2 <= floor(a) | floor(sqrt(floor(x))) => floor(sqrt(x))
ceiling-of-root-of-ceiling         | ceil(sqrt(ceil(a)))   | ceil(sqrt(a))  | a >= 0                               | Simplify | m >= sqrt(a) if and only if m^2 >= a, and then m^2 >= ceil(a)  | ceil(sqrt(ceil(x))) with x > 0 => ceil(sqrt(x))
floor-of-quotient-of-floor         | floor(floor(a)/n)     | floor(a/n)     | n == floor(n), n >= 0                | Simplify | m <= a/n if and only if m*n <= a, and then m*n <= floor(a)     | floor(floor(x)/2) => floor(x/2)
ceiling-of-quotient-of-ceiling     | ceil(ceil(a)/n)       | ceil(a/n)      | n == floor(n), n >= 0                | Simplify | m >= a/n if and only if m*n >= a, and then m*n >= ceil(a)      | ceil(ceil(x)/2) => ceil(x/2)
floor-of-shifted-quotient-of-floor | floor((m+floor(a))/n) | floor((m+a)/n) | m == floor(m), n == floor(n), n >= 0 | Simplify | floor-of-quotient-of-floor for m+a                             | floor((m+floor(x))/3) with m:integer => floor((m+x)/3)
floors-of-halves                   | floor(a)+floor(a+1/2) | floor(2*a)     |                                      | Simplify | Hermite's identity for n = 2                                   | floor(x)+floor(x+1/2) => floor(2*x)
floor-of-absolute-fraction         | floor(a-floor(a))     | 0              |                                      | Simplify | 0 <= a-floor(a) < 1                                            | floor(x-floor(x)) => 0
`
