package plot

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// A Figure is one picture: bands, and curves on top of them, over one axis.
type Figure struct {
	Title  string
	X      string // the name of the horizontal axis
	Bands  []Band
	Curves []Curve
}

// A Curve is a line through points with increasing X. A Y that is NaN interrupts
// it.
type Curve struct {
	Name string
	X, Y []float64
	// Main curves are drawn thick, and the picture is as high as they need. Others
	// are dashed and leave the picture where they go too far.
	Main bool
}

// A Band is the area between two curves.
type Band struct {
	Name         string
	X, Low, High []float64
}

// A Format is a kind of file.
type Format uint8

const (
	SVG Format = iota
	PNG
)

// FormatOf returns the format that the name of a file asks for by its ending.
func FormatOf(name string) (Format, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".svg":
		return SVG, nil
	case ".png":
		return PNG, nil
	}
	return 0, fmt.Errorf("%s: a picture is a file .svg or .png", name)
}

// The size of a picture with one figure, and of each figure where there are
// several, in points.
const (
	wide, high           = 480, 330
	panelWide, panelHigh = 330, 240
	resolution           = 144 // dots an inch, of PNG
)

// Write draws figures, several of them side by side in rows. Numbers that are not
// finite are left out. The same figures give the same bytes.
//
// The error is that of a figure whose lists differ in length, or of writing.
func Write(w io.Writer, format Format, figures ...Figure) error {
	for _, f := range figures {
		if err := f.check(); err != nil {
			return err
		}
	}
	columns := columnsOf(len(figures))
	rows := (len(figures) + columns - 1) / columns
	width, height := vg.Length(wide), vg.Length(high)
	if len(figures) > 1 {
		width, height = panelWide, panelHigh
	}
	switch total := (vg.Point{X: width * vg.Length(columns), Y: height * vg.Length(rows)}); format {
	case PNG:
		c := vgimg.NewWith(vgimg.UseWH(total.X, total.Y), vgimg.UseDPI(resolution))
		panels(draw.New(c), figures, columns, width, height)
		_, err := vgimg.PngCanvas{Canvas: c}.WriteTo(w)
		return err
	default:
		c := vgsvg.New(total.X, total.Y)
		panels(draw.New(c), figures, columns, width, height)
		var b bytes.Buffer
		if _, err := c.WriteTo(&b); err != nil {
			return err
		}
		_, err := w.Write(withFallback(b.Bytes()))
		return err
	}
}

// withFallback names fonts of the same widths for those who do not have the one
// that the text was measured with.
func withFallback(svg []byte) []byte {
	return bytes.ReplaceAll(svg, []byte("font-family:Liberation Sans;"), []byte("font-family:'Liberation Sans',Arial,Helvetica,sans-serif;"))
}

// columnsOf returns how many of n figures stand side by side.
func columnsOf(n int) int {
	switch {
	case n <= 1:
		return 1
	case n <= 4:
		return 2
	case n <= 9:
		return 3
	}
	return 4
}

// panels draws each figure in its place, from the top.
func panels(c draw.Canvas, figures []Figure, columns int, width, height vg.Length) {
	c.FillPolygon(paper, corners(c.Rectangle))
	for i, f := range figures {
		x, y := vg.Length(i%columns)*width, c.Max.Y-vg.Length(i/columns+1)*height
		f.draw(draw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{Min: vg.Point{X: x, Y: y}, Max: vg.Point{X: x + width, Y: y + height}}})
	}
}

func corners(r vg.Rectangle) []vg.Point {
	return []vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}}
}

func (f Figure) check() error {
	for _, c := range f.Curves {
		if len(c.X) != len(c.Y) {
			return fmt.Errorf("plot: the curve %q has %d places and %d values", c.Name, len(c.X), len(c.Y))
		}
	}
	for _, b := range f.Bands {
		if len(b.X) != len(b.Low) || len(b.X) != len(b.High) {
			return fmt.Errorf("plot: the band %q has %d places and %d and %d values", b.Name, len(b.X), len(b.Low), len(b.High))
		}
	}
	return nil
}

// view returns the ranges of both axes: that of all places, and that of the values
// of the main curves with a margin.
func (f Figure) view() (x, y axis) {
	x, y = emptyAxis, emptyAxis
	main := false
	for _, c := range f.Curves {
		main = main || c.Main
	}
	for _, c := range f.Curves {
		for i := range c.X {
			x.take(c.X[i])
			if c.Main || !main {
				y.take(c.Y[i])
			}
		}
	}
	for _, b := range f.Bands {
		for i := range b.X {
			x.take(b.X[i])
			if len(f.Curves) == 0 {
				y.take(b.Low[i])
				y.take(b.High[i])
			}
		}
	}
	x, y = x.wide(), y.wide()
	margin := (y.high - y.low) * 0.08
	y.low, y.high = y.low-margin, y.high+margin
	return x, y
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
