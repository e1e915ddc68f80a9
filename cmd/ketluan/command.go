package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/problem"
)

// command builds the tree of commands.
func (a *app) command() *cobra.Command {
	var version bool
	root := &cobra.Command{
		Use:               "ketluan",
		Long:              rootHelp,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.Args = func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(root, args[0])
		}
		return nil
	}
	root.Run = func(*cobra.Command, []string) {
		if version {
			fmt.Fprintln(a.out, versionLine().In(a.lang))
			return
		}
		fmt.Fprint(a.out, rootHelp)
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { fmt.Fprint(a.out, c.Long) })
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		if words := c.Flags().Args(); c == root && len(words) > 0 {
			return unknownCommand(root, words[0]) // the flags are those of what it was meant for
		}
		return flagError(c, err)
	})
	root.Flags().BoolVar(&version, "version", false, "phiên bản")
	root.PersistentFlags().BoolP("help", "h", false, "cách dùng")
	root.PersistentFlags().Var(oneOf{languages, a.speak}, "lang", "tiếng của lời nhắn")
	completeFlag(root, "lang", cobra.FixedCompletions(languages, cobra.ShellCompDirectiveNoFileComp))
	root.AddCommand(a.commands()...)
	root.SetHelpCommand(helpCommand(root))
	return root
}

// commands are those that a user may name, in the order of a quarter's work.
func (a *app) commands() []*cobra.Command {
	return []*cobra.Command{
		a.initCommand(),
		a.importCommand(),
		a.renderCommand(),
		a.batchCommand(),
		a.checkCommand(),
		a.takeCommand(),
		a.verifyCommand(),
		a.issueCommand(),
		a.registerCommand(),
		a.sendCommand(),
		a.collectCommand(),
		a.statusCommand(),
		a.carryCommand(),
		a.serveCommand(),
		a.schemaCommand(),
		a.completionCommand(),
	}
}

func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help",
		Short: "cách dùng một lệnh",
		Long:  rootHelp,
		RunE: func(_ *cobra.Command, args []string) error {
			about, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(root, strings.Join(args, " "))
			}
			return about.Help()
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(root), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// shells are those that completion writes a script for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "completion",
		Short:     "lệnh cho phím Tab",
		Long:      completionHelp,
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 && slices.Contains(shells, args[0]) {
				return nil
			}
			return misuse(problem.Textf("cần tên một shell", "the name of one shell is wanted"), oneOfText(shells))
		},
		RunE: func(c *cobra.Command, args []string) error {
			switch args[0] {
			case "bash":
				return c.Root().GenBashCompletionV2(a.out, true)
			case "zsh":
				return c.Root().GenZshCompletion(a.out)
			case "fish":
				return c.Root().GenFishCompletion(a.out, true)
			}
			return c.Root().GenPowerShellCompletion(a.out) // without descriptions: PowerShell 5 misreads their UTF-8
		},
	}
}

// completeFlag says how the value of a flag is completed.
func completeFlag(c *cobra.Command, flag string, complete cobra.CompletionFunc) {
	if err := c.RegisterFlagCompletionFunc(flag, complete); err != nil {
		panic(err) // the flag is there
	}
}

// commandNames are the commands that a user may name.
func commandNames(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return names
}

// languages are the values of --lang.
var languages = []string{"vi", "en"}

// speak sets the language of messages.
func (a *app) speak(language string) {
	a.lang = problem.Vietnamese
	if language == "en" {
		a.lang = problem.English
	}
}

// completeYAML completes the names of records.
func completeYAML(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeFolders completes those of folders.
func completeFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}
