package symbolic

import (
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/rational"
)

// Num returns the node of an exact number.
func (s *Store) Num(x rational.Rat) ID {
	n, small := x.Int64()
	if small = small && smallMin <= n && n <= smallMax; small {
		if id := s.small[n-smallMin]; id != 0 || n == 0 && s.nodes.n > 0 {
			return id
		}
	}
	h := x.Hash()
	hash := mixEnd(mix(mix(uint64(Number)<<32, uint32(h>>32)), uint32(h)))
	mask := uint32(len(s.table) - 1)
	i := hash & mask
	for ; s.table[i] != 0; i = (i + 1) & mask {
		if uint32(s.table[i]>>32) == hash {
			id := ID(uint32(s.table[i]) - 1)
			if s.Kind(id) == Number && s.Number(id).Equal(x) {
				return id
			}
		}
	}
	if x.BitLen() > s.limits.NumberBits {
		panic(&LimitError{"number bits", s.limits.NumberBits})
	}
	off := s.numbers.alloc(1)
	*s.numbers.at(off) = x
	id := s.insert(i, record{hash: hash, kind: Number, off: off})
	if small {
		s.small[n-smallMin] = id
	}
	return id
}

// Int returns the node of an integer.
func (s *Store) Int(n int64) ID { return s.Num(rational.Int(n)) }

// Sym returns the symbol of that name. Symbols get their IDs in the order in
// which they are first asked for.
func (s *Store) Sym(name string) ID { return s.named(Symbol, name) }

// Pi returns the constant π.
func (s *Store) Pi() ID { return s.named(Constant, "pi") }

// constantPrefix keeps constants apart from symbols of the same name.
const constantPrefix = "\x00"

func (s *Store) named(k Kind, name string) ID {
	key := name
	if k == Constant {
		key = constantPrefix + name
	}
	if id, ok := s.byName[key]; ok {
		return id
	}
	off := s.names.alloc(1)
	*s.names.at(off) = name
	h := hashString(key)
	id := s.internLeaf(record{hash: mixEnd(mix(mix(uint64(k)<<32, uint32(h>>32)), uint32(h))), kind: k, off: off})
	s.byName[key] = id
	return id
}

// HasSym returns the symbol of that name if the store has it.
func (s *Store) HasSym(name string) (ID, bool) {
	id, ok := s.byName[name]
	return id, ok
}

// FreshSym returns a symbol whose name the store did not have, for a variable
// or an unspecified function: name itself, or name_1, name_2, ... .
func (s *Store) FreshSym(name string) ID {
	return s.otherSym(name, func(fresh string) bool {
		_, variable := s.byName[fresh]
		_, function := s.byFunc[funcKey{fresh, nil}]
		return variable || function
	})
}

// FreshDummy returns a symbol for a dummy index called name that is none of
// the given ones, such as those free in the body: name_1, name_2, ... . It is
// the same one at every call, so that equal sums are the same node.
func (s *Store) FreshDummy(name string, taken ...ID) ID {
	return s.otherSym(name+"_1", func(fresh string) bool { return contains(taken, s.Sym(fresh)) })
}

// otherSym returns the first of name, name_1, name_2, ... that is not taken;
// a number at the end of name is counted up.
func (s *Store) otherSym(name string, taken func(string) bool) ID {
	stem, n := name, 0
	if i := strings.LastIndexByte(name, '_'); i > 0 {
		if k, err := strconv.Atoi(name[i+1:]); err == nil {
			stem, n = name[:i], k
		}
	}
	for fresh := name; ; fresh = stem + "_" + strconv.Itoa(n) {
		if n++; !taken(fresh) {
			return s.Sym(fresh)
		}
	}
}

// Bool returns the node of a truth value.
func (s *Store) Bool(b bool) ID {
	if b {
		return True
	}
	return False
}

func (s *Store) isNumber(id ID) bool { return s.rec(id).kind == Number }
