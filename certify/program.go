package certify

import (
	"slices"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Program evaluates expressions, its roots, on boxes. It is immutable: Float
// and Big may be called by many goroutines at once, each with its own scratch.
// At, Compare and Holds may not, as they make nodes in the store.
type Program struct {
	lib    *read.Library
	store  *symbolic.Store
	roots  []symbolic.ID
	inputs []symbolic.ID

	code      []instruction
	results   []int32 // registers of the roots
	registers int
	guards    []guard
	operands  []int32 // registers of n-ary instructions
	terms     []term  // of sums
	numbers   []number
	exponents []exponent
	kernels   []kernel
	// partial: parts of the roots are left out, the value of which may be
	// known once the inputs are: sums up to a variable.
	partial bool
}

// An opcode says what an instruction does.
type opcode uint8

const (
	opInput    opcode = iota // input a
	opNumber                 // number a
	opPi                     // the constant π
	opTruth                  // the truth value a
	opWhole                  // a value about which nothing is known
	opNowhere                // no value
	opSum                    // number a (if it is not -1) and the terms
	opProduct                // number a (if it is not -1) times the operands
	opPower                  // register a to the exponent b; c, if not -1, is the exponent's register
	opPow                    // register a to the register b
	opCall                   // kernel a of the operands
	opMax                    // the largest operand
	opMin                    // the smallest operand
	opDefined                // register a, the definition of a function with the arguments operands, where condition b (if it is not -1) holds; c = 1 if the function is continuous
	opIf                     // condition a, registers b and c
	opRelation               // relation c of the registers a and b
	opAnd                    // conditions in the order of evaluation
	opOr                     // conditions in the order of evaluation
	opGuard                  // finds out whether guard a is open
)

// An instruction computes register dst, if its guard is open.
type instruction struct {
	op       opcode
	guard    int32
	dst      int32
	a, b, c  int32
	from, to int32 // in operands, or in terms
}

// A term of a sum is a register times a number; number -1 stands for the
// factor 1 and -2 for -1.
type term struct{ register, number int32 }

// A number is an exact constant, with its enclosure.
type number struct {
	exact rational.Rat
	float interval.Float
}

// An exponent is that of powers, as a number of the store and prepared.
type exponent struct {
	exact    rational.Rat
	prepared interval.Exponent
}

// A kernel is a function of the table that has one in both kinds of intervals.
type kernel struct {
	id    symbolic.FuncID
	float interval.FloatKernel
	wide  interval.Kernel
}

// Inputs returns the variables of the program in the order of their IDs: free
// symbols, and entries of arrays with numeric subscripts. The arguments of
// Float and Big have this order.
func (p *Program) Inputs() []symbolic.ID { return slices.Clone(p.inputs) }

// Roots returns the expressions that the program evaluates.
func (p *Program) Roots() []symbolic.ID { return slices.Clone(p.roots) }

// Len returns the number of instructions.
func (p *Program) Len() int { return len(p.code) }
