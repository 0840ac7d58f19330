package parse

// Limits bound what Expr accepts, so that no text can exhaust memory, time or
// the stack, here or where the tree is used. A field that is zero or less
// stands for its default. Beyond a limit Expr returns an *Error whose field
// Limit has the name given here.
type Limits struct {
	// Bytes of source ("bytes"): 64 MiB. Offsets are 32 bits wide, so 4 GiB
	// is the most that can be set.
	Bytes int

	// Nesting of brackets ("nesting"): 10,000. Those who write formulas stay
	// far below; those who walk trees may rely on it.
	Nesting int
	// Powers is the height of a power tower ("powers"), in all the brackets
	// round it: 10,000. Writing a tower takes time quadratic in its height.
	Powers int
	// Conditionals is the length of a chain c1 ? a1 : c2 ? a2 : ...
	// ("conditionals"), in all the brackets round it: 10,000. Differentiating
	// a chain takes time quadratic in its length, and stack for every link.
	Conditionals int

	// Nodes of the tree ("nodes"): 4,000,000. Such a tree takes 180 MB. To
	// read a sum of that length needs little more, a list or a row of signs
	// twice that.
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
