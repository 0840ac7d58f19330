// Package neuron has the loss of one neuron and its gradient as code that symgrad
// writes, as an example of go generate and for tests.
package neuron

//go:generate go run github.com/symgrad/symgrad/cmd/symgrad gen 1/2*(y-z)^2 --let v=w*x+b --let y=sigmoid(v) --wrt w,b --lang go --func Loss -o loss.go --test
