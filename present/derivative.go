package present

// derivativeMarks are what a format writes around the parts of a derivative:
//
//	point open raise ORDER raised space BODY over VAR raise ORDER raised end space BODY bar VAR equals POINT last
type derivativeMarks struct {
	point, open, over, end, raise, raised, space, bar, equals, last string
}

// derivativeSteps lists the parts of a derivative in the order in which they
// are written with a fraction bar. A body that is a name goes on top of the
// bar, any other after it.
type derivativeSteps struct {
	named   bool
	ordered bool // order is not 1
	pointed bool
}

func (t *Tree) derivativeSteps(n *node) derivativeSteps {
	return derivativeSteps{
		named:   t.operand(n, 0).kind == Name,
		ordered: t.textOf(t.operand(n, 2)) != "1",
		pointed: n.count == 4,
	}
}

// step returns what stands before step k, and the part that follows.
func (s derivativeSteps) step(k uint32, m derivativeMarks) (string, part, bool) {
	var parts [7]part
	var texts [8]string
	i, text := 0, ""
	add := func(p part) {
		parts[i], texts[i] = p, text
		i, text = i+1, ""
	}
	order := func() {
		if s.ordered {
			text += m.raise
			add(part{arg: 2, mode: script})
			text = m.raised
		}
	}
	if s.pointed {
		text = m.point
	}
	text += m.open
	order()
	if s.named {
		text += m.space
		add(part{})
	}
	text += m.over
	add(part{arg: 1})
	order()
	text += m.end
	if !s.named {
		text += m.space
		add(part{level: levelFactor})
	}
	if s.pointed {
		text += m.bar
		add(part{arg: 1, mode: script})
		text += m.equals
		add(part{arg: 3, mode: script})
		text += m.last
	}
	texts[i] = text
	return texts[k], parts[min(int(k), len(parts)-1)], int(k) < i
}
