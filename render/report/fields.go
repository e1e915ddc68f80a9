package report

import "ketluan/render/problem"

// Fields is the table of the fields that reports have.
func Fields() Table {
	return Table{
		{
			Key: StateKey, Since: 1, About: problem.Text{VI: "trạng thái", EN: "the state"}, Head: problem.Text{VI: "Trạng thái", EN: "State"},
			Kind: ofStates{}, By: Leads, With: StateKey, Joint: jointState,
			Shown: true, Words: problem.Text{VI: "%s", EN: "%s"}, Unsaid: problem.Text{VI: "chưa báo cáo", EN: "not reported"},
		},
		{
			Key: PercentKey, Since: 1, About: problem.Text{VI: "phần trăm", EN: "percentage"}, Head: problem.Text{VI: "% hoàn thành", EN: "Share done"},
			Kind: ofPercents{}, By: Leads, With: StateKey, Joint: lowest,
			Words: problem.Text{VI: "%s", EN: "%s"},
		},
		{
			Key: CompletedKey, Since: 1, About: problem.Text{VI: "ngày hoàn thành", EN: "day of completion"}, Head: problem.Text{VI: "Ngày hoàn thành", EN: "Done on"},
			Kind: ofDays{past}, By: Leads, With: StateKey, Joint: lastDone,
			Words: problem.Text{VI: "ngày %s", EN: "on %s"},
		},
		TextField("result", 1, problem.Text{VI: "kết quả", EN: "the result"}, problem.Text{VI: "Kết quả", EN: "Result"}),
		TextField("document", 1, problem.Text{VI: "số, ký hiệu văn bản", EN: "number and symbol of the document"}, problem.Text{VI: "Số, ký hiệu văn bản", EN: "Document"}),
		TextField(DifficultiesKey, 1, problem.Text{VI: "khó khăn, vướng mắc", EN: "difficulties"}, problem.Text{VI: "Khó khăn, vướng mắc", EN: "Difficulties"}),
		remarks(),
		optional("in-charge", problem.Text{VI: "lãnh đạo phụ trách", EN: "the leader in charge"}, problem.Text{VI: "Lãnh đạo phụ trách", EN: "Leader in charge"}),
		optional("filled-by", problem.Text{VI: "người lập", EN: "who filled it in"}, problem.Text{VI: "Người lập", EN: "Filled in by"}),
		optional("arising", problem.Text{VI: "việc phát sinh", EN: "new work arising"}, problem.Text{VI: "Việc phát sinh", EN: "New work arising"}),
		{
			Key: ProposedKey, Since: 1, About: problem.Text{VI: "đề nghị gia hạn đến", EN: "a later deadline that is asked for"},
			Head: problem.Text{VI: "Đề nghị gia hạn đến", EN: "Deadline asked for"},
			Kind: ofDays{later}, By: Leads, With: ProposedKey, Joint: latest,
			Shown: true, Words: problem.Text{VI: "xin gia hạn đến %s", EN: "asks for %s"},
		},
	}
}

// remarks are what somebody wrote beside the columns.
func remarks() Field {
	f := TextField(RemarksKey, 2, problem.Text{VI: "ghi chú ngoài các cột", EN: "what was written in no column"}, problem.Text{VI: "Ghi chú", EN: "Remarks"})
	f.Aside = true
	return f
}

// optional is a row of plain words that no built-in workbook asks for: a
// template does by one line, - {field: in-charge}. Ledgers have them since
// format 2.
func optional(key string, about, head problem.Text) Field {
	f := TextField(key, 2, about, head)
	f.Optional = true
	return f
}

// TextField is a row of plain words, which partners say too and which stands
// on its own; since is the format of ledgers that comes with it.
func TextField(key string, since int, about, head problem.Text) Field {
	return Field{
		Key: key, Since: since, About: about, Head: head, Kind: ofTexts{}, By: Everyone, With: key, Joint: inTurn,
		Words: problem.Text{VI: head.VI + ": %s", EN: head.EN + ": %s"},
	}
}
