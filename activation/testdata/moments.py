#!/usr/bin/env python3
"""Writes moments.txt: what activation functions do to X ~ N(0, sigma^2), and their
extremes, computed with mpmath to 40 digits by the definitions of PyTorch. It shares
nothing with the package that it tests.

Lines: function sigma mean variance slope_mean slope_variance
       function extremes inf sup inf_slope sup_slope   (inf and -inf where unbounded)
"""
import os

from mpmath import mp, mpf, exp, tanh, erfc, sqrt, pi, quad, inf, log1p, expm1

mp.dps = 40

SCALE = mpf("1.0507009873554804934193349852946")
ALPHA = mpf("1.6732632423543772848170429916717")


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return x + log1p(exp(-x)) if x > 0 else log1p(exp(x))


def cdf(x):
    return erfc(-x / sqrt(2)) / 2


def pdf(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def inner(x):
    return sqrt(2 / pi) * (x + mpf("0.044715") * x**3)


def gelu_tanh_slope(x):
    t = tanh(inner(x))
    return (1 + t) / 2 + x / 2 * (1 - t * t) * sqrt(2 / pi) * (1 + 3 * mpf("0.044715") * x * x)


def mish_slope(x):
    t = tanh(softplus(x))
    return t + x * sigmoid(x) * (1 - t * t)


def piecewise(*parts):
    """A function from (upper end, function) pairs; the last end is None."""
    def f(x):
        for end, g in parts:
            if end is None or x < end:
                return g(x)
    return f


const = lambda c: lambda x: mpf(c)
ident = lambda x: x

# name: (function, derivative, breaks)
functions = {
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * sigmoid(-x), []),
    "tanh": (tanh, lambda x: 1 - tanh(x) ** 2, []),
    "relu": (piecewise((0, const(0)), (None, ident)), piecewise((0, const(0)), (None, const(1))), [0]),
    "selu": (piecewise((0, lambda x: SCALE * ALPHA * expm1(x)), (None, lambda x: SCALE * x)),
             piecewise((0, lambda x: SCALE * ALPHA * exp(x)), (None, const(SCALE))), [0]),
    "logsigmoid": (lambda x: -softplus(-x), lambda x: sigmoid(-x), []),
    "softplus": (softplus, sigmoid, []),
    "leaky_relu": (piecewise((0, lambda x: x / 100), (None, ident)), piecewise((0, const(mpf(1) / 100)), (None, const(1))), [0]),
    "elu": (piecewise((0, expm1), (None, ident)), piecewise((0, exp), (None, const(1))), [0]),
    "celu": (piecewise((0, expm1), (None, ident)), piecewise((0, exp), (None, const(1))), [0]),
    "gelu": (lambda x: x * cdf(x), lambda x: cdf(x) + x * pdf(x), []),
    "gelu_tanh": (lambda x: x / 2 * (1 + tanh(inner(x))), gelu_tanh_slope, []),
    "silu": (lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * sigmoid(-x)), []),
    "mish": (lambda x: x * tanh(softplus(x)), mish_slope, []),
    "softsign": (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2, [0]),
    "tanhshrink": (lambda x: x - tanh(x), lambda x: tanh(x) ** 2, []),
    "softshrink": (piecewise((mpf(-1) / 2, lambda x: x + mpf(1) / 2), (mpf(1) / 2, const(0)), (None, lambda x: x - mpf(1) / 2)),
                   piecewise((mpf(-1) / 2, const(1)), (mpf(1) / 2, const(0)), (None, const(1))), [mpf(-1) / 2, mpf(1) / 2]),
    "hardshrink": (piecewise((mpf(-1) / 2, ident), (mpf(1) / 2, const(0)), (None, ident)),
                   piecewise((mpf(-1) / 2, const(1)), (mpf(1) / 2, const(0)), (None, const(1))), [mpf(-1) / 2, mpf(1) / 2]),
    "hardtanh": (piecewise((-1, const(-1)), (1, ident), (None, const(1))), piecewise((-1, const(0)), (1, const(1)), (None, const(0))), [-1, 1]),
    "hardsigmoid": (piecewise((-3, const(0)), (3, lambda x: (x + 3) / 6), (None, const(1))),
                    piecewise((-3, const(0)), (3, const(mpf(1) / 6)), (None, const(0))), [-3, 3]),
    "hardswish": (piecewise((-3, const(0)), (3, lambda x: x * (x + 3) / 6), (None, ident)),
                  piecewise((-3, const(0)), (3, lambda x: x / 3 + mpf(1) / 2), (None, const(1))), [-3, 3]),
    "relu6": (piecewise((0, const(0)), (6, ident), (None, const(6))), piecewise((0, const(0)), (6, const(1)), (None, const(0))), [0, 6]),
}


def moments(f, d, breaks, sigma):
    # Panels no wider than the function's scale and the density's.
    points = sorted({mpf(k) * sigma / 2 for k in range(-32, 33)} | {mpf(b) for b in breaks if abs(b) < 16 * sigma}
                    | {mpf(k) for k in range(-12, 13) if abs(k) < 16 * sigma})

    def integral(g):
        return quad(lambda x: g(x) * exp(-x * x / (2 * sigma**2)), points) / (sigma * sqrt(2 * pi))

    mean, slope = integral(f), integral(d)
    return mean, integral(lambda x: (f(x) - mean) ** 2), slope, integral(lambda x: (d(x) - slope) ** 2)


def extreme(g, sign, breaks):
    """The supremum of sign*g by a fine grid and golden sections, with the limits far out."""
    grid = [mpf(k) / 16 for k in range(-16 * 60, 16 * 60 + 1)]
    for b in breaks:  # both sides of a break
        grid += [mpf(b) - mpf(10) ** -35, mpf(b) + mpf(10) ** -35]
    grid.sort()
    best = max(range(len(grid)), key=lambda i: sign * g(grid[i]))
    at = grid[best]
    value = sign * g(at)
    if 0 < best < len(grid) - 1:
        a, b = grid[best - 1], grid[best + 1]
        ratio = (sqrt(5) - 1) / 2
        while b - a > mpf(10) ** -25:
            c, e = b - ratio * (b - a), a + ratio * (b - a)
            if sign * g(c) >= sign * g(e):
                b = e
            else:
                a = c
        value = max(value, sign * g((a + b) / 2))
    for far in (mpf(10) ** 6, -(mpf(10) ** 6)):
        v = sign * g(far)
        if v > 1000:
            return sign * inf
        value = max(value, v)
    return sign * value


def text(x):
    if abs(x) < mpf(10) ** -1000:
        return "0.0"
    return mp.nstr(x, 25) if abs(x) != inf else ("inf" if x > 0 else "-inf")


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "moments.txt"), "w") as out:
    for name, (f, d, breaks) in functions.items():
        for sigma in ("1/10", "1", "3"):
            p, _, q = sigma.partition("/")
            s = mpf(p) / mpf(q or 1)
            print(name, sigma, *map(text, moments(f, d, breaks, s)), file=out)
        print(name, "extremes", text(extreme(f, -1, breaks)), text(extreme(f, 1, breaks)), text(extreme(d, -1, breaks)), text(extreme(d, 1, breaks)), file=out)
