package xlsx

import "ketluan/render/sheet"

// sent reads what a workbook held when it was made; nil where it says nothing
// of it.
func (p *pack) sent(sheets []place, shared []string) ([]sheet.SentCell, error) {
	headers := map[string]string{}
	for _, h := range sentHeads {
		headers[foldHeader(h.header)] = h.field
	}
	for _, s := range sheets {
		if s.name != sheet.SentName {
			continue
		}
		t, err := p.table(s, shared, headers, nil)
		if err != nil || t.Header == 0 {
			return nil, err
		}
		var all []sheet.SentCell
		for _, row := range t.Rows {
			all = append(all, sheet.SentCell{ID: row.Cells["id"].Text, Field: row.Cells["field"].Text, Print: sheet.Print(row.Cells["print"].Text)})
		}
		return all, nil
	}
	return nil, nil
}
