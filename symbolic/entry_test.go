package symbolic

import "testing"

func TestEntriesThatMayBeOne(t *testing.T) {
	s := NewStore()
	a, b, i := s.Sym("a"), s.Sym("b"), s.Sym("i")
	one, two := s.Index(a, One), s.Index(a, s.Int(2))
	for _, c := range []struct {
		id   ID
		want bool
	}{
		{one, false}, {two, false}, {s.Index(a, i), true}, {s.Index(b, i), false}, {s.Index(a, i, One), false}, {i, false},
	} {
		if got := s.MayBe(c.id, one); got != c.want {
			t.Errorf("%s may be %s: %v", show(s, c.id), show(s, one), got)
		}
	}
	if !s.MayBe(s.Index(a, One, i), s.Index(a, i, s.Int(2))) || s.MayBe(s.Index(a, One, i), s.Index(a, s.Int(2), i)) {
		t.Error("entries of a matrix")
	}
}
