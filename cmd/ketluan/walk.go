package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ketluan/render/problem"
)

// maxWalked bounds the records found in one folder.
const maxWalked = 20000

// A foundPath is a file to be read, as the user named it or found in a folder
// that the user named.
type foundPath struct {
	name   string
	walked bool
}

// recordsIn returns the records that the arguments name; of a folder all files
// of YAML in it and below it, in the order of their names, but for hidden ones,
// profiles and ledgers.
func recordsIn(args []string) ([]foundPath, error) {
	if len(args) == 0 {
		return nil, &usageError{problem.Textf("chưa có bản ghi nào", "no record is given"), problem.Textf("ví dụ: ketluan check ban-ghi.yaml", "for example: ketluan check record.yaml")}
	}
	var paths []foundPath
	for _, arg := range expand(args) {
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			if !isProfileName(arg) && !isLedgerName(arg) {
				paths = append(paths, foundPath{name: arg})
			}
			continue
		}
		before := len(paths)
		err = filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			hidden := strings.HasPrefix(d.Name(), ".") && path != arg
			switch {
			case err != nil:
				return &fileError{path, err}
			case d.IsDir() && hidden:
				return fs.SkipDir
			case !d.IsDir() && !hidden && isRecordName(d.Name()):
				paths = append(paths, foundPath{path, true})
			}
			if len(paths)-before > maxWalked {
				return &usageError{problem.Textf("thư mục %s có quá %d tệp YAML", "the folder %s has more than %d files of YAML", arg, maxWalked), problem.Textf("chỉ rõ thư mục con", "name a folder inside it")}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		if len(paths) == before {
			return nil, &usageError{problem.Textf("thư mục %s không có bản ghi nào", "the folder %s has no record", arg), problem.Textf("bản ghi là tệp có đuôi .yaml hoặc .yml", "records end in .yaml or .yml")}
		}
	}
	if len(paths) == 0 {
		return nil, errNoRecord
	}
	return paths, nil
}

// errNoRecord is said where only profiles and ledgers are named.
var errNoRecord = &usageError{problem.Textf("đây là hồ sơ cơ quan hoặc sổ theo dõi, không phải bản ghi", "this is a profile or a ledger, not a record"),
	problem.Textf("chỉ rõ bản ghi; hồ sơ và sổ được đọc cùng nó", "name the record; its profile and ledger are read with it")}

// isRecordName reports the name of a file that may be a record.
func isRecordName(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return (ext == ".yaml" || ext == ".yml") && !isProfileName(name) && !isLedgerName(name)
}

// isLedgerName reports a name as giao-ban.progress.yaml.
func isLedgerName(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".progress.yaml") || strings.HasSuffix(name, ".progress.yml")
}

// isProfileName reports a name as so.profile.yaml.
func isProfileName(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".profile.yaml") || strings.HasSuffix(name, ".profile.yml")
}
