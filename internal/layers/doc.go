// Package layers holds the test of the layer table: which package may import
// which, and who may use libraries from outside. The table itself is in
// ARCHITECTURE.md for people and in the test for the machine; the test fails
// when the two differ.
package layers
