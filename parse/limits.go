package parse

// Limits bound what Tree accepts, so that no text can exhaust memory, time or
// the stack. A field that is zero or less stands for its default. Beyond a
// limit Tree returns an *Error whose field Limit has the name given here.
type Limits struct {
	// Bytes of source ("bytes"): 64 MiB. Offsets are 32 bits wide, so 4 GiB
	// is the most that can be set.
	Bytes int

	// Nesting of brackets ("nesting"): 10,000. The parser recurses here and
	// at the next three limits, and a stack overflow ends a Go program. Each
	// counts what is open at one place, in all the brackets round it; all at
	// their defaults need less than a quarter of the stack that Go allows.
	Nesting int
	// Prefixes is the number of signs and "not" in a row ("prefixes"): 10,000.
	Prefixes int
	// Powers is the height of a power tower ("powers"): 10,000.
	Powers int
	// Conditionals is the length of a chain c1 ? a1 : c2 ? a2 : ...
	// ("conditionals"): 10,000.
	Conditionals int

	// Nodes of the tree ("nodes"): 4,000,000. Such a tree takes 180 MB. While
	// it is read a sum or product needs twice that, a list or a chain of "or"
	// of that length 1 GB.
	Nodes int
	// Name is the length of a name in bytes ("name"): 1,000.
	Name int
	// Digits of one number ("digits"): 1,000,000, read in a fraction of a
	// second.
	Digits int
	// Exponent is the magnitude of the exponent of a number such as 1e-400
	// ("exponent"): 1,000,000, as many digits as a number may have.
	Exponent int
}

// withDefaults returns the limits with every unset field filled in.
func (l Limits) withDefaults() Limits {
	for _, f := range []struct {
		field    *int
		standard int
	}{
		{&l.Bytes, 64 << 20},
		{&l.Nesting, 10_000},
		{&l.Prefixes, 10_000},
		{&l.Powers, 10_000},
		{&l.Conditionals, 10_000},
		{&l.Nodes, 4_000_000},
		{&l.Name, 1_000},
		{&l.Digits, 1_000_000},
		{&l.Exponent, 1_000_000},
	} {
		if *f.field <= 0 {
			*f.field = f.standard
		}
	}
	l.Bytes = min(l.Bytes, 1<<32-1)
	return l
}
