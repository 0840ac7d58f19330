package rules

// parity has odd and even functions of differences. The canonical form takes out
// signs of products only.
const parity = `
Name                                                | From            | To               | When | Use     | Source               | Example
sine-of-opposite-difference                         | sin(a-b)        | -sin(b-a)        |      | Explore | DLMF 4.21.24         | sin(x-y) => -sin(y-x)
tangent-of-opposite-difference                      | tan(a-b)        | -tan(b-a)        |      | Explore | DLMF 4.21.26         | tan(x-y) => -tan(y-x)
cosecant-of-opposite-difference                     | csc(a-b)        | -csc(b-a)        |      | Explore | DLMF 4.21.24, 4.14.5 | csc(x-y) => -csc(y-x)
cotangent-of-opposite-difference                    | cot(a-b)        | -cot(b-a)        |      | Explore | DLMF 4.21.26, 4.14.7 | cot(x-y) => -cot(y-x)
arcsine-of-opposite-difference                      | asin(a-b)       | -asin(b-a)       |      | Explore | DLMF 4.23.10         | asin(x-y) => -asin(y-x)
arctangent-of-opposite-difference                   | atan(a-b)       | -atan(b-a)       |      | Explore | DLMF 4.23.12         | atan(x-y) => -atan(y-x)
arccosecant-of-opposite-difference                  | acsc(a-b)       | -acsc(b-a)       |      | Explore | DLMF 4.23.13         | acsc(x-y) => -acsc(y-x)
arccotangent-of-opposite-difference                 | acot(a-b)       | -acot(b-a)       |      | Explore | DLMF 4.23.15         | acot(x-y) => -acot(y-x)
hyperbolic-sine-of-opposite-difference              | sinh(a-b)       | -sinh(b-a)       |      | Explore | DLMF 4.35.23         | sinh(x-y) => -sinh(y-x)
hyperbolic-tangent-of-opposite-difference           | tanh(a-b)       | -tanh(b-a)       |      | Explore | DLMF 4.35.25         | tanh(x-y) => -tanh(y-x)
hyperbolic-cosecant-of-opposite-difference          | csch(a-b)       | -csch(b-a)       |      | Explore | DLMF 4.35.23, 4.28.5 | csch(x-y) => -csch(y-x)
hyperbolic-cotangent-of-opposite-difference         | coth(a-b)       | -coth(b-a)       |      | Explore | DLMF 4.35.25, 4.28.7 | coth(x-y) => -coth(y-x)
inverse-hyperbolic-sine-of-opposite-difference      | asinh(a-b)      | -asinh(b-a)      |      | Explore | DLMF 4.37.10         | asinh(x-y) => -asinh(y-x)
inverse-hyperbolic-tangent-of-opposite-difference   | atanh(a-b)      | -atanh(b-a)      |      | Explore | DLMF 4.37.12         | atanh(x-y) => -atanh(y-x)
inverse-hyperbolic-cosecant-of-opposite-difference  | acsch(a-b)      | -acsch(b-a)      |      | Explore | DLMF 4.37.13         | acsch(x-y) => -acsch(y-x)
inverse-hyperbolic-cotangent-of-opposite-difference | acoth(a-b)      | -acoth(b-a)      |      | Explore | DLMF 4.37.15         | acoth(x-y) => -acoth(y-x)
error-function-of-opposite-difference               | erf(a-b)        | -erf(b-a)        |      | Explore | DLMF 7.4.1           | erf(x-y) => -erf(y-x)
imaginary-error-function-of-opposite-difference     | erfi(a-b)       | -erfi(b-a)       |      | Explore | DLMF 7.4.1           | erfi(x-y) => -erfi(y-x)
sign-of-opposite-difference                         | sign(a-b)       | -sign(b-a)       |      | Explore | definition           | sign(x-y) => -sign(y-x)
cube-root-of-opposite-difference                    | cbrt(a-b)       | -cbrt(b-a)       |      | Explore | definition           | cbrt(x-y) => -cbrt(y-x)
softsign-of-opposite-difference                     | softsign(a-b)   | -softsign(b-a)   |      | Explore | definition           | softsign(x-y) => -softsign(y-x)
hyperbolic-tangent-shrinkage-of-opposite-difference | tanhshrink(a-b) | -tanhshrink(b-a) |      | Explore | DLMF 4.35.25         | tanhshrink(x-y) => -tanhshrink(y-x)

cosine-of-opposite-difference                       | cos(a-b)        | cos(b-a)         |      | Explore | DLMF 4.21.25         | cos(x-y) => cos(y-x)
secant-of-opposite-difference                       | sec(a-b)        | sec(b-a)         |      | Explore | DLMF 4.21.25, 4.14.6 | sec(x-y) => sec(y-x)
hyperbolic-cosine-of-opposite-difference            | cosh(a-b)       | cosh(b-a)        |      | Explore | DLMF 4.35.24         | cosh(x-y) => cosh(y-x)
hyperbolic-secant-of-opposite-difference            | sech(a-b)       | sech(b-a)        |      | Explore | DLMF 4.35.24, 4.28.6 | sech(x-y) => sech(y-x)
`
