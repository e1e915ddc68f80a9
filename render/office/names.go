package office

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// isYAML reports the name of a file that may be a record, a profile or a ledger.
func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// IsProfileName reports a name as so.profile.yaml.
func IsProfileName(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".profile.yaml") || strings.HasSuffix(name, ".profile.yml")
}

// ledgerShape is the name of a ledger, or of what a cloud folder or a person
// makes of one: giao-ban.progress (1).yaml, giao-ban.progress-MAY-VP.yaml.
var ledgerShape = regexp.MustCompile(`(?i)^(.+)\.progress([^./\\][^/\\]*)?\.ya?ml$`)

// IsLedgerName reports the name of a ledger, or of a second copy of one.
func IsLedgerName(name string) bool { return ledgerShape.MatchString(path.Base(name)) }

// isSecondLedger reports the name of a second copy.
func isSecondLedger(name string) bool {
	m := ledgerShape.FindStringSubmatch(path.Base(name))
	return m != nil && m[2] != ""
}

// registerShape is the name of a register of documents, or of what a cloud
// folder or a person makes of one: skhcn-2026.register (1).yaml.
var registerShape = regexp.MustCompile(`(?i)^(.+)\.register([^./\\][^/\\]*)?\.ya?ml$`)

// IsRegisterName reports the name of a register of documents, or of a second
// copy of one.
func IsRegisterName(name string) bool { return registerShape.MatchString(path.Base(name)) }

// isSecondRegister reports the name of a second copy.
func isSecondRegister(name string) bool {
	m := registerShape.FindStringSubmatch(path.Base(name))
	return m != nil && m[2] != ""
}

// BesideRecords reports the name of what stands beside records and is none: a
// profile, a ledger, a register.
func BesideRecords(name string) bool {
	return IsProfileName(name) || IsLedgerName(name) || IsRegisterName(name)
}

// LedgerOf returns the name of the ledger beside a record.
func LedgerOf(name string) string { return strings.TrimSuffix(name, path.Ext(name)) + ".progress.yaml" }

// StemOf returns the name of a record's output, which is that of its file
// without what Windows would drop from the name of a folder. It may be empty.
func StemOf(name string) string {
	stem := path.Base(name)
	if isYAML(stem) {
		stem = strings.TrimSuffix(stem, path.Ext(stem))
	}
	return strings.Trim(norm.NFC.String(stem), " .")
}

// Fold makes names equal that are one to some file systems only: they differ
// in case or in normal form.
func Fold(name string) string { return norm.NFC.String(strings.ToLower(name)) }

// devices are names that Windows keeps to itself, with any ending.
var devices = []string{"con", "prn", "aux", "nul",
	"com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

// Portable reports whether every system takes name as that of a folder.
func Portable(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), ".")
	return name != "" && name == strings.Trim(name, " .") && !strings.ContainsAny(name, `/\:*?"<>|`) &&
		!strings.ContainsFunc(name, unicode.IsControl) && !slices.Contains(devices, first)
}
