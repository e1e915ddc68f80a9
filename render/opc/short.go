package opc

import (
	"bytes"
	"hash/crc32"
	"sync"
)

// Short parts cost more than their length: to compress one takes 25 µs for its codes
// alone, and a unit's workbook has four of five such. One up to tiny is stored as it is,
// which makes that workbook 5 % larger; one up to short is compressed once for all
// packages that have the same. In bytes.
const (
	short = 4 << 10
	tiny  = 1 << 10
)

// mostShort is how many short parts are kept at most, for some 6 kB each.
const mostShort = 128

// shorts are short parts by their names and texts.
type shorts struct {
	mu    sync.Mutex
	known map[string]Part
}

// part returns the part of a name that holds xml, which stays the caller's. What is
// not known is compressed by a bench that has nothing on it.
func (s *shorts) part(name string, xml []byte, b *bench) Part {
	if len(xml) <= tiny {
		return Part{Name: name, compressed: xml, crc: crc32.ChecksumIEEE(xml), size: len(xml), stored: true}
	}
	key := name + "\x00" + string(xml)
	s.mu.Lock()
	p, ok := s.known[key]
	s.mu.Unlock()
	if ok {
		return p
	}
	p = b.part(name, xml)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil || len(s.known) >= mostShort {
		s.known = map[string]Part{}
	}
	s.known[key] = p
	return p
}

// part compresses a whole part.
func (b *bench) part(name string, xml []byte) Part {
	b.compressed.Reset()
	b.Reset(&b.compressed)
	b.Write(xml)
	b.Close() // writing to a buffer does not fail
	return Part{Name: name, compressed: bytes.Clone(b.compressed.Bytes()), crc: crc32.ChecksumIEEE(xml), size: len(xml)}
}
