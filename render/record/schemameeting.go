package record

// What a time of the day is written like, for schemas.
const clockPattern = `([Ll][Úú][Cc] )?\d{1,2} ?([Gg][Ii][Ờờ]|[Hh]|[Gg]|:)( ?\d{1,2}( ?([Pp][Hh][Úú][Tt]|[Pp][Hh]|[Pp]|’|'|′))?)?`

// ofMeeting is the schema of what a meeting and its papers are told with.
func (s shape) ofMeeting() node {
	one := map[shape]string{aPerson: "person", people: "person", sessionList: "session", aSigner: "signer", statementList: "statement", paperList: "document"}[s]
	switch s {
	case aMoment:
		return maybe(clockPattern + `((,\s*|\s+)([Nn]gày )?(` + datePattern + `))?`)
	case aSlot:
		return maybe(`(từ )?` + clockPattern + `(\s*([-–—]|đến)\s*` + clockPattern + `)?`)
	case aCount:
		return node{"type": []string{"string", "integer", "null"}, "pattern": `^\s*([1-9]\d{0,5})?\s*$`, "minimum": 1, "maximum": maxPeople}
	case aTemplate:
		return shaped(`^\s*[a-z0-9]+(-[a-z0-9]+)*\s*$`)
	case aPerson, aSigner:
		return node{"anyOf": []any{maybe(""), ref(one)}}
	case people, sessionList:
		return listOf(node{"anyOf": []any{written(), ref(one)}})
	case statementList, paperList:
		return listOf(ref(one))
	}
	return maybe("")
}
