\\ gp -q remainder.gp > remainder.txt: the largest |f(x) - T(x)| at 401 points of
\\ an interval, in 120 digits, for Taylor polynomials T of order 1 to 9
default(realprecision, 120);
lambda = 10507009873554804934193349852946/10^31;
alpha = 16732632423543772848170429916717/10^31;
sigmoid(x) = 1/(1+exp(-x));
softplus(x) = log(1+exp(x));
gelu(x) = x/2*erfc(-x/sqrt(2));
names = ["sigmoid(x)", "tanh(x)", "silu(x)", "softplus(x)", "mish(x)", "gelu(x)", "gelu_tanh(x)", "logsigmoid(x)", "tanhshrink(x)", "elu(x)", "selu(x)", "celu(x,2)", "softsign(x)"];
f = [sigmoid, tanh, x->x*sigmoid(x), softplus, x->x*tanh(softplus(x)), gelu, x->x/2*(1+tanh(sqrt(2/Pi)*(x+44715/10^6*x^3))), x->-softplus(-x), x->x-tanh(x), x->exp(x)-1, x->lambda*alpha*(exp(x)-1), x->2*(exp(x/2)-1), x->x/(1-x)];
\\ from the left only, where the formula above is right for x < 0
left = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
\\ PARI has no erfc of a series: its derivative is one
series(i, n) = {
  my(X = x + O(x^(n+2)));
  if(i == 6, return(X/2*(1 + intformal(2/sqrt(Pi)*exp(-X^2/2)/sqrt(2)))));
  f[i](X);
}
{
for(i = 1, #f,
  foreach([1/10, 1],  r,
    for(n = 1, 9,
      my(s = series(i, n), T, best = 0);
      T = sum(k = 0, n, polcoef(s, k)*x^k);
      for(j = 0, 400,
        my(a = -r + if(left[i], r, 2*r)*j/400., v);
        v = abs(f[i](a) - subst(T, x, a));
        if(v > best, best = v));
      print(names[i], " | order ", n, " | on [-", r, ", ", if(left[i], 0, r), "] | ", strprintf("%.30g", best)))));
}
