package taylor

import "slices"

// reachable returns the program of the registers that one needs, and that one in it.
// Others come from conditions, and from derivatives and operands that are not needed
// for an equation of Riccati.
func (p *program) reachable(root int32) (*program, int32) {
	place := make([]int32, len(p.code)) // 1 more than the new one
	todo := []int32{root}
	place[root] = 1
	count := 1
	for len(todo) > 0 {
		in := &p.code[todo[len(todo)-1]]
		todo = todo[:len(todo)-1]
		for _, list := range [2][]int32{in.terms, in.slopes} {
			for _, r := range list {
				if place[r] == 0 {
					place[r] = 1
					todo = append(todo, r)
					count++
				}
			}
		}
	}
	if count == len(p.code) {
		return p, root
	}
	z := *p
	z.code = make([]instruction, 0, count)
	for r := range place {
		if place[r] != 0 {
			z.code = append(z.code, p.code[r])
			place[r] = int32(len(z.code))
		}
	}
	for i := range z.code {
		in := &z.code[i]
		for _, list := range [2]*[]int32{&in.terms, &in.slopes} {
			*list = slices.Clone(*list)
			for j, r := range *list {
				(*list)[j] = place[r] - 1
			}
		}
	}
	return &z, place[root] - 1
}
