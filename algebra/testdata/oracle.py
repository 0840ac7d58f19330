#!/usr/bin/python3
"""Writes the answers of SymPy that the tests of this folder compare with:
factor.txt, together.txt, collect.txt, apart.txt and expand.txt. They were made
once, with SymPy 1.11; run it in this folder to make them again.

Each file has an input line, then tab-indented lines of what SymPy says:
factors with their multiplicities, numerator and denominator in lowest terms,
coefficients by powers, partial fractions, terms."""
import random
import sympy
from sympy import Integer, Poly, apart, cancel, expand, factor_list, fraction, symbols

a, b, c, x, y, z = symbols('a b c x y z')
random.seed(20)


def poly(names, terms, degree, top=5):
    """a random polynomial, not 0"""
    while True:
        p = Integer(0)
        for _ in range(random.randint(1, terms)):
            t = Integer(random.choice([k for k in range(-top, top + 1) if k]))
            for _ in range(random.randint(0, degree)):
                t *= random.choice(names)
            p += t
        if p != 0:
            return p


def write(name, cases):
    with open(name, 'w') as f:
        for text, lines in cases:
            f.write(text.replace('**', '^').replace(' ', '') + '\n')
            for l in lines:
                f.write('\t' + str(l).replace('**', '^').replace(' ', '') + '\n')


def factors(text):
    e = sympy.sympify(text.replace('^', '**'))
    n, d = fraction(cancel(e))
    k, up = factor_list(n)
    m, down = factor_list(d)
    return [k / m] + ['%d;%s' % (i, f) for f, i in up] + ['%d;%s' % (-i, f) for f, i in down]


classics = '''x^2-y^2
6*x^2+6
x^4+4
x^12-1
x^15+1
x^24-1
x^4+x^2+1
x^8+x^4+1
x^5-x-1
x^3+y^3+z^3-3*x*y*z
(x+y+z)^3-x^3-y^3-z^3
x^4+64*y^4
a*x+a*y+b*x+b*y
a^2*b-a*b^2+b^2*c-b*c^2+c^2*a-c*a^2
(a+b)*(b+c)*(c+a)+a*b*c
x^2/4-1/9
1-x^2
-x^2+2*x-1
y-y^2
x^10-y^10
4*x^4+1
x^6-9*x^4+4*x^2-36
x^4-10*x^2+1
x^8-40*x^6+352*x^4-960*x^2+576
x^16-136*x^14+6476*x^12-141912*x^10+1513334*x^8-7453176*x^6+13950764*x^4-5596840*x^2+46225
12*x^2*y-18*x*y^2
x^100
7
-12*x/35
x^64-1
x^30+x^15+1
(x^2-1)^3*(x+1)^2
(x*y-1)^2-(x-y)^2
x^2+2*x*y+y^2-z^2
a^4+b^4+c^4-2*a^2*b^2-2*b^2*c^2-2*c^2*a^2'''.split('\n')
cases = [(t, factors(t)) for t in classics]
for _ in range(60):
    e = Integer(1)
    for _ in range(random.randint(1, 3)):
        e *= poly([x, y, z][:random.randint(1, 3)], 3, 3) ** random.randint(1, 2)
    t = str(expand(e))
    cases.append((t, factors(t)))
for _ in range(25):
    u, v, w = (poly([x, y], 2, 2) for _ in range(3))
    t = '(%s)/(%s)' % (expand(u * v), expand(u * w))
    cases.append((t, factors(t)))
write('factor.txt', cases)


def lowest(text):
    n, d = fraction(cancel(sympy.sympify(text.replace('^', '**'))))
    return [n, d]


cases = []
for t in '''1/(x-1)-1/(x+1)
1/x+1/y
x/2+1/3
1/(1+1/x)
1/(1+1/(1+1/x))
(x^2-1)/(x-1)
x/(x^2-1)-1/(x^2-1)
1/(x^2+3*x+2)+1/(x^2+5*x+6)
(a/b)/(c/a)
1/(1/a+1/b+1/c)
(1/x-1/y)/(1/x^2-1/y^2)
x/(y*(y+1))+x/y-x/(y+1)
1/(x-y)+1/(y-x)
1/(x-y)-1/(y-x)
x^(-2)*(x^2+x)^2
((x+1)/(x-1))^3-1
a/(a-b)+b/(b-a)
1/((x-a)*(x-b))+1/((x-b)*(x-c))+1/((x-c)*(x-a))'''.split('\n'):
    cases.append((t, lowest(t)))
