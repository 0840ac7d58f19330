package function

import "strings"

// Accepts tells whether the function takes n arguments.
func (r *Row) Accepts(n int) bool {
	if r.Variadic {
		return n >= 1
	}
	least := 0
	for least < len(r.Params) && r.Params[least].Default == "" {
		least++
	}
	return least <= n && n <= len(r.Params)
}

// Signature shows name, parameters and defaults: leaky_relu(u, a=1/100), or
// max(u, v, ...).
func (r *Row) Signature() string {
	s := r.Name + "("
	for i, p := range r.Params {
		if i > 0 {
			s += ", "
		}
		s += p.Name
		if p.Default != "" {
			s += "=" + p.Default
		}
	}
	if r.Variadic {
		s += ", ..."
	}
	return s + ")"
}

// IsPiecewise tells whether the function is defined by branches, as abs and relu. That of
// no row, an unspecified function, is not.
func (r *Row) IsPiecewise() bool { return r != nil && strings.HasPrefix(r.Definition, "if(") }
