package taylor

import (
	"math/bits"
	"sync"
)

// primeSteps has the primes p = (2^39-c)·2^20+1 below 2^59, the largest ones
// first, by c. A sum of 1024 products of residues fits in 128 bits. They suffice
// for numbers of 18,000 bits, and coefficients of order 1000 have 9000.
var primeSteps = [...]uint16{
	5, 23, 86, 107, 121, 142, 152, 166, 176, 217, 226, 247, 251, 256, 281, 295, 341, 343, 443, 460,
	511, 533, 560, 565, 608, 611, 736, 772, 800, 833, 847, 851, 853, 863, 877, 902, 922, 956, 967, 968,
	1010, 1027, 1073, 1145, 1163, 1175, 1177, 1180, 1192, 1222, 1240, 1253, 1255, 1273, 1280, 1336,
	1346, 1348, 1366, 1370, 1372, 1373, 1442, 1451, 1456, 1465, 1477, 1486, 1507, 1510, 1511, 1553,
	1600, 1618, 1622, 1630, 1633, 1667, 1673, 1693, 1717, 1721, 1730, 1741, 1786, 1790, 1820, 1850,
	1868, 1876, 1882, 1901, 1903, 1915, 1925, 1930, 1952, 1955, 1975, 1988, 2036, 2038, 2045, 2051,
	2057, 2093, 2105, 2111, 2137, 2147, 2155, 2165, 2170, 2197, 2227, 2270, 2272, 2287, 2288, 2305,
	2366, 2378, 2392, 2443, 2458, 2465, 2485, 2491, 2518, 2557, 2563, 2582, 2587, 2591, 2617, 2657,
	2696, 2720, 2737, 2770, 2816, 2836, 2921, 2926, 2941, 2945, 3025, 3028, 3050, 3070, 3080, 3112,
	3140, 3155, 3163, 3218, 3227, 3247, 3257, 3260, 3266, 3301, 3322, 3383, 3388, 3392, 3431, 3436,
	3446, 3451, 3481, 3500, 3515, 3575, 3581, 3602, 3635, 3695, 3751, 3752, 3760, 3763, 3788, 3793,
	3805, 3826, 3827, 3836, 3838, 3953, 3968, 4051, 4058, 4061, 4118, 4127, 4148, 4195, 4205, 4211,
	4216, 4222, 4226, 4228, 4237, 4240, 4291, 4333, 4372, 4391, 4433, 4486, 4501, 4502, 4558, 4562,
	4582, 4601, 4633, 4640, 4657, 4681, 4685, 4688, 4697, 4703, 4733, 4757, 4765, 4771, 4786, 4796,
	4837, 4838, 4900, 4916, 4958, 4982, 4996, 5018, 5020, 5032, 5033, 5038, 5066, 5080, 5110, 5137,
	5138, 5167, 5182, 5191, 5192, 5201, 5203, 5213, 5245, 5248, 5251, 5255, 5317, 5332, 5348, 5420,
	5422, 5423, 5437, 5480, 5483, 5495, 5500, 5515, 5521, 5528, 5576, 5578, 5602, 5608, 5623, 5636,
	5660, 5671, 5677, 5681, 5695, 5696, 5710, 5711, 5735, 5740, 5825, 5836, 5852, 5878, 5882, 5905,
	5908, 5951, 5966, 5968, 5972, 5977, 6053, 6097, 6110, 6118, 6125, 6133, 6151, 6175, 6176, 6206,
	6215, 6221, 6236, 6271, 6328, 6353, 6361, 6367,
}

// primeBits is a lower bound of the bits that a prime is worth.
const primeBits = 58.99

func prime(i int) uint64 { return (1<<39-uint64(primeSteps[i]))<<20 + 1 }

// mulMod returns a·b mod p for residues.
func mulMod(a, b, p uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	_, z := bits.Div64(hi, lo, p)
	return z
}

// wideMod returns a number of 128 bits mod p.
func wideMod(hi, lo, p uint64) uint64 {
	if hi >= p {
		hi %= p
	}
	_, z := bits.Div64(hi, lo, p)
	return z
}

// inverseMod returns 1/a mod p by Euclid's algorithm, for a residue that is not 0.
func inverseMod(a, p uint64) uint64 {
	x, y := int64(0), int64(1) // p and a as multiples of a
	for b := p; ; {
		q := b / a
		b, a = a, b-q*a
		if a == 0 {
			if y < 0 {
				y += int64(p)
			}
			return uint64(y)
		}
		x, y = y, x-int64(q)*y
	}
}

// A chinese has what turns residues into mixed radix: for each prime the inverse
// of the product of those before it.
var chinese = sync.OnceValue(func() *[len(primeSteps)]uint64 {
	var inverses [len(primeSteps)]uint64
	for j := range inverses {
		p, product := prime(j), uint64(1)
		for i := range j {
			product = mulMod(product, prime(i)%p, p)
		}
		inverses[j] = inverseMod(product, p)
	}
	return &inverses
})

// dot returns the sum of x[i]·y[len(x)-1-i] mod p, of at most 1024 products.
func dot(x, y []uint64, p uint64) uint64 {
	var hi, lo uint64
	y = y[:len(x)]
	for i, a := range x {
		if a == 0 {
			continue
		}
		h, l := bits.Mul64(a, y[len(y)-1-i])
		var c uint64
		lo, c = bits.Add64(lo, l, 0)
		hi, _ = bits.Add64(hi, h, c)
	}
	return wideMod(hi, lo, p)
}
