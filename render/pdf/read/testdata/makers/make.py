#!/usr/bin/python3
"""Draws notice.tsv by every program that is there, one PDF a maker.

    FONTS=folder make.py OUT NAME...

FONTS has LiberationSerif-*.ttf (fonts/liberation) and texgyretermes-*.otf (Debian's
fonts-texgyre). Without names it makes all that it can.
"""
import glob, html, os, struct, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FONTS = os.path.abspath(os.environ.get("FONTS", "."))
MM = 72 / 25.4
STYLES = {"R": "Regular", "B": "Bold", "RI": "Italic", "BI": "BoldItalic"}
TERMES = {"R": "regular", "B": "bold", "RI": "italic", "BI": "bolditalic"}
TEXTS, RULES, UPRIGHTS = [], [], []
for row in open(HERE + "/notice.tsv", encoding="utf-8"):
    kind, *cells = row.rstrip("\n").split("\t")
    if kind == "text":
        x, right, y, size = map(float, cells[:4])
        TEXTS.append((x, right, y, size, cells[4], cells[5]))
    elif kind == "rule":
        RULES.append(tuple(map(float, cells)))
    elif kind == "upright":
        UPRIGHTS.append(tuple(map(float, cells)))


def one(files):
    """One face for all: four of some make files too large to keep."""
    return lambda face: files("R")


def run(*args, **more):
    subprocess.run(args, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, **more)


BARE = {}  # faces without hints and kerning, which make the files small


def bare(path):
    if path not in BARE:
        data = open(path, "rb").read()
        tables = []
        for i in range(struct.unpack(">H", data[4:6])[0]):
            tag, check, at, size = struct.unpack(">4sLLL", data[12 + 16 * i:28 + 16 * i])
            if tag.decode() not in ("fpgm", "prep", "cvt ", "gasp", "hdmx", "VDMX", "LTSH", "kern", "GPOS", "GSUB", "GDEF", "DSIG", "FFTM"):
                tables.append((tag, check, data[at:at + size]))
        at, head, body = 12 + 16 * len(tables), b"", b""
        for tag, check, table in tables:
            head += struct.pack(">4sLLL", tag, check, at + len(body), len(table))
            body += table + bytes(-len(table) % 4)
        folder = tempfile.mkdtemp()
        BARE[path] = folder + "/" + os.path.basename(path)
        open(BARE[path], "wb").write(data[:4] + struct.pack(">H", len(tables)) + data[6:12] + head + body)
    return BARE[path]


def liberation(face):
    return bare(f"{FONTS}/LiberationSerif-{STYLES[face]}.ttf")


def termes(face):
    return bare(f"{FONTS}/texgyretermes-{TERMES[face]}.otf")


