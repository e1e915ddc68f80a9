package tmpl

import (
	"fmt"
	"reflect"
)

// mail looks at the words of an e-mail.
func (f *spelling) mail(m *mailFile, dot reflect.Type) {
	if m == nil {
		return
	}
	f.text(m.Subject, "mail.subject", dot)
	for i, p := range m.Body {
		here, of := fmt.Sprintf("mail.body[%d]", i+1), dot
		f.condition(p.When, here+".when", dot)
		if p.Each.names != "" {
			of = f.elements(p.Each, here+".each", dot)
		}
		f.text(p.Text, here+".text", of)
	}
	if e := m.Event; e != nil {
		event := reflect.TypeFor[*eventView]()
		f.text(e.Calendar, "mail.event.calendar", dot)
		f.text(e.UID, "mail.event.uid", event)
		f.text(e.Summary, "mail.event.summary", event)
		f.text(e.Description, "mail.event.description", event)
	}
	for i, c := range m.Columns {
		f.text(c.Text, fmt.Sprintf("mail.columns[%d].text", i+1), dot)
	}
}
