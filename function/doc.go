// Package function is the one table of known scalar functions: exp, atan2,
// gelu, polygamma. A function is a [Row]; adding one is adding a row with its
// kernels, and nothing else in the program grows.
//
// # Terms
//
//   - A row's texts are infix formulas in the names of its parameters, pi, and
//     the functions of the table; y is the value. A comma between relations
//     means and, and binds loosest: "0 < u, u <= 1".
//   - The domain is where the value exists, over the reals. A parameter with a
//     default is a parameter like any other and has its part in the domain:
//     softplus(u, beta) asks for beta != 0.
//   - A column of derivatives has one text for each parameter, the others
//     fixed. It is the derivative at the points of the domain that are
//     interior and satisfy Smooth; at other points it is the convention of
//     the machine-learning libraries: step(u) for relu, which is 0 at 0 (of
//     max and min at equal arguments it is 0, where they have 1/2). A
//     derivative that grows without bound there is undefined: that of cbrt.
//   - Range is an enclosure of the values on the domain, as tight as it is
//     simple. It is true at every point of the domain, not only at sampled
//     ones, so proofs may use it.
//   - A kernel computes the function in float64. It returns NaN outside the
//     domain, for finite arguments. Its error is at most 1e-14 of the value
//     (or of the least normal float64, if the value is smaller) for
//     elementary functions and 1e-12 for the gamma family; near a zero
//     of digamma, lgamma or polygamma the error is absolute instead, since
//     the zeros are not float64 numbers. A value above the largest float64
//     is an infinity, one below the smallest is 0.
//   - A form, such as if or sum, is called like a function but binds a name
//     or leaves an operand unevaluated, so it is in the language and not in
//     the table; [Forms] lists them.
//
// # Functions of several arities
//
// A row takes as many arguments as it has parameters, less the defaults that
// are left out. Rows may share a name if no count of arguments fits two of
// them: log(u) and log(u, b) are two rows.
//
// # Binomial coefficients
//
// binomial(n, k) is gamma(n+1)/(gamma(k+1)*gamma(n-k+1)) where all three exist,
// so for integers it needs 0 <= k <= n: binomial(3, 5) is undefined and not 0.
//
// # Sources
//
// DLMF is the NIST Digital Library of Mathematical Functions, cited by
// section; PyTorch is the documentation of the class named.
package function
