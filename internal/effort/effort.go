// Package effort bounds the work of a job in tests by what it allocates, which
// is about the same on every machine, and not by its time, which is not.
package effort

import (
	"runtime"
	"testing"
)

// Bounded runs a job and fails where it allocates more than some megabytes in
// all, whether they are freed or not.
func Bounded(t testing.TB, megabytes float64, job func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	job()
	runtime.ReadMemStats(&after)
	if got := float64(after.TotalAlloc-before.TotalAlloc) / (1 << 20); got > megabytes {
		t.Errorf("%.1f MB were allocated, more than %v", got, megabytes)
	} else {
		t.Logf("%.1f MB were allocated", got)
	}
}
