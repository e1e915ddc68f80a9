package main

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ketluan/render/calendar"
	"ketluan/render/followup"
	"ketluan/render/problem"
	"ketluan/render/record"
	reported "ketluan/render/report"
)

// dueSoon is how many days before its deadline a task is due soon, as in the
// workbooks.
const dueSoon = 7

// statusFlags are the options of status.
type statusFlags struct {
	quarter calendar.Quarter // zero is all
	asOf    calendar.Date    // zero is today
	format  string
	overdue bool
}

// statusFormats are the values of --format.
var statusFormats = []string{"table", "csv", "json"}

// quarterFlag is a flag that takes a quarter.
type quarterFlag struct{ into *calendar.Quarter }

func (q quarterFlag) String() string { return "" }
func (q quarterFlag) Type() string   { return "QUY" }

func (q quarterFlag) Set(s string) error {
	quarter, ok := calendar.ParseQuarter(strings.TrimSpace(s))
	if !ok {
		return errNoQuarter
	}
	*q.into = quarter
	return nil
}

func (a *app) statusCommand() *cobra.Command {
	f := statusFlags{format: "table"}
	c := &cobra.Command{
		Use:   "status",
		Short: "tình hình thực hiện nhiệm vụ",
		Long:  statusHelp,
		RunE:  func(c *cobra.Command, args []string) error { return a.statusOf(c.Context(), f, args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.Flags().Var(quarterFlag{&f.quarter}, "quarter", "chỉ một quý")
	c.Flags().Var(day{&f.asOf}, "as-of", "coi hôm nay là ngày này")
	c.Flags().Var(oneOf{statusFormats, func(s string) { f.format = s }}, "format", "kiểu in ra")
	c.Flags().BoolVar(&f.overdue, "overdue", false, "chỉ danh sách quá hạn")
	completeFlag(c, "quarter", cobra.NoFileCompletions)
	completeFlag(c, "as-of", cobra.NoFileCompletions)
	completeFlag(c, "format", cobra.FixedCompletions(statusFormats, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// statusOf says how the tasks of records stand. What fails of one record is
// said, counted in the exit status, and stops no other.
func (a *app) statusOf(ctx context.Context, f statusFlags, args []string) error {
	paths, err := recordsIn(args)
	if err != nil {
		return err
	}
	if f.asOf.IsZero() {
		f.asOf = today()
	}
	accounts := a.accounts(ctx, f, paths)
	if ctx.Err() != nil {
		a.status = interrupted
		return nil
	}
	if len(accounts) == 0 {
		if a.status == allGood {
			a.note(problem.Textf("không có bản ghi nào để tính", "there is no record to count"))
			a.status = someFailed
		}
		return nil
	}
	s := statusPage{Status: followup.StatusOf(accounts, f.asOf, dueSoon), accounts: accounts, fields: reported.Fields(), flags: f}
	switch f.format {
	case "csv":
		err = a.printStatusCSV(s)
	case "json":
		err = a.printStatusJSON(s)
	default:
		err = a.printStatus(s)
	}
	if err != nil {
		a.sayError(&fileError{"stdout", err})
		a.status = someFailed
	}
	return nil
}

// A statusPage is a status with what it is printed from.
type statusPage struct {
	followup.Status
	accounts []followup.Account
	fields   reported.Table // that reports have
	flags    statusFlags
}

// accounts reads the records that are asked for, with their ledgers. A folder
// may hold profiles under any name: what a record names as its own is none.
func (a *app) accounts(ctx context.Context, f statusFlags, paths []foundPath) []followup.Account {
	type parsed struct {
		path     foundPath
		record   *record.Record
		problems []problem.Problem
		err      error
	}
	var all []parsed
	profiles := map[string]bool{}
	for _, path := range paths {
		src, err := a.readRecord(ctx, path.name)
		if ctx.Err() != nil {
			return nil
		}
		p := parsed{path: path, err: err}
		if err == nil {
			p.record, p.problems = record.Parse(src, record.Source{Name: path.name, Open: a.openProfile(path.name)})
			if p.record != nil {
				for _, s := range p.record.Sources[1:] {
					profiles[filepath.Join(filepath.Dir(path.name), filepath.FromSlash(s.Name))] = true
				}
			}
		}
		all = append(all, p)
	}
	var accounts []followup.Account
	codes := map[string]string{}
	for _, p := range all {
		switch {
		case p.path.walked && profiles[filepath.Clean(p.path.name)]:
		case p.err != nil:
			a.sayError(&fileError{p.path.name, p.err})
			a.status = someFailed
		case len(p.problems) > 0:
			for _, problem := range p.problems {
				a.sayProblem(problem)
			}
			a.status = someFailed
		default:
			if account, ok := a.account(f, p.path.name, p.record, codes); ok {
				accounts = append(accounts, account)
			}
		}
	}
	return accounts
}

// account joins a record to its ledger, where it is asked for and can be.
func (a *app) account(f statusFlags, path string, rec *record.Record, codes map[string]string) (followup.Account, bool) {
	if f.quarter != (calendar.Quarter{}) && rec.Quarter != f.quarter {
		return followup.Account{}, false
	}
	if f.asOf.Before(rec.MeetingDate) {
		a.note(problem.Textf("%s: họp sau ngày %s, không tính", "%s: the meeting is after %s, it is not counted", path, f.asOf.Slashed()))
		return followup.Account{}, false
	}
	if other, again := codes[rec.Code]; again {
		a.say(path, problem.Textf("cùng mã bản ghi %s với %s; chỉ tính bản ghi ấy", "has the code %s, as %s has; only that is counted", rec.Code, other),
			problem.Textf("đặt mã riêng (code) cho một trong hai", "give one of the two a code of its own"))
		a.status = someFailed
		return followup.Account{}, false
	}
	codes[rec.Code] = path
	standings, err := a.standings(path, rec)
	if err != nil {
		if !errors.Is(err, errBadLedger) {
			a.sayError(&fileError{path, err})
		}
		a.status = someFailed
		return followup.Account{}, false
	}
	return followup.Account{Record: rec, Standings: standings}, true
}
