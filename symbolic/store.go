// Package symbolic is the expression kernel: exact formulas as nodes of a
// directed acyclic graph in which equal parts are the same node.
//
// Nodes live in a Store. Constructors bring them into canonical form: sums
// and products are flattened, sorted and merged, exact numbers computed. They
// may enlarge the domain of definition (x/x is 1) and never change a value
// inside it. An Expr is a small comparable value; == is structural equality
// within a store.
//
// A store has one writer at a time. Nodes never move, so other goroutines may
// read expressions that were finished before they got them. No function here
// recurses on the depth of an expression, but for substitution, which recurses
// on the nesting of binders (sums of symbolic length and derivatives).
package symbolic

import (
	"sync/atomic"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
)

// ID names a node of a store. IDs grow in the order of creation, so that among
// the nodes of a formula that was read first they follow its text.
type ID uint32

// A record is a node. It has no pointers: the collector never scans nodes.
type record struct {
	hash  uint32
	kind  Kind
	flags uint8
	aux   uint16 // Apply: function; Relation: Rel; Boolean: truth
	off   uint32 // operands; Number: index of the number; Symbol, Constant: index of the name
	n     uint32
}

// Flags are the union of the operands' flags and the node's own.
const flagBinder = 1 << iota // binds a dummy symbol somewhere

// A Store holds expressions. The zero value is not ready: use NewStore.
type Store struct {
	limits    Limits
	nodes     arena[record]
	operands  arena[ID]
	numbers   arena[rational.Rat]
	names     arena[string]
	functions arena[*funcEntry] // a store has few
	table     []uint64          // open addressing: hash<<32 | id+1, 0 is empty
	used      int
	small     [smallMax - smallMin + 1]ID // nodes of small integers, 0 where there is none yet
	byName    map[string]ID               // symbols
	byFunc    map[funcKey]uint16
	scratch   scratch
	kept      map[any]any
	stopped   atomic.Bool
}

// Small integers are found without hashing.
const smallMin, smallMax = -32, 255

// The first nodes of every store.
const (
	Zero ID = iota
	One
	NegOne
	True
	False
)

// NewStore returns an empty store with the default limits.
func NewStore() *Store { return NewStoreLimits(Limits{}) }

// NewStoreLimits returns an empty store with the given limits.
func NewStoreLimits(l Limits) *Store {
	s := &Store{
		limits: l.withDefaults(),
		table:  make([]uint64, 1<<9),
		byName: map[string]ID{},
		byFunc: map[funcKey]uint16{},
	}
	s.Num(rational.Rat{})
	s.Num(rational.One)
	s.Num(rational.NegOne)
	s.internLeaf(record{kind: Boolean, aux: 1, hash: mixEnd(uint64(Boolean)<<8 | 1)})
	s.internLeaf(record{kind: Boolean, aux: 0, hash: mixEnd(uint64(Boolean) << 8)})
	s.Pi() // before all symbols, so that its place does not depend on what is read first
	return s
}

// Stop makes the next new node fail with a *LimitError named "time". It may be
// called from another goroutine: it is how a request that takes too long ends.
func (s *Store) Stop() { s.stopped.Store(true) }

// CheckStopped fails as a new node would if Stop was called. Long loops that
// may make no new nodes ask it.
func (s *Store) CheckStopped() {
	if s.stopped.Load() {
		panic(&LimitError{Limit: "time"})
	}
}

// Keep returns what a package keeps with the store under a key of a type of its
// own; the first call makes it. It is for what is known of nodes for good.
func (s *Store) Keep(key any, first func() any) any {
	z, ok := s.kept[key]
	if !ok {
		z = first()
		if s.kept == nil {
			s.kept = map[any]any{}
		}
		s.kept[key] = z
	}
	return z
}

// Size returns the number of nodes in the store.
func (s *Store) Size() int { return int(s.nodes.n) }

func (s *Store) rec(id ID) *record { return s.nodes.at(uint32(id)) }

// Kind returns the kind of a node.
func (s *Store) Kind(id ID) Kind { return s.rec(id).kind }

// Operands returns the raw operands of a node, which must not be changed.
// Sum: constant, then term and coefficient in turn; Product: coefficient,
// then base and exponent in turn; else as the kinds say.
func (s *Store) Operands(id ID) []ID {
	r := s.rec(id)
	if r.kind <= Boolean {
		return nil
	}
	return s.operands.slice(r.off, r.n)
}

