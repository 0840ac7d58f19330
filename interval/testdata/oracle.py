#!/usr/bin/env python3
"""Writes oracle.txt.gz: exact arguments and values, by mpmath 1.2.1.

    cd interval/testdata && /usr/bin/python3 oracle.py

One line a case: function, arguments as m"p"e for m*2^e, value in 62 or 32
decimal digits or "undefined". Each value is computed at two precisions, which
are raised until both agree to two digits more.
"""
import gzip
import math
import random
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

random.seed(20240117)


def dyadic(m, e):
    while m and m % 2 == 0:
        m, e = m // 2, e + 1
    return (m, e if m else 0)


def double(x):
    n, d = float(x).as_integer_ratio()
    return dyadic(n, 1 - d.bit_length())


def value(x):
    return mpf(x[0]) * mpf(2) ** x[1]


class Undefined(Exception):
    pass


def need(ok):
    if not ok:
        raise Undefined


def is_pole(x):
    return x <= 0 and x == mpmath.floor(x)


def guarded(f, domain):
    def g(*a):
        need(domain(*a))
        return f(*a)
    return g


def inv_of(f, domain):
    return guarded(lambda x: f(1 / x), lambda x: x != 0 and domain(1 / x))


def power(u, v):
    if v == mpmath.floor(v):
        need(u != 0 or v >= 0)
        return mpf(1) if v == 0 else mpmath.power(u, v)
    need(u > 0 or u == 0 and v > 0)
    return mpf(0) if u == 0 else mpmath.power(u, v)


def cbrt(x):
    return mpmath.sign(x) * mpmath.cbrt(abs(x))


def atan2(u, v):
    need(u != 0 or v != 0)
    return mpmath.atan2(u, v)


def log_base(x, b):
    need(x > 0 and b > 0 and b != 1)
    return mpmath.log(x) / mpmath.log(b)


def binomial(n, k):
    for x in (n, k, n - k):
        need(not is_pole(x + 1))
    return mpmath.gamma(n + 1) / (mpmath.gamma(k + 1) * mpmath.gamma(n - k + 1))


def log_gamma(x):
    need(not is_pole(x))
    return mpmath.log(abs(mpmath.gamma(x))) if x < 0 else mpmath.loggamma(x)


def softplus(x):
    return mpmath.log1p(mpmath.exp(x)) if x < 0 else x + mpmath.log1p(mpmath.exp(-x))


def always(*_):
    return True


unit = lambda x: -1 <= x <= 1
HUGE = 1e300
# name: (function, largest |argument|, number of random points)
ONE = {
    "exp": (mpmath.exp, 1e8, 60),
    "expm1": (mpmath.expm1, 1e8, 50),
    "log": (guarded(mpmath.log, lambda x: x > 0), HUGE, 60),
    "log1p": (guarded(mpmath.log1p, lambda x: x > -1), HUGE, 50),
    "log2": (guarded(lambda x: mpmath.log(x) / mpmath.log(2), lambda x: x > 0), HUGE, 30),
    "log10": (guarded(lambda x: mpmath.log(x) / mpmath.log(10), lambda x: x > 0), HUGE, 30),
    "sqrt": (guarded(mpmath.sqrt, lambda x: x >= 0), HUGE, 40),
    "cbrt": (cbrt, HUGE, 40),
    "sin": (mpmath.sin, HUGE, 60),
    "cos": (mpmath.cos, HUGE, 60),
    "tan": (mpmath.tan, HUGE, 60),
    "sec": (mpmath.sec, HUGE, 30),
    "csc": (guarded(mpmath.csc, lambda x: x != 0), HUGE, 30),
    "cot": (guarded(mpmath.cot, lambda x: x != 0), HUGE, 30),
    "asin": (guarded(mpmath.asin, unit), 2, 50),
    "acos": (guarded(mpmath.acos, unit), 2, 50),
    "atan": (mpmath.atan, HUGE, 60),
    "acot": (inv_of(mpmath.atan, always), HUGE, 30),
    "asec": (inv_of(mpmath.acos, unit), HUGE, 30),
    "acsc": (inv_of(mpmath.asin, unit), HUGE, 30),
    "sinh": (mpmath.sinh, 1e8, 50),
    "cosh": (mpmath.cosh, 1e8, 50),
    "tanh": (mpmath.tanh, 1e8, 50),
    "sech": (mpmath.sech, 1e8, 30),
    "csch": (guarded(mpmath.csch, lambda x: x != 0), 1e8, 30),
    "coth": (guarded(mpmath.coth, lambda x: x != 0), 1e8, 30),
    "asinh": (mpmath.asinh, HUGE, 50),
    "acosh": (guarded(mpmath.acosh, lambda x: x >= 1), HUGE, 50),
    "atanh": (guarded(mpmath.atanh, lambda x: -1 < x < 1), 2, 50),
    "acoth": (inv_of(mpmath.atanh, lambda x: -1 < x < 1), HUGE, 30),
    "asech": (inv_of(mpmath.acosh, lambda x: x >= 1), 2, 30),
    "acsch": (inv_of(mpmath.asinh, always), HUGE, 30),
    "erf": (mpmath.erf, 1e3, 50),
    "erfc": (mpmath.erfc, 1e3, 50),
    "erfi": (mpmath.erfi, 100, 50),
    "gamma": (guarded(mpmath.gamma, lambda x: not is_pole(x)), 1e5, 60),
    "lgamma": (log_gamma, 1e5, 60),
    "digamma": (guarded(mpmath.digamma, lambda x: not is_pole(x)), 1e5, 60),
    "factorial": (guarded(mpmath.factorial, lambda x: not is_pole(x + 1)), 1e4, 30),
    "sigmoid": (lambda x: 1 / (1 + mpmath.exp(-x)), 1e8, 40),
    "softplus": (softplus, 1e8, 40),
    "logsigmoid": (lambda x: -softplus(-x), 1e8, 40),
}
TWO = {
    "pow": power,
    "atan2": atan2,
    "hypot": mpmath.hypot,
    "log": log_base,
    "binomial": binomial,
}

