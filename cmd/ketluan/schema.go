package main

import (
	"github.com/spf13/cobra"

	"ketluan/render/problem"
	"ketluan/render/record"
)

// schemas are what ketluan schema prints, by name.
var schemas = []struct {
	name  string
	write func() []byte
}{
	{"record", record.RecordSchema},
	{"profile", record.ProfileSchema},
}

func (a *app) schemaCommand() *cobra.Command {
	names := make([]string, len(schemas))
	for i, s := range schemas {
		names[i] = s.name
	}
	return &cobra.Command{
		Use:       "schema",
		Short:     "lược đồ để trình soạn thảo gợi ý",
		Long:      schemaHelp,
		ValidArgs: names,
		RunE: func(_ *cobra.Command, args []string) error {
			asked := names[0]
			if len(args) > 0 {
				asked = args[0]
			}
			for _, s := range schemas {
				if s.name == asked && len(args) < 2 {
					_, err := a.out.Write(s.write())
					return err
				}
			}
			return &usageError{problem.Textf("cần tên một lược đồ", "the name of one schema is wanted"), oneOfText(names)}
		},
	}
}
