package proof

import "encoding/json"

// Rehashed returns a file with the checksum that its content has now, if it
// can be read at all.
func Rehashed(file []byte) ([]byte, bool) {
	var d document
	if json.Unmarshal(file, &d) != nil {
		return nil, false
	}
	var err error
	if d.SHA256, err = d.hash(); err != nil {
		return nil, false
	}
	b, err := d.canonical()
	return b, err == nil
}
