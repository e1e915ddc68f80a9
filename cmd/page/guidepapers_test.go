package page_test

import (
	"context"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"
)

var guides = flag.Bool("guides", false, "make the pictures of the guides anew")

// guidePictures is where the pictures of the guides are.
const guidePictures = "../../docs/hinh"

// The pictures of the papers in the guides: run with -guides, then look.
func TestGuidePapers(t *testing.T) {
	if !*guides {
		t.Skip("no -guides")
	}
	out := t.TempDir()
	for _, args := range [][]string{
		{"2020-q3-giao-ban.yaml", "--units"}, {"2026-q2-hop-giao-ban.yaml", "--all"}, {"2026-dang-uy-xa.yaml"},
	} {
		command(t, "go", append([]string{"run", "../ketluan", "render", "-o", out, filepath.Join(examples, args[0])}, args[1:]...)...)
	}
	meeting := filepath.Join(out, "2026-q2-hop-giao-ban", "2026-q2-hop-giao-ban")
	sheet(t, "thong-bao", 1, paper(t, filepath.Join(out, "2020-q3-giao-ban", "2020-q3-giao-ban.pdf"), 1, 76))
	sheet(t, "dang-uy-xa", 1, paper(t, filepath.Join(out, "2026-dang-uy-xa", "2026-dang-uy-xa.pdf"), 1, 48))
	sheet(t, "hop", 3, paper(t, meeting+"-giay-moi.pdf", 1, 56), paper(t, meeting+"-giay-moi.pdf", 2, 56), paper(t, meeting+"-bien-ban.pdf", 1, 56),
		paper(t, meeting+".pdf", 1, 56), paper(t, filepath.Join(filepath.Dir(meeting), "giao-viec", "2026-q2-hop-giao-ban-giao-viec-khtc.pdf"), 1, 56), paper(t, meeting+"-phieu-trinh.pdf", 1, 56))
	command(t, "soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir", out, filepath.Join(out, "2020-q3-giao-ban", "don-vi", "2020-q3-giao-ban-khtc.xlsx"))
	sheet(t, "bang-don-vi", 1, paper(t, filepath.Join(out, "2020-q3-giao-ban-khtc.pdf"), 1, 90))
}

func command(t *testing.T, name string, args ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	if out, err := exec.CommandContext(ctx, name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, out)
	}
}

// paper draws a page of a PDF at so many dots to the inch.
func paper(t *testing.T, pdf string, page, dpi int) image.Image {
	t.Helper()
	to := filepath.Join(t.TempDir(), "trang")
	n := strconv.Itoa(page)
	command(t, "pdftoppm", "-r", strconv.Itoa(dpi), "-f", n, "-l", n, "-png", "-singlefile", pdf, to)
	f, err := os.Open(to + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// coloured reports a picture that is not all greys.
func coloured(img image.Image) bool {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if r, g, b, _ := img.At(x, y).RGBA(); r != g || g != b {
				return true
			}
		}
	}
	return false
}

// sheet writes pages side by side, so many in a row, as one picture with a
// border around each.
func sheet(t *testing.T, name string, across int, pages ...image.Image) {
	t.Helper()
	const border = 2
	size := pages[0].Bounds().Size()
	rows := (len(pages) + across - 1) / across
	at := func(i int) image.Point {
		return image.Pt(border+(i%across)*(size.X+border), border+(i/across)*(size.Y+border))
	}
	all := image.Rectangle{Max: at(across*rows - 1).Add(size).Add(image.Pt(border, border))}
	var img draw.Image = image.NewRGBA(all)
	if !slices.ContainsFunc(pages, coloured) {
		img = image.NewGray(all)
	}
	draw.Draw(img, img.Bounds(), image.NewUniform(color.Gray{0xC8}), image.Point{}, draw.Src)
	for i, p := range pages {
		draw.Draw(img, image.Rectangle{Min: at(i), Max: at(i).Add(size)}, p, p.Bounds().Min, draw.Src)
	}
	f, err := os.Create(filepath.Join(guidePictures, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, img); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
