package letters

import (
	"strings"
	"testing"
	"unicode"
)

// The tables say what package unicode does of every character.
func TestLatin(t *testing.T) {
	for c := rune(-1); c <= unicode.MaxRune+1; c++ {
		if IsLetter(c) != unicode.IsLetter(c) || IsUpper(c) != unicode.IsUpper(c) || IsSpace(c) != unicode.IsSpace(c) || Small(c) != unicode.ToLower(c) {
			t.Fatalf("%U", c)
		}
	}
	for _, s := range []string{"", "ĐẢNG ỦY tỉnh", "không", "ASCII", "\xff", "К"} {
		if ToLower(s) != strings.ToLower(s) {
			t.Errorf("%q", s)
		}
	}
}

// A slot is one character's, so that tables have room for each.
func TestSlots(t *testing.T) {
	of := map[int]rune{}
	for c := rune(0); c < 0x3000; c++ {
		i := Slot(c)
		if other, taken := of[i]; i >= Slots || i > 0 && taken {
			t.Errorf("%U and %U have the slot %d", c, other, i)
		}
		of[i] = c
	}
}

const sentence = "Sở Khoa học và Công nghệ chủ trì, phối hợp với các đơn vị liên quan xây dựng kế hoạch; báo cáo UBND tỉnh trước ngày 15/11/2026."

func BenchmarkToLower(b *testing.B) {
	b.Run("here", func(b *testing.B) {
		for b.Loop() {
			ToLower(sentence)
		}
	})
	b.Run("strings", func(b *testing.B) {
		for b.Loop() {
			strings.ToLower(sentence)
		}
	})
}

func BenchmarkIsLetter(b *testing.B) {
	for _, by := range []struct {
		name string
		is   func(rune) bool
	}{{"here", IsLetter}, {"unicode", unicode.IsLetter}, {"IsSpace", IsSpace}, {"unicode.IsSpace", unicode.IsSpace}} {
		b.Run(by.name, func(b *testing.B) {
			for b.Loop() {
				for _, c := range sentence {
					by.is(c)
				}
			}
		})
	}
}
