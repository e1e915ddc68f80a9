//go:build !race

package racing

import "testing"

const On = false

// Skip goes on.
func Skip(testing.TB) {}
