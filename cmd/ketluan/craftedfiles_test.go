package main

import (
	"fmt"
	"strings"
)

// craftedFiles are those of the file as a whole: its tables, updates, signatures.
func craftedFiles() map[string]func() string {
	long := strings.Repeat
	signed := func(ranges, contents string) string {
		return crafted(crafting{
			1: "<</Type /Catalog /Pages 2 0 R /AcroForm <</SigFlags 3 /Fields [6 0 R]>>>>",
			3: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R]>>",
			6: "<</Type /Annot /Subtype /Widget /FT /Sig /T (a) /Rect [0 0 9 9] /P 3 0 R /V 7 0 R>>",
			7: "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [" + ranges + "] /Contents <" + contents + ">>>",
		})
	}
	update := func(i int) string {
		return fmt.Sprintf("4 0 obj\n<</Length 3>>\nstream\nn n\nendstream\nendobj\nxref\n4 1\n0000000009 00000 n \ntrailer\n<</Size 7 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", i, i)
	}
	return map[string]func() string{
		"objects/strings":  func() string { return crafted(crafting{6: "[" + long("(a)", 2*mega) + "]"}) },
		"objects/comments": func() string { return crafted(crafting{6: "[" + long("%\n", 3*mega) + "]"}) },
		"objects/one that all are": func() string {
			file := crafted(crafting{6: "[" + long("1 ", mega/2) + "]"})
			at := strings.Index(file, "6 0 obj")
			return file + "xref\n0 100000\n" + long(fmt.Sprintf("%010d 00000 n \n", at), 100_000) + fmt.Sprintf("trailer\n<</Size 100000 /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(file))
		},
		"objects/long hex": func() string { return crafted(crafting{6: "<" + long("4", 7*mega) + ">"}) },
		"objects/streams of objects": func() string {
			return crafted(crafting{6: deflated("/Type /ObjStm /N 100000 /First 1000000", long("7 0 ", 250_000)+long("[", 100_000)), 7: deflated("/Type /ObjStm /N 1 /First 4 /Extends 7 0 R", "6 0 [7 0 R]")})
		},
		"objects/length that lies": func() string {
			return crafted(crafting{4: "<</Length 999999999999>>\nstream\nn\nendstream", 6: "<</Length -1 /Subtype /Form>>\nstream\nn\nendstream", 7: "<</Length 7 0 R>>\nstream\nn\nendstream"})
		},
		"references/before themselves": func() string { return crafted(nil) + update(len(crafted(nil))) },
		"references/updates": func() string {
			var b strings.Builder
			b.WriteString(crafted(nil))
			for range 3000 {
				b.WriteString(update(b.Len()))
			}
			return b.String()
		},
		"references/widths":       func() string { return crossRef("/Size 9 /W [1 999999999 2]", long("\x01", 1000)) },
		"references/widths below": func() string { return crossRef("/Size 9 /W [-1 -4 -2] /Index [-5 999999999]", long("\x01", 1000)) },
		"encrypted": func() string {
			return strings.Replace(crafted(nil), "/Root 1 0 R", "/Root 1 0 R /Encrypt <</Filter /Standard /V 5 /R 6 /Length 256 /O (a) /U (b) /P -1>> /ID [(a)(b)]", 1)
		},
		"linearized": func() string {
			return strings.Replace(crafted(nil), "%PDF-1.7\n", "%PDF-1.7\n9 0 obj\n<</Linearized 1 /L 99999999999 /H [1 999999999] /O 77 /E -1 /N 999999 /T 3>>\nendobj\n", 1)
		},
		"faces/type 3": func() string {
			return crafted(crafting{4: stream("", "BT /F 9 Tf "+long("(aaaaaaaaaa)Tj ", 10_000)+"ET"), 5: "<</Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /CharProcs <</a 6 0 R>> /Encoding <</Differences [97 /a]>> /Resources <</Font <</F 5 0 R>>>>>>",
				6: deflated("", long("BT /F 9 Tf (aaaa)Tj ET ", 100_000))})
		},
		"signed/ranges beyond":   func() string { return signed("0 10 99999999999 99999999999", "00") },
		"signed/ranges below":    func() string { return signed("-5 10 -9 -1", "00") },
		"signed/ranges over all": func() string { return signed("0 9223372036854775807 9223372036854775807 9223372036854775807", "00") },
		"signed/many ranges":     func() string { return signed(long("0 100 ", 500_000), "00") },
		"signed/long DER":        func() string { return signed("0 10 20 10", "30847fffffff"+long("00", 100)) },
		"signed/DER in DER":      func() string { return signed("0 10 20 10", long("3080", mega)) },
		"signed/DER of nothing":  func() string { return signed("0 10 20 10", "3083"+fmt.Sprintf("%06x", 2*mega)+long("0500", mega)) },
		"signed/odd digits":      func() string { return signed("0 10 20 10", long("zz", mega)) },
		"signed/fields that nest": func() string {
			return crafted(crafting{1: "<</Type /Catalog /Pages 2 0 R /AcroForm <</SigFlags 3 /Fields [6 0 R]>>>>", 6: "<</T (a) /Kids [7 0 R 7 0 R 7 0 R]>>", 7: "<</T (b) /Kids [6 0 R 6 0 R 7 0 R] /FT /Sig /V <</ByteRange [0 1 2 3]>>>>"})
		},
	}
}
