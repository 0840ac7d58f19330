// Package plot draws curves and the bands round them as SVG and PNG.
//
// It is a leaf: it knows numbers and no formulas, and nothing but the command
// imports it. Of gonum.org/v1/plot it uses the canvases only. The package plot
// itself reads a dozen fonts and brings more libraries at the start of every
// program that has it, which made all commands slower by a quarter; its canvases
// cost nothing until something is drawn.
package plot
