package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// formulasApart moves what is not a flag behind --, so that formulas may begin
// with a minus: symgrad grad '-x^2' --wrt x. A word is a flag if the command
// has it, or if it looks like nothing but a flag (--wtr), which is then
// refused as one.
func formulasApart(root *cobra.Command, args []string) []string {
	cmd, rest, err := root.Find(args)
	if err != nil || cmd == root || cmd.Name() == "completion" || cmd.Hidden {
		return args
	}
	path := args[:len(args)-len(rest)]
	cmd.InitDefaultHelpFlag()
	var flags, words []string
	for i := 0; i < len(rest); i++ {
		arg := rest[i]
		if arg == "--" {
			words = append(words, rest[i+1:]...)
			break
		}
		if !looksLikeFlag(cmd.Flags(), arg) {
			words = append(words, arg)
			continue
		}
		flags = append(flags, arg)
		if takesValue(cmd.Flags(), arg) && i+1 < len(rest) {
			i++
			flags = append(flags, rest[i])
		}
	}
	out := append(append([]string{}, path...), flags...)
	return append(append(out, "--"), words...)
}

func lookup(f *pflag.FlagSet, arg string) *pflag.Flag {
	if name, ok := strings.CutPrefix(arg, "--"); ok {
		name, _, _ = strings.Cut(name, "=")
		return f.Lookup(name)
	}
	if len(arg) == 2 {
		return f.ShorthandLookup(arg[1:])
	}
	return nil
}

func looksLikeFlag(f *pflag.FlagSet, arg string) bool {
	if !strings.HasPrefix(arg, "-") || arg == "-" {
		return false
	}
	if lookup(f, arg) != nil {
		return true
	}
	name, long := strings.CutPrefix(arg, "--")
	name, _, _ = strings.Cut(name, "=")
	return long && len(name) > 1 && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz-") == ""
}

func takesValue(f *pflag.FlagSet, arg string) bool {
	flag := lookup(f, arg)
	return flag != nil && flag.NoOptDefVal == "" && !strings.Contains(arg, "=")
}
