package xlsx

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ketluan/render/sheet"
)

// chart draws the stacked bars of a sheet below its table. The first row of
// the table is the topmost bar.
func (w *Writer) chart(f *excelize.File, i int) error {
	d := w.design.Sheets[i].Reduced(w.design.Sheets[i].Reduction())
	c := d.Chart
	if c == nil {
		return nil
	}
	first := d.HeaderRow() + 1
	values := func(header string) (string, error) {
		column := columnOf(d, header)
		if column < 0 {
			return "", designError(d.Name, "biểu đồ dùng cột %q mà bảng không có", "the chart names the column %q, which is not there", header)
		}
		letter := columnName(column)
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(d.Name), letter, first, letter, mark(i, lastRow)), nil
	}
	categories, err := values(c.Categories)
	if err != nil {
		return err
	}
	// as large as the table's, and the figures on the bars too: those have a face of their own otherwise
	text := excelize.Font{Family: w.design.Font, Color: "000000", Size: float64(size(d.Header))}
	var series []excelize.ChartSeries
	for _, s := range c.Series {
		cells, err := values(s.Header)
		if err != nil {
			return err
		}
		series = append(series, excelize.ChartSeries{
			Name:       fmt.Sprintf("%s!$%s$%d", quoted(d.Name), columnName(columnOf(d, s.Header)), first-1),
			Categories: categories, Values: cells,
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.Fill}},
			DataLabel: excelize.ChartDataLabel{Font: text},
		})
	}
	title := text
	title.Bold, title.Size = true, text.Size+1
	return f.AddChart(d.Name, cellName(0, mark(i, chartStart)+1), &excelize.Chart{
		Type: excelize.BarStacked, Series: series,
		Title:    excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title, Font: &title}}},
		Legend:   excelize.ChartLegend{Position: "bottom", Font: &text},
		XAxis:    excelize.ChartAxis{ReverseOrder: true, Font: text},
		YAxis:    excelize.ChartAxis{None: true},
		PlotArea: excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0;;"}}, // no 0 where nothing is
		GapWidth: ptr(uint(60)),
		Format:   excelize.GraphicOptions{Positioning: "twoCell", AltText: c.Title},
	})
}

var chartCorners = regexp.MustCompile(`<xdr:from>.*?<xdr:row>(\d+)</xdr:row>.*?</xdr:to>`)

// markDrawing makes the corners of a chart those of its sheet's marks, over
// the width of the table: excelize knows no bars when it sizes the chart.
func (w *Writer) markDrawing(xml string) string {
	return chartCorners.ReplaceAllStringFunc(xml, func(corners string) string {
		row, err := strconv.Atoi(chartCorners.FindStringSubmatch(corners)[1])
		i := (row - markBase) / 10
		if err != nil || i < 0 || i >= len(w.design.Sheets) {
			return corners
		}
		corner := func(column, row int) string {
			return fmt.Sprintf("<xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff>", column, row)
		}
		return "<xdr:from>" + corner(0, mark(i, chartStart)) + "</xdr:from><xdr:to>" + corner(len(w.design.Sheets[i].Columns), mark(i, chartEnd)) + "</xdr:to>"
	})
}

// Where excelize leaves out what a chart shows before it is worked out.
const (
	emptyNumbers = "<numCache><formatCode></formatCode></numCache>"
	categoryEnd  = "</f></strRef></cat>"
)

// markChart marks where the values of a chart go, for programs that work nothing
// out: of its categories, which each series has, then of each series.
func (w *Writer) markChart(part, xml string) string {
	n := 0
	for i := range w.design.Sheets {
		c := w.design.Sheets[i].Chart
		if c == nil {
			continue
		}
		if n++; part != fmt.Sprintf("xl/charts/chart%d.xml", n) {
			continue
		}
		first := w.chartValue(i)
		xml = strings.ReplaceAll(xml, categoryEnd, "</f><strCache>"+valueMark(first)+"</strCache></strRef></cat>")
		for k := range c.Series {
			xml = strings.Replace(xml, emptyNumbers, "<numCache><formatCode>0</formatCode>"+valueMark(first+1+k)+"</numCache>", 1)
		}
	}
	return xml
}

// points are the values of a sheet's chart, as XML; none where it has no chart.
func points(d *sheet.SheetDesign, s *sheet.Sheet) []string {
	if d.Chart == nil {
		return nil
	}
	all := []string{pointsOf(columnOf(d, d.Chart.Categories), s.Rows)}
	for _, one := range d.Chart.Series {
		all = append(all, pointsOf(columnOf(d, one.Header), s.Rows))
	}
	return all
}

func pointsOf(column int, rows [][]sheet.Cell) string {
	b := append(strconv.AppendInt([]byte(`<ptCount val="`), int64(len(rows)), 10), `"/>`...)
	for i, row := range rows {
		if column >= len(row) {
			continue
		}
		number, isNumber := row[column].(sheet.Number)
		text, isText := row[column].(sheet.Text)
		if !isNumber && !isText {
			continue
		}
		b = append(strconv.AppendInt(append(b, `<pt idx="`...), int64(i), 10), `"><v>`...)
		if isNumber {
			b = strconv.AppendFloat(b, float64(number), 'f', -1, 64)
		} else {
			b = escape(b, string(text))
		}
		b = append(b, "</v></pt>"...)
	}
	return string(b)
}

// sortTypes puts the types of a file's parts in order, which excelize takes
// from a map.
func sortTypes(f *excelize.File) {
	all := f.ContentTypes.Defaults
	sort.Slice(all, func(i, j int) bool { return all[i].Extension < all[j].Extension })
}
