package record

import "ketluan/render/problem"

// A NamedKey is one of a mapping, by both of its names.
type NamedKey struct {
	Path, VI string // "conclusions[].lead", "chủ trì"
	About    problem.Text
	Required bool
}

// Keys returns all keys of records and profiles, in the order of the tables.
func Keys() []NamedKey {
	keys := named("", recordFields)
	for _, part := range [][]NamedKey{
		named("agency.", agencyFields), named("units[].", unitFields), named("groups[].", groupFields),
		named("signer.", signerFields), named("conclusions[].", itemFields(1)), named("conclusions[].table.", tableFields), named("annex[].", annexFields),
		named("meeting.", meetingFields), named("meeting.present[].", personFields), named("meeting.agenda[].", sessionFields), named("meeting.said[].", statementFields), named("documents[].", paperFields),
	} {
		keys = append(keys, part...)
	}
	return keys
}

func named[T any](above string, fields []field[T]) []NamedKey {
	var keys []NamedKey
	for _, f := range fields {
		keys = append(keys, NamedKey{above + f.key, f.vi, f.about, f.required})
	}
	return keys
}
