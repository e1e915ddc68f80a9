package calendar

import "testing"

// The days off of the years told are what the notices had: the first and the
// last day of each stretch, weekends in it, and the days beside it.
func TestProclaimed(t *testing.T) {
	for _, stretch := range [][2]Date{
		{{2020, 1, 23}, {2020, 1, 29}}, {{2021, 2, 10}, {2021, 2, 16}}, {{2022, 1, 29}, {2022, 2, 6}}, {{2023, 1, 20}, {2023, 1, 26}},
		{{2024, 2, 8}, {2024, 2, 14}}, {{2025, 1, 25}, {2025, 2, 2}}, {{2026, 2, 14}, {2026, 2, 22}},
		{{2021, 4, 30}, {2021, 5, 3}}, {{2022, 4, 30}, {2022, 5, 3}}, {{2023, 4, 29}, {2023, 5, 3}}, {{2024, 4, 27}, {2024, 5, 1}}, {{2025, 4, 30}, {2025, 5, 4}}, {{2026, 4, 25}, {2026, 4, 27}}, {{2026, 4, 30}, {2026, 5, 3}},
		{{2021, 9, 2}, {2021, 9, 5}}, {{2022, 9, 1}, {2022, 9, 4}}, {{2023, 9, 1}, {2023, 9, 4}}, {{2024, 8, 31}, {2024, 9, 3}}, {{2025, 8, 30}, {2025, 9, 2}}, {{2026, 8, 29}, {2026, 9, 2}},
		{{2022, 1, 1}, {2022, 1, 3}}, {{2023, 1, 1}, {2023, 1, 2}}, {{2026, 1, 1}, {2026, 1, 4}},
	} {
		for d := stretch[0]; !stretch[1].Before(d); d = d.Add(1) {
			if works, _ := (Office{}).Works(d); works {
				t.Errorf("%v is worked", d)
			}
		}
		for _, d := range []Date{stretch[0].Add(-1), stretch[1].Add(1)} {
			if works, sure := (Office{}).Works(d); !IsWeekend(d) && (!works || !sure) {
				t.Errorf("%v beside a stretch is off", d)
			}
		}
	}
	for d := range worked {
		if works, sure := (Office{}).Works(d); !works || !sure || !IsWeekend(d) {
			t.Errorf("%v", d)
		}
	}
	for d := range proclaimed {
		if IsWeekend(d) || d.Year < firstProclaimed || d.Year > lastProclaimed {
			t.Errorf("%v needs not be told", d)
		}
	}
}

// Of years that are not told it is not sure what is off beside the holidays.
func TestDoubtful(t *testing.T) {
	for d, want := range map[Date]bool{
		{2027, 2, 3}: true, {2027, 2, 12}: true, {2027, 2, 15}: false, {2027, 2, 2}: false, {2027, 9, 1}: true, {2027, 9, 3}: true, {2027, 8, 30}: false,
		{2027, 1, 4}: false, {2027, 5, 3}: true, {2028, 1, 3}: true, {2028, 4, 3}: true, {2027, 4, 19}: false,
		{2026, 11, 24}: true, {2025, 11, 24}: false, {2040, 2, 13}: true, {2040, 5, 15}: false, {2026, 10, 1}: false, {2019, 2, 11}: true,
	} {
		if works, sure := (Office{}).Works(d); !works || sure == want {
			t.Errorf("%v: works %v, sure %v", d, works, sure)
		}
	}
}

func TestOffice(t *testing.T) {
	o := Office{
		Off:    map[Date]string{{2026, 11, 24}: "", {2027, 2, 4}: "Tết", {2027, 2, 10}: "Tết"},
		Worked: map[Date]bool{{2026, 10, 17}: true, {2027, 1, 1}: true},
	}
	for _, tt := range []struct {
		from     Date
		n        int
		day, not Date
	}{
		{Date{2026, 10, 12}, 10, Date{2026, 10, 23}, Date{}},
		{Date{2026, 10, 19}, -1, Date{2026, 10, 17}, Date{}},
		{Date{2026, 11, 23}, 1, Date{2026, 11, 25}, Date{}},
		{Date{2027, 2, 3}, 1, Date{2027, 2, 11}, Date{}},
		{Date{2026, 12, 31}, 1, Date{2027, 1, 1}, Date{}},
		{Date{2027, 8, 31}, 1, Date{}, Date{2027, 9, 1}},
		{Date{2026, 10, 18}, 0, Date{2026, 10, 19}, Date{}},
		{Date{9999, 12, 31}, 1, Date{}, Date{}},
	} {
		if day, not := o.Step(tt.from, tt.n); day != tt.day || not != tt.not {
			t.Errorf("%v and %d: %v, not sure of %v", tt.from, tt.n, day, not)
		}
	}
}
