package rules

// radical has roots and lengths. sqrt(a) is a^(1/2).
const radical = `
Name                            | From                    | To                                                      | When                         | Use      | Source                                                 | Example
root-of-square                  | sqrt(a^2)               | abs(a)                                                  |                              | Simplify | DLMF 4.2.37                                            | sqrt((x-y)^2) => abs(x-y)
quotient-of-roots               | sqrt(a)/sqrt(b)         | sqrt(a/b)                                               |                              | Explore  | squares are a/b, both are >= 0                         | sqrt(x)/sqrt(y) => sqrt(x/y)
reciprocal-of-root-difference   | 1/(sqrt(a)-sqrt(b))     | (sqrt(a)+sqrt(b))/(a-b)                                 |                              | Explore  | numerator and denominator times sqrt(a)+sqrt(b)        | 1/(sqrt(x)-sqrt(y)) => (sqrt(x)+sqrt(y))/(x-y)
reciprocal-of-root-sum          | 1/(sqrt(a)+sqrt(b))     | (sqrt(a)-sqrt(b))/(a-b)                                 | a != b                       | Explore  | numerator and denominator times sqrt(a)-sqrt(b)        | 1/(sqrt(x)+sqrt(y)) with x != y => (sqrt(x)-sqrt(y))/(x-y)
reciprocal-of-root-plus-term    | 1/(a+sqrt(b))           | (a-sqrt(b))/(a^2-b)                                     | a^2 != b                     | Explore  | numerator and denominator times a-sqrt(b)              | 1/(x+sqrt(2)) with x > 2 => (x-sqrt(2))/(x^2-2)
reciprocal-of-root-minus-term   | 1/(a-sqrt(b))           | (a+sqrt(b))/(a^2-b)                                     | a^2 != b                     | Explore  | numerator and denominator times a+sqrt(b)              | 1/(x-sqrt(2)) with x > 2 => (x+sqrt(2))/(x^2-2)
difference-over-root-difference | (a-b)/(sqrt(a)-sqrt(b)) | sqrt(a)+sqrt(b)                                         |                              | Simplify | a-b is (sqrt(a)-sqrt(b))*(sqrt(a)+sqrt(b))             | (x-y)/(sqrt(x)-sqrt(y)) => sqrt(x)+sqrt(y)
difference-over-root-sum        | (a-b)/(sqrt(a)+sqrt(b)) | sqrt(a)-sqrt(b)                                         |                              | Simplify | a-b is (sqrt(a)-sqrt(b))*(sqrt(a)+sqrt(b))             | (x-y)/(sqrt(x)+sqrt(y)) => sqrt(x)-sqrt(y)
nested-root-of-sum              | sqrt(a+c*sqrt(b))       | sqrt((a+sqrt(a^2-b*c^2))/2)+sqrt((a-sqrt(a^2-b*c^2))/2) | a >= 0, c >= 0, a^2 >= b*c^2 | Explore  | squares are a+c*sqrt(b), both are >= 0                 | sqrt(5+2*sqrt(6)) => sqrt(3)+sqrt(2)
nested-root-of-difference       | sqrt(a-c*sqrt(b))       | sqrt((a+sqrt(a^2-b*c^2))/2)-sqrt((a-sqrt(a^2-b*c^2))/2) | c >= 0                       | Explore  | squares are a-c*sqrt(b), both are >= 0; a >= c*sqrt(b) | sqrt(3-2*sqrt(2)) => sqrt(2)-1

cube-of-cube-root               | cbrt(a)^3               | a                                                       |                              | Simplify | definition                                             | cbrt(x+y)^3 => x+y
cube-root-of-cube               | cbrt(a^3)               | a                                                       |                              | Simplify | definition                                             | cbrt(x^3) => x
power-of-cube-root              | cbrt(a)^n               | a^(n/3)                                                 | n/3 == floor(n/3)            | Explore  | n/3 factors cbrt(a)^3                                  | cbrt(x)^6 => x^2
cube-root-of-product            | cbrt(a*b)               | cbrt(a)*cbrt(b)                                         |                              | Explore  | both sides have cube a*b                               | cbrt(x*y) => cbrt(x)*cbrt(y)
product-of-cube-roots           | cbrt(a)*cbrt(b)         | cbrt(a*b)                                               |                              | Explore  | both sides have cube a*b                               | cbrt(x)*cbrt(y) => cbrt(x*y)
cube-root-of-power              | cbrt(a^n)               | cbrt(a)^n                                               |                              | Explore  | both sides have cube a^n                               | cbrt(x^2) => cbrt(x)^2
cube-root-of-nonnegative        | cbrt(a)                 | a^(1/3)                                                 | a >= 0                       | Explore  | definition                                             | cbrt(x) with x > 0 => x^(1/3)
power-one-third                 | a^(1/3)                 | cbrt(a)                                                 |                              | Explore  | a >= 0 where the left side has a value                 | x^(1/3) => cbrt(x)
cube-root                       | cbrt(a)                 | sign(a)*abs(a)^(1/3)                                    |                              | Normal   | definition                                             | cbrt(x) => sign(x)*abs(x)^(1/3)

hypotenuse                      | hypot(a, b)             | sqrt(a^2+b^2)                                           |                              | Normal   | definition                                             | hypot(x, y) => sqrt(x^2+y^2)
root-of-sum-of-squares          | sqrt(a^2+b^2)           | hypot(a, b)                                             |                              | Explore  | definition                                             | sqrt(x^2+y^2) => hypot(x, y)
hypotenuse-with-zero            | hypot(a, 0)             | abs(a)                                                  |                              | Simplify | root-of-square                                         | hypot(x, 0) => abs(x)
scaled-hypotenuse               | hypot(c*a, c*b)         | abs(c)*hypot(a, b)                                      |                              | Explore  | c^2 taken out of the root                              | hypot(x*y, x*z) => abs(x)*hypot(y, z)
`
