package main

import (
	"github.com/spf13/cobra"

	"ketluan/render/office"
	"ketluan/render/problem"
)

func (a *app) schemaCommand() *cobra.Command {
	schemas := office.Schemas()
	names := make([]string, len(schemas))
	for i, s := range schemas {
		names[i] = s.Name
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
				if s.Name == asked && len(args) < 2 {
					_, err := a.out.Write(s.Write())
					return err
				}
			}
			return misuse(problem.Textf("cần tên một lược đồ", "the name of one schema is wanted"), oneOfText(names))
		},
	}
}
