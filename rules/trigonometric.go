package rules

// trigonometric has the quotients and the squares of the circular functions.
const trigonometric = `
Name                                | From                  | To                | When        | Use      | Source                      | Example
tangent-as-quotient                 | tan(u)                | sin(u)/cos(u)     |             | Normal   | DLMF 4.14.4                 | tan(x) => sin(x)/cos(x)
secant-as-reciprocal                | sec(u)                | 1/cos(u)          |             | Normal   | DLMF 4.14.6                 | sec(x) => 1/cos(x)
cosecant-as-reciprocal              | csc(u)                | 1/sin(u)          |             | Normal   | DLMF 4.14.5                 | csc(x) => 1/sin(x)
cotangent-as-quotient               | cot(u)                | cos(u)/sin(u)     |             | Normal   | DLMF 4.14.7                 | cot(x) => cos(x)/sin(x)
quotient-to-tangent                 | sin(u)/cos(u)         | tan(u)            |             | Explore  | DLMF 4.14.4                 | sin(x)/cos(x) => tan(x)
quotient-to-cotangent               | cos(u)/sin(u)         | cot(u)            |             | Explore  | DLMF 4.14.7                 | cos(x)/sin(x) => cot(x)
reciprocal-to-secant                | 1/cos(u)              | sec(u)            |             | Explore  | DLMF 4.14.6                 | 1/cos(x) => sec(x)
reciprocal-to-cosecant              | 1/sin(u)              | csc(u)            |             | Explore  | DLMF 4.14.5                 | 1/sin(x) => csc(x)
reciprocal-of-tangent               | 1/tan(u)              | cot(u)            |             | Simplify | DLMF 4.14.7                 | 1/tan(x) => cot(x)
reciprocal-of-cotangent             | 1/cot(u)              | tan(u)            |             | Simplify | DLMF 4.14.7                 | 1/cot(x) => tan(x)
reciprocal-of-secant                | 1/sec(u)              | cos(u)            |             | Simplify | DLMF 4.14.6                 | 1/sec(x) => cos(x)
reciprocal-of-cosecant              | 1/csc(u)              | sin(u)            |             | Simplify | DLMF 4.14.5                 | 1/csc(x) => sin(x)
cotangent-as-reciprocal             | cot(u)                | 1/tan(u)          | cos(u) != 0 | Explore  | DLMF 4.14.7                 | cot(x) with cos(x) != 0 => 1/tan(x)
tangent-as-reciprocal               | tan(u)                | 1/cot(u)          | sin(u) != 0 | Explore  | DLMF 4.14.7                 | tan(x) with sin(x) != 0 => 1/cot(x)
tangent-times-cotangent             | tan(u)*cot(u)         | 1                 |             | Simplify | DLMF 4.14.7                 | tan(x)*cot(x) => 1
cosine-times-secant                 | cos(u)*sec(u)         | 1                 |             | Simplify | DLMF 4.14.6                 | cos(x)*sec(x) => 1
sine-times-cosecant                 | sin(u)*csc(u)         | 1                 |             | Simplify | DLMF 4.14.5                 | sin(x)*csc(x) => 1
tangent-times-cosine                | tan(u)*cos(u)         | sin(u)            |             | Simplify | DLMF 4.14.4                 | tan(x)*cos(x) => sin(x)
cotangent-times-sine                | cot(u)*sin(u)         | cos(u)            |             | Simplify | DLMF 4.14.7                 | cot(x)*sin(x) => cos(x)
sine-times-secant                   | sin(u)*sec(u)         | tan(u)            |             | Simplify | DLMF 4.14.4, 4.14.6         | sin(x)*sec(x) => tan(x)
cosine-times-cosecant               | cos(u)*csc(u)         | cot(u)            |             | Simplify | DLMF 4.14.5, 4.14.7         | cos(x)*csc(x) => cot(x)
secant-over-cosecant                | sec(u)/csc(u)         | tan(u)            |             | Simplify | DLMF 4.14.5, 4.14.6         | sec(x)/csc(x) => tan(x)
tangent-over-sine                   | tan(u)/sin(u)         | sec(u)            |             | Simplify | DLMF 4.14.4, 4.14.6         | tan(x)/sin(x) => sec(x)
tangent-over-secant                 | tan(u)/sec(u)         | sin(u)            |             | Simplify | DLMF 4.14.4, 4.14.6         | tan(x)/sec(x) => sin(x)
cotangent-times-secant              | cot(u)*sec(u)         | csc(u)            |             | Simplify | DLMF 4.14.5, 4.14.7         | cot(x)*sec(x) => csc(x)

sine-and-cosine-squared             | sin(u)^2+cos(u)^2     | 1                 |             | Simplify | DLMF 4.21.12                | sin(x*y)^2+cos(x*y)^2 => 1
multiple-of-sine-and-cosine-squared | a*sin(u)^2+a*cos(u)^2 | a                 |             | Simplify | DLMF 4.21.12                | y*sin(x)^2+y*cos(x)^2 => y
one-minus-sine-squared              | 1-sin(u)^2            | cos(u)^2          |             | Simplify | DLMF 4.21.12                | 1-sin(x)^2 => cos(x)^2
one-minus-cosine-squared            | 1-cos(u)^2            | sin(u)^2          |             | Simplify | DLMF 4.21.12                | 1-cos(x)^2 => sin(x)^2
sine-squared                        | sin(u)^2              | 1-cos(u)^2        |             | Explore  | DLMF 4.21.12                | sin(x)^2 => 1-cos(x)^2
cosine-squared                      | cos(u)^2              | 1-sin(u)^2        |             | Explore  | DLMF 4.21.12                | cos(x)^2 => 1-sin(x)^2
secant-and-tangent-squared          | sec(u)^2-tan(u)^2     | 1                 |             | Simplify | DLMF 4.21.13                | sec(x)^2-tan(x)^2 => 1
one-plus-tangent-squared            | 1+tan(u)^2            | sec(u)^2          |             | Simplify | DLMF 4.21.13                | 1+tan(x)^2 => sec(x)^2
secant-squared-minus-one            | sec(u)^2-1            | tan(u)^2          |             | Simplify | DLMF 4.21.13                | sec(x)^2-1 => tan(x)^2
secant-squared                      | sec(u)^2              | 1+tan(u)^2        |             | Explore  | DLMF 4.21.13                | sec(x)^2 => 1+tan(x)^2
tangent-squared                     | tan(u)^2              | sec(u)^2-1        |             | Explore  | DLMF 4.21.13                | tan(x)^2 => sec(x)^2-1
cosecant-and-cotangent-squared      | csc(u)^2-cot(u)^2     | 1                 |             | Simplify | DLMF 4.21.14                | csc(x)^2-cot(x)^2 => 1
one-plus-cotangent-squared          | 1+cot(u)^2            | csc(u)^2          |             | Simplify | DLMF 4.21.14                | 1+cot(x)^2 => csc(x)^2
cosecant-squared-minus-one          | csc(u)^2-1            | cot(u)^2          |             | Simplify | DLMF 4.21.14                | csc(x)^2-1 => cot(x)^2
cosecant-squared                    | csc(u)^2              | 1+cot(u)^2        |             | Explore  | DLMF 4.21.14                | csc(x)^2 => 1+cot(x)^2
cotangent-squared                   | cot(u)^2              | csc(u)^2-1        |             | Explore  | DLMF 4.21.14                | cot(x)^2 => csc(x)^2-1
root-of-one-minus-sine-squared      | sqrt(1-sin(u)^2)      | abs(cos(u))       |             | Simplify | DLMF 4.21.12, both are >= 0 | sqrt(1-sin(x)^2) => abs(cos(x))
root-of-one-minus-cosine-squared    | sqrt(1-cos(u)^2)      | abs(sin(u))       |             | Simplify | DLMF 4.21.12, both are >= 0 | sqrt(1-cos(x)^2) => abs(sin(x))
root-of-one-plus-tangent-squared    | sqrt(1+tan(u)^2)      | abs(sec(u))       |             | Simplify | DLMF 4.21.13, both are >= 0 | sqrt(1+tan(x)^2) => abs(sec(x))
one-minus-sine-over-cosine          | (1-sin(u))/cos(u)     | cos(u)/(1+sin(u)) |             | Explore  | DLMF 4.21.12                | (1-sin(x))/cos(x) => cos(x)/(1+sin(x))
cosine-over-one-plus-sine           | cos(u)/(1+sin(u))     | (1-sin(u))/cos(u) | cos(u) != 0 | Explore  | DLMF 4.21.12                | cos(x)/(1+sin(x)) with cos(x) != 0 => (1-sin(x))/cos(x)
secant-plus-tangent                 | sec(u)+tan(u)         | (1+sin(u))/cos(u) |             | Explore  | DLMF 4.14.4, 4.14.6         | sec(x)+tan(x) => (1+sin(x))/cos(x)
reciprocal-of-secant-plus-tangent   | 1/(sec(u)+tan(u))     | sec(u)-tan(u)     |             | Simplify | DLMF 4.21.13                | 1/(sec(x)+tan(x)) => sec(x)-tan(x)
`
