package calendar

import (
	"math"
	"testing"
	"time"
)

// The calendar reckoned again: new moons and the sun's longitude by the short
// series of Jean Meeus (Astronomical Algorithms, 1998, chapters 25 and 49),
// days that begin at 17:00 UTC.

// newMoon returns the Julian day, in Vietnam's time, of the k-th new moon since 1900.
func newMoon(k int) float64 {
	n := float64(k)
	t := n / 1236.85
	dr := math.Pi / 180
	jd := 2415020.75933 + 29.53058868*n + 0.0001178*t*t - 0.000000155*t*t*t + 0.00033*math.Sin((166.56+132.87*t-0.009173*t*t)*dr)
	m := 359.2242 + 29.10535608*n - 0.0000333*t*t
	mm := 306.0253 + 385.81691806*n + 0.0107306*t*t
	f := 21.2964 + 390.67050646*n - 0.0016528*t*t
	c := (0.1734-0.000393*t)*math.Sin(m*dr) + 0.0021*math.Sin(2*dr*m) - 0.4068*math.Sin(mm*dr) + 0.0161*math.Sin(dr*2*mm) -
		0.0004*math.Sin(dr*3*mm) + 0.0104*math.Sin(dr*2*f) - 0.0051*math.Sin(dr*(m+mm)) - 0.0074*math.Sin(dr*(m-mm)) +
		0.0004*math.Sin(dr*(2*f+m)) - 0.0004*math.Sin(dr*(2*f-m)) - 0.0006*math.Sin(dr*(2*f+mm)) + 0.0010*math.Sin(dr*(2*f-mm)) + 0.0005*math.Sin(dr*(2*mm+m))
	delta := -0.000278 + 0.000265*t + 0.000262*t*t
	return math.Floor(jd + c - delta + 0.5 + 7.0/24)
}

// sunSector returns the twelfth of the ecliptic, from the vernal equinox, in
// which the sun stands at midnight in Vietnam as a Julian day begins.
func sunSector(day float64) int {
	t := (day - 0.5 - 7.0/24 - 2451545) / 36525
	dr := math.Pi / 180
	m := 357.52910 + 35999.05030*t - 0.0001559*t*t
	l := 280.46645 + 36000.76983*t + 0.0003032*t*t +
		(1.914600-0.004817*t)*math.Sin(dr*m) + (0.019993-0.000101*t)*math.Sin(dr*2*m) + 0.000290*math.Sin(dr*3*m)
	l = math.Mod(math.Mod(l, 360)+360, 360)
	return int(l / 30)
}

func julian(d Date) float64 { return float64(d.Time().Unix()/86400) + 2440588 }

func fromJulian(j float64) Date {
	t := time.Unix(int64(j-2440588)*86400, 0).UTC()
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// month11 returns the number of the new moon that begins the eleventh month of
// a lunar year: the month of the winter solstice.
func month11(year int) int {
	k := int((julian(Date{Year: year, Month: 12, Day: 31}) - 2415021.076998695) / 29.530588853)
	if sunSector(newMoon(k)) >= 9 {
		k--
	}
	return k
}

// lunarMonth returns the first day of a month, 1 to 10, of the lunar year that
// begins in the given year.
func lunarMonth(year, month int) Date {
	k := month11(year - 1)
	leap := 99
	if months := month11(year) - k; months == 13 {
		for i := 1; i < 14; i++ { // the first month in which the sun enters no sector
			if sunSector(newMoon(k+i)) == sunSector(newMoon(k+i+1)) {
				leap = i
				break
			}
		}
	}
	i := month + 1
	if i >= leap {
		i++
	}
	return fromJulian(newMoon(k + i))
}

func TestLunarTable(t *testing.T) {
	for year := 2018; year <= 2035; year++ {
		tet := lunarMonth(year, 1)
		third := lunarMonth(year, 3)
		ancestors := fromJulian(julian(third) + 9)
		if l := lunar[year]; l.tet != tet || l.ancestors != ancestors {
			t.Errorf("%d: the table has %v and %v, the sky %v and %v", year, l.tet, l.ancestors, tet, ancestors)
		}
	}
	if len(lunar) != 18 {
		t.Errorf("%d years", len(lunar))
	}
}

func TestHoliday(t *testing.T) {
	for d, want := range map[Date]string{
		{Year: 2026, Month: 2, Day: 15}: "", {Year: 2026, Month: 2, Day: 16}: "tết Nguyên đán", {Year: 2026, Month: 2, Day: 20}: "tết Nguyên đán", {Year: 2026, Month: 2, Day: 21}: "",
		{Year: 2026, Month: 4, Day: 26}: "ngày Giỗ Tổ Hùng Vương", {Year: 2026, Month: 9, Day: 2}: "ngày Quốc khánh", {Year: 2040, Month: 2, Day: 12}: "", {Year: 2026, Month: 9, Day: 4}: "",
	} {
		if got := Holiday(d).VI; got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

func TestWorkingDays(t *testing.T) {
	for _, tt := range []struct {
		after, to Date
		want      int
	}{
		{Date{Year: 2026, Month: 1, Day: 6}, Date{Year: 2026, Month: 1, Day: 13}, 6}, // with Saturday 10/1, worked for Friday 2/1
		{Date{Year: 2026, Month: 1, Day: 6}, Date{Year: 2026, Month: 1, Day: 14}, 7},
		{Date{Year: 2026, Month: 4, Day: 28}, Date{Year: 2026, Month: 5, Day: 4}, 2}, // 29/4 and 4/5: 30/4 and 1/5 are holidays
		{Date{Year: 2026, Month: 2, Day: 13}, Date{Year: 2026, Month: 2, Day: 23}, 1},
		{Date{Year: 2026, Month: 1, Day: 6}, Date{Year: 2026, Month: 1, Day: 6}, 0},
	} {
		if got := WorkingDays(tt.after, tt.to); got != tt.want {
			t.Errorf("%v to %v: %d, want %d", tt.after, tt.to, got, tt.want)
		}
	}
}

func TestWorkingDay(t *testing.T) {
	date := func(y, m, d int) Date { return Date{Year: y, Month: m, Day: d} }
	for _, tt := range []struct {
		after Date
		n     int
		want  Date
	}{
		{date(2026, 11, 24), 0, date(2026, 11, 24)},
		{date(2026, 11, 24), 1, date(2026, 11, 25)},
		{date(2026, 11, 27), 1, date(2026, 11, 30)},
		{date(2026, 11, 29), 0, date(2026, 11, 27)}, // a Sunday
		{date(2026, 11, 28), 1, date(2026, 11, 30)},
		{date(2026, 9, 2), 0, date(2026, 8, 28)},  // 1/9 is off too, and 31/8 for 22/8
		{date(2026, 4, 29), 1, date(2026, 5, 4)},  // behind two holidays and a weekend
		{date(2026, 2, 13), 1, date(2026, 2, 23)}, // between: Tết from Monday 16/2 to Friday
		{date(2026, 11, 24), 10, date(2026, 12, 8)},
	} {
		if got := WorkingDay(tt.after, tt.n); got != tt.want {
			t.Errorf("%d after %v: %v, want %v", tt.n, tt.after, got, tt.want)
		}
	}
}
