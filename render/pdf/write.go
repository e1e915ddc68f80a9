package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// version is that of PDF which PDF/A-2 and PDF/UA-1 are written for.
const version = "%PDF-1.7"

// binaryMark tells programs that move files that this one is not text: at
// least four bytes over 127 (ISO 32000-1, 7.5.2).
const binaryMark = "%\xE2\xE3\xCF\xD3\n"

// writeTo writes the file, its objects in the order of their numbers. Its ID is a
// hash of these; that of the faces, three quarters of a notice, was made beforehand.
func (a *assembly) writeTo(out *bytes.Buffer, root, info int) {
	size := 0
	for _, object := range a.objects {
		size += len(object) + len("0000 0 obj\n") + len(endObject) + len("0000000000 00000 n \n")
	}
	out.Grow(size + 512) // of head and trailer
	out.WriteString(version + "\n" + binaryMark)
	offsets := make([]int, len(a.objects))
	id := sha256.New()
	for i, object := range a.objects {
		offsets[i] = out.Len()
		out.Write(strconv.AppendInt(out.AvailableBuffer(), int64(i+1), 10))
		out.WriteString(" 0 obj\n")
		out.Write(object)
		out.WriteString(endObject)
		if sum, ok := a.sums[i+1]; ok {
			id.Write(sum)
		} else {
			id.Write(object)
		}
	}
	writeEnd(out, offsets, root, info, id.Sum(nil)[:16])
}

// writeEnd writes the cross-references and the trailer.
func writeEnd(out *bytes.Buffer, offsets []int, root, info int, id []byte) {
	table := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	entry := []byte("0000000000 00000 n \n")
	for _, offset := range offsets {
		for i := 9; i >= 0; i-- {
			entry[i] = '0' + byte(offset%10)
			offset /= 10
		}
		out.Write(entry)
	}
	fmt.Fprintf(out, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/ID [<%x> <%x>]\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets)+1, root, info, id, id, table)
}
