package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
)

func newCompletion() *command {
	c := newCommand("completion", "bash|zsh|fish", "print a completion script for a shell",
		`completion prints a script that completes commands and flags in a shell.`,
		`  source <(symgrad completion bash)
  symgrad completion zsh > "${fpath[1]}/_symgrad"
  symgrad completion fish > ~/.config/fish/completions/symgrad.fish`)
	asJSON := c.flags.Bool("json", false, "print one JSON value")
	c.run = func(args []string, std streams) error {
		if len(args) != 1 {
			return usagef("one shell is needed: bash, zsh or fish")
		}
		write, ok := map[string]func(io.Writer){"bash": completeBash, "zsh": completeZsh, "fish": completeFish}[args[0]]
		if !ok {
			return usagef("there is no completion for %q; the shells are bash, zsh and fish", args[0])
		}
		if *asJSON {
			var script strings.Builder
			write(&script)
			return printJSON(std.out, map[string]string{"shell": args[0], "script": script.String()})
		}
		write(std.out)
		return nil
	}
	return c
}

// words lists the commands, and the flags of each.
func words() (names []string, flags map[string][]string) {
	flags = map[string][]string{}
	for _, c := range commands() {
		names = append(names, c.name)
		c.flags.VisitAll(func(f *flag.Flag) { flags[c.name] = append(flags[c.name], "--"+f.Name) })
		flags[c.name] = append(flags[c.name], "--help")
	}
	return names, flags
}

func completeBash(w io.Writer) {
	names, flags := words()
	fmt.Fprintf(w, "_symgrad() {\n  local cur=${COMP_WORDS[COMP_CWORD]} words=\n  if [ $COMP_CWORD -eq 1 ]; then\n    words='%s'\n  else\n    case ${COMP_WORDS[1]} in\n", strings.Join(names, " "))
	for _, n := range names {
		fmt.Fprintf(w, "      %s) words='%s' ;;\n", n, strings.Join(flags[n], " "))
	}
	fmt.Fprint(w, "    esac\n  fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\ncomplete -F _symgrad symgrad\n")
}

func completeZsh(w io.Writer) {
	names, flags := words()
	fmt.Fprintf(w, "#compdef symgrad\nif (( CURRENT == 2 )); then\n  compadd %s\nelse\n  case ${words[2]} in\n", strings.Join(names, " "))
	for _, n := range names {
		fmt.Fprintf(w, "    %s) compadd -- %s ;;\n", n, strings.Join(flags[n], " "))
	}
	fmt.Fprint(w, "  esac\nfi\n")
}

func completeFish(w io.Writer) {
	for _, c := range commands() {
		fmt.Fprintf(w, "complete -c symgrad -n __fish_use_subcommand -f -a %s -d '%s'\n", c.name, c.short)
		c.flags.VisitAll(func(f *flag.Flag) {
			fmt.Fprintf(w, "complete -c symgrad -n '__fish_seen_subcommand_from %s' -l %s\n", c.name, f.Name)
		})
	}
}
