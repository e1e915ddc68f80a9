// Package templates holds the built-in templates: how documents and workbooks
// look and what they say, as data.
package templates

import "embed"

// FS holds the files; a template's name is its file's without ".yaml".
//
//go:embed *.yaml
var FS embed.FS
