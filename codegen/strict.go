package codegen

// beyond tells which outputs may have a value where the first one, which they are the
// derivatives of, has none: those in which the first one, or what it has a value by, may be
// left out.
func (g *graph) beyond(outputs []ref) []bool {
	needs := make([]bool, len(g.nodes)) // undefined where the first output is
	v := outputs[0]
	needs[v] = true
	for g.nodes[v].kind == sum || g.nodes[v].kind == product { // 2*x^2 is undefined where x is
		var only []ref
		for _, a := range g.nodes[v].args {
			if _, ok := g.isNum(a); !ok && (len(only) == 0 || only[0] != a) {
				only = append(only, a)
			}
		}
		if len(only) != 1 {
			break
		}
		v = only[0]
		needs[v] = true
	}
	for r := range g.nodes {
		n := &g.nodes[r]
		some := func(list []ref) bool {
			for _, a := range list {
				if needs[a] {
					return true
				}
			}
			return false
		}
		switch n.kind {
		case choice:
			needs[r] = needs[r] || needs[n.args[0]] || needs[n.args[1]] && needs[n.args[2]]
		case and, or: // stop at the first one
			needs[r] = needs[r] || needs[n.args[0]]
		default:
			needs[r] = needs[r] || some(n.args)
		}
	}
	list := make([]bool, len(outputs))
	for i, o := range outputs {
		list[i] = !needs[o]
	}
	return list
}
