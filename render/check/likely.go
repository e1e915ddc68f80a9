package check

import (
	"math"

	"ketluan/render/check/lexicon"
)

// A meaning is what a syllable may have been meant to be, with the neighbour that
// says so, and how sure that is.
type meaning struct {
	meant string
	sure  float64 // logarithm of odds; 0 for none
}

// A guess is what a word may have been meant to be.
type guess struct {
	word word
	meaning
	odd bool // no list has the syllable
}

// evidence is what is known of a syllable and of another in its place. How often
// something stands is counted in dictionaries and in the lists of this project.
type evidence struct {
	gain                float64 // the logarithm of how much likelier the other is with both neighbours
	seen                float64 // how often the syllable stands with the neighbour that suits it better
	right               float64 // how often the other does
	terms               float64 // how many terms of official texts have the other beside a neighbour
	common              float64 // how often the other stands at all
	free                float64 // how often the syllable makes no word with a neighbour
	freely              float64 // how often the neighbour that speaks for the other does
	link                lexicon.Link
	unknown             bool // no syllable is written so
	join                bool // it stands beside a neighbour by chance
	bound               bool // the neighbour that speaks for the other makes a word with the one behind it
	fewer               bool // a letter is missing, or two changed places
	twice               bool // letters that are taken for each other, and marks too
	meantTerm, seenTerm bool // a term of three has the other; the syllable
}

// sure is what evidence is worth, in logarithms of odds: a logistic regression
// over the slips and the clean sentences of the development and validation parts,
// and 5,000 examples of a dictionary.
func (e evidence) sure() float64 {
	sum := -0.25 + 0.34*e.gain - 0.9*math.Log1p(e.seen) - 0.4*math.Log1p(e.right) + math.Log1p(e.terms)
	sum -= 0.25*math.Log1p(e.common) + 0.44*math.Log1p(e.free) + 0.2*math.Log1p(e.freely)
	for _, w := range [...]struct {
		is    bool
		worth float64
	}{
		{e.unknown, 0.9}, {e.join, 1.75}, {e.link >= lexicon.Binding, 2.4}, {e.link == lexicon.Commonest, 1.6},
		{e.bound, -1.7}, {e.fewer, -0.8}, {e.twice, -1.8}, {e.meantTerm, 3.1}, {e.seenTerm, -1.1},
	} {
		if w.is {
			sum += w.worth
		}
	}
	return sum
}

// sureEnough is how sure a guess must be to be told.
const sureEnough = 0.8

// certain is how sure a word of grammar is that only one other can be.
const certain = 10

// smooth is how much text the syllables alone are worth where pairs of them were
// not seen.
const smooth = 300

// chance returns the logarithm of how likely a syllable is behind another; 0 is
// the beginning of a phrase.
func chance(first, s lexicon.Syllable) float64 {
	often, all := lexicon.Single(s)
	p := float64(often+0.3) / float64(all)
	if first == 0 {
		return math.Log(p)
	}
	before, _ := lexicon.Single(first)
	return math.Log((float64(lexicon.Often(first, s)) + smooth*p) / (float64(before) + smooth))
}

// place is a syllable with those beside it; 0 for none.
type place struct {
	outerBefore, before, after, outerAfter lexicon.Syllable
}

func placeOf(five []stand) place {
	var p place
	if !five[2].begins {
		p.before = five[1].n
		if !five[1].begins {
			p.outerBefore = five[0].n
		}
	}
	if !five[3].begins {
		p.after = five[3].n
		if !five[4].begins {
			p.outerAfter = five[4].n
		}
	}
	return p
}

// fits returns the logarithm of how likely a syllable is in a place.
func (p place) fits(s lexicon.Syllable) float64 {
	sum := chance(p.before, s)
	if p.after != 0 {
		sum += chance(s, p.after)
	}
	return sum
}

// hasTerm reports a term of three with s in a place.
func (p place) hasTerm(s lexicon.Syllable) bool {
	return lexicon.Triple(p.outerBefore, p.before, s) || lexicon.Triple(p.before, s, p.after) || lexicon.Triple(s, p.after, p.outerAfter)
}

