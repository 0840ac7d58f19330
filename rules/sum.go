package rules

// sum has finite sums of known value. No pattern variable stands below the sum,
// where it could hide the index.
const sum = `
Name                     | From                      | To                | When   | Use     | Source                                   | Example
sum-of-integers          | sum(k, 1, n, k)           | n*(n+1)/2         | n >= 0 | Explore | DLMF 1.2.10                              | sum(k, 1, n, k) with n >= 1 => n*(n+1)/2
sum-of-squares           | sum(k, 1, n, k^2)         | n*(n+1)*(2*n+1)/6 | n >= 0 | Explore | both sides grow by (n+1)^2 from n to n+1 | sum(k, 1, n, k^2) with n >= 1 => n*(n+1)*(2*n+1)/6
sum-of-cubes-of-integers | sum(k, 1, n, k^3)         | n^2*(n+1)^2/4     | n >= 0 | Explore | both sides grow by (n+1)^3 from n to n+1 | sum(k, 1, n, k^3) with n >= 1 => n^2*(n+1)^2/4
sum-of-odd-integers      | sum(k, 1, n, 2*k-1)       | n^2               | n >= 0 | Explore | DLMF 1.2.10                              | sum(k, 1, n, 2*k-1) with n >= 1 => n^2
product-of-integers      | prod(k, 1, n, k)          | factorial(n)      | n >= 0 | Explore | definition                               | prod(k, 1, n, k) with n >= 1 => factorial(n)
telescoping-reciprocals  | sum(k, 1, n, 1/(k*(k+1))) | n/(n+1)           | n >= 0 | Explore | 1/(k*(k+1)) is 1/k-1/(k+1)               | sum(k, 1, n, 1/(k*(k+1))) with n >= 1 => n/(n+1)
`
