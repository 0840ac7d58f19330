package present

import (
	"fmt"
	"io"
)

// DefaultMaxBytes is the longest formula that is written where no limit is
// given. It bounds memory: a formula is complete before its first byte goes
// out. Results that people or programs read are far shorter; a longer one is
// almost always a tree that repeats shared parts.
const DefaultMaxBytes = 64 << 20

// A TooLongError says that a formula was not written because it is longer
// than the limit. Nothing was written then. Shared parts can be written once
// with [Definitions].
type TooLongError struct {
	Limit  int    // bytes
	Leaves uint64 // symbols and numbers of the formula, saturating
}

func (e *TooLongError) Error() string {
	return fmt.Sprintf("the formula is longer than %d bytes when written out (%d symbols and numbers)", e.Limit, e.Leaves)
}

// A level is how tightly a node binds, from the loosest.
type level uint8

const (
	levelAny level = iota
	levelOr
	levelAnd
	levelRelation
	levelSum
	levelTotal   // a sum sign and its body: must stand last in a product
	levelProduct // also a quotient written with a slash
	levelFactor  // a quotient written with a bar
	levelPower
	levelAtom
)

// A mode is what a node must know about the place where it stands.
type mode uint8

const (
	script mode = 1 << iota // in an exponent or subscript: quotients get a slash
	row                     // a further row of a chain of cases
	bare                    // base of a power in MathML: base and subscript stand in one <msubsup>
)

// A part is one step into an argument.
type part struct {
	arg    uint32
	level  level // brackets are needed below this
	mode   mode
	raised string // exponent to be written after a function's name
}

// A frame is a node that is being written.
type frame struct {
	ref       Ref
	next      uint32 // steps done
	raised    string // see part
	mode      mode
	bracketed bool
}

// A dialect spells nodes. It is driven by a stack and not by recursion: a
// formula may be nested deeper than any stack of calls should be.
type dialect interface {
	// step writes what stands before the next part of the node and says which
	// part that is, or writes what ends the node and returns false.
	step(o *output, n *node, f *frame) (part, bool)
	level(t *Tree, n *node, m mode) level
	open(o *output, n *node, m mode)
	close(o *output, n *node, m mode)
}

type output struct {
	*Tree
	buf   []byte
	stack []frame
}

func (o *output) put(s string) { o.buf = append(o.buf, s...) }

// leafBytes is the least that a leaf costs in each format.
var leafBytes = [formats]uint64{1, 1, 1, len64("<mi>x</mi>")}

func len64(s string) uint64 { return uint64(len(s)) }

// Write writes the formula below r. A maxBytes of 0 is DefaultMaxBytes; a
// longer formula gives a *TooLongError. Cost is linear in the written size.
func (t *Tree) Write(w io.Writer, r Ref, f Format, maxBytes int) error {
	b, err := t.append(nil, r, f, maxBytes)
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

func (t *Tree) append(buf []byte, r Ref, f Format, maxBytes int) ([]byte, error) {
	if maxBytes <= 0 {
		maxBytes = DefaultMaxBytes
	}
	leaves := t.Leaves(r)
	if leaves > uint64(maxBytes)/leafBytes[f] {
		return nil, &TooLongError{Limit: maxBytes, Leaves: leaves}
	}
	o := &output{Tree: t, buf: buf}
	start := len(buf)
	var d dialect
	switch f {
	case AsText:
		d = linear{}
	case AsUnicode:
		d = linear{unicode: true}
	case AsLaTeX:
		d = latex{}
	case AsMathML:
		d = mathML{}
		o.put(`<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">`)
	}
	o.stack = append(o.stack, frame{ref: r})
	for len(o.stack) > 0 {
		f := &o.stack[len(o.stack)-1]
		n := t.node(f.ref)
		p, more := d.step(o, n, f)
		if len(o.buf)-start > maxBytes {
			return nil, &TooLongError{Limit: maxBytes, Leaves: leaves}
		}
		if !more {
			if f.bracketed {
				d.close(o, n, f.mode)
			}
			o.stack = o.stack[:len(o.stack)-1]
			continue
		}
		f.next++
		child := frame{ref: t.arg(n, p.arg), mode: p.mode, raised: p.raised}
		if c := t.node(child.ref); d.level(t, c, p.mode) < p.level {
			child.bracketed = true
			d.open(o, c, p.mode)
		}
		o.stack = append(o.stack, child)
	}
	if f == AsMathML {
		o.put(`</math>`)
	}
	return o.buf, nil
}
