package batch

import (
	"errors"
	"fmt"
	"hash/fnv"
	"regexp"
	"strconv"
)

// maxShards bounds the parts that a batch is split into.
const maxShards = 10000

// A Shard is one of Of parts of a batch, N from 1. The zero Shard is all.
type Shard struct {
	N  int `json:"n"`
	Of int `json:"of"`
}

// shardShape is how a shard is written: 3/8.
var shardShape = regexp.MustCompile(`^([1-9]\d{0,4})/([1-9]\d{0,4})$`)

func (s *Shard) String() string {
	if s.Of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.N, s.Of)
}

// Set reads a shard as it is written.
func (s *Shard) Set(word string) error {
	m := shardShape.FindStringSubmatch(word)
	if m == nil {
		return errors.New("a shard is written like 3/8")
	}
	n, _ := strconv.Atoi(m[1]) // the pattern lets only digits through
	of, _ := strconv.Atoi(m[2])
	if n > of || of > maxShards {
		return errors.New("there is no such shard")
	}
	*s = Shard{n, of}
	return nil
}

func (s *Shard) Type() string { return "shard" }

// has reports whether the record at a path belongs to s. The path is relative
// to the directory given, with slashes, in NFC: the same on every machine. Its
// 64-bit FNV-1a hash modulo the number of shards counts from 0.
func (s *Shard) has(path string) bool {
	if s.Of == 0 {
		return true
	}
	h := fnv.New64a()
	h.Write([]byte(path))
	return h.Sum64()%uint64(s.Of) == uint64(s.N-1)
}
