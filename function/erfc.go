package function

import "math"

// erfc is that of package math, which is within 1 ulp but for the interval in which
// it subtracts from 1/2 and the value is less than 1/4. There it is the Taylor
// series around the middle.
func erfc(u float64) float64 {
	const from, middle, to = 0.8125, 0.828125, 0.84375
	if !(u >= from && u < to) {
		return math.Erfc(u)
	}
	h := u - middle
	p := 0.0
	for _, c := range erfcTaylor {
		p = float64(p*h) + c
	}
	return erfcMiddle + (erfcMiddleLo + float64(p*h))
}

// erfc(0.828125) and the coefficients of the series, the last one first.
const (
	erfcMiddle   = 0.24154025475246355
	erfcMiddleLo = 5.751514032888963e-18
)

var erfcTaylor = [...]float64{
	-0.0006700451442195944,
	0.003626475979650861,
	0.0003904315880058029,
	-0.019019963505424203,
	0.01655404441355724,
	0.06343326508680915,
	-0.12774100736335695,
	-0.07039685465899054,
	0.47066911498678565,
	-0.5683551577198921,
}
