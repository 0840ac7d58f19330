\\ gp -q pari.gp > pari.txt: series of PARI/GP, as valuation and coefficients
show(name, at, n, s) = {
  print(name, " | at ", at, " | order ", n);
  my(v = valuation(s, x), c = Vec(s), out = Str("\t", v));
  for(i = 1, #c, if(v+i-1 <= n, out = Str(out, " ", c[i])));
  print(out);
}
X(n) = x + O(x^(n+1));
show("sin(tanh(x))*exp(x)", 0, 120, sin(tanh(X(120)))*exp(X(120)));
show("1/(1+exp(-x))", 0, 120, 1/(1+exp(-X(120))));
show("exp(exp(x)-1)", 0, 80, exp(exp(X(80))-1));
show("tan(x)", 0, 101, tan(X(101)));
show("log(1+x)*atan(x)", 0, 60, log(1+X(60))*atan(X(60)));
show("asin(x)/(1+x)^(3/2)", 0, 60, asin(X(60))/(1+X(60))^(3/2));
show("sqrt(1+x+x^2)", 0, 60, sqrt(1+X(60)+X(60)^2));
show("(8+x)^(1/3)", 0, 40, 2*(1+X(40)/8)^(1/3));
show("1/sin(x)", 0, 41, 1/sin(X(43)));
show("x/(exp(x)-1)", 0, 60, X(61)/(exp(X(61))-1));
show("1/(cos(x)-1)^2", 0, 30, 1/(cos(X(38))-1)^2);
show("sin(x)/x^3-1/x^2", 0, 40, sin(X(43))/x^3-1/x^2);
show("cosh(sin(x))-1/(1-x)", 0, 50, cosh(sin(X(50)))-1/(1-X(50)));
show("1/x^2", "1/2", 40, 1/(1/2+X(40))^2);
show("atan(x)-pi/4", 1, 40, intformal(1/(1+(1+X(40))^2)));
show("(x^3-2)/(x^5+x+1)", 2, 50, ((2+X(50))^3-2)/((2+X(50))^5+2+X(50)+1));
show("tanh(x)^3/(1-tanh(x))", 0, 60, tanh(X(60))^3/(1-tanh(X(60))));
show("exp(-x^2/2)*cos(3*x)", 0, 60, exp(-X(60)^2/2)*cos(3*X(60)));
show("asinh(x)^2", 0, 60, asinh(X(60))^2);
show("sin(x)^20", 0, 60, sin(X(60))^20);
show("log(x)*(x-1)", 1, 50, log(1+X(50))*X(50));
