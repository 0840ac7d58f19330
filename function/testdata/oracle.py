#!/usr/bin/python3
"""Writes oracle.txt: values of every function of the table at exact float64
arguments, computed with mpmath at high precision and rounded to 20 digits.

One line a value: name, arguments, value. "nan" is outside the domain. The
definitions here are written from the literature and share nothing with the
Go code. Run in this folder:  ./oracle.py > oracle.txt
"""
import random
from mpmath import mp, mpf, inf, isnan
import mpmath as m

MAX = mpf(2) ** 1024
random.seed(1)
NAN = None


def sym(*xs):
    return [s * x for x in xs for s in (1.0, -1.0)]


def spread(n, lo, hi):
    """n numbers between 10^lo and 10^hi with both signs."""
    return [random.choice((-1, 1)) * 10 ** random.uniform(lo, hi) for _ in range(n)]


EPS = 2.0 ** -52
COMMON = [0.0] + sym(1.0, 0.5, 2.0, 3.0, 6.0, 0.1, 1e-5, 1e-10, 1e-300, 1.5, 2.5, 10.0, 1 - EPS / 2, 1 + EPS, 1.0001, 0.9999)
WIDE = COMMON + sym(20.5, 50.0, 100.0, 1000.0, 1e10, 1e22, 1e100) + spread(20, -3, 2)
EXPS = COMMON + [-1.19, -1.278] + sym(20.0, 36.5, 37.5, 88.0, 200.0, 500.0, 690.0, 708.0, 709.7, 710.3, 740.0, 745.0, 800.0) + spread(24, -3, 2.8)
POSITIVE = [abs(x) for x in WIDE] + [0.0, -1.0, -1e-300, -5.0, 1e300, 5e-324, 1e-310] + [1 + x for x in spread(10, -9, -1)]
TRIG = COMMON + [k * m.pi / 12 + 0 for k in range(-7, 14)] + sym(22.0, 355.0, 1e5, 103993.0, 1e8, 1e15, 1e22) + spread(20, -2, 4)
TRIG = [float(x) for x in TRIG]
UNIT = [0.0] + sym(1.0, 0.5, 0.25, 0.1, 1e-5, 1e-10, 1e-300, 0.7, 0.71, 0.99, 0.9999, 1 - 1e-8, 1 - 1e-12, 1 - EPS / 2, 1 + EPS, 2.0) + [random.uniform(-1, 1) for _ in range(24)]
BEYOND = [0.0] + sym(1.0, 1 + EPS, 1 + 1e-12, 1 + 1e-8, 1.0001, 1.5, 2.0, 3.0, 10.0, 1e5, 1e10, 1e200, 0.5, 1 - EPS / 2) + spread(24, 0, 3)
SMALLS = WIDE + sym(1e-310, 1e200, 1e-8, 1e-9)
ERFS = COMMON + [-0.7518, -0.7525] + sym(0.84375, 1.25, 2.857, 3.3, 4.1, 5.0, 5.9, 6.49, 6.5, 6.51, 7.0, 12.0, 20.0, 25.0, 26.0, 26.6, 27.5) + spread(20, -3, 1.4)
GAMMAS = sorted(set([0.0, -1.0, -2.0, -30.0, -1e20] + [k / 2 for k in range(-21, 22)] + sym(1e-5, 1e-10, 1e-300, 0.1, 0.9, 1.1, 1.4, 2.6, 3.7, 10.3, 20.2, 33.3, 55.5, 100.25, 150.7, 170.6, 1 - EPS / 2) + [171.6, 172.0, 1e3, 1e10, 1e100, 11.99, 12.0, 12.01, -0.999, -1.001, -2.0001, -7.0001] + spread(14, -2, 2)))
KINKS = WIDE + [a + b for a in (3.0, -3.0, 6.0, 0.5, -0.5, 1.0, -1.0) for b in (0.0, 1e-14, -1e-14, 1e-3)]


def ispole(x):
    return x <= 0 and x == m.floor(x)


def isint(x):
    return x == m.floor(x)


def domain(test, f):
    return lambda *a: f(*a) if test(*a) else NAN


def sgn(x):
    return mpf(1) if x > 0 else mpf(-1) if x < 0 else mpf(0)


def sigmoid(x):
    return 1 / (1 + m.exp(-x))


def softplus(x, beta):
    return m.log(1 + m.exp(beta * x)) / beta


def power(u, v):
    if isint(v):
        if u == 0:
            return mpf(1) if v == 0 else mpf(0) if v > 0 else NAN
        z = m.power(abs(u), v)
        return -z if u < 0 and int(v) % 2 else z
    return m.power(u, v) if u > 0 else mpf(0) if u == 0 and v > 0 else NAN