SPECIAL = [0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 10, -10, 100, -100, 0.1, -0.1,
           1.5, -1.5, 2.5, -2.5, 1e20, -1e20, 1e-20, -1e-20, 1e-300, -1e-300,
           5e-324, 1e300, 0.999999999999, -0.999999999999, 1.0000000000000002,
           0.9999999999999999, -0.9999999999999999, 1.5707963267948966,
           3.141592653589793, -3.141592653589793, 6.283185307179586,
           355, 103993, 6381956970095103 * 2.0 ** 797, 1.4616321449683622,
           -0.5040830082644554, 7.5, -7.5, 27.25, 170.6, 700, -700, 8, -8,
           2.0 ** -30, -2.0 ** -30, 1 + 2.0 ** -30, 2 + 2.0 ** -30, -1 + 2.0 ** -40]


WIDE = {name: 1.8e308 for name, (f, limit, n) in ONE.items() if limit == HUGE}
WIDE |= {name: 2e4 for name in ("exp", "expm1", "sinh", "cosh", "tanh", "sech", "csch", "coth", "sigmoid", "softplus", "logsigmoid")}
WIDE |= {"gamma": 200, "lgamma": 1e15, "digamma": 1e15, "factorial": 200, "erf": 30, "erfc": 30, "erfi": 30}


def points(limit, n):
    xs = {double(x) for x in SPECIAL if abs(x) <= limit}
    while n > 0:
        n -= 1
        k = random.random()
        if k < 0.4:
            x = random.uniform(-3, 3)
        elif k < 0.7:
            x = random.uniform(-60, 60)
        else:
            x = random.choice([-1, 1]) * 2 ** random.uniform(-60, 60)
        if abs(x) <= limit:
            xs.add(double(x))
    # Numbers that are no doubles: 120 bits.
    for _ in range(8):
        xs.add(dyadic(random.getrandbits(120) - 2 ** 119, random.choice([-120, -118, -116])))
    return sorted(xs, key=lambda x: Fraction(x[0]) * Fraction(2) ** x[1])


# Where functions have poles, kinks, ends of their domains or of the range of
# floats, and where the float64 kernels change their method.
HARD = [0.5, 1.0, 2.0, 6.0, 8.0, 10.0, 20.0, 40.0, 171.0, 0.125, 2.0 ** -27, 2.0 ** -54, 2.0 ** -8, 2.0 ** -9, 2.0 ** -7,
        2.0 ** 20, 2.0 ** 30, 2.0 ** 60, 0.6875, 1.375, 709.78, 709.79, 745.13, 708.4, 27.2, 27.5, 26.6, 171.62, 1.4616,
        1.4617, 2.0 ** -1022, 2.0 ** -1074, 2.0 ** 1023, 1 / 64, 1 / 128, 4.0, 5e-324, 2.2e-308, 1e-310, 1.7e308]
