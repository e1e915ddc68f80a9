package record

import "ketluan/render/scalar"

// Scalar returns a text as the value of a key, as render/scalar writes it.
func Scalar(s string) string { return scalar.Plain(s) }

// Quoted returns a text in double quotes, as render/scalar writes it.
func Quoted(s string) string { return scalar.Quoted(s) }
