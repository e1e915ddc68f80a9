package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ketluan/render/batch"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// misuse is a command line that cannot be carried out.
func misuse(message, hint problem.Text) error { return &office.Misuse{Message: message, Hint: hint} }

// What several commands say of a command line.
var (
	errNoOutput = misuse(problem.Textf("-o để trống", "-o is empty"), problem.Textf("thư mục đang đứng là -o .", "the working folder is -o ."))

	// errNoRecord is said where only profiles and ledgers are named.
	errNoRecord = misuse(problem.Textf("đây là hồ sơ cơ quan hoặc sổ theo dõi, không phải bản ghi", "this is a profile or a ledger, not a record"),
		problem.Textf("chỉ rõ bản ghi; hồ sơ và sổ được đọc cùng nó", "name the record; its profile and ledger are read with it"))
)

func unknownCommand(root *cobra.Command, name string) error {
	e := &office.Misuse{Message: problem.Textf("không có lệnh %q", "there is no command %q", name)}
	names := commandNames(root)
	switch near := problem.Nearest(name, names); {
	case strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml"):
		e.Hint = didYouMean("ketluan render " + name)
	case near != "":
		e.Hint = didYouMean("ketluan " + near)
	default:
		e.Hint = problem.Textf("các lệnh: %s", "the commands: %s", strings.Join(names, ", "))
	}
	return e
}

// flagError turns an error of the flag library into one in our words.
func flagError(c *cobra.Command, err error) error {
	e := &office.Misuse{Hint: problem.Textf("xem: ketluan help%s", "see: ketluan help%s", strings.TrimPrefix(c.CommandPath(), "ketluan"))}
	var (
		unknown *pflag.NotExistError
		without *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if group := unknown.GetSpecifiedShortnames(); group != "" {
			name = "-" + group
		}
		e.Message = problem.Textf("không có tùy chọn %s", "there is no option %s", name)
		if near := problem.Nearest(name, flagNames(c)); near != "" {
			e.Hint = didYouMean(near)
		}
	case errors.As(err, &without):
		e.Message = problem.Textf("tùy chọn --%s thiếu giá trị", "the option --%s needs a value", without.GetFlag().Name)
	case errors.As(err, &invalid):
		flag := invalid.GetFlag()
		e.Message = problem.Textf("--%s không nhận %q", "--%s does not take %q", flag.Name, invalid.GetValue())
		switch v := flag.Value.(type) {
		case oneOf:
			e.Hint = oneOfText(v.words)
		case quarterFlag:
			e.Hint = problem.Textf("viết như 2020-Q3", "write it like 2020-Q3")
		case *batch.Shard:
			e.Hint = problem.Textf("viết như 3/8: phần thứ 3 trong 8 phần", "write it like 3/8: the third of eight")
		}
		if _, ok := flag.Value.(day); ok {
			e.Hint = problem.Textf("viết như 15/12/2020", "write it like 15/12/2020")
		}
		if _, ok := flag.Value.(quarterFlag); ok {
			e.Hint = problem.Textf("viết như 2020-Q4", "write it like 2020-Q4")
		}
	default:
		e.Message = problem.Textf("tùy chọn viết sai: %s", "an option is not well written: %s", err.Error())
		var syntax *pflag.InvalidSyntaxError
		if errors.As(err, &syntax) {
			e.Message = problem.Textf("tùy chọn viết sai: %s", "an option is not well written: %s", syntax.GetSpecifiedFlag())
		}
	}
	return e
}

func oneOfText(words []string) problem.Text {
	all := strings.Join(words, ", ")
	return problem.Textf("chỉ nhận: %s", "it is one of: %s", all)
}

func didYouMean(what string) problem.Text {
	return problem.Textf("có phải \"%s\" không?", "is it \"%s\"?", what)
}

func flagNames(c *cobra.Command) []string {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return names
}

// languageOf finds the language in a command line that may be wrong before the
// place where it says so.
func languageOf(args []string) problem.Lang {
	lang := problem.Vietnamese
	for i, arg := range args {
		if arg == "--" {
			break
		}
		language, ok := strings.CutPrefix(arg, "--lang=")
		if !ok && arg == "--lang" && i+1 < len(args) {
			language = args[i+1]
		}
		if language == "en" {
			lang = problem.English
		}
	}
	return lang
}
