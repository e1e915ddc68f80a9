package office

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"strings"

	"ketluan/fonts"
	"ketluan/render"
	"ketluan/render/problem"
	"ketluan/render/register"
)

// RegisterTemplate is the built-in one of the register's workbook.
const RegisterTemplate = "so-dang-ky-van-ban-di"

// A RegisterReview is what a register says, and what is to be known of it.
type RegisterReview struct {
	Path               string // as messages call it
	*register.Register        // nil where it cannot be read
	Problems           []problem.Problem
	Faults             []problem.Problem // that keep nobody from going on with it
	Changed            []problem.Problem // records that are not what was issued
	File               string            // the workbook that was made of it; "" is none

	place Place
}

// Registers looks through the registers of places: of a folder all in it and
// below it.
func Registers(ctx context.Context, places []Place) (all []RegisterReview, err error) {
	for _, p := range places {
		if f := p.File(); !errors.Is(f.Err, ErrFolder) {
			all = append(all, reviewRegister(ctx, p))
			continue
		}
		walking := fs.WalkDir(p.Folder, p.Name, func(name string, d fs.DirEntry, err error) error {
			hidden := strings.HasPrefix(path.Base(name), ".") && name != p.Name
			at := p
			at.Name = name
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				all = append(all, RegisterReview{Path: p.Folder.Path(name), Problems: ProblemsOf("", About(p.Folder, name, err))})
			case hidden && d.IsDir():
				return fs.SkipDir
			case hidden || d.IsDir() || !IsRegisterName(name):
			case isSecondRegister(name):
				all = append(all, RegisterReview{Path: at.path(), Problems: ProblemsOf(at.path(), errSecondRegister)})
			default:
				all = append(all, reviewRegister(ctx, at))
			}
			return nil
		})
		if walking != nil {
			return all, walking
		}
	}
	return all, ctx.Err()
}

func reviewRegister(ctx context.Context, p Place) RegisterReview {
	v := RegisterReview{Path: p.path(), place: p}
	src, err := ReadFile(p.Folder, p.Name, register.MaxBytes)
	if err != nil {
		v.Problems = ProblemsOf("", &FileError{v.Path, cut(err)})
		return v
	}
	if v.Register, v.Problems = register.Read(v.Path, src); v.Register == nil {
		return v
	}
	s := shelf{Folder: p.Folder, dir: path.Dir(p.Name)}
	if len(v.Problems) == 0 { // else they may follow from those
		v.Faults = v.Register.Faults(s.pathOf)
	}
	for _, d := range v.Documents {
		if ctx.Err() == nil && d.Sum != "" && d.State == register.Issued {
			v.Changed = append(v.Changed, s.changed(d)...)
		}
	}
	return v
}

// changed tells of a document whose record is not what it was.
func (s shelf) changed(d *register.Document) []problem.Problem {
	shown := s.pathOf(d.Record)
	at, err := Found{Place: Place{Folder: s.Folder, Name: path.Join(s.dir, "register.yaml")}}.beside(d.Record)
	if err != nil {
		return ProblemsOf("", &FileError{shown, cut(err)})
	}
	src, err := ReadFile(at.Folder, at.Name, MaxRecord)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return []problem.Problem{{Pos: problem.Pos{File: shown}, Message: problem.Textf("bản ghi đã phát hành số %s không còn ở đây", "the record that was issued as %s is not here any more", d.Called()),
			Hint: problem.Textf("nếu đã chuyển chỗ thì sửa dòng record trong sổ (%s)", "if it was moved mend the line record in the register (%s)", d.Pos())}}
	case err != nil:
		return ProblemsOf("", &FileError{shown, cut(err)})
	}
	if p := (Opened{Found: Found{Path: shown}, Source: src}).changedSince(d, SumOf(src)); p != nil {
		return []problem.Problem{*p}
	}
	return nil
}

// Bind makes the workbook of each register that can be read (Phụ lục IV): all in
// one folder.
func Bind(ctx context.Context, t Template, out Folder, reviews []RegisterReview) error {
	if !t.ShowsRegister() {
		return &Misuse{problem.Textf("mẫu %s không phải mẫu sổ đăng ký văn bản đi", "the template %s is none of the register of documents", t.Name),
			problem.Textf("mẫu có sẵn: %s", "the built-in one: %s", RegisterTemplate)}
	}
	family, err := fonts.Liberation()
	if err != nil {
		return err
	}
	for i := range reviews {
		v := &reviews[i]
		if v.Register == nil || len(v.Problems) > 0 {
			continue
		}
		book, err := render.RegisterBook(family, t.Template, v.Register)
		if err != nil {
			v.Problems = append(v.Problems, ProblemsOf(v.Path, err)...)
			continue
		}
		name := strings.TrimSuffix(StemOf(v.place.Name), ".register") + "-so-dang-ky.xlsx"
		if _, err := out.Apply(ctx, []Change{{Name: name, Bytes: book, Else: Replace}}); err != nil {
			return About(out, name, err)
		}
		v.File = out.Path(name)
	}
	return nil
}

// The JSON of a register. Days are 2020-11-20.
type (
	registerJSON struct {
		Register  string            `json:"register"`
		Agency    string            `json:"agency,omitempty"`
		Period    string            `json:"period,omitempty"`
		Series    []seriesJSON      `json:"series"`
		Documents []documentJSON    `json:"documents"`
		Problems  []problem.Problem `json:"problems,omitempty"`
		Faults    []problem.Problem `json:"faults,omitempty"`
		Changed   []problem.Problem `json:"changed,omitempty"`
		File      string            `json:"file,omitempty"`
	}
	seriesJSON struct {
		Kind    string   `json:"kind"`
		Count   int      `json:"count"`
		Missing []string `json:"missing,omitempty"`
		Next    string   `json:"next"`
	}
	documentJSON struct {
		Number  string          `json:"number"`
		Symbol  string          `json:"symbol"`
		Kind    string          `json:"kind"`
		Date    string          `json:"date"`
		Subject string          `json:"subject"`
		State   string          `json:"state"`
		Record  string          `json:"record,omitempty"`
		Sum     string          `json:"sum,omitempty"`
		Files   []register.File `json:"files,omitempty"`
	}
)

// MarshalJSON gives the register with what is wrong with it.
func (v RegisterReview) MarshalJSON() ([]byte, error) {
	j := registerJSON{Register: v.Path, Series: []seriesJSON{}, Documents: []documentJSON{}, Problems: v.Problems, Faults: v.Faults, Changed: v.Changed, File: v.File}
	if v.Register == nil {
		return json.Marshal(j)
	}
	j.Agency, j.Period = v.Agency, v.Period.String()
	for _, s := range v.Series() {
		one := seriesJSON{Kind: s.Kind, Count: len(s.Documents), Next: s.Next}
		for _, span := range s.Missing {
			one.Missing = append(one.Missing, span.String())
		}
		j.Series = append(j.Series, one)
	}
	for _, d := range v.Documents {
		j.Documents = append(j.Documents, documentJSON{d.Number, d.Called(), d.Kind, d.Date.String(), d.Subject, d.State.String(), d.Record, d.Sum, d.Files})
	}
	return json.Marshal(j)
}
