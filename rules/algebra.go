package rules

// algebra has sums, products and fractions. Distribution and factoring are for the
// search only: arithmetic with polynomials is done by other means.
const algebra = `
Name                              | From                    | To                      | When | Use      | Source                            | Example
product-over-sum                  | a*(b+c)                 | a*b+a*c                 |      | Explore  | distributive law                  | x*(y+3) => x*y+3*x
common-factor                     | a*b+a*c                 | a*(b+c)                 |      | Explore  | distributive law                  | x*y+x*z => x*(y+z)
factor-of-term                    | a+a*b                   | a*(1+b)                 |      | Explore  | distributive law                  | x+x*y => x*(1+y)
square-of-sum                     | (a+b)^2                 | a^2+2*a*b+b^2           |      | Explore  | DLMF 1.2.2                        | (x+y)^2 => x^2+2*x*y+y^2
sum-to-square                     | a^2+2*a*b+b^2           | (a+b)^2                 |      | Explore  | DLMF 1.2.2                        | x^2+2*x*y+y^2 => (x+y)^2
difference-to-square              | a^2-2*a*b+b^2           | (a-b)^2                 |      | Explore  | DLMF 1.2.2                        | x^2-2*x*y+y^2 => (x-y)^2
cube-of-sum                       | (a+b)^3                 | a^3+3*a^2*b+3*a*b^2+b^3 |      | Explore  | DLMF 1.2.2                        | (x+y)^3 => x^3+3*x^2*y+3*x*y^2+y^3
sum-to-cube                       | a^3+3*a^2*b+3*a*b^2+b^3 | (a+b)^3                 |      | Explore  | DLMF 1.2.2                        | x^3+3*x^2*y+3*x*y^2+y^3 => (x+y)^3
square-plus-multiple              | a^2+a*b                 | (a+b/2)^2-b^2/4         |      | Explore  | completing the square             | x^2+x*y => (x+y/2)^2-y^2/4
difference-of-squares             | a^2-b^2                 | (a-b)*(a+b)             |      | Explore  | the right side multiplied out     | x^2-y^2 => (x-y)*(x+y)
sum-times-difference              | (a-b)*(a+b)             | a^2-b^2                 |      | Explore  | multiplied out                    | (x-y)*(x+y) => x^2-y^2
difference-of-cubes               | a^3-b^3                 | (a-b)*(a^2+a*b+b^2)     |      | Explore  | the right side multiplied out     | x^3-y^3 => (x-y)*(x^2+x*y+y^2)
sum-of-cubes                      | a^3+b^3                 | (a+b)*(a^2-a*b+b^2)     |      | Explore  | the right side multiplied out     | x^3+y^3 => (x+y)*(x^2-x*y+y^2)
common-denominator                | a/b+c/d                 | (a*d+b*c)/(b*d)         |      | Explore  | both sides times b*d              | x/y+z/w => (x*w+y*z)/(y*w)
sum-over-denominator              | a+b/c                   | (a*c+b)/c               |      | Explore  | both sides times c                | x+y/z => (x*z+y)/z
same-denominator                  | a/c+b/c                 | (a+b)/c                 |      | Explore  | distributive law                  | x/z+y/z => (x+y)/z
split-fraction                    | (a+b)/c                 | a/c+b/c                 |      | Explore  | distributive law                  | (x+y)/z => x/z+y/z
divide-out                        | (a+b)/a                 | 1+b/a                   |      | Explore  | distributive law                  | (x+y)/x => 1+y/x
difference-of-reciprocals         | 1/a-1/b                 | (b-a)/(a*b)             |      | Explore  | both sides times a*b              | 1/x-1/y => (y-x)/(x*y)
sum-of-reciprocals                | 1/a+1/b                 | (a+b)/(a*b)             |      | Explore  | both sides times a*b              | 1/x+1/y => (x+y)/(x*y)
opposite-difference               | a-b                     | -(b-a)                  |      | Explore  | distributive law                  | x-y => -(y-x)
reciprocal-of-opposite-difference | 1/(a-b)                 | -1/(b-a)                |      | Explore  | b-a is -(a-b)                     | 1/(x-y) => -1/(y-x)
quotient-of-opposite-differences  | (a-b)/(b-a)             | -1                      |      | Simplify | b-a is -(a-b)                     | (x-y)/(y-x) => -1
fraction-in-fraction              | 1/(a+b/c)               | c/(a*c+b)               |      | Explore  | numerator and denominator times c | 1/(x+y/z) => z/(x*z+y)
reciprocal-in-terms-of-one-less   | a/(1+a)                 | 1-1/(1+a)               |      | Explore  | both sides times 1+a              | x/(1+x) => 1-1/(1+x)
`
