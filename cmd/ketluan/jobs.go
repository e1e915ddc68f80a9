package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ketluan/render/problem"
)

// A job is one record to render.
type job struct {
	path string // as the user gave it; "-" is standard input
	stem string // of the output's names, in NFC
}

// jobsOf gives each record the name of its output: that of its file, or name
// for standard input. It passes over profiles and ledgers, and refuses two
// records with one name.
func jobsOf(args []string, name string) ([]job, error) {
	if len(args) == 0 {
		return nil, &usageError{problem.Textf("chưa có bản ghi nào", "no record is given"),
			problem.Textf("ví dụ: ketluan render ban-ghi.yaml -o out", "for example: ketluan render record.yaml -o out")}
	}
	if name != "" && !slices.Contains(args, "-") {
		return nil, &usageError{problem.Textf("--name chỉ dùng khi đọc từ \"-\"", "--name is for reading from \"-\""),
			problem.Textf("đổi tên tệp bản ghi để đổi tên đầu ra", "rename the record to name its output")}
	}
	if name != "" && !portable(name) {
		return nil, &usageError{problem.Textf("--name %q không dùng làm tên tệp được", "--name %q is no name of a file", name),
			problem.Textf("chỉ ghi tên, không có thư mục, đuôi và các dấu : * ? \" < > |", "a name only, without folder, ending and the marks : * ? \" < > |")}
	}
	var jobs []job
	for _, path := range expand(args) {
		if isProfileName(path) || isLedgerName(path) { // *.yaml names them too
			continue
		}
		stem := stemOf(path)
		if path == "-" && name != "" {
			stem = norm.NFC.String(name)
		}
		if stem == "" {
			return nil, &usageError{problem.Textf("%q không cho tên đầu ra", "%q gives the output no name", path), problem.Textf("đổi tên tệp", "rename the file")}
		}
		jobs = append(jobs, job{path, stem})
	}
	if len(jobs) == 0 {
		return nil, errNoRecord
	}
	return jobs, apart(jobs)
}

// apart refuses two jobs with one name, also names that are one to some file
// systems only: they differ in case or in normal form.
func apart(jobs []job) error {
	byName := map[string]job{}
	for _, j := range jobs {
		key := norm.NFC.String(strings.ToLower(j.stem))
		if other, ok := byName[key]; ok {
			return &usageError{problem.Textf("%s và %s cùng một tên đầu ra %q", "%s and %s have one output name, %q", other.path, j.path, j.stem),
				problem.Textf("đổi tên một tệp, hoặc chạy riêng với -o khác; chưa ghi gì", "rename one, or run them apart with another -o; nothing is written")}
		}
		byName[key] = j
	}
	return nil
}

// expand puts the files in the place of a pattern such as *.yaml, which the
// shells of Windows leave to the program. One that is the name of a file, or
// that nothing matches, stays as it is.
func expand(args []string) []string {
	var paths []string
	for _, arg := range args {
		var found []string
		if _, err := os.Lstat(arg); err != nil && strings.ContainsAny(arg, "*?") {
			found, _ = filepath.Glob(arg) // a bad pattern matches nothing
		}
		if len(found) == 0 {
			found = []string{arg}
		}
		paths = append(paths, found...)
	}
	return paths
}

// stemOf returns the name of a record's output, which is that of its file
// without what Windows would drop from the name of a folder. It may be empty.
func stemOf(path string) string {
	if path == "-" {
		return "record"
	}
	stem := filepath.Base(path)
	if ext := filepath.Ext(stem); strings.EqualFold(ext, ".yaml") || strings.EqualFold(ext, ".yml") {
		stem = strings.TrimSuffix(stem, ext)
	}
	return strings.Trim(norm.NFC.String(stem), " .")
}

// devices are names that Windows keeps to itself, with any ending.
var devices = []string{"con", "prn", "aux", "nul",
	"com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

// portable reports whether every system takes name as that of a folder.
func portable(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), ".")
	return name != "" && name == strings.Trim(name, " .") && !strings.ContainsAny(name, `/\:*?"<>|`) &&
		!strings.ContainsFunc(name, unicode.IsControl) && !slices.Contains(devices, first)
}
