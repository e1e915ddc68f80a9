package calendar

import "ketluan/render/problem"

// The years whose days off have been told, by the notices that the Ministry of
// Labour, and since 2025 that of Home Affairs, sends to all agencies each
// autumn. Of other years it is not sure which days beside the holidays are off.
const (
	firstProclaimed = 2020
	lastProclaimed  = 2026
)

var (
	tet        = problem.Text{VI: "tết Nguyên đán", EN: "Tết"}
	nationTwo  = problem.Text{VI: "ngày nghỉ lễ Quốc khánh", EN: "the second day off of National Day"}
	inLieu     = problem.Text{VI: "ngày nghỉ bù", EN: "a day off in lieu"}
	swappedOff = problem.Text{VI: "ngày nghỉ hoán đổi", EN: "a day off for one worked"}
)

// proclaimed are the working days from Monday to Friday that were off in the
// years told, beside those that Holiday has by the Code alone: the other days
// of Tết, the second day of 02/9, days in lieu of a weekend (Bộ luật Lao động,
// Điều 111.3), days exchanged for a Saturday.
var proclaimed = map[Date]problem.Text{
	{2020, 1, 23}: tet, {2020, 1, 29}: tet,
	{2021, 2, 10}: tet, {2021, 2, 16}: tet, {2021, 5, 3}: inLieu, {2021, 9, 3}: nationTwo,
	{2022, 1, 3}: inLieu, {2022, 4, 11}: inLieu, {2022, 5, 2}: inLieu, {2022, 5, 3}: inLieu, {2022, 9, 1}: nationTwo,
	{2023, 1, 2}: inLieu, {2023, 1, 20}: tet, {2023, 1, 26}: tet, {2023, 5, 2}: inLieu, {2023, 5, 3}: inLieu, {2023, 9, 1}: nationTwo, {2023, 9, 4}: inLieu,
	{2024, 2, 8}: tet, {2024, 2, 14}: tet, {2024, 4, 29}: swappedOff, {2024, 9, 3}: nationTwo,
	{2025, 1, 27}: tet, {2025, 5, 2}: swappedOff, {2025, 9, 1}: nationTwo,
	{2026, 1, 2}: swappedOff, {2026, 4, 27}: inLieu, {2026, 8, 31}: swappedOff, {2026, 9, 1}: nationTwo,
}

// worked are the Saturdays that were worked for days exchanged.
var worked = map[Date]bool{
	{2024, 5, 4}: true, {2025, 4, 26}: true, {2026, 1, 10}: true, {2026, 8, 22}: true,
}

// isDoubtful reports a working day that may have been told to be off, or may
// yet be: of years that proclaimed does not have, and 24/11 from 2026 on, which
// Nghị quyết 80-NQ/TW wants for a holiday by a change of the Code that was not
// found in force.
func isDoubtful(d Date) bool {
	if d.Month == 11 && d.Day == 24 && d.Year >= 2026 {
		return true
	}
	if d.Year >= firstProclaimed && d.Year <= lastProclaimed {
		return false
	}
	l, known := lunar[d.Year]
	switch {
	case !known:
		if d.Month == 1 && d.Day > 15 || d.Month > 1 && d.Month < 5 { // Tết and Giỗ Tổ are somewhere here
			return true
		}
	case within(d, l.tet, -3, 7) || isWeekendLieu(d, l.ancestors):
		return true
	}
	if within(d, Date{d.Year, 9, 2}, -2, 3) {
		return true
	}
	for _, h := range [][2]int{{1, 1}, {4, 30}, {5, 1}} {
		if isWeekendLieu(d, Date{d.Year, h[0], h[1]}) {
			return true
		}
	}
	// A single working day between a holiday and a weekend is often exchanged.
	before, after := d.Add(-1), d.Add(1)
	off := func(e Date) bool { return IsWeekend(e) || Holiday(e) != (problem.Text{}) }
	return off(before) && off(after) && !(IsWeekend(before) && IsWeekend(after))
}

// isWeekendLieu reports whether d may be off for a holiday on a weekend.
func isWeekendLieu(d, holiday Date) bool {
	return IsWeekend(holiday) && within(d, holiday, 1, 4)
}

// within reports whether d is from a number of days after another to a number
// of days after it.
func within(d, other Date, from, to int) bool {
	n := DaysBetween(other, d)
	return n >= from && n <= to
}
