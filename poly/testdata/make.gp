\\ Makes the cases that the tests read, with PARI/GP as the oracle:
\\   gp -q -s 500M make.gp > cases.txt
\\ A line is an operation, its operands and its results, separated by |.
setrand(20260727);
x; y; z; w;
mono(d) = x^random(d+1)*y^random(d+1)*z^random(d+1);
rnd(t, d, c) = sum(i=1, t, (random(2*c+1)-c)*mono(d));
rndq(t, d, c) = sum(i=1, t, (random(2*c+1)-c)/(1+random(12))*mono(d));
uni(d, c) = x^d*(1+random(5)) + sum(i=0, d-1, (random(2*c+1)-c)*x^i);
nz(f) = if(f == 0, 1, f);
two(op, a, b, r) = print(op, "|", a, "|", b, "|", r);

{
for(i=1, 120,
  c = if(i%3==0, 10^25, if(i%3==1, 9, 10^9));
  a = rndq(1+random(12), 1+random(9), c); b = rndq(1+random(12), 1+random(9), c);
  two("mul", a, b, a*b);
  two("add", a, b, a+b));
}
{
for(i=1, 150,
  c = if(i%4==0, 10^22, 20); d = 1+random(4);
  g = nz(rnd(1+random(5), d, c)); a = nz(rnd(1+random(6), d, c)); b = nz(rnd(1+random(6), d, c));
  two("gcd", a*g, b*g, gcd(a*g, b*g)));
}
{
for(i=1, 60,
  g = uni(1+random(12), 30); a = uni(1+random(12), 10^(1+random(15))); b = uni(1+random(12), 30);
  two("gcd", a*g, b*g, gcd(a*g, b*g));
  two("rem", a*g, b, (a*g)%b);
  two("quo", a*g, b, (a*g)\b));
}
fac(f) = { my(m = factor(f)); print1("factor|", f); for(i=1, #m~, if(poldegree(m[i,1], x) > 0 || #variables(m[i,1]) > 0, print1("|", m[i,1], "|", m[i,2]))); print() };
{
for(i=1, 80,
  f = 1;
  for(j=1, 1+random(4), f *= uni(1+random(6), 12)^(1+random(2)));
  fac(f));
}
foreach([1,2,3,4,5,6,8,9,10,12,15,16,18,20,24,30,36,45,60,105], n, fac(x^n-1); fac(x^n+1); fac(x^n-2));
fac(polcompositum(polcompositum(x^2-2,x^2-3)[1],x^2-5)[1]);
fac(x^4+4); fac(x^4+64*x^0); fac(4*x^4+1); fac(x^4-10*x^2+1); fac(x^8-40*x^6+352*x^4-960*x^2+576);
fac(prod(i=1,12,x-i)); fac(prod(i=1,12,x-i)+1); fac(polcyclo(91)); fac(polchebyshev(20)); fac(pollegendre(15)*2^14);
{
for(i=1, 60,
  f = 1;
  for(j=1, 1+random(3), d = 1+random(2); f *= nz(rnd(2+random(4), d, 6))^(1+(random(4)==0)));
  if(#variables(f) > 0, fac(f)));
}
quit
