package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"
)

// A command is one word after symgrad, with its flags. The package flag of the
// standard library reads them: a larger library costs two milliseconds at
// every start, as much as all the work (see ARCHITECTURE.md).
type command struct {
	name    string
	args    string // what stands behind the name in the usage line
	short   string // one line
	long    string
	example string
	flags   *flag.FlagSet
	run     func(args []string, std streams) error
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func newCommand(name, args, short, long, example string) *command {
	c := &command{name: name, args: args, short: short, long: long, example: example,
		flags: flag.NewFlagSet(name, flag.ContinueOnError)}
	c.flags.SetOutput(io.Discard)
	return c
}

// A usageError is a mistake in the command line.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// execute reads the flags and runs the command.
func (c *command) execute(args []string, std streams) error {
	flags, words, help := c.split(args)
	if help {
		_, err := io.WriteString(std.out, c.help())
		return err
	}
	if twice := c.repeated(flags); twice != "" {
		return usagef("%s: --%s is given twice; write its values with commas between, or one of them", c.name, twice)
	}
	if err := c.flags.Parse(flags); err != nil {
		return usagef("%s: %s; see symgrad %s --help", c.name, flagError(err), c.name)
	}
	err := c.run(words, std)
	var usage usageError
	if errors.As(err, &usage) {
		return usagef("%s: %w", c.name, usage.error)
	}
	return err
}

// withTimeout adds --timeout.
func (c *command) withTimeout(limit *time.Duration, standard time.Duration, of string) {
	*limit = standard
	c.flags.Func("timeout", fmt.Sprintf("limit of `TIME` for each %s; 0 is none (default %v)", of, standard), func(text string) error {
		d, err := time.ParseDuration(text)
		if err != nil || d < 0 {
			return errors.New("a time such as 30s or 2m is expected")
		}
		*limit = d
		return nil
	})
}

// flagError puts the messages of package flag in the words of this command.
func flagError(err error) string {
	for _, m := range []struct{ from, to string }{
		{"flag provided but not defined: -", "there is no flag --"},
		{"flag needs an argument: -", "a value is missing behind --"},
		{"for flag -", "for -"},
		{"for -", "for --"},
		{": parse error", ""},
		{"invalid boolean value", "no value is expected, not"},
	} {
		err = errors.New(strings.Replace(err.Error(), m.from, m.to, 1))
	}
	return err.Error()
}

// split tells flags and their values from the other words, which may stand
// before, between and behind them. A formula may begin with a minus: a word is
// a flag if the command has it, or if it looks like nothing else (--wtr), and
// is then refused as one. Behind -- there are no flags.
func (c *command) split(args []string) (flags, words []string, help bool) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return flags, append(words, args[i+1:]...), help
		case arg == "--help" || arg == "-h":
			help = true
		case !c.isFlag(arg):
			words = append(words, arg)
		default:
			flags = append(flags, arg)
			if c.takesValue(arg) && i+1 < len(args) {
				i++
				flags = append(flags, args[i])
			}
		}
	}
	return flags, words, help
}

// repeated returns the name of a flag that is given twice and takes one value.
func (c *command) repeated(flags []string) string {
	seen := map[string]bool{}
	for i := 0; i < len(flags); i++ {
		f := c.lookup(flags[i])
		if f == nil || isSwitch(f) {
			continue
		}
		if _, list := f.Value.(*texts); !list && seen[f.Name] {
			return f.Name
		}
		seen[f.Name] = true
		if c.takesValue(flags[i]) {
			i++
		}
	}
	return ""
}

// lookup returns the flag that an argument names, nil if there is none.
func (c *command) lookup(arg string) *flag.Flag {
	name, long := strings.CutPrefix(arg, "--")
	if !long {
		if name, long = strings.CutPrefix(arg, "-"); !long || len(name) != 1 {
			return nil
		}
	}
	name, _, _ = strings.Cut(name, "=")
	return c.flags.Lookup(name)
}

func (c *command) isFlag(arg string) bool {
	if !strings.HasPrefix(arg, "-") || arg == "-" {
		return false
	}
	if c.lookup(arg) != nil {
		return true
	}
	name, long := strings.CutPrefix(arg, "--")
	name, _, _ = strings.Cut(name, "=")
	return long && len(name) > 1 && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz-") == ""
}

func (c *command) takesValue(arg string) bool {
	f := c.lookup(arg)
	return f != nil && !isSwitch(f) && !strings.Contains(arg, "=")
}

// isSwitch tells whether a flag takes no value.
func isSwitch(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// help is what --help prints.
func (c *command) help() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\nUsage:\n  symgrad %s\n", c.long, strings.TrimSpace(c.name+" "+c.args+" [flags]"))
	if c.example != "" {
		fmt.Fprintf(&b, "\nExamples:\n%s\n", c.example)
	}
	b.WriteString("\nFlags:\n")
	c.flags.VisitAll(func(f *flag.Flag) {
		what, usage := flag.UnquoteUsage(f)
		line := "--" + f.Name
		if !isSwitch(f) {
			line += " " + what
		}
		fmt.Fprintf(&b, "  %-18s %s", line, wrapped(usage, 21, 80))
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			fmt.Fprintf(&b, " (default %s)", f.DefValue)
		}
		b.WriteByte('\n')
	})
	b.WriteString("  --help             show this text\n")
	return b.String()
}

// wrapped breaks a text into lines of a width, with later ones indented.
func wrapped(text string, indent, width int) string {
	var b strings.Builder
	column := indent
	for i, word := range strings.Fields(text) {
		switch n := len(word); {
		case i == 0:
			column += n
		case column+1+n > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent + n
		default:
			b.WriteByte(' ')
			column += 1 + n
		}
		b.WriteString(word)
	}
	return b.String()
}

// A texts is a flag that may be given several times.
type texts []string

// String shows the default.
func (t *texts) String() string { return "" }

// Set adds a value.
func (t *texts) Set(s string) error {
	*t = append(*t, s)
	return nil
}
