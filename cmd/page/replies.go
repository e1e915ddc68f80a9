package page

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"ketluan/render/ledger"
	"ketluan/render/office"
	"ketluan/render/problem"
)

// A repliesBody is the page that replies are dropped on.
type repliesBody struct {
	Failed, Hint problem.Text // why what was dropped is not taken
	Awaited      []awaitedUnit
	Tasks        int // in Awaited
	Records      int
	Later        []string // records whose meeting is yet to come
	Problems     []problem.Problem
	Most         int // files at once
	MostMB       int
}

// An awaitedUnit is a unit with the tasks that it has not reported on.
type awaitedUnit struct {
	Unit  string
	Tasks []awaitedTask
}

type awaitedTask struct {
	ID string
	office.Named
	Of string // its record, in addresses
}

func awaitedOf(units []ledger.Awaited, named map[string]office.Named) (all []awaitedUnit, tasks int) {
	for _, u := range units {
		one := awaitedUnit{Unit: u.Unit}
		for _, id := range u.Tasks {
			n := named[id]
			one.Tasks = append(one.Tasks, awaitedTask{id, n, idOf(n.Record)})
		}
		tasks += len(one.Tasks)
		all = append(all, one)
	}
	return all, tasks
}

// collect takes files into the ledgers of the folder, as ketluan collect FOLDER
// does; without files it only looks.
func (s *site) collect(ctx context.Context, files []dropped) (out office.Collected, records int, err error) {
	reader, err := s.reader()
	if err != nil {
		return out, 0, err
	}
	listing, err := s.find(ctx)
	if len(listing.Records) == 0 {
		return out, 0, err
	}
	out, whole := office.Collect(ctx, reader, office.Collecting{
		Records: listing.Records, Inbox: places(files), AsOf: s.Today(), DryRun: len(files) == 0, Jobs: jobs(),
	})
	if !whole {
		return out, 0, context.Canceled
	}
	out.Problems = append(out.Problems, append(listing.Seconds, office.ProblemsOf("", err)...)...)
	return out, len(listing.Records), nil
}

// replies asks for what units have sent back, and says who has not.
func (s *site) replies(w http.ResponseWriter, r *http.Request) {
	s.showReplies(w, r, http.StatusOK, repliesBody{})
}

func (s *site) showReplies(w http.ResponseWriter, r *http.Request, status int, body repliesBody) {
	out, records, err := s.collect(r.Context(), nil)
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	body.Awaited, body.Tasks = awaitedOf(out.Awaited, out.Tasks)
	body.Records, body.Later, body.Problems = records, s.within(out.Later), told(out.Problems)
	body.Most, body.MostMB = maxDropped, maxSent>>20
	s.show(w, r, status, "replies.html", problem.Textf("Thu báo cáo", "Replies").In(s.langOf(r)), body)
}

// takeReplies takes what was dropped, and leads to what became of it: to load
// that page again takes nothing in.
func (s *site) takeReplies(w http.ResponseWriter, r *http.Request) {
	files, done, status, why := s.receive(w, r, maxDropped)
	defer done()
	if status != 0 {
		s.showReplies(w, r, status, repliesBody{Failed: why})
		return
	}
	out, records, err := s.collect(r.Context(), files)
	if err == nil && records == 0 {
		http.Redirect(w, r, s.Root+"/", http.StatusSeeOther) // there is no office yet
		return
	}
	var u *takenRun
	if err == nil {
		u, err = s.runOf(r.Context(), out)
	}
	if err != nil {
		s.failBy(w, r, err)
		return
	}
	http.Redirect(w, r, s.Root+"/thu-bao-cao/"+s.runs.keep(u), http.StatusSeeOther)
}

// within are paths as they are called from the folder.
func (s *site) within(paths []string) (all []string) {
	root := s.Place.Folder.Path(".")
	for _, p := range paths {
		all = append(all, strings.TrimLeft(strings.TrimPrefix(p, root), `/\`))
	}
	return all
}

// maxTold are the problems of one page; of a file the office tells at most 300.
const maxTold = 2000

func told(problems []problem.Problem) []problem.Problem {
	return slices.Clip(problems[:min(len(problems), maxTold)])
}

// A takenRun is one taking-in of replies: what became of each file, and the way back.
type takenRun struct {
	ID        string
	Files     []arrivedFile
	Moved     []movedTask
	Ledgers   []string
	Awaited   []awaitedUnit
	Tasks     int // in Awaited
	Elsewhere []office.Elsewhere
	Problems  []problem.Problem // of no file that came
	Fresh     int
	Refused   int
	Passed    int
	Letters   int
	More      int // problems that are not shown
	Back      office.Back
	Undone    bool
}

// An arrivedFile is what became of one file.
type arrivedFile struct {
	office.Arrived
	Problems []problem.Problem
	Letter   *answerLetter // nil: there is nothing to ask
}

// A movedTask is a task with what holds of it now.
type movedTask struct {
	office.Moved
	Of string // its record, in addresses
}

// An answerLetter is a polite answer about a reply.
type answerLetter struct {
	N             int // in the address
	Subject, Text string
	Name          string // of the draft
	eml           string
}

// runOf sums a taking-in up for its page.
func (s *site) runOf(ctx context.Context, out office.Collected) (*takenRun, error) {
	u := &takenRun{Ledgers: out.Ledgers, Fresh: out.Fresh, Refused: out.Refused, Passed: out.Passed, Elsewhere: out.Elsewhere, Back: out.Back()}
	u.Awaited, u.Tasks = awaitedOf(out.Awaited, out.Tasks)
	letters, err := lettersOf(ctx, out)
	if err != nil {
		return nil, err
	}
	u.Letters = len(letters)
	places := map[string]int{}
	for _, a := range out.Arrived {
		if _, again := places[a.Name]; !again {
			places[a.Name] = len(u.Files)
			u.Files = append(u.Files, arrivedFile{Arrived: a, Letter: letters[a.Name]})
		}
	}
	all := append(out.Unread, out.Problems...)
	u.More = max(0, len(all)-maxTold)
	for _, p := range told(all) {
		if at, ok := places[p.Pos.File]; ok {
			u.Files[at].Problems = append(u.Files[at].Problems, p)
		} else {
			u.Problems = append(u.Problems, p)
		}
	}
	slices.SortStableFunc(u.Files, func(a, b arrivedFile) int { return cmp.Compare(a.rank(), b.rank()) })
	for _, m := range out.Moved {
		u.Moved = append(u.Moved, movedTask{m, idOf(m.Record)})
	}
	return u, nil
}

// rank puts what somebody has to do something about first.
func (f arrivedFile) rank() int {
	switch {
	case f.Refused:
		return 0
	case len(f.Problems) > 0:
		return 1
	case f.Fresh > 0:
		return 2
	}
	return 3
}

// lettersOf are the answers to units, by the replies that they answer.
func lettersOf(ctx context.Context, out office.Collected) (map[string]*answerLetter, error) {
	t, _, err := office.AnswerWith(nil)
	if err != nil {
		return nil, err
	}
	aside := office.NewMemory(nil)
	made := out.Answer(ctx, t, aside)
	all := map[string]*answerLetter{}
	contents := aside.Files()
	for i, name := range made.Files {
		l := all[made.To[i]]
		if l == nil {
			l = &answerLetter{N: len(all) + 1}
			all[made.To[i]] = l
		}
		if strings.HasSuffix(name, ".eml") {
			l.Name, l.eml = name, contents[name]
			continue
		}
		l.Subject, l.Text, _ = strings.Cut(strings.TrimPrefix(unified(contents[name]), mark), "\n\n")
	}
	return all, nil
}
