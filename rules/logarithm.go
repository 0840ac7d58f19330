package rules

// logarithm has logarithms. log(a) has a value only if a > 0, which makes many
// guards unnecessary: where log(a*b) has a value, a > 0 and b > 0 are the same.
const logarithm = `
Name                                        | From                | To                      | When                      | Use      | Source                                | Example
logarithm-of-exponential                    | log(exp(a))         | a                       |                           | Simplify | DLMF 4.8.9                            | log(exp(x+y)) => x+y
logarithm-of-product-with-exponential       | log(b*exp(a))       | a+log(b)                |                           | Simplify | DLMF 4.8.2                            | log(x*exp(-y)) => -y+log(x)
logarithm-of-product                        | log(a*b)            | log(a)+log(b)           | a >= 0                    | Normal   | DLMF 4.8.2                            | log(2*x) with x > 0 => log(2)+log(x)
logarithm-of-product-of-negatives           | log(a*b)            | log(-a)+log(-b)         | a <= 0                    | Normal   | DLMF 4.8.2 for (-a)*(-b)              | log(x*y) with x < 0 => log(-x)+log(-y)
logarithm-of-product-in-absolute-values     | log(a*b)            | log(abs(a))+log(abs(b)) |                           | Explore  | DLMF 4.8.2 for abs(a)*abs(b)          | log(x*y) => log(abs(x))+log(abs(y))
logarithm-of-quotient                       | log(a/b)            | log(a)-log(b)           | b >= 0                    | Normal   | DLMF 4.8.4                            | log(x/y) with y > 0 => log(x)-log(y)
logarithm-of-quotient-in-absolute-values    | log(a/b)            | log(abs(a))-log(abs(b)) |                           | Normal   | DLMF 4.8.4 for abs(a)/abs(b)          | log(x/y) => log(abs(x))-log(abs(y))
sum-of-logarithms                           | log(a)+log(b)       | log(a*b)                |                           | Explore  | DLMF 4.8.2                            | log(x)+log(y) => log(x*y)
difference-of-logarithms                    | log(a)-log(b)       | log(a/b)                |                           | Explore  | DLMF 4.8.4                            | log(x)-log(y) => log(x/y)
logarithm-of-reciprocal                     | log(1/a)            | -log(a)                 |                           | Simplify | DLMF 4.8.7                            | log(1/x) => -log(x)
negative-logarithm                          | -log(a)             | log(1/a)                |                           | Explore  | DLMF 4.8.7                            | -log(x) => log(1/x)
logarithm-of-power                          | log(a^n)            | n*log(a)                | a > 0                     | Simplify | DLMF 4.8.13                           | log(x^y) with x > 0 => y*log(x)
logarithm-of-odd-power                      | log(a^n)            | n*log(a)                | n/2-1/2 == floor(n/2-1/2) | Simplify | DLMF 4.8.13, since a > 0              | log(x^3) => 3*log(x)
logarithm-of-fractional-power               | log(a^n)            | n*log(a)                | n != floor(n)             | Simplify | DLMF 4.8.13, since a > 0              | log(sqrt(x)) => log(x)/2
logarithm-of-power-in-absolute-value        | log(a^n)            | n*log(abs(a))           | n != 0                    | Normal   | DLMF 4.8.13 for abs(a), since a^n > 0 | log(x^2) => 2*log(abs(x))
logarithm-of-power-of-nonzero               | log(a^n)            | n*log(abs(a))           | a != 0                    | Normal   | DLMF 4.8.13 for abs(a), since a^n > 0 | log(x^y) with x != 0 => y*log(abs(x))
multiple-of-logarithm                       | n*log(a)            | log(a^n)                |                           | Explore  | DLMF 4.8.13                           | 2*log(x) => log(x^2)
logarithm-of-sum                            | log(a+b)            | log(a)+log(1+b/a)       | a > 0                     | Explore  | DLMF 4.8.2 for a*(1+b/a)              | log(x+y) with x > 0 => log(x)+log(1+y/x)
logarithm-of-opposite                       | log(abs(a))         | log(-a)                 | a <= 0                    | Simplify | definition of abs                     | log(abs(x)) with x < 0 => log(-x)

logarithm-of-one-plus                       | log1p(a)            | log(1+a)                |                           | Normal   | definition                            | log1p(x) => log(1+x)
logarithm-of-one-plus-named                 | log(1+a)            | log1p(a)                |                           | Explore  | definition                            | log(1+x) => log1p(x)
logarithm-of-one-plus-exponential-minus-one | log1p(expm1(a))     | a                       |                           | Simplify | DLMF 4.8.9                            | log1p(expm1(x)) => x

logarithm-to-base                           | log(a, b)           | log(a)/log(b)           |                           | Normal   | DLMF 4.2.8                            | log(x, y) => log(x)/log(y)
binary-logarithm                            | log2(a)             | log(a)/log(2)           |                           | Normal   | DLMF 4.2.8                            | log2(x) => log(x)/log(2)
decimal-logarithm                           | log10(a)            | log(a)/log(10)          |                           | Normal   | DLMF 4.2.15                           | log10(x) => log(x)/log(10)
quotient-of-logarithms                      | log(a)/log(b)       | log(a, b)               |                           | Explore  | DLMF 4.2.8                            | log(x)/log(y) => log(x, y)
quotient-with-logarithm-of-two              | log(a)/log(2)       | log2(a)                 |                           | Explore  | DLMF 4.2.8                            | log(x)/log(2) => log2(x)
quotient-with-logarithm-of-ten              | log(a)/log(10)      | log10(a)                |                           | Explore  | DLMF 4.2.15                           | log(x)/log(10) => log10(x)
logarithm-of-base                           | log(a, a)           | 1                       |                           | Simplify | DLMF 4.2.8                            | log(x, x) => 1
logarithm-of-power-of-base                  | log(b^a, b)         | a                       |                           | Simplify | DLMF 4.2.8                            | log(x^y, x) => y
power-of-base-to-logarithm                  | b^log(a, b)         | a                       |                           | Simplify | DLMF 4.2.8                            | x^log(y, x) => y
chain-of-logarithms                         | log(a, b)*log(b, c) | log(a, c)               |                           | Simplify | DLMF 4.2.9                            | log(x, y)*log(y, z) => log(x, z)
reciprocal-of-logarithm                     | 1/log(a, b)         | log(b, a)               |                           | Simplify | DLMF 4.2.10                           | 1/log(x, y) => log(y, x)
logarithm-to-base-of-power                  | log(a^n, b)         | n*log(a, b)             | a > 0                     | Simplify | DLMF 4.8.13                           | log(x^y, z) with x > 0 => y*log(x, z)
logarithm-to-base-of-product                | log(a*c, b)         | log(a, b)+log(c, b)     | a >= 0                    | Explore  | DLMF 4.8.2                            | log(x*y, z) with x > 0 => log(x, z)+log(y, z)
two-to-binary-logarithm                     | 2^log2(a)           | a                       |                           | Simplify | DLMF 4.8.10                           | 2^log2(x) => x
binary-logarithm-of-power-of-two            | log2(2^a)           | a                       |                           | Simplify | DLMF 4.8.9                            | log2(2^x) => x
ten-to-decimal-logarithm                    | 10^log10(a)         | a                       |                           | Simplify | DLMF 4.8.10                           | 10^log10(x) => x
decimal-logarithm-of-power-of-ten           | log10(10^a)         | a                       |                           | Simplify | DLMF 4.8.9                            | log10(10^x) => x
`
