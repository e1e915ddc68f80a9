package record

import (
	"bytes"
	"encoding/json"
)

// A node is a part of a JSON Schema (draft-07, which editors know best). Its
// keys come out in alphabetical order.
type node map[string]any

// RecordSchema returns the JSON Schema of records, ProfileSchema that of
// profiles. They are made of the tables that Parse reads by. What they cannot
// say only Parse finds: days that no calendar has, names that no unit has,
// tasks without a text, marks of another system.
func RecordSchema() []byte {
	s := mapping(recordFields)
	s["allOf"] = append(s["allOf"].([]any),
		node{"anyOf": []any{required("meeting-date"), required("ngày họp"), required("quarter"), required("quý")}},
		node{"anyOf": []any{required("conclusions"), required("kết luận"), required("meeting"), required("cuộc họp")}})
	s["title"] = "Bản ghi kết luận cuộc họp / the record of a meeting"
	return document(s)
}

// ProfileSchema returns the JSON Schema of profiles.
func ProfileSchema() []byte {
	s := mapping(officeFields)
	s["title"] = "Hồ sơ cơ quan / the profile of an agency"
	return document(s)
}

func document(s node) []byte {
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["definitions"] = node{
		"item":   node{"anyOf": []any{written(), saying(itemFields(1))}},
		"agency": mapping(agencyFields), "unit": mapping(unitFields), "group": mapping(groupFields), "signer": mapping(signerFields),
		"table": mapping(tableFields), "signing": mapping(stampFields), "annex": mapping(annexFields),
		"meeting": mapping(meetingFields), "person": mapping(personFields), "session": mapping(sessionFields), "statement": mapping(statementFields), "document": mapping(paperFields),
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(s); err != nil {
		panic(err) // maps of texts and numbers encode
	}
	return b.Bytes()
}

// mapping is the schema of a table: each key by either of its names, not both.
func mapping[T any](fields []field[T]) node {
	properties := node{}
	var rules []any
	for _, f := range fields {
		names := []string{f.key, f.vi}
		for i, name := range names {
			value := f.shape.schema()
			value["title"] = names[1-i]
			value["description"] = f.about.VI + " / " + f.about.EN
			if examples := f.shape.examples(); examples != nil {
				value["examples"] = examples
			}
			properties[name] = value
		}
		rules = append(rules, node{"not": node{"required": names}})
		if f.required {
			rules = append(rules, node{"anyOf": []any{node{"required": names[:1]}, node{"required": names[1:]}}})
		}
	}
	return node{"type": "object", "properties": properties, "additionalProperties": false, "allOf": rules}
}

// saying is the schema of an item, which has at least one of what it can say.
func saying(fields []field[itemForm]) node {
	var says []any
	for _, f := range fields {
		if f.key == "heading" || f.key == "text" || f.key == "items" || f.key == "parts" {
			says = append(says, node{"required": []string{f.key}}, node{"required": []string{f.vi}})
		}
	}
	s := mapping(fields)
	s["anyOf"] = says
	return s
}

func required(key string) node { return node{"required": []string{key}} }

// written is any text that says something. YAML takes some for numbers.
func written() node {
	return node{"type": []string{"string", "number", "boolean"}, "pattern": `\S`}
}

// shaped is a text of a pattern that no number has.
func shaped(pattern string) node {
	return node{"type": "string", "pattern": pattern}
}

// maybe also lets a value be left empty.
func maybe(pattern string) node {
	s := node{"type": []string{"string", "number", "boolean", "null"}}
	if pattern != "" {
		s["type"] = []string{"string", "null"}
		s["pattern"] = `^\s*(` + pattern + `)?\s*$`
	}
	return s
}

// listOf is one element, or a list of some.
func listOf(element node) node {
	return node{"anyOf": []any{element, node{"type": "null"}, node{"type": "array", "items": element, "minItems": 1}}}
}

// ref is a definition; what stands beside a bare $ref editors do not see.
func ref(name string) node { return node{"allOf": []any{node{"$ref": "#/definitions/" + name}}} }

// keyed is a mapping of keys that the user chooses.
func keyed(value node) node { return node{"type": "object", "additionalProperties": value} }

// patterns are those of shapes that are one text.
var patterns = map[shape]string{
	aPath:      `[^\\:/][^\\:]*\.([Yy][Aa]?[Mm][Ll])`,
	aTablePath: `[^\\:/][^\\:]*\.([Cc][Ss][Vv]|[Tt][Ss][Vv]|[Tt][Xx][Tt])`,
	anEmail:    emailPattern,
	aTerm:      `\d{4}\s*[-–]\s*\d{4}`,
	aSize:      sizePattern,
	aSpot:      spotPattern,
}

func (s shape) schema() node {
	switch s {
	case texts:
		return listOf(written())
	case labels:
		return listOf(node{"anyOf": []any{node{"const": 1}, shaped(`^\s*[I1a.()+/ -]{1,10}\s*$`)}})
	case titles:
		return listOf(shaped(`^\s*((TM|TL|TUQ|KT)\.|T/M|T/L|K/T) +\S`))
	case aDate, aDateOfIssue, aDeadline, dateList, dayList, aQuarter:
		return s.ofTime()
	case aCode:
		return node{"type": []string{"string", "number", "null"}, "pattern": `^\s*([A-Za-z0-9][A-Za-z0-9._-]{0,39})?\s*$`, "minimum": 0}
	case aPath, aTablePath, anEmail, aTerm, aSize, aSpot:
		return maybe(patterns[s])
	case aYes:
		return yesOrNo()
	case annexList:
		return annexes()
	case rowList:
		return node{"type": "array", "minItems": 1, "items": node{"type": "array", "minItems": 1, "maxItems": maxColumns, "items": maybe("")}}
	case headingStyle:
		return headingStyles()
	case aPrinting:
		return printings()
	case aSystem, anEndMark, aToneStyle, aTool, aSigning:
		return s.ofForm()
	case aPosition:
		return node{"allOf": []any{maybe(""), node{"not": shaped(`^\s*((TM|KT|TL|TUQ|T/M|K/T|T/L)([^A-Za-z0-9_]|$)|(TM|KT|TL|TUQ|Q)/[A-Za-z0-9_])`)}}}
	case oneOrTwoSigners:
		one := node{"anyOf": []any{written(), ref("signer")}}
		return node{"anyOf": []any{maybe(""), ref("signer"), node{"type": "array", "items": one, "minItems": 1, "maxItems": 2}}}
	case signerKeys:
		return keyed(ref("signer"))
	case reasonKeys:
		return keyed(written())
	case unitList:
		return listOf(node{"anyOf": []any{written(), ref("unit")}})
	case groupList:
		return listOf(ref("group"))
	case itemList:
		return node{"anyOf": []any{ref("item"), node{"type": "array", "items": ref("item"), "minItems": 1}}}
	case anAgency, aTable, aMeeting:
		return ref(map[shape]string{anAgency: "agency", aTable: "table", aMeeting: "meeting"}[s])
	}
	return s.ofMeeting()
}

// ofForm is the schema of what an agency chooses among.
func (s shape) ofForm() node {
	switch s {
	case aSystem:
		return choice(systemNames()...)
	case anEndMark:
		return choice(".", "./.")
	case aToneStyle:
		return choice("ủy", "uỷ", "hòa", "hoà")
	case aTool:
		return choice(toolNames()...)
	}
	return node{"anyOf": []any{choice(toolNames()...), ref("signing")}}
}

// annexes are the name of one, one of the record's own, or a list of these.
func annexes() node {
	one := []any{
		node{"enum": []any{"tasks", "nhiệm vụ", "", nil}}, shaped(`^\s*([Nn][Hh][Ii][Ệệ][Mm] [Vv][Ụụ]|[Tt][Aa][Ss][Kk][Ss])\s*$`), ref("annex"),
	}
	return node{"anyOf": append(one, node{"type": "array", "minItems": 1, "items": node{"anyOf": one}})}
}

// yesOrNo is either, in the words that Parse knows.
func yesOrNo() node {
	return node{"anyOf": []any{
		node{"type": "boolean"}, node{"enum": []string{"yes", "no", "có", "không"}},
		node{"type": "string", "pattern": `^([Yy][Ee][Ss]|[Nn][Oo]|[Cc][Óó]|[Kk][Hh][Ôô][Nn][Gg]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$`},
	}}
}

// headingStyles are the ways to set headings of level I.
func headingStyles() node {
	return node{"anyOf": []any{
		node{"enum": []any{"as-typed", "capitals", "như đã gõ", "in hoa", "", nil}},
		shaped(`^\s*([Aa][Ss]-[Tt][Yy][Pp][Ee][Dd]|[Cc][Aa][Pp][Ii][Tt][Aa][Ll][Ss]|[Nn][Hh][Ưư] [Đđ][Ãã] [Gg][Õõ]|[Ii][Nn] [Hh][Oo][Aa])\s*$`),
	}}
}

// printings are what the reader of them takes.
func printings() node {
	return node{"anyOf": []any{
		node{"enum": []any{"printed", "not printed", "in", "không in", "", nil}},
		shaped(`^\s*([Ii][Nn]|[Kk][Hh][Ôô][Nn][Gg] [Ii][Nn]|([Nn][Oo][Tt] )?[Pp][Rr][Ii][Nn][Tt][Ee][Dd])\s*$`),
	}}
}

// What a day is written like, for schemas.
const (
	dayPattern  = `\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4}`
	datePattern = dayPattern + `|([Nn][Gg][Àà][Yy] )?\d{1,2} [Tt][Hh][Áá][Nn][Gg] \d{1,2} [Nn][Ăă][Mm] \d{4}`
)

// ofTime is the schema of days, deadlines and quarters.
func (s shape) ofTime() node {
	switch s {
	case aDate:
		return maybe(datePattern)
	case aDateOfIssue:
		return maybe(datePattern + `|/\d{0,2}/\d{4}|([Tt][Hh][Áá][Nn][Gg] \d{1,2} )?[Nn][Ăă][Mm] \d{4}`)
	case aDeadline:
		return node{"type": []string{"string", "null"}, "not": shaped(`^\s*\d+([.,]\d+)?\s*$`)}
	case dateList:
		return listOf(shaped(`^\s*(` + datePattern + `)\s*$`))
	case dayList:
		return listOf(shaped(`^\s*(` + dayPattern + `)(\s*[-–]\s*(` + dayPattern + `))?(\s+\S.*|:\s.*)?\s*$`))
	case aQuarter:
		return maybe(`\d{4}-[Qq][1-4]|([Qq][Uu][Ýý] )?([Ii]{1,3}|[Ii][Vv]|[1-4])(/| [Nn][Ăă][Mm] )\d{4}`)
	}
	panic("no shape of time")
}

// examples are what editors offer.
func (s shape) examples() []string {
	switch s {
	case aDate:
		return []string{"28/9/2020", "2020-09-28"}
	case aDateOfIssue:
		return []string{"28/9/2020", "/9/2020", "//2020"}
	case aDeadline:
		return []string{"trước ngày 15/10/2020", "trong quý IV/2020", "trong 10 ngày làm việc kể từ ngày ban hành", "thường xuyên"}
	case dayList:
		return []string{"24/11/2026", "04/02/2027 - 10/02/2027 Tết Đinh Mùi"}
	case aQuarter:
		return []string{"2020-Q3", "Quý III/2020"}
	case aTerm:
		return []string{"2025-2030"}
	case aCode:
		return []string{"2020-Q3-KH"}
	case aPath:
		return []string{"so-khcn.profile.yaml"}
	case aSize:
		return []string{"150x70"}
	case aSpot:
		return []string{"-62, -20"}
	case anEmail:
		return []string{"phongkhtc@quangngai.gov.vn"}
	}
	return nil
}
