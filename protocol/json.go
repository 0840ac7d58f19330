package protocol

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// unmarshal reads a request, and returns the names of fields that no request has. A
// name that is given twice in an object is an error: which of the two was meant?
func unmarshal(line []byte, req *Request) (ignored []string, err *Error) {
	if err := json.Unmarshal(line, req); err != nil {
		return nil, failure(codeSyntax, "%s", jsonMessage(err))
	}
	names, twice := namesOf(line)
	if twice != "" {
		return nil, failure(codeSyntax, "the request has %q twice", twice)
	}
	return slices.DeleteFunc(names, isField), nil
}

// isField tells whether a name is one of a request, in the eyes of encoding/json.
func isField(name string) bool {
	t := reflect.TypeFor[Request]()
	for i := range t.NumField() {
		if strings.EqualFold(name, t.Field(i).Tag.Get("json")) {
			return true
		}
	}
	return false
}

// namesOf returns the names that the object of a JSON text has, and one that this or an
// object in it has twice, if there is any.
func namesOf(text []byte) (names []string, twice string) {
	type object struct {
		names map[string]bool // nil for a list
		value bool            // what comes next is a value
	}
	var open []object
	d := json.NewDecoder(bytes.NewReader(text))
	for {
		t, err := d.Token()
		if err != nil {
			return names, ""
		}
		in := len(open) - 1
		switch delim, _ := t.(json.Delim); {
		case delim == '}' || delim == ']':
			open = open[:in]
			continue
		case in >= 0 && open[in].names != nil && !open[in].value:
			name := t.(string)
			if open[in].names[name] {
				return nil, name
			}
			if in == 0 {
				names = append(names, name)
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
