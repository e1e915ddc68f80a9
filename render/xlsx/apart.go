package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"ketluan/render/opc"
)

// takeApart keeps the parts of a finished file: those that all workbooks share
// compressed, the others as what writes them.
func (w *Writer) takeApart(file []byte) error {
	zr, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	knife, sheets := w.knife(), w.sheetParts()
	for _, zf := range zr.File {
		rc, err := zf.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(rc)
		if err != nil {
			return err
		}
		p, xml := part{Part: opc.Part{Name: zf.Name}}, string(content)
		switch s, isSheet := sheets[zf.Name]; {
		case isSheet:
			if err := s.take(xml, knife); err != nil {
				return err
			}
			p.own = s.fill
		case zf.Name == "docProps/core.xml":
			p.own = (*filling).coreProperties
		default:
			if strings.HasPrefix(zf.Name, "xl/drawings/") {
				xml = w.markDrawing(xml)
			}
			p = w.partOf(zf.Name, w.markChart(zf.Name, knife.Replace(xml)))
		}
		w.parts = append(w.parts, p)
	}
	sortParts(w.parts)
	return nil
}

// partOf makes a part of XML whose values are marked.
func (w *Writer) partOf(name, xml string) part {
	pattern := cut(xml)
	if len(pattern) == 1 {
		return part{Part: w.press.Part(name, []byte(xml))}
	}
	return part{Part: opc.Part{Name: name}, own: func(f *filling) { f.Text = pattern.append(f.Text, "", f.values) }}
}

// A sheetPart is a frame and what fills it in.
type sheetPart struct {
	*frame
	fill func(*filling)
}

// sheetParts are those of all sheets, by their names.
func (w *Writer) sheetParts() map[string]sheetPart {
	all := map[string]sheetPart{}
	for i := range w.sheets {
		all[w.sheets[i].part] = sheetPart{&w.sheets[i], func(f *filling) { f.fill(i) }}
	}
	if w.list != nil {
		all[w.list.part] = sheetPart{&w.list.frame, (*filling).fillLists}
	}
	if w.sent != nil {
		all[w.sent.part] = sheetPart{&w.sent.frame, (*filling).fillSent}
	}
	return all
}

// take keeps what stands around the rows of a sheet.
func (fr *frame) take(xml string, knife *strings.Replacer) error {
	// exceljs takes "true" for false: it would lose the fit to the page, and the protection
	head, tail, ok := strings.Cut(strings.ReplaceAll(xml, `="true"`, `="1"`), emptyRows)
	if !ok {
		return fmt.Errorf("the sheet %s has another shape than known", fr.part)
	}
	fr.head = strings.Replace(head, ` filterMode="1"`, "", 1) // nothing is filtered yet
	fr.tail = newTail(knife.Replace(tail))
	return nil
}
