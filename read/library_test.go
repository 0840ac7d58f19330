package read

import "testing"

func TestEveryTextOfTheTableIsRead(t *testing.T) {
	lib := Default()
	for _, row := range lib.Table().All() {
		if err := lib.Check(row); err != nil {
			t.Error(err)
		}
	}
}