def atan2(y, x):
    if x == 0 and y == 0:
        return NAN
    return m.atan2(y, x) if not (y == 0 and x < 0) else +m.pi


def binomial(n, k):
    if any(isint(x) and x <= -1 for x in (n, k, n - k)):
        return NAN
    return m.gamma(n + 1) / (m.gamma(k + 1) * m.gamma(n - k + 1))


def polygamma(n, x):
    if n < 0 or not isint(n) or ispole(x):
        return NAN
    n = int(n)
    if n == 0:
        return m.digamma(x)
    if x > 0:
        return (-1) ** (n + 1) * m.factorial(n) * m.zeta(n + 1, x)
    # recurrence up to a positive argument; terms of both signs may cancel
    with m.workdps(60 + 2 * n):
        shift, total = x, mpf(0)
        while shift < 0:
            total += shift ** (-n - 1)
            shift += 1
        return (-1) ** (n + 1) * m.factorial(n) * (m.zeta(n + 1, shift) + total)


def clamp(x, lo, hi):
    return lo if x < lo else hi if x > hi else x


ALPHA = mpf("1.6732632423543772848170429916717")
SCALE = mpf("1.0507009873554804934193349852946")


def elu(x, alpha):
    return x if x > 0 else alpha * (m.exp(x) - 1)


def gelu_tanh(x):
    return x / 2 * (1 + m.tanh(m.sqrt(2 / m.pi) * (x + mpf("0.044715") * x ** 3)))


def logb(u, b):
    return m.log(u) / m.log(b) if u > 0 and b > 0 and b != 1 else NAN


def ones(f, points, digits=700):
    return (f, [(x,) for x in points], digits)


def pairs(f, points, digits=700):
    return (f, points, digits)


def grid(us, vs, n=90):
    all_ = [(u, v) for u in us for v in vs]
    return random.sample(all_, min(n, len(all_)))


MODEST = [x for x in EXPS if x == 0 or abs(x) > 1e-200]
PAIR = grid(COMMON + [1e150, -1e150, 1e-160], COMMON + [-1e150, 1e-160], 80) + [(0.0, 0.0), (0.0, -1.0), (0.0, 1.0), (-1.0, 0.0), (1.0, 0.0), (3.0, 4.0), (-1.0, -1.0)]
ALPHAS = [1.0, 0.5, 2.0, -1.0, 0.0, 1e-3, 30.0]

