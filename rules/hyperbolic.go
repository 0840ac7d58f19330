package rules

// hyperbolic has the hyperbolic functions. Their normal form is in exponentials.
const hyperbolic = `
Name                                          | From                                  | To                                    | When   | Use      | Source                            | Example
hyperbolic-sine                               | sinh(u)                               | (exp(u)-exp(-u))/2                    |        | Normal   | DLMF 4.28.1                       | sinh(x) => (exp(x)-exp(-x))/2
hyperbolic-cosine                             | cosh(u)                               | (exp(u)+exp(-u))/2                    |        | Normal   | DLMF 4.28.2                       | cosh(x) => (exp(x)+exp(-x))/2
hyperbolic-tangent                            | tanh(u)                               | (exp(u)-exp(-u))/(exp(u)+exp(-u))     |        | Normal   | DLMF 4.28.4                       | tanh(x) => (exp(x)-exp(-x))/(exp(x)+exp(-x))
hyperbolic-cosecant                           | csch(u)                               | 2/(exp(u)-exp(-u))                    |        | Normal   | DLMF 4.28.5                       | csch(x) => 2/(exp(x)-exp(-x))
hyperbolic-secant                             | sech(u)                               | 2/(exp(u)+exp(-u))                    |        | Normal   | DLMF 4.28.6                       | sech(x) => 2/(exp(x)+exp(-x))
hyperbolic-cotangent                          | coth(u)                               | (exp(u)+exp(-u))/(exp(u)-exp(-u))     |        | Normal   | DLMF 4.28.7                       | coth(x) => (exp(x)+exp(-x))/(exp(x)-exp(-x))
exponentials-to-hyperbolic-sine               | exp(u)-exp(-u)                        | 2*sinh(u)                             |        | Explore  | DLMF 4.28.1                       | exp(x)-exp(-x) => 2*sinh(x)
exponentials-to-hyperbolic-cosine             | exp(u)+exp(-u)                        | 2*cosh(u)                             |        | Explore  | DLMF 4.28.2                       | exp(x)+exp(-x) => 2*cosh(x)
exponential-by-hyperbolic-functions           | exp(u)                                | cosh(u)+sinh(u)                       |        | Explore  | DLMF 4.28.3                       | exp(x) => cosh(x)+sinh(x)
hyperbolic-cosine-plus-sine                   | cosh(u)+sinh(u)                       | exp(u)                                |        | Simplify | DLMF 4.28.3                       | cosh(x)+sinh(x) => exp(x)
hyperbolic-cosine-minus-sine                  | cosh(u)-sinh(u)                       | exp(-u)                               |        | Simplify | DLMF 4.28.3                       | cosh(x)-sinh(x) => exp(-x)
hyperbolic-tangent-as-quotient                | tanh(u)                               | sinh(u)/cosh(u)                       |        | Explore  | DLMF 4.28.4                       | tanh(x) => sinh(x)/cosh(x)
quotient-to-hyperbolic-tangent                | sinh(u)/cosh(u)                       | tanh(u)                               |        | Simplify | DLMF 4.28.4                       | sinh(x)/cosh(x) => tanh(x)
quotient-to-hyperbolic-cotangent              | cosh(u)/sinh(u)                       | coth(u)                               |        | Simplify | DLMF 4.28.7                       | cosh(x)/sinh(x) => coth(x)
reciprocal-of-hyperbolic-cosine               | 1/cosh(u)                             | sech(u)                               |        | Explore  | DLMF 4.28.6                       | 1/cosh(x) => sech(x)
reciprocal-of-hyperbolic-sine                 | 1/sinh(u)                             | csch(u)                               |        | Explore  | DLMF 4.28.5                       | 1/sinh(x) => csch(x)
hyperbolic-secant-as-reciprocal               | sech(u)                               | 1/cosh(u)                             |        | Explore  | DLMF 4.28.6                       | sech(x) => 1/cosh(x)
hyperbolic-cosecant-as-reciprocal             | csch(u)                               | 1/sinh(u)                             |        | Explore  | DLMF 4.28.5                       | csch(x) => 1/sinh(x)
hyperbolic-cotangent-as-quotient              | coth(u)                               | cosh(u)/sinh(u)                       |        | Explore  | DLMF 4.28.7                       | coth(x) => cosh(x)/sinh(x)
reciprocal-of-hyperbolic-tangent              | 1/tanh(u)                             | coth(u)                               |        | Simplify | DLMF 4.28.7                       | 1/tanh(x) => coth(x)
reciprocal-of-hyperbolic-cotangent            | 1/coth(u)                             | tanh(u)                               |        | Simplify | DLMF 4.28.7                       | 1/coth(x) => tanh(x)
hyperbolic-tangent-times-cosine               | tanh(u)*cosh(u)                       | sinh(u)                               |        | Simplify | DLMF 4.28.4                       | tanh(x)*cosh(x) => sinh(x)
hyperbolic-tangent-times-cotangent            | tanh(u)*coth(u)                       | 1                                     |        | Simplify | DLMF 4.28.7                       | tanh(x)*coth(x) => 1

hyperbolic-squares                            | cosh(u)^2-sinh(u)^2                   | 1                                     |        | Simplify | DLMF 4.35.11                      | cosh(x)^2-sinh(x)^2 => 1
one-plus-hyperbolic-sine-squared              | 1+sinh(u)^2                           | cosh(u)^2                             |        | Simplify | DLMF 4.35.11                      | 1+sinh(x)^2 => cosh(x)^2
hyperbolic-cosine-squared-minus-one           | cosh(u)^2-1                           | sinh(u)^2                             |        | Simplify | DLMF 4.35.11                      | cosh(x)^2-1 => sinh(x)^2
hyperbolic-cosine-squared                     | cosh(u)^2                             | 1+sinh(u)^2                           |        | Explore  | DLMF 4.35.11                      | cosh(x)^2 => 1+sinh(x)^2
hyperbolic-sine-squared                       | sinh(u)^2                             | cosh(u)^2-1                           |        | Explore  | DLMF 4.35.11                      | sinh(x)^2 => cosh(x)^2-1
one-minus-hyperbolic-tangent-squared          | 1-tanh(u)^2                           | sech(u)^2                             |        | Simplify | DLMF 4.35.12                      | 1-tanh(x)^2 => sech(x)^2
hyperbolic-secant-and-tangent-squared         | sech(u)^2+tanh(u)^2                   | 1                                     |        | Simplify | DLMF 4.35.12                      | sech(x)^2+tanh(x)^2 => 1
hyperbolic-secant-squared                     | sech(u)^2                             | 1-tanh(u)^2                           |        | Explore  | DLMF 4.35.12                      | sech(x)^2 => 1-tanh(x)^2
hyperbolic-tangent-squared                    | tanh(u)^2                             | 1-sech(u)^2                           |        | Explore  | DLMF 4.35.12                      | tanh(x)^2 => 1-sech(x)^2
hyperbolic-cotangent-squared-minus-one        | coth(u)^2-1                           | csch(u)^2                             |        | Simplify | DLMF 4.35.13                      | coth(x)^2-1 => csch(x)^2
hyperbolic-cotangent-and-cosecant-squared     | coth(u)^2-csch(u)^2                   | 1                                     |        | Simplify | DLMF 4.35.13                      | coth(x)^2-csch(x)^2 => 1
root-of-one-plus-hyperbolic-sine-squared      | sqrt(1+sinh(u)^2)                     | cosh(u)                               |        | Simplify | DLMF 4.35.11, both are >= 0       | sqrt(1+sinh(x)^2) => cosh(x)
root-of-hyperbolic-cosine-squared-minus-one   | sqrt(cosh(u)^2-1)                     | abs(sinh(u))                          |        | Simplify | DLMF 4.35.11, both are >= 0       | sqrt(cosh(x)^2-1) => abs(sinh(x))
root-of-one-minus-hyperbolic-tangent-squared  | sqrt(1-tanh(u)^2)                     | sech(u)                               |        | Simplify | DLMF 4.35.12, both are >= 0       | sqrt(1-tanh(x)^2) => sech(x)

hyperbolic-sine-of-sum                        | sinh(u+v)                             | sinh(u)*cosh(v)+cosh(u)*sinh(v)       |        | Explore  | DLMF 4.35.1                       | sinh(x-y) => sinh(x)*cosh(y)-cosh(x)*sinh(y)
hyperbolic-cosine-of-sum                      | cosh(u+v)                             | cosh(u)*cosh(v)+sinh(u)*sinh(v)       |        | Explore  | DLMF 4.35.2                       | cosh(x-y) => cosh(x)*cosh(y)-sinh(x)*sinh(y)
hyperbolic-tangent-of-sum                     | tanh(u+v)                             | (tanh(u)+tanh(v))/(1+tanh(u)*tanh(v)) |        | Explore  | DLMF 4.35.3                       | tanh(x+y) => (tanh(x)+tanh(y))/(1+tanh(x)*tanh(y))
sum-to-hyperbolic-sine-of-sum                 | sinh(u)*cosh(v)+cosh(u)*sinh(v)       | sinh(u+v)                             |        | Simplify | DLMF 4.35.1                       | sinh(x)*cosh(y)+cosh(x)*sinh(y) => sinh(x+y)
difference-to-hyperbolic-sine                 | sinh(u)*cosh(v)-cosh(u)*sinh(v)       | sinh(u-v)                             |        | Simplify | DLMF 4.35.1                       | sinh(x)*cosh(y)-cosh(x)*sinh(y) => sinh(x-y)
sum-to-hyperbolic-cosine-of-sum               | cosh(u)*cosh(v)+sinh(u)*sinh(v)       | cosh(u+v)                             |        | Simplify | DLMF 4.35.2                       | cosh(x)*cosh(y)+sinh(x)*sinh(y) => cosh(x+y)
difference-to-hyperbolic-cosine               | cosh(u)*cosh(v)-sinh(u)*sinh(v)       | cosh(u-v)                             |        | Simplify | DLMF 4.35.2                       | cosh(x)*cosh(y)-sinh(x)*sinh(y) => cosh(x-y)
quotient-to-hyperbolic-tangent-of-sum         | (tanh(u)+tanh(v))/(1+tanh(u)*tanh(v)) | tanh(u+v)                             |        | Simplify | DLMF 4.35.3                       | (tanh(x)+tanh(y))/(1+tanh(x)*tanh(y)) => tanh(x+y)
quotient-to-hyperbolic-tangent-of-difference  | (tanh(u)-tanh(v))/(1-tanh(u)*tanh(v)) | tanh(u-v)                             |        | Simplify | DLMF 4.35.3                       | (tanh(x)-tanh(y))/(1-tanh(x)*tanh(y)) => tanh(x-y)

hyperbolic-sine-of-double                     | sinh(2*u)                             | 2*sinh(u)*cosh(u)                     |        | Explore  | DLMF 4.35.26                      | sinh(2*x) => 2*sinh(x)*cosh(x)
hyperbolic-cosine-of-double                   | cosh(2*u)                             | 2*cosh(u)^2-1                         |        | Explore  | DLMF 4.35.27                      | cosh(2*x) => 2*cosh(x)^2-1
hyperbolic-cosine-of-double-by-sine           | cosh(2*u)                             | 1+2*sinh(u)^2                         |        | Explore  | DLMF 4.35.27                      | cosh(2*x) => 1+2*sinh(x)^2
hyperbolic-cosine-of-double-by-squares        | cosh(2*u)                             | cosh(u)^2+sinh(u)^2                   |        | Explore  | DLMF 4.35.27                      | cosh(2*x) => cosh(x)^2+sinh(x)^2
hyperbolic-tangent-of-double                  | tanh(2*u)                             | 2*tanh(u)/(1+tanh(u)^2)               |        | Explore  | DLMF 4.35.28                      | tanh(2*x) => 2*tanh(x)/(1+tanh(x)^2)
hyperbolic-sine-of-triple                     | sinh(3*u)                             | 3*sinh(u)+4*sinh(u)^3                 |        | Explore  | DLMF 4.35.29                      | sinh(3*x) => 3*sinh(x)+4*sinh(x)^3
hyperbolic-cosine-of-triple                   | cosh(3*u)                             | 4*cosh(u)^3-3*cosh(u)                 |        | Explore  | DLMF 4.35.30                      | cosh(3*x) => 4*cosh(x)^3-3*cosh(x)
product-to-hyperbolic-sine-of-double          | sinh(u)*cosh(u)                       | sinh(2*u)/2                           |        | Simplify | DLMF 4.35.26                      | sinh(x)*cosh(x) => sinh(2*x)/2
squares-to-hyperbolic-cosine-of-double        | cosh(u)^2+sinh(u)^2                   | cosh(2*u)                             |        | Simplify | DLMF 4.35.27                      | cosh(x)^2+sinh(x)^2 => cosh(2*x)
hyperbolic-cosine-square-to-double            | 2*cosh(u)^2-1                         | cosh(2*u)                             |        | Simplify | DLMF 4.35.27                      | 2*cosh(x)^2-1 => cosh(2*x)
hyperbolic-sine-square-to-double              | 1+2*sinh(u)^2                         | cosh(2*u)                             |        | Simplify | DLMF 4.35.27                      | 1+2*sinh(x)^2 => cosh(2*x)
quotient-to-hyperbolic-tangent-of-double      | tanh(u)/(1+tanh(u)^2)                 | tanh(2*u)/2                           |        | Simplify | DLMF 4.35.28                      | tanh(x)/(1+tanh(x)^2) => tanh(2*x)/2
hyperbolic-sine-squared-by-double             | sinh(u)^2                             | (cosh(2*u)-1)/2                       |        | Explore  | DLMF 4.35.27                      | sinh(x)^2 => (cosh(2*x)-1)/2
hyperbolic-cosine-squared-by-double           | cosh(u)^2                             | (cosh(2*u)+1)/2                       |        | Explore  | DLMF 4.35.27                      | cosh(x)^2 => (cosh(2*x)+1)/2
hyperbolic-sine-of-half                       | sinh(u/2)                             | sqrt((cosh(u)-1)/2)                   | u >= 0 | Explore  | DLMF 4.35.20                      | sinh(x/2) with x > 0 => sqrt((cosh(x)-1)/2)
hyperbolic-cosine-of-half                     | cosh(u/2)                             | sqrt((cosh(u)+1)/2)                   |        | Explore  | DLMF 4.35.21                      | cosh(x/2) => sqrt((cosh(x)+1)/2)
hyperbolic-tangent-of-half                    | tanh(u/2)                             | sinh(u)/(cosh(u)+1)                   |        | Explore  | DLMF 4.35.22                      | tanh(x/2) => sinh(x)/(cosh(x)+1)
hyperbolic-tangent-of-half-by-cosine          | tanh(u/2)                             | (cosh(u)-1)/sinh(u)                   | u != 0 | Explore  | DLMF 4.35.22                      | tanh(x/2) with x > 0 => (cosh(x)-1)/sinh(x)
quotient-to-hyperbolic-tangent-of-half        | sinh(u)/(cosh(u)+1)                   | tanh(u/2)                             |        | Simplify | DLMF 4.35.22                      | sinh(x)/(cosh(x)+1) => tanh(x/2)
cosine-quotient-to-hyperbolic-tangent-of-half | (cosh(u)-1)/sinh(u)                   | tanh(u/2)                             |        | Simplify | DLMF 4.35.22                      | (cosh(x)-1)/sinh(x) => tanh(x/2)

product-of-hyperbolic-sines                   | sinh(u)*sinh(v)                       | (cosh(u+v)-cosh(u-v))/2               |        | Explore  | DLMF 4.35.14                      | sinh(x)*sinh(y) => (cosh(x+y)-cosh(x-y))/2
product-of-hyperbolic-cosines                 | cosh(u)*cosh(v)                       | (cosh(u+v)+cosh(u-v))/2               |        | Explore  | DLMF 4.35.15                      | cosh(x)*cosh(y) => (cosh(x+y)+cosh(x-y))/2
product-of-hyperbolic-sine-and-cosine         | sinh(u)*cosh(v)                       | (sinh(u+v)+sinh(u-v))/2               |        | Explore  | DLMF 4.35.16                      | sinh(x)*cosh(y) => (sinh(x+y)+sinh(x-y))/2
sum-of-hyperbolic-sines                       | sinh(u)+sinh(v)                       | 2*sinh((u+v)/2)*cosh((u-v)/2)         |        | Explore  | DLMF 4.35.5                       | sinh(x)+sinh(y) => 2*sinh((x+y)/2)*cosh((x-y)/2)
difference-of-hyperbolic-sines                | sinh(u)-sinh(v)                       | 2*cosh((u+v)/2)*sinh((u-v)/2)         |        | Explore  | DLMF 4.35.6                       | sinh(x)-sinh(y) => 2*cosh((x+y)/2)*sinh((x-y)/2)
sum-of-hyperbolic-cosines                     | cosh(u)+cosh(v)                       | 2*cosh((u+v)/2)*cosh((u-v)/2)         |        | Explore  | DLMF 4.35.7                       | cosh(x)+cosh(y) => 2*cosh((x+y)/2)*cosh((x-y)/2)
difference-of-hyperbolic-cosines              | cosh(u)-cosh(v)                       | 2*sinh((u+v)/2)*sinh((u-v)/2)         |        | Explore  | DLMF 4.35.8                       | cosh(x)-cosh(y) => 2*sinh((x+y)/2)*sinh((x-y)/2)
sum-of-hyperbolic-tangents                    | tanh(u)+tanh(v)                       | sinh(u+v)/(cosh(u)*cosh(v))           |        | Explore  | DLMF 4.35.9                       | tanh(x)+tanh(y) => sinh(x+y)/(cosh(x)*cosh(y))
difference-of-hyperbolic-sine-squares         | sinh(u)^2-sinh(v)^2                   | sinh(u+v)*sinh(u-v)                   |        | Explore  | DLMF 4.35.17                      | sinh(x)^2-sinh(y)^2 => sinh(x+y)*sinh(x-y)
difference-of-hyperbolic-cosine-squares       | cosh(u)^2-cosh(v)^2                   | sinh(u+v)*sinh(u-v)                   |        | Explore  | DLMF 4.35.18                      | cosh(x)^2-cosh(y)^2 => sinh(x+y)*sinh(x-y)
hyperbolic-sine-square-plus-cosine-square     | sinh(u)^2+cosh(v)^2                   | cosh(u+v)*cosh(u-v)                   |        | Explore  | DLMF 4.35.19                      | sinh(x)^2+cosh(y)^2 => cosh(x+y)*cosh(x-y)
hyperbolic-tangent-by-double-exponential      | tanh(u)                               | 1-2/(1+exp(2*u))                      |        | Explore  | DLMF 4.28.4 times exp(u)/exp(u)   | tanh(x) => 1-2/(1+exp(2*x))
double-exponentials-to-hyperbolic-tangent     | (1-exp(-2*u))/(1+exp(-2*u))           | tanh(u)                               |        | Explore  | DLMF 4.28.4 times exp(-u)/exp(-u) | (1-exp(-2*x))/(1+exp(-2*x)) => tanh(x)
double-exponential-to-hyperbolic-tangent      | (exp(2*u)-1)/(exp(2*u)+1)             | tanh(u)                               |        | Explore  | DLMF 4.28.4 times exp(u)/exp(u)   | (exp(2*x)-1)/(exp(2*x)+1) => tanh(x)
`
