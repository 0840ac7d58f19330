package protocol

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
)

// unmarshal reads a request. A name that is given twice in an object is an error: which
// of the two was meant?
func unmarshal(line []byte, req *Request) *Error {
	if err := json.Unmarshal(line, req); err != nil {
		return failure(codeSyntax, "%s", jsonMessage(err))
	}
	if name, ok := givenTwice(line); ok {
		return failure(codeSyntax, "the request has %q twice", name)
	}
	return nil
}

// givenTwice returns a name that an object of a JSON text has twice.
func givenTwice(text []byte) (name string, ok bool) {
	type object struct {
		names map[string]bool // nil for a list
		value bool            // what comes next is a value
	}
	var open []object
	d := json.NewDecoder(bytes.NewReader(text))
	for {
		t, err := d.Token()
		if err != nil {
			return "", false
		}
		in := len(open) - 1
		switch delim, _ := t.(json.Delim); {
		case delim == '}' || delim == ']':
			open = open[:in]
			continue
		case in >= 0 && open[in].names != nil && !open[in].value:
			name := t.(string)
			if open[in].names[name] {
				return name, true
			}
			open[in].names[name], open[in].value = true, true
			continue
		}
		if in >= 0 {
			open[in].value = false
		}
		switch t {
		case json.Delim('{'):
			open = append(open, object{names: map[string]bool{}})
		case json.Delim('['):
			open = append(open, object{})
		}
	}
}

// jsonMessage says what is wrong with a request, without the words of Go.
func jsonMessage(err error) string {
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("the field %s of the request is %s; the value given is of the kind %s", kind.Field, kindOf(kind.Type), kind.Value)
	case kind != nil:
		return fmt.Sprintf("a request is an object such as {\"op\":\"grad\",\"expr\":\"x^2\",\"wrt\":[\"x\"]}; this is of the kind %s", kind.Value)
	}
	var s *json.SyntaxError
	if errors.As(err, &s) {
		return fmt.Sprintf("the request is not JSON: at byte %d: %v", s.Offset, err)
	}
	return fmt.Sprintf("the request is not as expected: %v", err)
}

// kindOf is what JSON calls the values of a type.
func kindOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "a string"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice, reflect.Array:
		return `a list such as ["x"]`
	case reflect.Map, reflect.Struct:
		return `an object such as {"x":"1"}`
	case reflect.Pointer:
		return kindOf(t.Elem())
	}
	return "a number"
}