FUNCTIONS = {
    "exp": ones(m.exp, EXPS),
    "log": (lambda u, *b: logb(u, b[0]) if b else (m.log(u) if u > 0 else NAN), [(x,) for x in POSITIVE] + [(8.0, 2.0), (1000.0, 10.0), (0.001, 10.0), (2.0, 1.0), (2.0, 0.0), (2.0, -2.0), (0.0, 2.0), (1.0, 7.0), (1e300, 1.0000001), (0.125, 0.5)] + grid(POSITIVE, POSITIVE, 50), 700),
    "log2": ones(domain(lambda u: u > 0, lambda u: m.log(u) / m.log(2)), POSITIVE + [2.0 ** k for k in (-1074, -300, 3, 40, 1000)]),
    "log10": ones(domain(lambda u: u > 0, lambda u: m.log(u) / m.log(10)), POSITIVE + [10.0 ** k for k in (-20, -3, 2, 3, 15, 22, 23, 300)]),
    "log1p": ones(domain(lambda u: u > -1, lambda u: m.log(1 + u)), WIDE + [-1 + 1e-10, -1 + 1e-16]),
    "expm1": ones(lambda u: m.exp(u) - 1, EXPS),
    "sqrt": ones(domain(lambda u: u >= 0, m.sqrt), POSITIVE),
    "cbrt": ones(lambda u: sgn(u) * m.root(abs(u), 3) if u else mpf(0), WIDE + [27.0, -8.0, 1e-310, 1e300]),
    "pow": pairs(power, grid(COMMON, COMMON, 60) + [(0.0, 0.0), (0.0, -1.0), (0.0, 0.5), (0.0, -0.5), (-8.0, 1 / 3.0), (-2.0, 3.0), (-2.0, -3.0), (-2.0, 1e3), (-2.0, 1e3 + 1), (1 + 1e-10, 1e12), (1 - 1e-10, 1e12), (1.0000001, 1e9), (2.0, 1023.5), (2.0, -1073.0), (10.0, 308.0), (10.0, -300.5), (3.7, 500.25), (0.3, 580.1), (1e300, 1.02), (1e-300, 1.05), (1e-310, 0.5), (7.3, 17.0), (7.3, -17.0), (0.99999, 5e6), (1.41, 2000.0), (2.0, 0.5), (5.0, 1e-18)]),
    "hypot": pairs(lambda u, v: m.sqrt(u * u + v * v), PAIR),
    "abs": ones(abs, WIDE),
    "sign": ones(sgn, WIDE),
    "step": ones(lambda u: mpf(u > 0), WIDE),
    "max": pairs(lambda *a: max(a), [(1.0,), (-2.0, 3.0, 1.0), (5.0, 5.0), (-1.0, -2.0, -3.0, -0.5)] + grid(COMMON, COMMON, 40)),
    "min": pairs(lambda *a: min(a), [(1.0,), (-2.0, 3.0, 1.0), (5.0, 5.0), (-1.0, -2.0, -3.0, -0.5)] + grid(COMMON, COMMON, 40)),
    "floor": ones(m.floor, WIDE),
    "ceil": ones(m.ceil, WIDE),
    "delta": pairs(lambda u, v: mpf(u == v), [(1.0, 1.0), (2.0, 3.0), (0.0, 0.0), (0.5, 0.5)] + grid(COMMON, COMMON, 30)),
    "sin": ones(m.sin, TRIG),
    "cos": ones(m.cos, TRIG),
    "tan": ones(lambda u: m.sin(u) / m.cos(u), TRIG),
    "sec": ones(lambda u: 1 / m.cos(u), TRIG),
    "csc": ones(domain(lambda u: u != 0, lambda u: 1 / m.sin(u)), TRIG),
    "cot": ones(domain(lambda u: u != 0, lambda u: m.cos(u) / m.sin(u)), TRIG),
    "asin": ones(domain(lambda u: abs(u) <= 1, m.asin), UNIT),
    "acos": ones(domain(lambda u: abs(u) <= 1, m.acos), UNIT),
    "atan": ones(m.atan, WIDE),
    "acot": ones(domain(lambda u: u != 0, lambda u: m.atan(1 / u)), SMALLS),
    "asec": ones(domain(lambda u: abs(u) >= 1, lambda u: m.acos(1 / u)), BEYOND),
    "acsc": ones(domain(lambda u: abs(u) >= 1, lambda u: m.asin(1 / u)), BEYOND),
    "atan2": pairs(atan2, PAIR),
    "sinh": ones(lambda u: (m.exp(u) - m.exp(-u)) / 2, EXPS),
    "cosh": ones(lambda u: (m.exp(u) + m.exp(-u)) / 2, EXPS),
    "tanh": ones(m.tanh, EXPS),
    "sech": ones(lambda u: 2 / (m.exp(u) + m.exp(-u)), EXPS),
    "csch": ones(domain(lambda u: u != 0, lambda u: 2 / (m.exp(u) - m.exp(-u))), EXPS),
    "coth": ones(domain(lambda u: u != 0, lambda u: 1 / m.tanh(u)), EXPS),
    "asinh": ones(lambda u: sgn(u) * m.log(abs(u) + m.sqrt(u * u + 1)), SMALLS),
    "acosh": ones(domain(lambda u: u >= 1, lambda u: m.log(u + m.sqrt(u * u - 1))), BEYOND),
    "atanh": ones(domain(lambda u: abs(u) < 1, lambda u: m.log((1 + u) / (1 - u)) / 2), UNIT),
    "acoth": ones(domain(lambda u: abs(u) > 1, lambda u: m.log((u + 1) / (u - 1)) / 2), BEYOND),
    "asech": ones(domain(lambda u: 0 < u <= 1, lambda u: m.log(1 / u + m.sqrt(1 / u ** 2 - 1))), UNIT + [1e-310, 1e-9, 1e-8]),
    "acsch": ones(domain(lambda u: u != 0, lambda u: sgn(u) * m.log(1 / abs(u) + m.sqrt(1 / u ** 2 + 1))), SMALLS),
    "erf": ones(m.erf, ERFS, 400),
    "erfc": ones(m.erfc, ERFS, 400),
    "erfi": ones(m.erfi, ERFS, 400),
    "gamma": ones(domain(lambda u: not ispole(u), m.gamma), GAMMAS, 60),
    "lgamma": ones(domain(lambda u: not ispole(u), lambda u: m.log(abs(m.gamma(u))) if abs(u) < 1e4 else m.loggamma(u).real), GAMMAS, 60),
    "digamma": ones(domain(lambda u: not ispole(u), m.digamma), GAMMAS, 60),
    "polygamma": pairs(polygamma, grid([0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 10.0, 19.0, 20.0, 21.0, 40.0, 99.0, 1000.0, -1.0, 1.5], [x for x in GAMMAS if abs(x) < 2e3] + [400.0, 1000.0], 220), 60),
    "factorial": ones(domain(lambda u: not ispole(u + 1), lambda u: m.gamma(u + 1)), GAMMAS + [170.0, 169.5], 60),
    "binomial": pairs(binomial, [(float(n), float(k)) for n, k in ((0, 0), (5, 2), (5, 5), (3, 5), (5, -1), (-1, 0), (-3, 2), (52, 5), (100, 50), (1000, 500), (1000, 3), (1020, 510), (60, 30), (61, 31))] + [(0.5, 0.25), (0.5, 1.0), (0.5, 2.0), (0.5, 3.0), (-0.5, 4.0), (1e10, 3.0), (1e10, 20.5), (1e6, 40.5), (1e15, 7.5), (1e15, 1e15 - 2), (100.5, 50.25), (-7.5, 3.0), (-7.5, 3.25), (-20.25, -3.5), (12.5, -3.5), (2.5, 40.5), (2.5, 300.0), (150.0, 31.0), (150.0, 32.5), (0.5, 1e3), (-2.5, 45.0), (-1.5, -0.75), (0.5, -2000.25), (-1000.5, -2000.25), (-5000.25, -1000.75), (-5000.25, 31.5), (-5000.25, 40.0), (-1e6 - 0.5, 32.5), (3000.5, -2.25), (-0.5, -0.5), (1e-9, 0.5), (1029.0, 514.0), (-3.25, 2000.0)] + [(random.uniform(-5, 60), random.uniform(-5, 60)) for _ in range(40)], 60),
    "sigmoid": ones(sigmoid, EXPS),
    "logsigmoid": ones(lambda u: -m.log(1 + m.exp(-u)), EXPS),
    "softplus": pairs(lambda u, b: softplus(u, b) if b else NAN, [(x, 1.0) for x in EXPS] + grid(MODEST, [b for b in ALPHAS if abs(b) > .1 or b == 0], 40)),
    "silu": ones(lambda u: u * sigmoid(u), EXPS),
    "mish": ones(lambda u: u * m.tanh(m.log(1 + m.exp(u))), EXPS),
    "gelu": ones(lambda u: u / 2 * m.erfc(-u / m.sqrt(2)), ERFS + [-30.0, -35.0, -37.5, -38.4, 100.0], 400),
    "gelu_tanh": ones(gelu_tanh, ERFS + [-15.0, -20.5, -21.0, 100.0]),
    "celu": pairs(lambda u, a: (u if u > 0 else a * (m.exp(u / a) - 1)) if a else NAN, [(x, 1.0) for x in EXPS] + grid([x for x in MODEST if abs(x) < 50], ALPHAS, 40)),
    "softsign": ones(lambda u: u / (1 + abs(u)), WIDE),
    "tanhshrink": ones(lambda u: u - m.tanh(u), WIDE),
    "relu": ones(lambda u: max(u, mpf(0)), KINKS),
    "relu6": ones(lambda u: clamp(u, mpf(0), mpf(6)), KINKS),
    "leaky_relu": pairs(lambda u, a: u if u > 0 else a * u, [(x, 0.01) for x in KINKS] + grid(MODEST, ALPHAS, 30)),
    "elu": pairs(elu, [(x, 1.0) for x in EXPS] + grid(MODEST, ALPHAS, 30)),
    "selu": ones(lambda u: SCALE * elu(u, ALPHA), EXPS),
    "softshrink": pairs(lambda u, l: (u - l if u > l else u + l if u < -l else mpf(0)) if l >= 0 else NAN, [(x, 0.5) for x in KINKS] + grid(MODEST, ALPHAS, 30)),
    "hardshrink": pairs(lambda u, l: u if u > l or u < -l else mpf(0), [(x, 0.5) for x in KINKS] + grid(MODEST, ALPHAS, 30)),
    "hardtanh": pairs(lambda u, lo, hi: clamp(u, lo, hi) if lo <= hi else NAN, [(x, -1.0, 1.0) for x in KINKS] + [(x, 2.0, 1.0) for x in (0.0, 3.0)] + [(x, 0.5, 0.5) for x in (0.0, 3.0)] + [(x, -2.0, 0.25) for x in KINKS[:20]]),
    "hardsigmoid": ones(lambda u: clamp(u + 3, mpf(0), mpf(6)) / 6, KINKS),
    "hardswish": ones(lambda u: u * clamp(u + 3, mpf(0), mpf(6)) / 6, KINKS),
}


def show(v):
    if v is NAN or isnan(v):
        return "nan"
    v = mpf(v)
    if abs(v) >= MAX:
        return "inf" if v > 0 else "-inf"
    if abs(v) < mpf(10) ** -400:
        return "0"
    return m.nstr(v, 20)


for name, (f, points, digits) in FUNCTIONS.items():
    mp.dps = digits
    for args in dict.fromkeys(points):
        value = f(*[mpf(x) for x in args])
        print(name, *[repr(float(x)) for x in args], show(value))
