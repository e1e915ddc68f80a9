package main

import (
	"errors"
	"fmt"
	"regexp"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/record"
)

// An app is one run of the program.
type app struct {
	streams
	lang   record.Lang
	status int
}

// A usageError is a command line that cannot be carried out.
type usageError struct {
	message, hint record.Text
}

func (e *usageError) Error() string { return e.message.EN }

// help is what `ketluan` and `ketluan help` print.
const help = `ketluan lập Thông báo kết luận cuộc họp và bảng theo dõi nhiệm vụ.
ketluan makes the notice of a meeting's conclusions and its tracking workbook.

Cách dùng / Usage:
  ketluan render BAN-GHI.yaml … -o THU-MUC   lập thông báo (PDF) và bảng theo dõi (XLSX)
                                             make the notice and the workbook
  ketluan help render                        xem các tùy chọn / all options
  ketluan completion bash|zsh|fish|powershell
                                             gợi ý khi gõ phím Tab / shell completion
  ketluan --version                          phiên bản / version

Ví dụ / Example:
  $ ketluan render examples/2020-q3-giao-ban.yaml -o out
  out/2020-q3-giao-ban/2020-q3-giao-ban.pdf
  out/2020-q3-giao-ban/2020-q3-giao-ban-theo-doi.xlsx
`

// command builds the tree of commands.
func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:           "ketluan",
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.unknownCommand(args[0])
			}
			return nil
		},
		Run: func(*cobra.Command, []string) { fmt.Fprint(a.out, help) },
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetHelpTemplate(`{{.Long}}`)
	root.Long = help
	root.SetVersionTemplate("ketluan {{.Version}}\n")
	root.PersistentFlags().Var(language{a}, "lang", "")
	if err := root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"vi", "en"}, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag is there
	}
	root.AddCommand(a.renderCommand())
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd("")
	for _, c := range root.Commands() {
		if c.Name() == "help" {
			c.Long = help
		}
	}
	return root
}

func (a *app) unknownCommand(name string) error {
	hint := record.Text{VI: "các lệnh: render, help, completion", EN: "the commands: render, help, completion"}
	if strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml") {
		hint = record.Text{VI: fmt.Sprintf("có phải \"ketluan render %s\" không?", name), EN: fmt.Sprintf("is it \"ketluan render %s\"?", name)}
	}
	return &usageError{record.Text{VI: fmt.Sprintf("không có lệnh %q", name), EN: fmt.Sprintf("there is no command %q", name)}, hint}
}

// language is the flag --lang.
type language struct{ app *app }

func (l language) String() string { return "vi" }
func (l language) Type() string   { return "vi|en" }

func (l language) Set(s string) error {
	switch s {
	case "vi":
		l.app.lang = record.Vietnamese
	case "en":
		l.app.lang = record.English
	default:
		return errors.New("vi, en")
	}
	return nil
}

// Messages of the flag library that users meet.
var (
	unknownFlag = regexp.MustCompile(`^unknown (?:shorthand )?flag: (.*)$`)
	noArgument  = regexp.MustCompile(`^flag needs an argument: (.*)$`)
	badArgument = regexp.MustCompile(`^invalid argument "(.*)" for "(.*)" flag: (.*)$`)
)

// usageOf turns an error of the command library into one in our words.
func usageOf(err error) *usageError {
	var own *usageError
	if errors.As(err, &own) {
		return own
	}
	e := &usageError{hint: record.Text{VI: "xem: ketluan help render", EN: "see: ketluan help render"}}
	message := err.Error()
	if m := unknownFlag.FindStringSubmatch(message); m != nil {
		e.message = record.Text{VI: "không có tùy chọn " + m[1], EN: "there is no option " + m[1]}
	} else if m := noArgument.FindStringSubmatch(message); m != nil {
		e.message = record.Text{VI: "tùy chọn thiếu giá trị: " + m[1], EN: "the option needs a value: " + m[1]}
	} else if m := badArgument.FindStringSubmatch(message); m != nil {
		e.message = record.Text{VI: fmt.Sprintf("%s không nhận %q, chỉ nhận %s", m[2], m[1], m[3]), EN: fmt.Sprintf("%s does not take %q, only %s", m[2], m[1], m[3])}
	} else {
		e.message = record.Text{VI: message, EN: message}
	}
	return e
}

// version returns that of the module, and the commit it was built from.
func version() string {
	v := "(devel)"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	if info.Main.Version != "" {
		v = info.Main.Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			v += " " + s.Value[:12]
		}
	}
	return v
}
