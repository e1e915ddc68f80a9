// Command lexicon builds render/check/lexicon/attested.txt, the syllables of
// Vietnamese and which stand side by side in dictionaries and how often:
//
//	npm pack @vntk/dictionary && tar xzf vntk-dictionary-*.tgz
//	apt-get download hunspell-vi && dpkg -x hunspell-vi_*.deb hunspell
//	go run ./cmd/lexicon package/data hunspell/usr/share/hunspell/vi_VN.dic >render/check/lexicon/attested.txt
//
// What it takes are facts: that a syllable is one, and how often two stand side
// by side; of the words and the sentences themselves it keeps nothing.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ketluan/render/check"
)

const heading = `# Syllables of Vietnamese, each with how often it stands in a dictionary, how often
# of that it makes no word with a neighbour, and those that follow it there, with how
# often the two stand side by side: n is 2^(n-1) to 2^n - 1 times. Built by
# cmd/lexicon; not written by hand. Only counts were taken.
# Syllables: hunspell-vi 7.5.0 (Debian; MPL-2.0), and those of the words of
# @vntk/dictionary 1.0.0 (npm; MIT, Copyright (c) 2017 Vietnamese Natural Language
# Processing (VNTK)), whose texts are what is counted.
`

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 3 {
		return fmt.Errorf("usage: lexicon DIRECTORY-OF-@vntk/dictionary vi_VN.dic")
	}
	known, err := syllables(os.Args[2])
	if err != nil {
		return err
	}
	c := counts{known: known, single: map[string]int{}, free: map[string]int{}, pairs: map[[2]string]int{}, words: map[[2]string]bool{}}
	lists, err := filepath.Glob(filepath.Join(os.Args[1], "Viet*.txt"))
	if err != nil {
		return err
	}
	if err := c.texts(filepath.Join(os.Args[1], "dictionary.json"), lists); err != nil {
		return err
	}
	return c.write()
}

// lines calls see with each line of a file.
func lines(name string, see func(string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for s.Scan() {
		see(s.Text())
	}
	return s.Err()
}

// syllables returns the words of a dictionary of hunspell, which has one a line, that
// are syllables of Vietnamese.
func syllables(name string) (map[string]bool, error) {
	known := map[string]bool{}
	err := lines(name, func(line string) {
		s, _, _ := strings.Cut(line, "/")
		if s = plain(s); check.IsSyllable(s) {
			known[s] = true
		}
	})
	return known, err
}

// counts is what the texts and the words have.
type counts struct {
	known  map[string]bool
	single map[string]int
	free   map[string]int // of single, where it makes no word with a neighbour
	pairs  map[[2]string]int
	words  map[[2]string]bool // those within words
}

// texts counts in what a dictionary says of its words; the words it has count as
// words.
func (c *counts) texts(name string, lists []string) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var all map[string][]struct{ Definition, Example string }
	if err := json.Unmarshal(src, &all); err != nil {
		return err
	}
	for word := range all {
		c.syllables(word)
	}
	for word := range all {
		c.word(word)
	}
	for _, name := range lists {
		if err := lines(name, c.word); err != nil {
			return err
		}
	}
	for _, senses := range all {
		for _, s := range senses {
			c.text(s.Definition)
			c.text(s.Example)
		}
	}
	return nil
}

// syllables adds those of a word, which is no name, to those that are known.
func (c *counts) syllables(w string) {
	if w != strings.ToLower(w) {
		return
	}
	for _, s := range strings.FieldsFunc(w, notLetter) {
		if s = plain(s); check.IsSyllable(s) {
			c.known[s] = true
		}
	}
}

func (c *counts) word(w string) {
	if w != strings.ToLower(w) {
		return // a name
	}
	for p := range c.phrases(strings.ReplaceAll(w, "-", " ")) {
		c.words[p] = true
	}
}

func (c *counts) text(s string) {
	for p := range c.phrases(s) {
		c.pairs[p]++
	}
	all := strings.FieldsFunc(s, notLetter)
	for i := range all {
		all[i] = plain(all[i])
	}
	for i, w := range all {
		if !c.known[w] {
			continue
		}
		c.single[w]++
		if (i == 0 || !c.words[[2]string{all[i-1], w}]) && (i == len(all)-1 || !c.words[[2]string{w, all[i+1]}]) {
			c.free[w]++
		}
	}
}

func (c *counts) write() error {
	for p := range c.words {
		if c.pairs[p] == 0 {
			c.pairs[p] = 1
		}
	}
	rows := map[string][]string{}
	for p, n := range c.pairs {
		if n >= 3 || c.words[p] {
			rows[p[0]] = append(rows[p[0]], fmt.Sprint(p[1], level(n)))
		}
	}
	out := bufio.NewWriter(os.Stdout)
	out.WriteString(heading)
	all := make([]string, 0, len(c.known)) // which rows are a part of
	for s := range c.known {
		all = append(all, s)
	}
	slices.Sort(all)
	for _, s := range all {
		slices.Sort(rows[s])
		fmt.Fprintf(out, "%s%d %d: %s\n", s, level(c.single[s]), level(c.free[s]), strings.Join(rows[s], " "))
	}
	return out.Flush()
}

// level is 1 + the logarithm of n to the base 2; 0 for none.
func level(n int) int {
	l := 0
	for ; n > 0; n /= 2 {
		l++
	}
	return l
}
