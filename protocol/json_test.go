package protocol

import (
	"slices"
	"testing"
)

func TestRequestsThatAreWrong(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`{"op":"taylor","expr":"1/x","expr":"x","wrt":["x"]}`, `the request has "expr" twice`},
		{`{"op":"eval","expr":"x","at":{"x":"1","y":"2","x":"2"}}`, `the request has "x" twice`},
		{`{"op":"eval","at":{"x":"1"},"expr":"x","op":"eval"}`, `the request has "op" twice`},
		{`{"op":"grad","expr":"x","wrt":"x"}`, `the field wrt of the request is a list such as ["x"]; the value given is of the kind string`},
		{`{"op":"grad","expr":2}`, `the field expr of the request is a string; the value given is of the kind number`},
		{`{"op":"eval","at":["x"]}`, `the field at of the request is an object such as {"x":"1"}; the value given is of the kind array`},
		{`{"op":"grad","raw":1}`, `the field raw of the request is true or false; the value given is of the kind number`},
		{`{"op":"taylor","order":"3"}`, `the field order of the request is a number; the value given is of the kind string`},
		{`{"op":`, `the request is not JSON: at byte 6: unexpected end of JSON input`},
	} {
		var req Request
		_, err := unmarshal([]byte(c.line), &req)
		if err == nil {
			t.Errorf("%s was read", c.line)
		} else if err.Message != c.want {
			t.Errorf("%s: %s, want %s", c.line, err.Message, c.want)
		}
	}
	var req Request
	if _, err := unmarshal([]byte(`{"op":"eval","expr":"x","at":{"x":"1","y":"1"},"let":["y=x","y=x"],"wrt":["x"]}`), &req); err != nil {
		t.Error(err)
	}
}

func TestFieldsThatNoRequestHas(t *testing.T) {
	for line, want := range map[string][]string{
		`{"op":"grad","expr":"x","wrt":["x"],"ID":3}`:                         nil,
		`{"op":"grad","expr":"x","wrt":["x"],"assumptions":["x>0"],"o":{}}`:   {"assumptions", "o"},
		`{"op":"eval","expr":"x","at":{"expression":"1"},"let":["order2=1"]}`: nil,
	} {
		var req Request
		if got, err := unmarshal([]byte(line), &req); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v", line, got, err)
		}
	}
}

func TestInfinity(t *testing.T) {
	for text, want := range map[string]int{"inf": 1, "+inf": 1, "-inf": -1, "Infinity": 1, "-oo": -1, "∞": 1, " - ∞ ": -1, "infty": 1, "1": 0, "info": 0, "x": 0, "": 0, "--inf": 0} {
		if got := infinity(text); got != want {
			t.Errorf("infinity(%q) is %d, want %d", text, got, want)
		}
	}
}
