package parse

import "github.com/symgrad/symgrad/syntax"

// question reads the ? of a conditional.
func (s *scanner) question() bool {
	lv := s.level()
	if lv.relations > 1 && lv.equality >= 0 {
		return s.fail(lv.equality, lv.equality+1, "it is not clear whether this = belongs to the condition",
			"write brackets: y = (c ? a : b)")
	}
	lv.newOperand(-1)
	s.reduce(disjunction)
	s.shift(syntax.Conditional, waiting)
	s.take(operation, 1)
	if s.conditionals++; s.conditionals > s.limits.Conditionals {
		return s.exceed(s.recent[0].start, s.recent[0].end, "conditionals", "more than %d conditionals in a row", s.limits.Conditionals)
	}
	return true
}

// colon reads the : of a conditional. From here on its ? is an operator like
// others.
func (s *scanner) colon() bool {
	lv := s.level()
	s.reduce(conditional)
	last := len(s.operators) - 1
	if last < lv.operators {
		return s.fail(s.pos, s.pos+1, "this : has no ? before it", "write condition ? value : other value")
	}
	if !s.endBranch(lv) {
		return false
	}
	s.operators[last].binding = conditional
	lv.newOperand(0)
	s.take(operation, 1)
	return true
}

// endBranch ends a branch of a conditional, if it was one.
func (s *scanner) endBranch(lv *level) bool {
	if lv.branch > 0 {
		return s.fail(lv.branch, lv.branch+1, "it is not clear whether this relation belongs to the last branch of the conditional",
			"write brackets: (c ? a : b) = d, or c ? a : (b = d)")
	}
	return true
}

// newOperand notes that nothing of what came before at this level binds what
// comes now.
func (lv *level) newOperand(branch int) {
	lv.negation, lv.relations, lv.equality, lv.branch = -1, 0, -1, branch
}