def configured(d, *files):
    """An environment in which fontconfig knows these faces and no others."""
    os.makedirs(d + "/faces", exist_ok=True)
    for f in files:
        subprocess.run(["cp", f, d + "/faces/"], check=True)
    open(d + "/fonts.conf", "w").write(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{d}/faces</dir><cachedir>{d}/cache</cachedir></fontconfig>')
    return dict(os.environ, FONTCONFIG_FILE=d + "/fonts.conf", HOME=d)


# --- cairo ---------------------------------------------------------------------

def cairo_page(out, d, faces, family, turned=False, one=False):
    code = f"""
import sys; sys.path.insert(0, {HERE!r}); import make, cairo
make.draw_cairo({out!r}, {family!r}, {turned!r}, {one!r})
"""
    run("/usr/bin/python3", "-c", code, env=configured(d, *faces))


def draw_cairo(out, family, turned, one):
    import cairo
    size = (842, 595) if turned else (595, 842)
    c = cairo.Context(cairo.PDFSurface(out, *size))
    if turned:  # the page is shown turned by /Rotate 90
        c.translate(0, 595)
        c.rotate(-1.5707963267948966)
    for x, right, y, pt, face, text in TEXTS:
        c.select_font_face(family, cairo.FONT_SLANT_ITALIC if "I" in face and not one else cairo.FONT_SLANT_NORMAL,
                           cairo.FONT_WEIGHT_BOLD if "B" in face and not one else cairo.FONT_WEIGHT_NORMAL)
        c.set_font_size(pt)
        options = cairo.FontOptions()
        options.set_hint_metrics(cairo.HINT_METRICS_OFF)
        c.set_font_options(options)
        words = text.split(" ")
        wide = [c.text_extents(w).x_advance for w in words]
        gap = ((right - x) * MM - sum(wide)) / max(len(words) - 1, 1)
        space = c.text_extents(" ").x_advance
        at = x * MM
        if abs(gap - space) < 0.05:
            c.move_to(at, y * MM)
            c.show_text(text)
            continue
        for w, wd in zip(words, wide):
            c.move_to(at, y * MM)
            c.show_text(w)
            at += wd + gap
    c.set_line_width(0.75)
    for x, right, y in RULES:
        c.move_to(x * MM, y * MM)
        c.line_to(right * MM, y * MM)
        c.stroke()
    for x, top, bottom in UPRIGHTS:
        c.rectangle(x * MM - 0.25, top * MM, 0.5, (bottom - top) * MM)
        c.fill()


def cairo_truetype(out, d):
    cairo_page(out, d, [liberation(f) for f in STYLES], "Liberation Serif")


def chromium_svg(out, d):
    chromium(out, d, f'<meta charset="utf-8"><style>@font-face{{font-family:F;src:url("file://{liberation("R")}")}}@page{{size:210mm 297mm;margin:0}}body{{margin:0}}svg{{display:block}}</style>' + svg("F"))


def cairo_cff(out, d):
    cairo_page(out, d, [termes("R")], "TeX Gyre Termes", one=True)


def cairo_turned(out, d):
    cairo_page(d + "/flat.pdf", d, [liberation(f) for f in STYLES], "Liberation Serif", turned=True)
    run("qpdf", "--rotate=+90", "--object-streams=generate", d + "/flat.pdf", out)


# --- browsers, SVG -------------------------------------------------------------

def svg(family):
    rows = [f'<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 595.2756 841.8898" font-family="{family}" font-kerning="none">']
    for x, right, y, pt, face, text in TEXTS:
        rows.append(f'<text x="{x*MM:.3f}" y="{y*MM:.3f}" font-size="{pt}">{html.escape(text)}</text>')
    for x, right, y in RULES:
        rows.append(f'<path d="M{x*MM:.3f} {y*MM:.3f}H{right*MM:.3f}" stroke="#000" stroke-width="0.75"/>')
    for x, top, bottom in UPRIGHTS:
        rows.append(f'<rect x="{x*MM-0.25:.3f}" y="{top*MM:.3f}" width="0.5" height="{(bottom-top)*MM:.3f}"/>')
    return "\n".join(rows) + "</svg>"


def rsvg(out, d):
    open(d + "/a.svg", "w").write(svg("Liberation Serif"))
    run("rsvg-convert", "-f", "pdf", "-o", out, d + "/a.svg", env=configured(d, liberation("R")))


def page_html(files, natural=False):
    """Words in spans, each at its place, as a browser lays lines out."""
    faces = "".join(f'@font-face{{font-family:F;src:url("file://{files(f)}");font-weight:{700 if "B" in f else 400};font-style:{"italic" if "I" in f else "normal"}}}' for f in STYLES)
    rows = [f'<meta charset="utf-8"><style>{faces}@page{{size:210mm 297mm;margin:0}}body{{margin:0;font-family:F;font-kerning:none}}'
            'p{position:absolute;margin:0;white-space:nowrap;line-height:0;text-align:justify;text-align-last:justify}i.u{position:absolute;background:#000}</style>']
    for x, right, y, pt, face, text in TEXTS:
        style = ("font-weight:700;" if "B" in face else "") + ("font-style:italic;" if "I" in face else "")
        up = 0.3375 * pt / MM  # of the baseline below the middle of a line without height
        width = f"width:{right-x:.3f}mm;" if " " in text and not natural else "white-space:nowrap;text-align-last:left;"
        rows.append(f'<p style="left:{x:.3f}mm;top:{y-up:.3f}mm;white-space:normal;{width}font-size:{pt}pt;{style}">{html.escape(text)}</p>')
    for x, right, y in RULES:
        rows.append(f'<i class=u style="left:{x:.3f}mm;top:{y-0.13:.3f}mm;width:{right-x:.3f}mm;height:0.26mm"></i>')
    for x, top, bottom in UPRIGHTS:
        rows.append(f'<i class=u style="left:{x-0.1:.3f}mm;top:{top:.3f}mm;width:0.2mm;height:{bottom-top:.3f}mm"></i>')
    return "\n".join(rows)


def chromium(out, d, page=None):
    open(d + "/a.html", "w").write(page or page_html(liberation))
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={d}/profile", "--no-pdf-header-footer", f"--print-to-pdf={out}", f"file://{d}/a.html")


def chromium_type3(out, d):
    """Chromium draws the glyphs of OpenType faces with CFF itself."""
    chromium(out, d, page_html(one(termes), natural=True))


# --- Typst, TeX ------------------------------------------------------------------

def typst(out, d, family="Liberation Serif", files=one(liberation)):
    rows = [f'#set page(width: 210mm, height: 297mm, margin: 0mm)\n#set text(font: "{family}", kerning: false, ligatures: false, lang: "vi", top-edge: "baseline", bottom-edge: "baseline", hyphenate: false, overhang: false)\n#set smartquote(enabled: false)\n#set par(justify: false)\n']
    for x, right, y, pt, face, text in TEXTS:
        style = ('weight: "bold", ' if "B" in face else "") + ('style: "italic", ' if "I" in face else "")
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        body = f'#box(width: {right-x+0.02:.3f}mm)[#set par(justify: true); #text({style}size: {pt}pt)[#"{quoted}"#linebreak(justify: true)]]' if " " in text else f'#text({style}size: {pt}pt)[#"{quoted}"]'
        rows.append(f"#place(dx: {x:.3f}mm, dy: {y:.3f}mm)[{body}]\n")
    for x, right, y in RULES:
        rows.append(f"#place(dx: {x:.3f}mm, dy: {y:.3f}mm, line(length: {right-x:.3f}mm, stroke: 0.75pt))\n")
    for x, top, bottom in UPRIGHTS:
        rows.append(f"#place(dx: {x:.3f}mm, dy: {top:.3f}mm, line(length: {bottom-top:.3f}mm, angle: 90deg, stroke: 0.5pt))\n")
    open(d + "/a.typ", "w").write("".join(rows))
    paths = ",".join(repr(files(f)) for f in STYLES)
    open(d + "/a.cjs", "w").write(f"""
const {{NodeCompiler}} = require('@myriaddreamin/typst-ts-node-compiler'); const fs = require('fs');
const c = NodeCompiler.create({{workspace: {d!r}, fontArgs: [{{fontBlobs: [{paths}].map(p => fs.readFileSync(p))}}]}});
fs.writeFileSync({out!r}, c.pdf({{mainFilePath: {d + "/a.typ"!r}}}));
""")
    run("node", d + "/a.cjs")


def typst_cff(out, d):
    typst(out, d, "TeX Gyre Termes", termes)


def pdftex(out, d):
    rows = ["\\documentclass{article}\\usepackage[T5]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{times}\\renewcommand{\\rmdefault}{ptm}\\pdfpagewidth=210mm\\pdfpageheight=297mm\\hoffset=-1in\\voffset=-1in"
            "\\oddsidemargin=0pt\\topmargin=0pt\\headheight=0pt\\headsep=0pt\\textwidth=210mm\\textheight=297mm\\parindent=0pt\\topskip=0pt\\pagestyle{empty}\\begin{document}\\setlength{\\unitlength}{1mm}\\noindent\\begin{picture}(0,0)(0,0)"]
    series = {"R": "\\mdseries\\upshape", "B": "\\mdseries\\upshape", "RI": "\\mdseries\\upshape", "BI": "\\mdseries\\upshape"}
    for x, right, y, pt, face, text in TEXTS:
        quoted = "".join({"&": "\\&", "%": "\\%", '"': "\\char34 "}.get(ch, ch) for ch in text)
        box = f"\\hbox to {right-x:.3f}mm{{{quoted}}}" if " " in text else f"\\hbox{{{quoted}}}"
        rows.append(f"\\put({x:.3f},{-y:.3f}){{\\fontsize{{{pt*1.00375:.4f}}}{{{pt}}}{series[face]}\\selectfont\\spaceskip=.25em plus 1fil minus .2em {box}}}%")
    for x, right, y in RULES:
        rows.append(f"\\put({x:.3f},{-y-0.13:.3f}){{\\rule{{{right-x:.3f}mm}}{{0.26mm}}}}%")
    for x, top, bottom in UPRIGHTS:
        rows.append(f"\\put({x-0.1:.3f},{-bottom:.3f}){{\\rule{{0.2mm}}{{{bottom-top:.3f}mm}}}}%")
    open(d + "/a.tex", "w").write("\n".join(rows) + "\n\\end{picture}\\end{document}")
    run("pdflatex", "-interaction=nonstopmode", "a.tex", cwd=d)
    os.replace(d + "/a.pdf", out)


# --- LibreOffice -------------------------------------------------------------------

def writer(out, d, faces):
    env = configured(d, *faces)
    run("soffice", f"-env:UserInstallation=file://{d}/office", "--headless", "--convert-to", "pdf", "--outdir", d, f"{os.environ['DOCX']}", env=env)
    os.replace(d + "/" + os.path.basename(os.environ["DOCX"]).replace(".docx", ".pdf"), out)


def libreoffice(out, d):
    writer(out, d, [liberation(f) for f in STYLES])


def libreoffice_two(out, d):
    """Italics are slanted. Liberation 1 has no letters from U+1EA0 on: they come of a second face."""
    writer(out, d, [bare(f) for f in glob.glob(os.environ["LIBERATION1"] + "/LiberationSerif-[RB]*[rd].ttf")] + [termes("R"), termes("B")])


# --- what rewrites a PDF -------------------------------------------------------------

def rewritten(source, *args):
    """What other programs make of a PDF that is made already."""
    def make(out, d):
        at = os.path.dirname(out) + f"/{source}.pdf"
        run(*[a.replace("IN", at).replace("OUT", out) for a in args])
    return make


def ghostscript(source, *options):
    return rewritten(source, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", *options, "-sOutputFile=OUT", "IN")


def via_postscript(out, d):
    run("pdftops", "-level3", os.environ["OWN"], d + "/a.ps")
    run("ps2pdf", d + "/a.ps", out)


def overlaid(out, d):
    """The page is a form within a page."""
    open(d + "/blank.ps", "w").write("%!PS\n<</PageSize [595.2756 841.8898]>> setpagedevice showpage\n")
    run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile=" + d + "/blank.pdf", d + "/blank.ps")
    run("qpdf", d + "/blank.pdf", "--overlay", os.path.dirname(out) + "/typst-cff.pdf", "--", out)


MAKERS = {
    "libreoffice": libreoffice, "libreoffice-two-faces": libreoffice_two,
    "chromium": chromium, "chromium-type3": chromium_type3, "chromium-svg": chromium_svg,
    "typst": typst, "typst-cff": typst_cff,
    "cairo": cairo_truetype, "cairo-cff": cairo_cff, "cairo-turned": cairo_turned, "rsvg": rsvg,
    "pdftex": pdftex,
    "ghostscript": ghostscript("typst"), "ghostscript-cff": ghostscript("typst-cff"),
    "ghostscript-1.2": ghostscript("typst-cff", "-dCompatibilityLevel=1.2", "-dASCII85EncodePages=true"),
    "ghostscript-bare": ghostscript("typst", "-dEmbedAllFonts=false", "-dSubsetFonts=false"),
    "ps2pdf": via_postscript,
    "mutool": rewritten("rsvg", "mutool", "clean", "-a", "IN", "OUT"),
    "qpdf": rewritten("typst-cff", "qpdf", "--object-streams=generate", "--linearize", "--recompress-flate", "--compression-level=9", "IN", "OUT"),
    "qpdf-overlay": overlaid,
}

if __name__ == "__main__":
    out = os.path.abspath(sys.argv[1])
    os.makedirs(out, exist_ok=True)
    for name in sys.argv[2:] or MAKERS:
        with tempfile.TemporaryDirectory() as d:
            try:
                MAKERS[name](f"{out}/{name}.pdf", d)
                print(name, os.path.getsize(f"{out}/{name}.pdf"))
            except Exception as e:
                print(name, "FAILED", e)