// Number returns the value of a Number.
func (s *Store) Number(id ID) rational.Rat { return *s.numbers.at(s.rec(id).off) }

// Name returns the name of a Symbol, Constant or applied function.
func (s *Store) Name(id ID) string {
	r := s.rec(id)
	switch r.kind {
	case Symbol, Constant:
		return *s.names.at(r.off)
	case Apply:
		return s.entry(uint32(r.aux)).name
	}
	return ""
}

// Function returns the table row of an Apply, nil for an unspecified function.
func (s *Store) Function(id ID) *function.Row { return s.entry(uint32(s.rec(id).aux)).row }

// Rel returns the relation of a Relation.
func (s *Store) Rel(id ID) Rel { return Rel(s.rec(id).aux) }

// Hash functions: multiply and fold. They depend on content only, so the
// internal order of operands is the same in every run and every store.
const mixPrime = 0x9E3779B97F4A7C15

func mix(h uint64, v uint32) uint64 {
	h = (h ^ uint64(v)) * mixPrime
	return h ^ h>>32
}

func mixEnd(h uint64) uint32 {
	h *= 0xD6E8FEB86659FD93
	return uint32(h >> 32)
}

func hashString(s string) uint64 {
	h := uint64(0xCBF29CE484222325)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001B3
	}
	return h
}

// intern returns the node with these operands, which are copied if it is new.
func (s *Store) intern(kind Kind, aux uint16, ops []ID) ID {
	h := uint64(kind) << 32
	if kind != Apply { // the number of a function depends on the order in which functions were met
		h |= uint64(aux) << 40
	}
	var flags uint8
	for _, o := range ops {
		r := s.rec(o)
		h = mix(h, r.hash)
		flags |= r.flags
	}
	if kind == Apply {
		h = mix(h, s.entry(uint32(aux)).hash)
	}
	if kind.Binds() {
		flags |= flagBinder
	}
	hash := mixEnd(h)
	mask := uint32(len(s.table) - 1)
	i := hash & mask
probe:
	for ; s.table[i] != 0; i = (i + 1) & mask {
		if uint32(s.table[i]>>32) != hash {
			continue
		}
		id := ID(uint32(s.table[i]) - 1)
		r := s.rec(id)
		if r.kind != kind || r.aux != aux || r.n != uint32(len(ops)) {
			continue
		}
		for j, o := range s.operands.slice(r.off, r.n) {
			if o != ops[j] {
				continue probe
			}
		}
		return id
	}
	if int(s.operands.n)+len(ops) > s.limits.Operands {
		panic(&LimitError{"operands", s.limits.Operands})
	}
	off := s.operands.alloc(uint32(len(ops)))
	copy(s.operands.slice(off, uint32(len(ops))), ops)
	return s.insert(i, record{hash: hash, kind: kind, flags: flags, aux: aux, off: off, n: uint32(len(ops))})
}

// insert adds a record that is known to be new at the empty slot i.
func (s *Store) insert(i uint32, r record) ID {
	if int(s.nodes.n) >= s.limits.Nodes {
		panic(&LimitError{"nodes", s.limits.Nodes})
	}
	s.CheckStopped()
	id := s.nodes.alloc(1)
	*s.nodes.at(id) = r
	s.table[i] = uint64(r.hash)<<32 | uint64(id+1)
	if s.used++; s.used > len(s.table)/2 {
		s.grow()
	}
	return ID(id)
}

// internLeaf adds a leaf that is found by other means than its hash.
func (s *Store) internLeaf(r record) ID {
	mask := uint32(len(s.table) - 1)
	i := r.hash & mask
	for s.table[i] != 0 {
		i = (i + 1) & mask
	}
	return s.insert(i, r)
}

func (s *Store) grow() {
	old := s.table
	s.table = make([]uint64, 4*len(old))
	mask := uint32(len(s.table) - 1)
	for _, e := range old {
		if e != 0 {
			i := uint32(e>>32) & mask
			for s.table[i] != 0 {
				i = (i + 1) & mask
			}
			s.table[i] = e
		}
	}
}
