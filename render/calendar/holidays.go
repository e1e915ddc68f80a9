package calendar

import "ketluan/render/problem"

// The public holidays of Vietnam: Bộ luật Lao động 45/2019/QH14, Điều 112.1, in
// force since 01/01/2021: 01/01; five days of tết Nguyên đán; Giỗ Tổ (10/3 of
// the lunar year); 30/4; 01/5; 02/9 with the day before or after it. Before
// 2021 (Bộ luật Lao động 10/2012/QH13, Điều 115) 02/9 was one day. Which five
// days of Tết, and which of the two beside 02/9, the Prime Minister chooses
// each year: of Tết the table has the eve to the fourth day, which all choices
// had, and of 02/9 that day alone. What was chosen for the years from
// firstProclaimed on is in proclaimed.
//
// lunar has the first day of Tết and Giỗ Tổ in the Gregorian calendar: months
// and leap months by the new moons and the sun's longitude at UTC+7, as
// Quyết định 121-CP of 8/8/1967 has the calendar reckoned since 1968. A test
// reckons them again.
var lunar = map[int]struct{ tet, ancestors Date }{
	2018: {Date{Year: 2018, Month: 2, Day: 16}, Date{Year: 2018, Month: 4, Day: 25}},
	2019: {Date{Year: 2019, Month: 2, Day: 5}, Date{Year: 2019, Month: 4, Day: 14}},
	2020: {Date{Year: 2020, Month: 1, Day: 25}, Date{Year: 2020, Month: 4, Day: 2}},
	2021: {Date{Year: 2021, Month: 2, Day: 12}, Date{Year: 2021, Month: 4, Day: 21}},
	2022: {Date{Year: 2022, Month: 2, Day: 1}, Date{Year: 2022, Month: 4, Day: 10}},
	2023: {Date{Year: 2023, Month: 1, Day: 22}, Date{Year: 2023, Month: 4, Day: 29}},
	2024: {Date{Year: 2024, Month: 2, Day: 10}, Date{Year: 2024, Month: 4, Day: 18}},
	2025: {Date{Year: 2025, Month: 1, Day: 29}, Date{Year: 2025, Month: 4, Day: 7}},
	2026: {Date{Year: 2026, Month: 2, Day: 17}, Date{Year: 2026, Month: 4, Day: 26}},
	2027: {Date{Year: 2027, Month: 2, Day: 6}, Date{Year: 2027, Month: 4, Day: 16}},
	2028: {Date{Year: 2028, Month: 1, Day: 26}, Date{Year: 2028, Month: 4, Day: 4}},
	2029: {Date{Year: 2029, Month: 2, Day: 13}, Date{Year: 2029, Month: 4, Day: 23}},
	2030: {Date{Year: 2030, Month: 2, Day: 2}, Date{Year: 2030, Month: 4, Day: 12}},
	2031: {Date{Year: 2031, Month: 1, Day: 23}, Date{Year: 2031, Month: 4, Day: 1}},
	2032: {Date{Year: 2032, Month: 2, Day: 11}, Date{Year: 2032, Month: 4, Day: 19}},
	2033: {Date{Year: 2033, Month: 1, Day: 31}, Date{Year: 2033, Month: 4, Day: 9}},
	2034: {Date{Year: 2034, Month: 2, Day: 19}, Date{Year: 2034, Month: 4, Day: 28}},
	2035: {Date{Year: 2035, Month: 2, Day: 8}, Date{Year: 2035, Month: 4, Day: 17}},
}

// fixedHolidays are those of the solar calendar, by month and day.
var fixedHolidays = map[[2]int]problem.Text{
	{1, 1}:  {VI: "Tết Dương lịch", EN: "New Year"},
	{4, 30}: {VI: "ngày Chiến thắng 30/4", EN: "Victory Day"},
	{5, 1}:  {VI: "ngày Quốc tế Lao động", EN: "Labour Day"},
	{9, 2}:  {VI: "ngày Quốc khánh", EN: "National Day"},
}

// Holiday returns the public holiday or day off that a day is; the empty Text
// where it is none.
func Holiday(d Date) problem.Text {
	if name, ok := proclaimed[d]; ok {
		return name
	}
	if name, ok := fixedHolidays[[2]int{d.Month, d.Day}]; ok {
		return name
	}
	if d.Month > 5 {
		return problem.Text{}
	}
	l, ok := lunar[d.Year]
	switch since := int(d.Time().Sub(l.tet.Time()).Hours() / 24); {
	case !ok:
	case d == l.ancestors:
		return problem.Text{VI: "ngày Giỗ Tổ Hùng Vương", EN: "the Hung Kings' day"}
	case since >= -1 && since <= 3:
		return problem.Text{VI: "tết Nguyên đán", EN: "Tết"}
	}
	return problem.Text{}
}
