package plot

import (
	"image/color"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The colours. Those of curves differ for people who do not see red or green, and
// in grey (Okabe and Ito, Color Universal Design).
var (
	paper = color.RGBA{255, 255, 255, 255}
	ink   = color.RGBA{40, 40, 40, 255}
	grid  = color.RGBA{232, 232, 232, 255}
	rule  = color.RGBA{150, 150, 150, 255}
	shade = color.NRGBA{0, 114, 178, 45}
	first = color.RGBA{0, 0, 0, 255}
	paint = []color.RGBA{{213, 94, 0, 255}, {0, 114, 178, 255}, {0, 158, 115, 255}, {204, 121, 167, 255}, {230, 159, 0, 255}, {86, 180, 233, 255}}
)

// The patterns of dashes of curves that are not main.
var dashes = [][]vg.Length{{6, 3}, {2, 2}, {8, 3, 2, 3}}

const (
	titleSize, textSize = 11, 8
	lineHeight          = 12
)

// text returns the font in a size; it is read when something is first drawn.
var typeface = sync.OnceValue(func() *opentype.Font {
	f, err := opentype.Parse(liberationsansregular.TTF)
	if err != nil {
		panic(err) // the font is part of the program
	}
	return f
})

func text(size vg.Length) font.Face {
	return font.Face{Font: font.Font{Typeface: "Liberation", Variant: "Sans", Size: size}, Face: typeface()}
}

// A pen is how a curve is drawn.
type pen struct {
	draw.LineStyle
	fill color.Color // of a band
}

// pens returns the pens of the bands and of the curves.
func (f Figure) pens() (bands, curves []pen) {
	for range f.Bands {
		bands = append(bands, pen{fill: shade})
	}
	main, other := 0, 0
	for _, c := range f.Curves {
		p := pen{LineStyle: draw.LineStyle{Color: first, Width: 1.8}}
		switch {
		case c.Main && main > 0:
			p.Color = paint[(main-1)%len(paint)]
			main++
		case c.Main:
			main++
		default:
			p.Color, p.Width, p.Dashes = paint[other%len(paint)], 1.2, dashes[other%len(dashes)]
			other++
		}
		curves = append(curves, p)
	}
	return bands, curves
}

// draw draws the figure into its panel: title, legend, axes, bands, curves.
func (f Figure) draw(c draw.Canvas) {
	x, y := f.view()
	c = draw.Crop(c, 8, -10, 6, -6)
	top := c.Max.Y
	if f.Title != "" {
		top -= titleSize + 2
		face := text(titleSize)
		write(c, face, f.Title, vg.Point{X: c.Center().X - face.Width(f.Title)/2, Y: top})
	}
	top = f.legend(c, top)
	xs, ys := x.ticks(int((c.Max.X-c.Min.X)/60)), y.ticks(int((top-c.Min.Y)/32))
	left := vg.Length(0)
	face := text(textSize)
	for _, t := range ys {
		left = max(left, face.Width(t.label))
	}
	bottom := vg.Length(textSize + 6)
	area := draw.Canvas{Canvas: c.Canvas, Rectangle: vg.Rectangle{Min: vg.Point{X: c.Min.X + left + 5, Y: c.Min.Y + bottom}, Max: vg.Point{X: c.Max.X, Y: top - 5}}}
	px := func(v float64) vg.Length { return area.X(x.at(v)) }
	py := func(v float64) vg.Length { return area.Y(y.at(v)) }
	for _, t := range xs {
		area.StrokeLine2(line(grid, 0.6), px(t.at), area.Min.Y, px(t.at), area.Max.Y)
		at := vg.Point{X: px(t.at) - face.Width(t.label)/2, Y: area.Min.Y - textSize - 3}
		at.X = min(at.X, c.Max.X+8-face.Width(t.label))
		write(c, face, t.label, at)
	}
	for _, t := range ys {
		area.StrokeLine2(line(grid, 0.6), area.Min.X, py(t.at), area.Max.X, py(t.at))
		write(c, face, t.label, vg.Point{X: area.Min.X - 4 - face.Width(t.label), Y: py(t.at) - 0.35*textSize})
	}
	if x.low < 0 && x.high > 0 {
		area.StrokeLine2(line(rule, 0.6), px(0), area.Min.Y, px(0), area.Max.Y)
	}
	if y.low < 0 && y.high > 0 {
		area.StrokeLine2(line(rule, 0.6), area.Min.X, py(0), area.Max.X, py(0))
	}
	f.fill(area, x, y)
	area.StrokeLines(line(rule, 0.6), append(corners(area.Rectangle), area.Min))
	if f.X != "" {
		write(c, face, f.X, vg.Point{X: area.Max.X - face.Width(f.X) - 3, Y: area.Min.Y + 4})
	}
}

// fill draws bands and curves, clipped to their area.
func (f Figure) fill(area draw.Canvas, x, y axis) {
	bands, curves := f.pens()
	place := func(u, v float64) vg.Point {
		return vg.Point{X: area.X(near(x.at(u))), Y: area.Y(near(y.at(v)))}
	}
	for i, b := range f.Bands {
		var low, high []vg.Point
		for j, u := range b.X {
			if finite(u) && finite(b.Low[j]) && finite(b.High[j]) {
				low, high = append(low, place(u, b.Low[j])), append(high, place(u, b.High[j]))
			}
		}
		for j := len(high) - 1; j >= 0; j-- {
			low = append(low, high[j])
		}
		if poly := area.ClipPolygonXY(low); len(poly) > 2 {
			area.FillPolygon(bands[i].fill, poly)
		}
	}
	for pass := range 2 { // main curves on top
		for i, c := range f.Curves {
			if c.Main == (pass == 0) {
				continue
			}
			var pieces [][]vg.Point
			open := false
			for j, u := range c.X {
				if !finite(u) || !finite(c.Y[j]) {
					open = false
					continue
				}
				if !open {
					pieces, open = append(pieces, nil), true
				}
				last := &pieces[len(pieces)-1]
				*last = append(*last, place(u, c.Y[j]))
			}
			area.StrokeLines(curves[i].LineStyle, area.ClipLinesXY(pieces...)...)
		}
	}
}

// near keeps what is far outside of the picture from losing the digits of what is
// inside when it is clipped.
func near(t float64) float64 { return max(-1e3, min(t, 1e3)) }

// legend writes the names of curves and bands in rows below the title and returns
// where the last one ends.
func (f Figure) legend(c draw.Canvas, top vg.Length) vg.Length {
	const sample, gap = 16, 10
	face := text(textSize)
	bands, curves := f.pens()
	type entry struct {
		name string
		pen
	}
	var list []entry
	for i, u := range f.Curves {
		list = append(list, entry{u.Name, curves[i]})
	}
	for i, u := range f.Bands {
		list = append(list, entry{u.Name, bands[i]})
	}
	var rows [][]entry
	var widths []vg.Length
	for _, e := range list {
		if e.name == "" {
			continue
		}
		w := sample + 3 + face.Width(e.name) + gap
		if n := len(rows); n == 0 || widths[n-1]+w-gap > c.Max.X-c.Min.X {
			rows, widths = append(rows, nil), append(widths, 0)
		}
		n := len(rows) - 1
		rows[n], widths[n] = append(rows[n], e), widths[n]+w
	}
	for i, row := range rows {
		top -= lineHeight
		at := c.Center().X - (widths[i]-gap)/2
		for _, e := range row {
			if y := top + 0.35*textSize; e.fill != nil {
				c.FillPolygon(e.fill, corners(vg.Rectangle{Min: vg.Point{X: at, Y: y - 3}, Max: vg.Point{X: at + sample, Y: y + 3}}))
			} else {
				c.StrokeLine2(e.LineStyle, at, y, at+sample, y)
			}
			write(c, face, e.name, vg.Point{X: at + sample + 3, Y: top})
			at += sample + 3 + face.Width(e.name) + gap
		}
	}
	return top
}

func line(c color.Color, width vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: width}
}

func write(c draw.Canvas, face font.Face, s string, at vg.Point) {
	c.SetColor(ink)
	c.FillString(face, at, s)
}
