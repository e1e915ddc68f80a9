package followup

// Figures count tasks by how they stand.
type Figures struct {
	Tasks                                                                   int
	DoneInTime, DoneLate, DoneUndated, InTime, DueSoon, Overdue, NoDeadline int
}

// Add counts one task.
func (f *Figures) Add(a Assessment) {
	f.Tasks++
	*[...]*int{
		DoneInTime: &f.DoneInTime, DoneLate: &f.DoneLate, DoneUndated: &f.DoneUndated,
		InTime: &f.InTime, DueSoon: &f.DueSoon, Overdue: &f.Overdue, NoDeadline: &f.NoDeadline,
	}[a]++
}

// Done is how many of the tasks are done, on days that are known.
func (f Figures) Done() int { return f.DoneInTime + f.DoneLate }

// OnTrack is how many are under way and in time, due soon or not: đang thực
// hiện (trong hạn).
func (f Figures) OnTrack() int { return f.InTime + f.DueSoon }
