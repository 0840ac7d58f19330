package rules

// power has powers with any exponent. a^r has a value if r is an integer (and
// a != 0 if r < 0), and otherwise if a > 0, or a = 0 and r > 0. Guards speak of
// even and odd exponents as m/2 and m/2-1/2 being integers.
const power = `
Name                           | From       | To                | When                                     | Use      | Source                                                       | Example
power-of-power                 | (a^m)^n    | a^(m*n)           | a >= 0                                   | Simplify | a > 0: exp(m*n*log(a)); a = 0: case by case                  | (x^y)^z with x > 0 => x^(y*z)
integer-power-of-power         | (a^m)^n    | a^(m*n)           | n == floor(n)                            | Simplify | n factors a^m                                                | (x^y)^n with n:integer => x^(y*n)
power-of-fractional-power      | (a^m)^n    | a^(m*n)           | m != floor(m)                            | Simplify | a^m has a value only if a >= 0                               | (x^(1/2))^y => x^(y/2)
power-of-odd-power             | (a^m)^n    | a^(m*n)           | m/2-1/2 == floor(m/2-1/2)                | Simplify | a^m has the sign of a                                        | (x^3)^y => x^(3*y)
even-power-in-two-steps        | (a^m)^n    | a^(m*n)           | m*n/2 == floor(m*n/2)                    | Simplify | a^m >= 0 or n is an integer; both sides are powers of abs(a) | (x^4)^(1/2) => x^2
power-of-even-power            | (a^m)^n    | abs(a)^(m*n)      | m/2 == floor(m/2)                        | Normal   | a^m is abs(a)^m                                              | (x^6)^(1/2) => abs(x)^3

power-of-product               | (a*b)^n    | a^n*b^n           | a > 0                                    | Normal   | DLMF 4.8.15                                                  | (x*y)^z with x > 0 => x^z*y^z
power-of-nonnegative-product   | (a*b)^n    | a^n*b^n           | a >= 0, b >= 0                           | Normal   | DLMF 4.8.15; at 0 case by case                               | (x*y)^z with x >= 0, y >= 0 => x^z*y^z
integer-power-of-product       | (a*b)^n    | a^n*b^n           | n == floor(n)                            | Normal   | n factors a*b                                                | (x*y)^n with n:integer => x^n*y^n
fractional-power-of-product    | (a*b)^n    | abs(a)^n*abs(b)^n | n != floor(n)                            | Explore  | a*b >= 0, where it is abs(a)*abs(b)                          | (x*y)^(1/2) => abs(x)^(1/2)*abs(y)^(1/2)
power-of-product-of-negatives  | (a*b)^n    | (-a)^n*(-b)^n     | a < 0                                    | Normal   | DLMF 4.8.15 for (-a)*(-b)                                    | (x*y)^(1/2) with x < 0 => (-x)^(1/2)*(-y)^(1/2)
product-of-same-powers         | a^n*b^n    | (a*b)^n           |                                          | Explore  | n is an integer, or a >= 0 and b >= 0                        | x^(1/2)*y^(1/2) => (x*y)^(1/2)
power-of-quotient              | (a/b)^n    | a^n/b^n           | b >= 0                                   | Normal   | DLMF 4.8.15 with 1/b                                         | (x/y)^z with y > 0 => x^z/y^z
integer-power-of-quotient      | (a/b)^n    | a^n/b^n           | n == floor(n)                            | Normal   | n factors a/b                                                | (x/y)^n with n:integer => x^n/y^n
quotient-of-same-powers        | a^n/b^n    | (a/b)^n           | b != 0                                   | Explore  | n is an integer, or a >= 0 and b > 0                         | x^y/z^y with z > 0 => (x/z)^y

even-power-of-negative         | (-a)^n     | a^n               | n/2 == floor(n/2)                        | Simplify | an even number of signs                                      | (-x)^(2*n) with n:integer => x^(2*n)
odd-power-of-negative          | (-a)^n     | -a^n              | n/2-1/2 == floor(n/2-1/2)                | Normal   | an odd number of signs                                       | (-x)^(2*n+1) with n:integer => -x^(2*n+1)
integer-power-of-negative      | (-a)^n     | (-1)^n*a^n        | n == floor(n)                            | Normal   | n factors (-1)*a                                             | (-x)^n with n:integer => (-1)^n*x^n

even-power-of-minus-one        | (-1)^n     | 1                 | n/2 == floor(n/2)                        | Simplify | an even number of signs                                      | (-1)^(2*n) with n:integer => 1
odd-power-of-minus-one         | (-1)^n     | -1                | n/2-1/2 == floor(n/2-1/2)                | Simplify | an odd number of signs                                       | (-1)^(2*n+1) with n:integer => -1
opposite-power-of-minus-one    | (-1)^(-n)  | (-1)^n            |                                          | Simplify | 1/(-1) is -1                                                 | (-1)^(-n) => (-1)^n
even-shift-of-sign             | (-1)^(m+n) | (-1)^n            | m/2 == floor(m/2)                        | Simplify | (-1)^m is 1                                                  | (-1)^(n+2) => (-1)^n
odd-shift-of-sign              | (-1)^(m+n) | -(-1)^n           | m/2-1/2 == floor(m/2-1/2)                | Simplify | (-1)^m is -1                                                 | (-1)^(n+1) => -(-1)^n
sign-of-power-exponent         | (-1)^(n^m) | (-1)^n            | n == floor(n), m == floor(m), m >= 1     | Simplify | n^m is even where n is                                       | (-1)^(n^2) with n:integer => (-1)^n
sign-of-product-exponent       | (-1)^(m*n) | (-1)^n            | m/2-1/2 == floor(m/2-1/2), n == floor(n) | Simplify | (-1)^m is -1                                                 | (-1)^(3*n) with n:integer => (-1)^n

power-of-zero                  | 0^n        | 0                 | n > 0                                    | Simplify | definition                                                   | 0^x with x > 0 => 0
power-as-exponential           | a^b        | exp(b*log(a))     | a > 0                                    | Explore  | DLMF 4.2.28                                                  | x^y with x > 0 => exp(y*log(x))
power-with-logarithm-exchanged | a^log(b)   | b^log(a)          | a > 0                                    | Explore  | both sides are exp(log(a)*log(b))                            | x^log(y) with x > 0 => y^log(x)
`
