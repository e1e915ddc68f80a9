package ics

import (
	"strings"
	"testing"
	"unicode/utf8"

	"ketluan/render/calendar"
)

func TestCalendar(t *testing.T) {
	c := Calendar{Name: "Nhiệm vụ; Phòng A", Events: []Event{
		{
			UID: "2020-Q3/1.1-Q@SKHCN", Sequence: 2, Stamp: calendar.Date{Year: 2020, Month: 9, Day: 28}, Day: calendar.Date{Year: 2020, Month: 12, Day: 31}, Remind: 3,
			Summary: "Hạn: " + strings.Repeat("rà soát, đôn đốc; ", 12), Description: "Một\\hai\nBEGIN:VEVENT\r\nba\x00",
		},
		{UID: "b", Stamp: calendar.Date{Year: 2020, Month: 9, Day: 28}, Day: calendar.Date{Year: 2024, Month: 2, Day: 28}, Summary: "x"},
	}}
	src := string(c.Bytes())
	for l := range strings.SplitSeq(src, "\r\n") {
		if len(l) > maxLine || !utf8.ValidString(l) || strings.ContainsAny(l, "\r\n\x00") {
			t.Errorf("%d octets: %q", len(l), l)
		}
	}
	whole := strings.ReplaceAll(src, "\r\n ", "")
	for _, want := range []string{
		"\r\nX-WR-CALNAME:Nhiệm vụ\\; Phòng A\r\n", "\r\nUID:2020-Q3/1.1-Q@SKHCN\r\nDTSTAMP:20200928T000000Z\r\nDTSTART;VALUE=DATE:20201231\r\nDTEND;VALUE=DATE:20210101\r\nSEQUENCE:2\r\n",
		"\r\nDESCRIPTION:Một\\\\hai\\nBEGIN:VEVENT\\nba\r\n", "\r\nTRIGGER:-PT64H\r\n", "DTSTART;VALUE=DATE:20240228\r\nDTEND;VALUE=DATE:20240229\r\n",
		"rà soát\\, đôn đốc\\; rà soát",
	} {
		if !strings.Contains(whole, want) {
			t.Errorf("no %q in\n%s", want, whole)
		}
	}
	if strings.Count(whole, "BEGIN:VALARM") != 1 || strings.Count(whole, "\r\nBEGIN:VEVENT") != 2 {
		t.Error(whole)
	}
}