// seen returns how often a syllable stands with the neighbour that suits it better.
func (p place) seen(s lexicon.Syllable) float32 {
	return max(lexicon.Often(p.before, s), lexicon.Often(s, p.after))
}

// enoughSeen is how often a syllable stands with a neighbour to be well in its
// place, whatever else could stand there.
const enoughSeen = 40

// guessFor returns the likeliest other syllable in the place of the third of five.
func guessFor(five []stand) meaning {
	if meant := meantWord(five); meant != "" {
		return meaning{meant, certain}
	}
	p, w := placeOf(five), five[2]
	if meant := p.knownSlip(w.n); meant != "" {
		return meaning{meant, certain}
	}
	if p.before == 0 && p.after == 0 {
		return meaning{}
	}
	if p.seen(w.n) > enoughSeen {
		return meaning{}
	}
	best, gain, kind := lexicon.Syllable(0), math.Inf(-1), likeness(0)
	fits := p.fits(w.n)
	own, sets := letterSetOf(w.s), letterSets()
	see := func(v lexicon.Syllable) {
		if !sets[v].mayBeNear(own) {
			return
		}
		if k := likenessOf(v.String(), w.s); k != 0 {
			if g := p.fits(v) - fits + channel[k]; g > gain {
				best, gain, kind = v, g, k
			}
		}
	}
	for _, v := range lexicon.After(p.before) {
		see(v)
	}
	for _, v := range lexicon.Before(p.after) {
		see(v)
	}
	if best == 0 {
		return meaning{}
	}
	return p.weigh(w.n, best, gain, kind)
}

// knownSlip returns the word that two syllables are meant to be, one of them w,
// where they are a slip that everybody knows and none of both makes a word with
// what stands on its other side (cũng cố gắng); "" elsewhere.
func (p place) knownSlip(w lexicon.Syllable) string {
	for _, two := range [...]struct {
		outer, first, second, behind lexicon.Syllable
		at                           int
	}{{p.before, w, p.after, p.outerAfter, 0}, {p.outerBefore, p.before, w, p.after, 1}} {
		meant, known := lexicon.Meant(two.first, two.second)
		if known && meant[two.at] != w && lexicon.Between(two.outer, two.first) < lexicon.Word && lexicon.Between(two.second, two.behind) < lexicon.Word {
			return meant[0].String() + " " + meant[1].String()
		}
	}
	return ""
}

// weigh returns v as the guess for w.
func (p place) weigh(w, v lexicon.Syllable, gain float64, kind likeness) meaning {
	before, after := lexicon.Often(p.before, v), lexicon.Often(v, p.after)
	meant, beside, bound := v.String()+" "+p.after.String(), p.after, lexicon.Between(p.after, p.outerAfter)
	if before >= after {
		meant, beside, bound = p.before.String()+" "+v.String(), p.before, lexicon.Between(p.outerBefore, p.before)
	}
	common, _ := lexicon.Single(v)
	e := evidence{
		gain: gain, seen: float64(p.seen(w)), right: float64(max(before, after)), terms: float64(max(lexicon.Terms(p.before, v), lexicon.Terms(v, p.after))),
		common: float64(common), free: float64(lexicon.Free(w)), freely: float64(lexicon.Free(beside)),
		link:    max(lexicon.Between(p.before, v), lexicon.Between(v, p.after)),
		join:    max(lexicon.Between(p.before, w), lexicon.Between(w, p.after)) == lexicon.Join,
		unknown: w == 0, bound: bound >= lexicon.Word, fewer: kind == byLetter, twice: kind == bySoundAndMark,
		meantTerm: p.hasTerm(v), seenTerm: p.hasTerm(w),
	}
	return meaning{meant, e.sure()}
}

// channel is how much less often a likeness makes a slip, in logarithms.
var channel = [...]float64{byMark: 0, byLetter: -1, bySound: -1.5, bySoundAndMark: -3}
