package plot_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/plot"
)

func sample(a, b float64, f func(float64) float64) (x, y []float64) {
	for i := range 201 {
		u := a + (b-a)*float64(i)/200
		x, y = append(x, u), append(y, f(u))
	}
	return x, y
}

func selu() plot.Figure {
	const scale, alpha = 1.0507009873554805, 1.6732632423543772
	x, y := sample(-4, 4, func(u float64) float64 {
		if u > 0 {
			return scale * u
		}
		return scale * alpha * math.Expm1(u)
	})
	_, left := sample(-4, 4, func(u float64) float64 { return scale * alpha * u })
	_, cubic := sample(-4, 4, func(u float64) float64 { return scale * alpha * (u + u*u/2 + u*u*u/6) })
	low, high := make([]float64, len(x)), make([]float64, len(x))
	for i := range x {
		low[i], high[i] = y[i]-0.02*math.Pow(x[i], 2), y[i]+0.02*math.Pow(x[i], 2)
	}
	return plot.Figure{
		Title:  "selu(x)",
		X:      "x",
		Bands:  []plot.Band{{Name: "error", X: x, Low: low, High: high}},
		Curves: []plot.Curve{{Name: "selu(x)", X: x, Y: y, Main: true}, {Name: "order 1", X: x, Y: left}, {Name: "order 3", X: x, Y: cubic}},
	}
}

func TestPicturesAreWellFormed(t *testing.T) {
	for _, n := range []int{1, 2, 4, 5, 10} {
		figures := make([]plot.Figure, n)
		for i := range figures {
			figures[i] = selu()
		}
		var b, again bytes.Buffer
		if err := errors.Join(plot.Write(&b, plot.SVG, figures...), plot.Write(&again, plot.SVG, figures...)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("%d figures: another picture the second time", n)
		}
		if got := strings.Count(b.String(), ">order 3</text>"); got != n {
			t.Errorf("%d figures: %d legends", n, got)
		}
		if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf") {
			t.Errorf("%d figures: numbers that are none", n)
		}
		for d := xml.NewDecoder(&b); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The curve is where it should be: dark points on the line y = x, paper beside it.
func TestCurveIsWhereItShouldBe(t *testing.T) {
	x, y := sample(-1, 1, func(u float64) float64 { return u })
	var b bytes.Buffer
	if err := plot.Write(&b, plot.PNG, plot.Figure{Curves: []plot.Curve{{X: x, Y: y, Main: true}}}); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	dark := func(px, py int) bool {
		g := color.GrayModel.Convert(img.At(px, py)).(color.Gray)
		return g.Y < 60
	}
	size := img.Bounds().Size()
	if size.X != 960 || size.Y != 660 {
		t.Errorf("size %v", size)
	}
	first, last := 0, 0
	for px := 100; px < size.X-60; px += 50 {
		for py := range size.Y {
			if dark(px, py) {
				if last = py; first == 0 {
					first = py
				}
				break
			}
		}
	}
	if first < 400 || last > 200 {
		t.Errorf("the line goes from row %d to row %d; it should rise", first, last)
	}
}

func TestValuesThatAreNotFiniteAreLeftOut(t *testing.T) {
	x, y := sample(-1, 1, func(u float64) float64 { return 1 / u })
	y[20], y[30] = math.NaN(), math.Inf(1)
	for _, f := range []plot.Figure{
		{},
		{Curves: []plot.Curve{{X: x, Y: y, Main: true}}},
		{Curves: []plot.Curve{{X: x[:1], Y: y[:1]}}},
		{Curves: []plot.Curve{{X: x, Y: make([]float64, len(x)), Main: true}, {X: []float64{-1, 0, 1}, Y: []float64{-1e300, 0, math.MaxFloat64}}}},
		{Bands: []plot.Band{{X: x, Low: y, High: y}}},
		{Curves: []plot.Curve{{X: []float64{-math.MaxFloat64, math.MaxFloat64}, Y: []float64{-math.MaxFloat64, math.MaxFloat64}, Main: true}}},
	} {
		for _, format := range []plot.Format{plot.SVG, plot.PNG} {
			var b bytes.Buffer
			if err := plot.Write(&b, format, f); err != nil {
				t.Fatal(err)
			}
			if format == plot.SVG && (strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf")) {
				t.Errorf("%v: numbers that are none", f.Curves)
			}
		}
	}
}

func TestBadFigures(t *testing.T) {
	for _, f := range []plot.Figure{
		{Curves: []plot.Curve{{X: []float64{1}}}},
		{Bands: []plot.Band{{X: []float64{1}, Low: []float64{1}}}},
	} {
		if err := plot.Write(io.Discard, plot.SVG, f); err == nil {
			t.Errorf("%v was drawn", f)
		}
	}
	if _, err := plot.FormatOf("a.jpg"); err == nil || !strings.Contains(err.Error(), ".svg or .png") {
		t.Errorf("a.jpg: %v", err)
	}
	if f, err := plot.FormatOf("A.PNG"); f != plot.PNG || err != nil {
		t.Errorf("A.PNG: %v, %v", f, err)
	}
}

func ExampleWrite() {
	x := []float64{-1, -0.5, 0, 0.5, 1}
	f := plot.Figure{Title: "x^2", X: "x", Curves: []plot.Curve{
		{Name: "x^2", X: x, Y: []float64{1, 0.25, 0, 0.25, 1}, Main: true},
		{Name: "order 1", X: x, Y: make([]float64, len(x))},
	}}
	var b bytes.Buffer
	if err := plot.Write(&b, plot.SVG, f); err != nil {
		panic(err)
	}
	fmt.Println(bytes.Count(b.Bytes(), []byte("<path ")) > 10, bytes.Contains(b.Bytes(), []byte(">order 1</text>")))
	// Output: true true
}

func ExampleFormatOf() {
	f, err := plot.FormatOf("figure.png")
	fmt.Println(f == plot.PNG, err)
	_, err = plot.FormatOf("figure.pdf")
	fmt.Println(err)
	// Output:
	// true <nil>
	// figure.pdf: a picture is a file .svg or .png
}
