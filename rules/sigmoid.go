package rules

// sigmoid has the smooth activation functions made of exponentials.
const sigmoid = `
Name                                       | From                           | To                              | When | Use      | Source                                     | Example
sigmoid-definition                         | sigmoid(u)                     | 1/(1+exp(-u))                   |      | Normal   | definition                                 | sigmoid(x) => 1/(1+exp(-x))
reciprocal-to-sigmoid                      | 1/(1+exp(-u))                  | sigmoid(u)                      |      | Explore  | definition                                 | 1/(1+exp(-x)) => sigmoid(x)
reciprocal-to-sigmoid-of-opposite          | 1/(1+exp(u))                   | sigmoid(-u)                     |      | Explore  | definition                                 | 1/(1+exp(x)) => sigmoid(-x)
quotient-to-sigmoid                        | exp(u)/(1+exp(u))              | sigmoid(u)                      |      | Explore  | definition times exp(u)/exp(u)             | exp(x)/(1+exp(x)) => sigmoid(x)
sigmoid-as-quotient                        | sigmoid(u)                     | exp(u)/(1+exp(u))               |      | Explore  | definition times exp(u)/exp(u)             | sigmoid(x) => exp(x)/(1+exp(x))
share-to-sigmoid                           | exp(a)/(exp(a)+exp(b))         | sigmoid(a-b)                    |      | Explore  | definition times exp(a)/exp(a)             | exp(x)/(exp(x)+exp(y)) => sigmoid(x-y)
sigmoid-to-share                           | sigmoid(a-b)                   | exp(a)/(exp(a)+exp(b))          |      | Explore  | definition times exp(a)/exp(a)             | sigmoid(x-y) => exp(x)/(exp(x)+exp(y))
share-of-shifted-exponents                 | exp(a+c)/(exp(a+c)+exp(b+c))   | exp(a)/(exp(a)+exp(b))          |      | Simplify | exp(c) cancels                             | exp(x+z)/(exp(x+z)+exp(y+z)) => exp(x)/(exp(x)+exp(y))
one-minus-sigmoid                          | 1-sigmoid(u)                   | sigmoid(-u)                     |      | Simplify | 1-1/(1+e) is e/(1+e)                       | 1-sigmoid(x) => sigmoid(-x)
sigmoid-of-opposite                        | sigmoid(-u)                    | 1-sigmoid(u)                    |      | Explore  | one-minus-sigmoid                          | sigmoid(-x) => 1-sigmoid(x)
sigmoids-of-opposites                      | sigmoid(u)+sigmoid(-u)         | 1                               |      | Simplify | one-minus-sigmoid                          | sigmoid(x)+sigmoid(-x) => 1
product-of-sigmoids-of-opposites           | sigmoid(u)*sigmoid(-u)         | sigmoid(u)*(1-sigmoid(u))       |      | Explore  | one-minus-sigmoid                          | sigmoid(x)*sigmoid(-x) => sigmoid(x)*(1-sigmoid(x))
sigmoid-derivative-as-product              | sigmoid(u)*(1-sigmoid(u))      | sigmoid(u)*sigmoid(-u)          |      | Explore  | one-minus-sigmoid                          | sigmoid(x)*(1-sigmoid(x)) => sigmoid(x)*sigmoid(-x)
product-of-sigmoids-as-reciprocal          | sigmoid(u)*sigmoid(-u)         | 1/(2+exp(u)+exp(-u))            |      | Explore  | (1+e)*(1+1/e) is 2+e+1/e                   | sigmoid(x)*sigmoid(-x) => 1/(2+exp(x)+exp(-x))
sigmoid-derivative                         | exp(-u)/(1+exp(-u))^2          | sigmoid(u)*(1-sigmoid(u))       |      | Explore  | definition                                 | exp(-x)/(1+exp(-x))^2 => sigmoid(x)*(1-sigmoid(x))
sigmoid-derivative-by-exponential          | exp(u)/(1+exp(u))^2            | sigmoid(u)*(1-sigmoid(u))       |      | Explore  | definition                                 | exp(x)/(1+exp(x))^2 => sigmoid(x)*(1-sigmoid(x))
sigmoid-derivative-written-out             | sigmoid(u)*(1-sigmoid(u))      | exp(-u)/(1+exp(-u))^2           |      | Explore  | definition                                 | sigmoid(x)*(1-sigmoid(x)) => exp(-x)/(1+exp(-x))^2
odds-of-sigmoid                            | sigmoid(u)/(1-sigmoid(u))      | exp(u)                          |      | Simplify | definition                                 | sigmoid(x)/(1-sigmoid(x)) => exp(x)
odds-of-sigmoid-by-opposite                | sigmoid(u)/sigmoid(-u)         | exp(u)                          |      | Simplify | definition                                 | sigmoid(x)/sigmoid(-x) => exp(x)
sigmoid-times-exponential                  | exp(-u)*sigmoid(u)             | sigmoid(-u)                     |      | Simplify | definition                                 | exp(-x)*sigmoid(x) => sigmoid(-x)
sigmoid-of-logarithm                       | sigmoid(log(a))                | a/(1+a)                         |      | Normal   | definition, DLMF 4.8.10                    | sigmoid(log(x)) => x/(1+x)
sigmoid-of-logit                           | sigmoid(log(a/(1-a)))          | a                               |      | Simplify | 1+(1-a)/a is 1/a                           | sigmoid(log(x/(1-x))) => x
sigmoid-of-logit-as-difference             | sigmoid(log(a)-log(1-a))       | a                               |      | Simplify | 1+(1-a)/a is 1/a                           | sigmoid(log(x)-log(1-x)) => x
logit-of-sigmoid                           | log(sigmoid(u)/(1-sigmoid(u))) | u                               |      | Simplify | odds-of-sigmoid, DLMF 4.8.9                | log(sigmoid(x)/(1-sigmoid(x))) => x
sigmoid-by-hyperbolic-tangent              | sigmoid(u)                     | (1+tanh(u/2))/2                 |      | Explore  | DLMF 4.28.4 times exp(-u/2)/exp(-u/2)      | sigmoid(x) => (1+tanh(x/2))/2
hyperbolic-tangent-by-sigmoid              | tanh(u)                        | 2*sigmoid(2*u)-1                |      | Explore  | DLMF 4.28.4 times exp(-u)/exp(-u)          | tanh(x) => 2*sigmoid(2*x)-1
sigmoid-to-hyperbolic-tangent              | 2*sigmoid(u)-1                 | tanh(u/2)                       |      | Simplify | sigmoid-by-hyperbolic-tangent              | 2*sigmoid(2*x)-1 => tanh(x)
one-minus-double-sigmoid                   | 1-2*sigmoid(u)                 | -tanh(u/2)                      |      | Simplify | sigmoid-by-hyperbolic-tangent              | 1-2*sigmoid(x) => -tanh(x/2)
one-plus-hyperbolic-tangent                | 1+tanh(u)                      | 2*sigmoid(2*u)                  |      | Explore  | sigmoid-by-hyperbolic-tangent              | 1+tanh(x) => 2*sigmoid(2*x)
one-minus-hyperbolic-tangent               | 1-tanh(u)                      | 2*sigmoid(-2*u)                 |      | Explore  | sigmoid-by-hyperbolic-tangent              | 1-tanh(x) => 2*sigmoid(-2*x)
hyperbolic-secant-squared-by-sigmoid       | 1-tanh(u)^2                    | 4*sigmoid(2*u)*sigmoid(-2*u)    |      | Explore  | one-plus- and one-minus-hyperbolic-tangent | 1-tanh(x)^2 => 4*sigmoid(2*x)*sigmoid(-2*x)

logarithm-of-sigmoid                       | log(sigmoid(u))                | logsigmoid(u)                   |      | Simplify | definition                                 | log(sigmoid(x)) => logsigmoid(x)
exponential-of-log-sigmoid                 | exp(logsigmoid(u))             | sigmoid(u)                      |      | Simplify | definition                                 | exp(logsigmoid(x)) => sigmoid(x)
log-sigmoid-definition                     | logsigmoid(u)                  | -log(1+exp(-u))                 |      | Normal   | definition                                 | logsigmoid(x) => -log(1+exp(-x))
log-sigmoid-by-softplus                    | logsigmoid(u)                  | -softplus(-u)                   |      | Explore  | definition                                 | logsigmoid(x) => -softplus(-x)
softplus-by-log-sigmoid                    | softplus(u)                    | -logsigmoid(-u)                 |      | Explore  | definition                                 | softplus(x) => -logsigmoid(-x)
logarithm-of-one-minus-sigmoid             | log(1-sigmoid(u))              | -softplus(u)                    |      | Simplify | 1-sigmoid(u) is 1/(1+exp(u))               | log(1-sigmoid(x)) => -softplus(x)
log-sigmoid-difference                     | logsigmoid(u)-logsigmoid(-u)   | u                               |      | Simplify | odds-of-sigmoid-by-opposite, DLMF 4.8.9    | logsigmoid(x)-logsigmoid(-x) => x
softplus-definition                        | softplus(u, b)                 | log(1+exp(b*u))/b               |      | Normal   | definition                                 | softplus(x) => log(1+exp(x))
logarithm-to-softplus                      | log(1+exp(u))                  | softplus(u)                     |      | Explore  | definition                                 | log(1+exp(x)) => softplus(x)
softplus-scaled                            | softplus(u, b)                 | softplus(b*u)/b                 |      | Explore  | definition                                 | softplus(x, 2) => softplus(2*x)/2
softplus-difference                        | softplus(u)-softplus(-u)       | u                               |      | Simplify | (1+e)/(1+1/e) is e                         | softplus(x)-softplus(-x) => x
softplus-of-opposite                       | softplus(-u)                   | softplus(u)-u                   |      | Explore  | softplus-difference                        | softplus(-x) => softplus(x)-x
softplus-by-maximum                        | softplus(u)                    | max(u, 0)+log(1+exp(-abs(u)))   |      | Explore  | u >= 0: u+log(1+exp(-u)) is log(exp(u)+1)  | softplus(x) => max(x, 0)+log(1+exp(-abs(x)))
softplus-by-rectifier                      | softplus(u)                    | relu(u)+softplus(-abs(u))       |      | Explore  | u >= 0: softplus-difference                | softplus(x) => relu(x)+softplus(-abs(x))
exponential-of-softplus                    | exp(softplus(u))               | 1+exp(u)                        |      | Simplify | DLMF 4.8.10                                | exp(softplus(x)) => 1+exp(x)
exponential-of-negative-softplus           | exp(-softplus(u))              | sigmoid(-u)                     |      | Simplify | DLMF 4.8.10                                | exp(-softplus(x)) => sigmoid(-x)
inverse-of-softplus                        | log(exp(softplus(u))-1)        | u                               |      | Simplify | DLMF 4.8.10, 4.8.9                         | log(exp(softplus(x))-1) => x
softplus-of-inverse                        | softplus(log(exp(u)-1))        | u                               |      | Simplify | DLMF 4.8.10, 4.8.9                         | softplus(log(exp(x)-1)) => x
softplus-of-logarithm                      | softplus(log(a))               | log(1+a)                        |      | Simplify | DLMF 4.8.10                                | softplus(log(x)) => log(1+x)
hyperbolic-tangent-of-softplus             | tanh(softplus(u))              | 1-2/(1+(1+exp(u))^2)            |      | Explore  | hyperbolic-tangent-by-double-exponential   | tanh(softplus(x)) => 1-2/(1+(1+exp(x))^2)
log-sum-exp-by-softplus                    | log(exp(a)+exp(b))             | a+softplus(b-a)                 |      | Explore  | DLMF 4.8.2 for exp(a)*(1+exp(b-a))         | log(exp(x)+exp(y)) => x+softplus(y-x)
log-sum-exp-by-maximum                     | log(exp(a)+exp(b))             | max(a, b)+log(1+exp(-abs(a-b))) |      | Explore  | DLMF 4.8.2 for exp(max(a,b))               | log(exp(x)+exp(y)) => max(x, y)+log(1+exp(-abs(x-y)))
softplus-to-log-sum-exp                    | a+softplus(b-a)                | log(exp(a)+exp(b))              |      | Explore  | DLMF 4.8.2 for exp(a)*(1+exp(b-a))         | x+softplus(y-x) => log(exp(x)+exp(y))
log-sum-exp-of-shifted                     | log(exp(a+c)+exp(b+c))         | c+log(exp(a)+exp(b))            |      | Simplify | DLMF 4.8.2 for exp(c)*(exp(a)+exp(b))      | log(exp(x+z)+exp(y+z)) => z+log(exp(x)+exp(y))
term-plus-logarithm-of-sum                 | c+log(exp(a)+exp(b))           | log(exp(a+c)+exp(b+c))          |      | Explore  | DLMF 4.8.2 for exp(c)*(exp(a)+exp(b))      | z+log(exp(x)+exp(y)) => log(exp(x+z)+exp(y+z))

swish-definition                           | silu(u)                        | u*sigmoid(u)                    |      | Normal   | definition                                 | silu(x) => x*sigmoid(x)
product-to-swish                           | u*sigmoid(u)                   | silu(u)                         |      | Explore  | definition                                 | x*sigmoid(x) => silu(x)
swish-difference                           | silu(u)-silu(-u)               | u                               |      | Simplify | sigmoids-of-opposites                      | silu(x)-silu(-x) => x
swish-of-opposite                          | silu(-u)                       | silu(u)-u                       |      | Explore  | swish-difference                           | silu(-x) => silu(x)-x
mish-definition                            | mish(u)                        | u*tanh(softplus(u))             |      | Normal   | definition                                 | mish(x) => x*tanh(softplus(x))
product-to-mish                            | u*tanh(softplus(u))            | mish(u)                         |      | Explore  | definition                                 | x*tanh(softplus(x)) => mish(x)
softsign-definition                        | softsign(u)                    | u/(1+abs(u))                    |      | Normal   | definition                                 | softsign(x) => x/(1+abs(x))
quotient-to-softsign                       | u/(1+abs(u))                   | softsign(u)                     |      | Explore  | definition                                 | x/(1+abs(x)) => softsign(x)
hyperbolic-tangent-shrinkage               | tanhshrink(u)                  | u-tanh(u)                       |      | Normal   | definition                                 | tanhshrink(x) => x-tanh(x)
difference-to-hyperbolic-tangent-shrinkage | u-tanh(u)                      | tanhshrink(u)                   |      | Explore  | definition                                 | x-tanh(x) => tanhshrink(x)
`
