package rules

// special has exact values that are no rational multiples of 1 or pi; those that
// are belong to the canonical form.
const special = `
Name                                  | From      | To                    | When           | Use      | Source                              | Example
sine-of-quarter-of-pi                 | sin(a*pi) | sqrt(2)/2             | a == 1/4       | Simplify | DLMF Table 4.17.1                   | sin(pi/4) => sqrt(2)/2
sine-of-third-of-pi                   | sin(a*pi) | sqrt(3)/2             | a == 1/3       | Simplify | DLMF Table 4.17.1                   | sin(pi/3) => sqrt(3)/2
cosine-of-sixth-of-pi                 | cos(a*pi) | sqrt(3)/2             | a == 1/6       | Simplify | DLMF Table 4.17.1                   | cos(pi/6) => sqrt(3)/2
cosine-of-quarter-of-pi               | cos(a*pi) | sqrt(2)/2             | a == 1/4       | Simplify | DLMF Table 4.17.1                   | cos(pi/4) => sqrt(2)/2
tangent-of-sixth-of-pi                | tan(a*pi) | sqrt(3)/3             | a == 1/6       | Simplify | DLMF Table 4.17.1                   | tan(pi/6) => sqrt(3)/3
tangent-of-third-of-pi                | tan(a*pi) | sqrt(3)               | a == 1/3       | Simplify | DLMF Table 4.17.1                   | tan(pi/3) => sqrt(3)
sine-of-twelfth-of-pi                 | sin(a*pi) | sqrt(2)*(sqrt(3)-1)/4 | a == 1/12      | Normal   | DLMF Table 4.17.1                   | sin(pi/12) => sqrt(2)*(sqrt(3)-1)/4
cosine-of-twelfth-of-pi               | cos(a*pi) | sqrt(2)*(sqrt(3)+1)/4 | a == 1/12      | Normal   | DLMF Table 4.17.1                   | cos(pi/12) => sqrt(2)*(sqrt(3)+1)/4
sine-of-five-twelfths-of-pi           | sin(a*pi) | sqrt(2)*(sqrt(3)+1)/4 | a == 5/12      | Normal   | DLMF Table 4.17.1                   | sin(5*pi/12) => sqrt(2)*(sqrt(3)+1)/4
cosine-of-five-twelfths-of-pi         | cos(a*pi) | sqrt(2)*(sqrt(3)-1)/4 | a == 5/12      | Normal   | DLMF Table 4.17.1                   | cos(5*pi/12) => sqrt(2)*(sqrt(3)-1)/4
tangent-of-twelfth-of-pi              | tan(a*pi) | 2-sqrt(3)             | a == 1/12      | Normal   | DLMF Table 4.17.1                   | tan(pi/12) => 2-sqrt(3)
tangent-of-five-twelfths-of-pi        | tan(a*pi) | 2+sqrt(3)             | a == 5/12      | Normal   | DLMF Table 4.17.1                   | tan(5*pi/12) => 2+sqrt(3)
sine-of-eighth-of-pi                  | sin(a*pi) | sqrt(2-sqrt(2))/2     | a == 1/8       | Normal   | DLMF 4.21.21 for pi/4               | sin(pi/8) => sqrt(2-sqrt(2))/2
cosine-of-eighth-of-pi                | cos(a*pi) | sqrt(2+sqrt(2))/2     | a == 1/8       | Normal   | DLMF 4.21.22 for pi/4               | cos(pi/8) => sqrt(2+sqrt(2))/2
sine-of-three-eighths-of-pi           | sin(a*pi) | sqrt(2+sqrt(2))/2     | a == 3/8       | Normal   | DLMF 4.21.22 for pi/4, Table 4.16.2 | sin(3*pi/8) => sqrt(2+sqrt(2))/2
cosine-of-three-eighths-of-pi         | cos(a*pi) | sqrt(2-sqrt(2))/2     | a == 3/8       | Normal   | DLMF 4.21.21 for pi/4, Table 4.16.2 | cos(3*pi/8) => sqrt(2-sqrt(2))/2
tangent-of-eighth-of-pi               | tan(a*pi) | sqrt(2)-1             | a == 1/8       | Normal   | DLMF 4.21.23 for pi/4               | tan(pi/8) => sqrt(2)-1
sine-of-tenth-of-pi                   | sin(a*pi) | (sqrt(5)-1)/4         | a == 1/10      | Normal   | root of sin(2*u) = cos(3*u)         | sin(pi/10) => (sqrt(5)-1)/4
sine-of-fifth-of-pi                   | sin(a*pi) | sqrt(10-2*sqrt(5))/4  | a == 1/5       | Normal   | DLMF 4.21.12 and cos(pi/5)          | sin(pi/5) => sqrt(10-2*sqrt(5))/4
sine-of-three-tenths-of-pi            | sin(a*pi) | (1+sqrt(5))/4         | a == 3/10      | Normal   | cos(pi/5)                           | sin(3*pi/10) => (1+sqrt(5))/4
sine-of-two-fifths-of-pi              | sin(a*pi) | sqrt(10+2*sqrt(5))/4  | a == 2/5       | Normal   | DLMF 4.21.12 and cos(2*pi/5)        | sin(2*pi/5) => sqrt(10+2*sqrt(5))/4
cosine-of-tenth-of-pi                 | cos(a*pi) | sqrt(10+2*sqrt(5))/4  | a == 1/10      | Normal   | sin(2*pi/5)                         | cos(pi/10) => sqrt(10+2*sqrt(5))/4
cosine-of-fifth-of-pi                 | cos(a*pi) | (1+sqrt(5))/4         | a == 1/5       | Normal   | DLMF 4.21.28 for pi/10              | cos(pi/5) => (1+sqrt(5))/4
cosine-of-three-tenths-of-pi          | cos(a*pi) | sqrt(10-2*sqrt(5))/4  | a == 3/10      | Normal   | sin(pi/5)                           | cos(3*pi/10) => sqrt(10-2*sqrt(5))/4
cosine-of-two-fifths-of-pi            | cos(a*pi) | (sqrt(5)-1)/4         | a == 2/5       | Normal   | sin(pi/10)                          | cos(2*pi/5) => (sqrt(5)-1)/4

arcsine-of-half-root-of-two           | asin(a)   | pi/4                  | a == sqrt(2)/2 | Simplify | DLMF Table 4.17.1                   | asin(sqrt(2)/2) => pi/4
arcsine-of-half-root-of-three         | asin(a)   | pi/3                  | a == sqrt(3)/2 | Simplify | DLMF Table 4.17.1                   | asin(sqrt(3)/2) => pi/3
arccosine-of-half-root-of-two         | acos(a)   | pi/4                  | a == sqrt(2)/2 | Simplify | DLMF Table 4.17.1                   | acos(sqrt(2)/2) => pi/4
arccosine-of-half-root-of-three       | acos(a)   | pi/6                  | a == sqrt(3)/2 | Simplify | DLMF Table 4.17.1                   | acos(sqrt(3)/2) => pi/6
arctangent-of-root-of-three           | atan(a)   | pi/3                  | a == sqrt(3)   | Simplify | DLMF Table 4.17.1                   | atan(sqrt(3)) => pi/3
arctangent-of-third-of-root-of-three  | atan(a)   | pi/6                  | a == sqrt(3)/3 | Simplify | DLMF Table 4.17.1                   | atan(sqrt(3)/3) => pi/6
arctangent-of-two-minus-root-of-three | atan(a)   | pi/12                 | a == 2-sqrt(3) | Simplify | DLMF Table 4.17.1                   | atan(2-sqrt(3)) => pi/12
arctangent-of-root-of-two-minus-one   | atan(a)   | pi/8                  | a == sqrt(2)-1 | Simplify | DLMF 4.21.23 for pi/4               | atan(sqrt(2)-1) => pi/8
`
