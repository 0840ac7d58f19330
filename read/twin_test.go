package read_test

import (
	"testing"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// α and alpha are written alike on paper: a scope has one of them.
func TestTwoSpellingsOfOneNameAreRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(c *read.Scope) error
		ok   bool
	}{
		{"in one formula", func(c *read.Scope) error { _, err := c.Formula("α+alpha"); return err }, false},
		{"the other way round", func(c *read.Scope) error { _, err := c.Formula("alpha*α"); return err }, false},
		{"with a subscript", func(c *read.Scope) error { _, err := c.Formula("θ_1*theta_1"); return err }, false},
		{"with an accent", func(c *read.Scope) error { _, err := c.Formula("hat_β-hat_beta"); return err }, false},
		{"in two formulas", func(c *read.Scope) error {
			_, err := c.Formula("α*x")
			if err == nil {
				_, err = c.Formula("alpha")
			}
			return err
		}, false},
		{"a type", func(c *read.Scope) error {
			err := c.Assume("alpha:positive")
			if err == nil {
				_, err = c.Formula("α")
			}
			return err
		}, false},
		{"a type afterwards", func(c *read.Scope) error {
			_, err := c.Formula("α")
			if err == nil {
				err = c.Assume("alpha:positive")
			}
			return err
		}, false},
		{"a definition", func(c *read.Scope) error {
			err := c.Let("β=x")
			if err == nil {
				err = c.Let("v=beta*2")
			}
			return err
		}, false},
		{"a parameter", func(c *read.Scope) error { return c.Let("f(α)=alpha*2") }, false},
		{"different letters", func(c *read.Scope) error { _, err := c.Formula("α+beta+γ+alpha_1+ε+epsilon"); return err }, true},
		{"a longer name", func(c *read.Scope) error { _, err := c.Formula("α+alphabet"); return err }, true},
		{"two stores", func(*read.Scope) error {
			_, err := read.NewScope(symbolic.NewStore(), read.Default()).Formula("α")
			return err
		}, true},
	} {
		err := c.do(read.NewScope(symbolic.NewStore(), read.Default()))
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
