// Package opc writes packages of parts, as ECMA-376 part 2 (Open Packaging
// Conventions) calls the files of Word and Excel: a zip with XML in it. The same
// parts give the same bytes.
package opc

import (
	"archive/zip"
	"bytes"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// A Part is one file in a package, compressed.
type Part struct {
	Name       string
	compressed []byte
	crc        uint32
	size       int
	stored     bool // it is not compressed after all
}

// A Press makes parts. It may be used by many goroutines.
type Press struct {
	slow, fast sync.Pool // of *bench: making one costs more than using it
	short      shorts
}

// A bench is what parts are compressed with, one after the other.
type bench struct {
	*flate.Writer
	compressed bytes.Buffer
	text       []byte
}

// newBench returns one of a pool, which are all of a level.
func newBench(pool *sync.Pool, level int) *bench {
	if b, ok := pool.Get().(*bench); ok {
		return b
	}
	b := new(bench)
	var err error
	if b.Writer, err = flate.NewWriter(&b.compressed, level); err != nil {
		panic(err) // the level is a constant
	}
	return b
}

// Part returns the part of a name that holds xml.
func (p *Press) Part(name string, xml []byte) Part {
	b := newBench(&p.slow, flate.DefaultCompression)
	defer p.slow.Put(b)
	return b.part(name, xml)
}

// Write writes a package of parts, in their order. Errors come from out.
func Write(out io.Writer, parts []Part) error {
	zw := zip.NewWriter(out)
	for _, p := range parts {
		if err := put(zw, p); err != nil {
			return err
		}
	}
	return zw.Close()
}

// firstDay is the first day that a zip can tell, 1 January 1980, as MS-DOS wrote
// days: the date of all parts. Zero would be the 0th of month 0.
const firstDay = 1<<5 | 1

func header(name string) *zip.FileHeader {
	//lint:ignore SA1019 CreateRaw knows no other
	return &zip.FileHeader{Name: name, Method: zip.Deflate, ModifiedDate: firstDay}
}

func put(zw *zip.Writer, p Part) error {
	h := header(p.Name)
	if p.stored {
		h.Method = zip.Store
	}
	h.CRC32, h.CompressedSize64, h.UncompressedSize64 = p.crc, uint64(len(p.compressed)), uint64(p.size)
	entry, err := zw.CreateRaw(h)
	if err == nil {
		_, err = entry.Write(p.compressed)
	}
	return err
}
