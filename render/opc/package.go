package opc

import (
	"archive/zip"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"
)

// A Package is one on its way to an output, a part after the other. Of a part
// that is made on the way only what is compressed is held.
type Package struct {
	Text []byte // the end of the part, not compressed yet: appended to, then handed on by Spill and End

	press *Press
	bench *bench
	zip   *zip.Writer
	part  Part      // that is being made, compressed by the bench
	long  io.Writer // where it goes meanwhile, if it is not held
	err   error
}

// quick is how thoroughly a part is compressed that is made on the way. Deflate takes
// most of the time of a workbook: level 5, which others have, 1.8 times as much for
// 4 % less of it.
const quick = flate.BestSpeed

// Package begins a package, to be ended by Close.
func (p *Press) Package(out io.Writer) *Package {
	b := newBench(&p.fast, quick)
	made := &Package{Text: b.text[:0], press: p, bench: b, zip: zip.NewWriter(out)}
	made.zip.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		b.Reset(out)
		return ended{b}, nil
	})
	return made
}

// ended is a bench whose part End ends, before the zip would.
type ended struct{ io.Writer }

func (ended) Close() error { return nil }

// Put adds a part that is compressed already.
func (p *Package) Put(part Part) {
	if p.err == nil {
		p.err = put(p.zip, part)
	}
}

// Begin begins the part of a name: what is appended to Text from here on.
func (p *Package) Begin(name string) {
	p.part, p.Text = Part{Name: name}, p.Text[:0]
	p.bench.compressed.Reset()
	p.bench.Reset(&p.bench.compressed)
}

// Long lets the part that has just begun go out as it is compressed, with its size
// behind it: nothing of it is held.
func (p *Package) Long() {
	if p.err == nil {
		p.long, p.err = p.zip.CreateHeader(header(p.part.Name))
	}
}

// enough is how much text is worth compressing at once, in bytes.
const enough = 32 << 10

// Spill hands Text on where there is much of it.
func (p *Package) Spill() {
	if len(p.Text) >= enough {
		p.flush()
	}
}

func (p *Package) flush() {
	if p.long != nil {
		if _, err := p.long.Write(p.Text); p.err == nil {
			p.err = err
		}
		p.Text = p.Text[:0]
		return
	}
	p.bench.Write(p.Text) // to a buffer, which does not fail
	p.part.crc = crc32.Update(p.part.crc, crc32.IEEETable, p.Text)
	p.part.size += len(p.Text)
	p.Text = p.Text[:0]
}

// End ends the part.
func (p *Package) End() {
	if p.part.size == 0 && p.long == nil && len(p.Text) <= short {
		p.Put(p.press.short.part(p.part.Name, p.Text, p.bench))
		return
	}
	p.flush()
	err := p.bench.Close()
	if p.long != nil {
		if p.long = nil; p.err == nil {
			p.err = err
		}
		return
	}
	p.part.compressed = p.bench.compressed.Bytes()
	p.Put(p.part)
}

// Close ends the package. Errors come from its output.
func (p *Package) Close() error {
	if p.err == nil {
		p.err = p.zip.Close()
	}
	p.bench.text = p.Text
	p.press.fast.Put(p.bench)
	p.bench, p.Text = nil, nil
	return p.err
}
