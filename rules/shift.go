package rules

// shift has angles that differ by multiples of a quarter turn. Since sin is odd,
// sin(u+pi) = -sin(u) covers sin(pi-u) = sin(u), too.
const shift = `
Name                             | From           | To                       | When             | Use      | Source                           | Example
sine-of-half-turn                | sin(u+pi)      | -sin(u)                  |                  | Simplify | DLMF Table 4.16.2                | sin(pi-x) => sin(x)
cosine-of-half-turn              | cos(u+pi)      | -cos(u)                  |                  | Simplify | DLMF Table 4.16.2                | cos(pi-x) => -cos(x)
tangent-of-half-turn             | tan(u+pi)      | tan(u)                   |                  | Simplify | DLMF Table 4.16.2                | tan(x+pi) => tan(x)
cotangent-of-half-turn           | cot(u+pi)      | cot(u)                   |                  | Simplify | DLMF Table 4.16.2                | cot(x+pi) => cot(x)
secant-of-half-turn              | sec(u+pi)      | -sec(u)                  |                  | Simplify | DLMF Table 4.16.2                | sec(x+pi) => -sec(x)
cosecant-of-half-turn            | csc(u+pi)      | -csc(u)                  |                  | Simplify | DLMF Table 4.16.2                | csc(x+pi) => -csc(x)
sine-of-half-turn-back           | sin(u-pi)      | -sin(u)                  |                  | Simplify | DLMF Table 4.16.2                | sin(x-pi) => -sin(x)
cosine-of-half-turn-back         | cos(u-pi)      | -cos(u)                  |                  | Simplify | DLMF Table 4.16.2                | cos(x-pi) => -cos(x)
tangent-of-half-turn-back        | tan(u-pi)      | tan(u)                   |                  | Simplify | DLMF Table 4.16.2                | tan(x-pi) => tan(x)
sine-of-quarter-turn             | sin(u+pi/2)    | cos(u)                   |                  | Simplify | DLMF Table 4.16.2                | sin(pi/2-x) => cos(x)
cosine-of-quarter-turn           | cos(u+pi/2)    | -sin(u)                  |                  | Simplify | DLMF Table 4.16.2                | cos(pi/2-x) => sin(x)
tangent-of-quarter-turn          | tan(u+pi/2)    | -cot(u)                  |                  | Simplify | DLMF Table 4.16.2                | tan(pi/2-x) => cot(x)
cotangent-of-quarter-turn        | cot(u+pi/2)    | -tan(u)                  |                  | Simplify | DLMF Table 4.16.2                | cot(pi/2-x) => tan(x)
secant-of-quarter-turn           | sec(u+pi/2)    | -csc(u)                  |                  | Simplify | DLMF Table 4.16.2                | sec(pi/2-x) => csc(x)
cosecant-of-quarter-turn         | csc(u+pi/2)    | sec(u)                   |                  | Simplify | DLMF Table 4.16.2                | csc(pi/2-x) => sec(x)
sine-of-quarter-turn-back        | sin(u-pi/2)    | -cos(u)                  |                  | Simplify | DLMF Table 4.16.2                | sin(x-pi/2) => -cos(x)
cosine-of-quarter-turn-back      | cos(u-pi/2)    | sin(u)                   |                  | Simplify | DLMF Table 4.16.2                | cos(x-pi/2) => sin(x)
tangent-of-quarter-turn-back     | tan(u-pi/2)    | -cot(u)                  |                  | Simplify | DLMF Table 4.16.2                | tan(x-pi/2) => -cot(x)
sine-of-full-turns               | sin(u+2*n*pi)  | sin(u)                   | n == floor(n)    | Simplify | DLMF 4.14.8                      | sin(x+2*n*pi) with n:integer => sin(x)
cosine-of-full-turns             | cos(u+2*n*pi)  | cos(u)                   | n == floor(n)    | Simplify | DLMF 4.14.9                      | cos(x+2*n*pi) with n:integer => cos(x)
sine-of-full-turn                | sin(u+2*pi)    | sin(u)                   |                  | Simplify | DLMF 4.14.8                      | sin(x+2*pi) => sin(x)
cosine-of-full-turn              | cos(u+2*pi)    | cos(u)                   |                  | Simplify | DLMF 4.14.9                      | cos(x+2*pi) => cos(x)
sine-of-full-turn-back           | sin(u-2*pi)    | sin(u)                   |                  | Simplify | DLMF 4.14.8                      | sin(x-2*pi) => sin(x)
cosine-of-full-turn-back         | cos(u-2*pi)    | cos(u)                   |                  | Simplify | DLMF 4.14.9                      | cos(x-2*pi) => cos(x)
tangent-of-half-turns            | tan(u+n*pi)    | tan(u)                   | n == floor(n)    | Simplify | DLMF 4.14.10                     | tan(x+n*pi) with n:integer => tan(x)
cotangent-of-half-turns          | cot(u+n*pi)    | cot(u)                   | n == floor(n)    | Simplify | DLMF 4.14.10, for the reciprocal | cot(x+n*pi) with n:integer => cot(x)
sine-of-half-turns               | sin(u+n*pi)    | (-1)^n*sin(u)            | n == floor(n)    | Explore  | DLMF Table 4.16.2, n times       | sin(x+n*pi) with n:integer => (-1)^n*sin(x)
cosine-of-half-turns             | cos(u+n*pi)    | (-1)^n*cos(u)            | n == floor(n)    | Explore  | DLMF Table 4.16.2, n times       | cos(x+n*pi) with n:integer => (-1)^n*cos(x)
sine-of-multiple-of-half-turn    | sin(n*pi)      | 0                        | n == floor(n)    | Simplify | DLMF 4.14, zeros                 | sin(n*pi) with n:integer => 0
tangent-of-multiple-of-half-turn | tan(n*pi)      | 0                        | n == floor(n)    | Simplify | DLMF 4.14, zeros                 | tan(n*pi) with n:integer => 0
cosine-of-multiple-of-half-turn  | cos(n*pi)      | (-1)^n                   | n == floor(n)    | Simplify | DLMF Table 4.16.2, n times       | cos(n*pi) with n:integer => (-1)^n
cosine-of-multiple-of-full-turn  | cos(2*n*pi)    | 1                        | n == floor(n)    | Simplify | DLMF 4.14.9                      | cos(2*n*pi) with n:integer => 1
sine-of-odd-quarter-turns        | sin(n*pi+pi/2) | (-1)^n                   | n == floor(n)    | Simplify | DLMF Table 4.16.2, n times       | sin(n*pi+pi/2) with n:integer => (-1)^n
cosine-of-odd-quarter-turns      | cos(n*pi+pi/2) | 0                        | n == floor(n)    | Simplify | DLMF 4.14, zeros                 | cos(n*pi+pi/2) with n:integer => 0

sine-without-full-turns          | sin(a*pi)      | sin((a-2*floor(a/2))*pi) | a >= 2           | Normal   | DLMF 4.14.8                      | sin(17*pi/8) => sin(pi/8)
cosine-without-full-turns        | cos(a*pi)      | cos((a-2*floor(a/2))*pi) | a >= 2           | Normal   | DLMF 4.14.9                      | cos(17*pi/8) => cos(pi/8)
tangent-without-half-turns       | tan(a*pi)      | tan((a-floor(a))*pi)     | a >= 1           | Normal   | DLMF 4.14.10                     | tan(9*pi/8) => tan(pi/8)
sine-without-half-turn           | sin(a*pi)      | -sin((a-1)*pi)           | 1 <= a, a < 2    | Normal   | DLMF Table 4.16.2                | sin(8*pi/7) => -sin(pi/7)
cosine-without-half-turn         | cos(a*pi)      | -cos((a-1)*pi)           | 1 <= a, a < 2    | Normal   | DLMF Table 4.16.2                | cos(8*pi/7) => -cos(pi/7)
sine-of-supplement               | sin(a*pi)      | sin((1-a)*pi)            | 1/2 < a, a < 1   | Normal   | DLMF Table 4.16.2                | sin(6*pi/7) => sin(pi/7)
cosine-of-supplement             | cos(a*pi)      | -cos((1-a)*pi)           | 1/2 < a, a < 1   | Normal   | DLMF Table 4.16.2                | cos(6*pi/7) => -cos(pi/7)
tangent-of-supplement            | tan(a*pi)      | -tan((1-a)*pi)           | 1/2 < a, a < 1   | Normal   | DLMF Table 4.16.2                | tan(6*pi/7) => -tan(pi/7)
cosine-of-complement             | cos(a*pi)      | sin((1/2-a)*pi)          | 1/4 < a, a < 1/2 | Explore  | DLMF Table 4.16.2                | cos(3*pi/7) => sin(pi/14)
sine-of-complement               | sin(a*pi)      | cos((1/2-a)*pi)          | 1/4 < a, a < 1/2 | Explore  | DLMF Table 4.16.2                | sin(3*pi/7) => cos(pi/14)
sine-as-that-of-supplement       | sin(a*pi)      | sin((1-a)*pi)            |                  | Explore  | DLMF Table 4.16.2                | sin(2*pi/7) => sin(5*pi/7)
cosine-as-that-of-supplement     | cos(a*pi)      | -cos((1-a)*pi)           |                  | Explore  | DLMF Table 4.16.2                | cos(3*pi/7) => -cos(4*pi/7)
`