LOGS = {"log", "log1p", "log2", "log10", "sqrt", "cbrt", "acosh", "asinh", "atan", "acot", "asec", "acsc", "acoth", "acsch"}
TRIG = {"sin", "cos", "tan", "sec", "csc", "cot"}


def float_points(name, limit, n):
    """Doubles only: neighbours of hard places, integers, random exponents."""
    xs = set()

    def add(x):
        if abs(x) <= limit and x == x:
            xs.add(double(x))

    for h in HARD:
        for x in (h, -h):
            for _ in range(2):
                add(x)
                add(math.nextafter(x, math.inf))
                add(math.nextafter(x, -math.inf))
                x *= 1 + random.uniform(-1, 1) * 2.0 ** random.uniform(-50, -2)
    for k in range(1, 13):
        add(float(k))
        add(float(-k))
        add(math.nextafter(-float(k), 0))
    if name in TRIG:
        for k in [1, 2, 3, 4, 5, 22, 355, 12345, 667000, 833719, 10 ** 6, 10 ** 9, 10 ** 15, 10 ** 22]:
            mp.dps = 60
            x = float(k * mpmath.pi / 2)
            for y in (x, -x, math.nextafter(x, math.inf), math.nextafter(x, 0)):
                add(y)
        n += 40
    for _ in range(n):
        k = random.random()
        s = random.choice([-1, 1])
        if k < 0.25:
            add(s * random.random() * 2.0 ** random.randint(-1, 11))
        elif k < 0.5:
            add(s * 2 ** random.uniform(-40, 30))
        elif k < 0.6:
            add(s * (1 + random.choice([-1, 1]) * 2 ** random.uniform(-52, -1)))
        elif k < 0.7:
            add(s * (random.randint(1, 20) + random.choice([-1, 1]) * 2 ** random.uniform(-48, -2)))
        else:
            add(s * 2 ** random.uniform(-1074, 1023))
    if name in LOGS:
        for e in range(-1074, 1024, 61):
            add(math.ldexp(random.uniform(1, 2), e))
    return sorted(xs, key=lambda x: Fraction(x[0]) * Fraction(2) ** x[1])


def digits(f, args, want=62):
    for dps in (90, 400, 800, 1600, 3200) if want < 62 else (400, 800, 1600, 3200):
        out = []
        for d in (dps, dps + 137):
            mp.dps = d
            try:
                out.append(+f(*map(value, args)))
            except Undefined:
                return "undefined"
        a, b = out
        if isinstance(a, mpmath.mpc) or mpmath.isnan(a) or mpmath.isinf(a):
            raise ValueError((f, args, a))
        if a == b or b != 0 and abs(a - b) < abs(b) * mpf(10) ** -(want + 2):
            return mpmath.nstr(b, want, strip_zeros=True)
    raise ValueError((f, args, "not settled"))


def main():
    lines = []

    def case(name, f, *args, want=62):
        lines.append(" ".join([name, *(f"{m}p{e}" for m, e in args), digits(f, args, want)]))

    for name, (f, limit, n) in ONE.items():
        for x in points(limit, n):
            case(name, f, x)
    for name, (f, limit, n) in ONE.items():
        for x in float_points(name, WIDE.get(name, limit), 2 * n):
            case(name, f, x, want=32)
    some = [0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 0.1, 1e-9, -1e-9, 7.25, -41.5, 1e6, 1e-300, 1e20, -8, 40, -1025]
    some = [double(x) for x in some] + [double(random.uniform(-20, 20)) for _ in range(12)]
    for name, f in TWO.items():
        for u in some:
            for v in some:
                if name == "pow" and abs(value(v)) > 2000:
                    continue
                if name == "binomial" and max(abs(value(u)), abs(value(v))) > 2000:
                    continue
                case(name, f, u, v)
    for n in (0, 1, 2, 3, 4, 7, 20):
        for x in points(2000, 12):
            if n == 0 or abs(value(x)) > mpf(2) ** -60:
                f = guarded(lambda n, x: mpmath.psi(int(n), x), lambda n, x: not is_pole(x))
                case("polygamma", f, (n, 0), x)
    with gzip.GzipFile("oracle.txt.gz", "wb", mtime=0) as out:
        out.write(("\n".join(lines) + "\n").encode())
    print(len(lines), "cases")


main()
