package rules

// piecewise has if. A branch that is not reached need have no value, so what is
// in one branch only may go only where it is not reached either: if(a > 0, b, 0)
// is not b*step(a). Patterns with > are those with < and the sides exchanged.
const piecewise = `
Name                                       | From                            | To                        | When   | Use      | Source                          | Example
branch-taken-if-less                       | if(a < b, c, d)                 | c                         | a < b  | Simplify | definition                      | if(x < y, z, w) with x < y => z
branch-not-taken-if-less                   | if(a < b, c, d)                 | d                         | a >= b | Simplify | definition                      | if(x < y, z, w) with x >= y => w
branch-taken-if-less-or-equal              | if(a <= b, c, d)                | c                         | a <= b | Simplify | definition                      | if(x <= y, z, w) with x <= y => z
branch-not-taken-if-less-or-equal          | if(a <= b, c, d)                | d                         | a > b  | Simplify | definition                      | if(x <= y, z, w) with x > y => w
branch-taken-if-equal                      | if(a == b, c, d)                | c                         | a == b | Simplify | definition                      | if(x == y, z, w) with x == y => z
branch-not-taken-if-equal                  | if(a == b, c, d)                | d                         | a != b | Simplify | definition                      | if(x == y, z, w) with x != y => w
branch-taken-if-different                  | if(a != b, c, d)                | c                         | a != b | Simplify | definition                      | if(x != y, z, w) with x != y => z
branch-not-taken-if-different              | if(a != b, c, d)                | d                         | a == b | Simplify | definition                      | if(x != y, z, w) with x == y => w
branches-exchanged-if-less                 | if(a < b, c, d)                 | if(a >= b, d, c)          |        | Explore  | definition                      | if(x < y, z, w) => if(x >= y, w, z)
branches-exchanged-if-less-or-equal        | if(a <= b, c, d)                | if(a > b, d, c)           |        | Explore  | definition                      | if(x <= y, z, w) => if(x > y, w, z)
branches-exchanged-if-different            | if(a != b, c, d)                | if(a == b, d, c)          |        | Normal   | definition                      | if(x != y, z, w) => if(x == y, w, z)
branches-to-maximum                        | if(a > b, a, b)                 | max(a, b)                 |        | Simplify | definition                      | if(x > 1, x, 1) => max(x, 1)
branches-with-equality-to-maximum          | if(a >= b, a, b)                | max(a, b)                 |        | Simplify | definition                      | if(x >= y, x, y) => max(x, y)
branches-to-minimum                        | if(a < b, a, b)                 | min(a, b)                 |        | Simplify | definition                      | if(x < y, x, y) => min(x, y)
branches-with-equality-to-minimum          | if(a <= b, a, b)                | min(a, b)                 |        | Simplify | definition                      | if(x <= y, x, y) => min(x, y)
branches-to-rectifier                      | if(a > 0, a, 0)                 | relu(a)                   |        | Simplify | definition                      | if(x > 0, x, 0) => relu(x)
branches-with-equality-to-rectifier        | if(a >= 0, a, 0)                | relu(a)                   |        | Simplify | definition                      | if(x >= 0, x, 0) => relu(x)
branches-to-absolute                       | if(a > 0, a, -a)                | abs(a)                    |        | Simplify | definition                      | if(x > 0, x, -x) => abs(x)
branches-with-equality-to-absolute         | if(a >= 0, a, -a)               | abs(a)                    |        | Simplify | definition                      | if(x >= 0, x, -x) => abs(x)
branches-for-negative-to-absolute          | if(a < 0, -a, a)                | abs(a)                    |        | Simplify | definition                      | if(x < 0, -x, x) => abs(x)
branches-for-nonpositive-to-absolute       | if(a <= 0, -a, a)               | abs(a)                    |        | Simplify | definition                      | if(x <= 0, -x, x) => abs(x)
branches-to-sign                           | if(a > 0, 1, if(a < 0, -1, 0))  | sign(a)                   |        | Simplify | definition                      | if(x > 0, 1, if(x < 0, -1, 0)) => sign(x)
branches-to-sign-from-below                | if(a < 0, -1, if(a > 0, 1, 0))  | sign(a)                   |        | Simplify | definition                      | if(x < 0, -1, if(x > 0, 1, 0)) => sign(x)
branches-to-sign-of-nonzero                | if(a > 0, 1, -1)                | sign(a)                   | a != 0 | Simplify | definition                      | if(x > 0, 1, -1) with x != 0 => sign(x)
branches-with-equality-to-sign-of-nonzero  | if(a >= 0, 1, -1)               | sign(a)                   | a != 0 | Simplify | definition                      | if(x >= 0, 1, -1) with x != 0 => sign(x)
branches-to-step                           | if(a > 0, 1, 0)                 | step(a)                   |        | Explore  | definition                      | if(x > 0, 1, 0) => step(x)
branches-to-delta                          | if(a == b, 1, 0)                | delta(a, b)               |        | Explore  | definition                      | if(x == y, 1, 0) => delta(x, y)
common-term-of-branches-if-less            | if(a < b, c+e, d+e)             | e+if(a < b, c, d)         |        | Simplify | e is added in both cases        | if(x < y, z+t, w+t) => t+if(x < y, z, w)
common-term-of-branches-if-less-or-equal   | if(a <= b, c+e, d+e)            | e+if(a <= b, c, d)        |        | Simplify | e is added in both cases        | if(x <= y, z+t, w+t) => t+if(x <= y, z, w)
common-term-of-branches-if-equal           | if(a == b, c+e, d+e)            | e+if(a == b, c, d)        |        | Simplify | e is added in both cases        | if(x == y, z+t, w+t) => t+if(x == y, z, w)
common-factor-of-branches-if-less          | if(a < b, c*e, d*e)             | e*if(a < b, c, d)         |        | Simplify | e is a factor in both cases     | if(x < y, z*t, w*t) => t*if(x < y, z, w)
common-factor-of-branches-if-less-or-equal | if(a <= b, c*e, d*e)            | e*if(a <= b, c, d)        |        | Simplify | e is a factor in both cases     | if(x <= y, z*t, w*t) => t*if(x <= y, z, w)
common-factor-of-branches-if-equal         | if(a == b, c*e, d*e)            | e*if(a == b, c, d)        |        | Simplify | e is a factor in both cases     | if(x == y, z*t, w*t) => t*if(x == y, z, w)
term-into-branches-if-less                 | e+if(a < b, c, d)               | if(a < b, c+e, d+e)       |        | Explore  | e is added in both cases        | t+if(x < y, z, w) => if(x < y, z+t, w+t)
term-into-branches-if-less-or-equal        | e+if(a <= b, c, d)              | if(a <= b, c+e, d+e)      |        | Explore  | e is added in both cases        | t+if(x <= y, z, w) => if(x <= y, z+t, w+t)
factor-into-branches-if-less               | e*if(a < b, c, d)               | if(a < b, c*e, d*e)       |        | Explore  | e is a factor in both cases     | t*if(x < y, z, w) => if(x < y, z*t, w*t)
factor-into-branches-if-less-or-equal      | e*if(a <= b, c, d)              | if(a <= b, c*e, d*e)      |        | Explore  | e is a factor in both cases     | t*if(x <= y, z, w) => if(x <= y, z*t, w*t)
power-of-branches-if-less                  | if(a < b, c, d)^n               | if(a < b, c^n, d^n)       |        | Explore  | case by case                    | if(x < y, z, w)^2 => if(x < y, z^2, w^2)
power-of-branches-if-less-or-equal         | if(a <= b, c, d)^n              | if(a <= b, c^n, d^n)      |        | Explore  | case by case                    | if(x <= y, z, w)^2 => if(x <= y, z^2, w^2)
exponential-of-branches                    | exp(if(a < b, c, d))            | if(a < b, exp(c), exp(d)) |        | Explore  | case by case                    | exp(if(x < y, z, w)) => if(x < y, exp(z), exp(w))
logarithm-of-branches                      | log(if(a < b, c, d))            | if(a < b, log(c), log(d)) |        | Explore  | case by case                    | log(if(x < y, z, w)) => if(x < y, log(z), log(w))
same-condition-in-first-branch             | if(a < b, if(a < b, c, d), e)   | if(a < b, c, e)           |        | Simplify | the inner condition holds there | if(x < y, if(x < y, z, w), t) => if(x < y, z, t)
same-condition-in-second-branch            | if(a < b, c, if(a < b, d, e))   | if(a < b, c, e)           |        | Simplify | the inner condition fails there | if(x < y, z, if(x < y, w, t)) => if(x < y, z, t)
same-inclusive-condition-in-first-branch   | if(a <= b, if(a <= b, c, d), e) | if(a <= b, c, e)          |        | Simplify | the inner condition holds there | if(x <= y, if(x <= y, z, w), t) => if(x <= y, z, t)
same-inclusive-condition-in-second-branch  | if(a <= b, c, if(a <= b, d, e)) | if(a <= b, c, e)          |        | Simplify | the inner condition fails there | if(x <= y, z, if(x <= y, w, t)) => if(x <= y, z, t)
sum-of-branches-if-less                    | if(a < b, c, d)+if(a < b, e, f) | if(a < b, c+e, d+f)       |        | Simplify | case by case                    | if(x < y, z, w)+if(x < y, s, t) => if(x < y, z+s, w+t)
product-of-branches-if-less                | if(a < b, c, d)*if(a < b, e, f) | if(a < b, c*e, d*f)       |        | Simplify | case by case                    | if(x < y, z, w)*if(x < y, s, t) => if(x < y, z*s, w*t)
`