while len(cases) < 110:
    parts = []
    for _ in range(random.randint(1, 3)):
        parts.append('(%s)/(%s)' % (poly([x, y], 2, 2), poly([x, y], 2, 2)))
    t = ('-' if random.random() < .3 else '+').join(parts)
    if random.random() < .3:
        t = '(%s)/(%s)' % (poly([x, y], 2, 1), t)
    try:
        r = lowest(t)
    except Exception:
        continue
    if r[1] not in (0, sympy.nan) and not r[0].has(sympy.zoo, sympy.nan):
        cases.append((t, r))
write('together.txt', cases)


def powers(text, v):
    n, d = fraction(cancel(sympy.sympify(text.replace('^', '**'))))
    p = Poly(n, v)
    return ['%d;(%s)/(%s)' % (k[0], coef, d) for k, coef in p.terms()]


cases = []
for t in '''a*x^2+b*x+c*x^2+a*x
(x+a)^3
(x-a)*(x-b)*(x-c)
(a*x+b)^2-(b*x+a)^2
x/(y+1)+x/z+1
x*y*(x+y)*(x+z)
(x+y)^2/(a+b)+x/a'''.split('\n'):
    cases.append((t, powers(t, x)))
while len(cases) < 110:
    t = '*'.join('(%s)' % poly([x, a, b, y], 4, 3) for _ in range(random.randint(1, 3)))
    if random.random() < .3:
        t += '/(%s)' % poly([a, b], 2, 2)
    cases.append((t, powers(t, x)))
write('collect.txt', cases)


def fractions(text):
    return [t for t in sympy.Add.make_args(apart(sympy.sympify(text.replace('^', '**')), x))]


cases = []
for t in '''1/(x^2-1)
(x^3+1)/(x^2*(x-1))
x^5/(x^2+1)^2
1/(x^4-1)
1/(x^6-1)
(2*x+3)/((x-1)^3*(x+2)^2)
1/((x-a)*(x-b))
1/((x-a)*(x-b)*(x-c))
x^3/(x-a)
1/(x^2-a^2)
(x+a)/((x^2+b)*(x-1))
1/(a*x^2-x)
1/((x-a)^2*(x-b)^2)
1/(x*(x^2+a))
x/(y*x+1)/(x-y)
(x^2+1)/(x^2-1)*y
x^4/(x^2+a*x+b)
1/((x^2+x+1)^2*(x^2-x+1))'''.split('\n'):
    cases.append((t, fractions(t)))
while len(cases) < 110:
    names = [x] if random.random() < .7 else [x, a]
    d = Integer(1)
    for _ in range(random.randint(1, 3)):
        d *= poly(names, 2, 2, 3) ** random.randint(1, 2)
    if not d.has(x):
        continue
    t = '(%s)/(%s)' % (poly(names, 3, 3), d)
    cases.append((t, fractions(t)))
write('apart.txt', cases)

cases = []
for t in '''(x+1)^2
(a+b)^3*(a-b)
(x+y+z)^4
(1+x)^10*(1-x)^10
(x-y)*(x+y)*(x^2+y^2)
(1+x*(1+x*(1+x*(1+x))))^2
(a+b)*(c-a)/x
(x+1/x)^5
x*(x+1)*(x+2)*(x+3)*(x+4)/120
((x+1)^2+y)^2-((y+1)^2+x)^2'''.split('\n'):
    cases.append((t, sympy.Add.make_args(expand(sympy.sympify(t.replace('^', '**'))))))
while len(cases) < 110:
    t = '*'.join('(%s)^%d' % (poly([x, y, z], 3, 2), random.randint(1, 3)) for _ in range(random.randint(1, 3)))
    if random.random() < .5:
        t += '-(%s)*(%s)' % (poly([x, y], 2, 2), poly([x, 1 / y], 3, 2))
    cases.append((t, sympy.Add.make_args(expand(sympy.sympify(t.replace('^', '**'))))))
write('expand.txt', cases)
