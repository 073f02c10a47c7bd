"""Holds that every sheet looks the same in librsvg, Chromium, resvg and Inkscape, as PDF, PNG and outlines.

The measure: each program draws the sheet at 8 pixels a millimetre, at 6 on paper larger than A3; both pictures are
blurred by 6 pixels, which evens out how edges and glyphs are smoothed; then no channel of any pixel may differ by more than 25 of 255.
librsvg and Inkscape part by 4, librsvg and Chromium by 17, librsvg and resvg by 16, the SVG in librsvg and the
PDF in poppler by 15, text and outlines by 6; one label left out makes 40 or more: the judge proves so on each sheet.

Our PNG is drawn by librsvg itself: there no pixel may differ by more than 8 (rounded sizes make 3). Names set on a
path may stand up to half a millimetre from where they stand glyph by glyph; those pictures are blurred twice as far.
"""

import os
import re
import subprocess
import sys
import tempfile

import numpy
import resvg_py
from PIL import Image, ImageFilter

from report import check, finish

BLUR = 6
LIMIT = 25


class Page:
    """The paper of a sheet: its size in millimetres, and how it is drawn here."""

    def __init__(self, svg):
        with open(svg, encoding="utf-8") as file:
            head = file.read(2000)
        self.millimetres = [float(re.search(rf'{side}="([0-9.]+)mm"', head)[1]) for side in ("width", "height")]
        self.scale = 8 if self.millimetres[0] <= 420 else 6
        self.width, self.height = (round(side * self.scale) for side in self.millimetres)

    def dots(self, resolution):
        return tuple(round(side / 25.4 * resolution) for side in self.millimetres)


def run(*command):
    done = subprocess.run(command, capture_output=True, timeout=180)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[-500:]}")


def librsvg(svg, png, page):
    run("rsvg-convert", "-w", str(page.width), "-h", str(page.height), "-o", png, svg)


def inkscape(svg, png, page):
    run("inkscape", svg, "--export-type=png", "-w", str(page.width), "-h", str(page.height), "-o", png)


def chromium(svg, png, page):
    html = png + ".html"
    with open(html, "w") as file:
        file.write(
            "<!doctype html><body style='margin:0'>"
            f"<img src='file://{os.path.abspath(svg)}'"
            f" style='display:block;width:{page.width}px;height:{page.height}px'>"
        )
    # A window is never shorter than the browser's own frame, so the picture is cut from a taller one.
    run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--force-device-scale-factor=1", "--force-color-profile=srgb", "--font-render-hinting=none",
        f"--window-size={page.width},{page.height + 200}", f"--user-data-dir={png}.profile",
        f"--screenshot={png}", f"file://{os.path.abspath(html)}",
    )


def resvg(svg, png, page):
    drawn = resvg_py.svg_to_bytes(svg_path=svg, width=page.width, height=page.height, dpi=96)
    with open(png, "wb") as file:
        file.write(bytes(drawn))


def poppler(pdf, png, page):
    run("pdftoppm", "-r", str(page.scale * 25.4), "-png", "-singlefile", pdf, png.removesuffix(".png"))


def picture(draw, file, folder, page, blur=BLUR):
    parent, name = os.path.split(file)
    png = os.path.join(folder, f"{draw.__name__}-{os.path.basename(parent)}-{name}.png")
    if not os.path.exists(png):
        draw(file, png, page)
    drawn = Image.open(png).convert("RGBA")
    # Programs round the size of a picture each in its own way; the sheet's edge is white paper.
    image = Image.new("RGB", (page.width, page.height), "white")
    image.paste(drawn, (0, 0), drawn)
    return numpy.asarray(image.filter(ImageFilter.GaussianBlur(blur))).astype(int)


def difference(a, b, page):
    """The largest difference of a channel, and where it is in millimetres."""
    worst = numpy.abs(a - b).max(axis=2)
    y, x = numpy.unravel_index(worst.argmax(), worst.shape)
    return int(worst.max()), f"at {x / page.scale:.1f}, {y / page.scale:.1f} mm"


def without_a_label(svg, folder):
    """A copy of the sheet without one label inside the map."""
    text = open(svg, encoding="utf-8").read()
    labels = [m for m in re.finditer(r"<text\b[^>]*>[^<]*[一-鿿][^<]*</text>", text)]
    label = labels[len(labels) // 2]
    copy = os.path.join(folder, "without-" + os.path.basename(svg))
    with open(copy, "w", encoding="utf-8") as file:
        file.write(text[: label.start()] + text[label.end() :])
    return copy


def agree(what, ours, other, page):
    worst, place = difference(ours, other, page)
    check(f"{what} agree within {LIMIT} of 255", worst <= LIMIT, f"{worst} {place}")
    print(f"        largest difference {worst} {place}", file=sys.stderr)


def png(svg, folder, page):
    """Our PNG of 150 dots per inch: what librsvg draws, and its size on paper."""
    name = os.path.basename(svg)[:-4] + ".png"
    ours = Image.open(svg[:-4] + ".png")
    check(f"{name} is of true size", ours.size == page.dots(150), f"{ours.size}")
    check(f"{name} says so", [round(n, 1) for n in ours.info.get("dpi", ())] == [150, 150], f"{ours.info}")
    theirs = os.path.join(folder, name)
    width, height = page.dots(150)
    run("rsvg-convert", "-w", str(width), "-h", str(height), "-o", theirs, svg)
    blur = ImageFilter.GaussianBlur(BLUR * width / page.width)
    pictures = [image.convert("RGB").filter(blur) for image in (ours, Image.open(theirs))]
    worst = numpy.abs(numpy.subtract(*(numpy.asarray(image).astype(int) for image in pictures))).max()
    check(f"{name} is what rsvg-convert draws, within 8 of 255", worst <= 8, f"{worst}")


def judge(svg, folder):
    name, page = os.path.basename(svg), Page(svg)
    form = subprocess.run(["xmllint", "--noout", "--nonet", svg], capture_output=True)
    check(f"{name} is well-formed", form.returncode == 0, form.stderr.decode()[-300:])
    ours = picture(librsvg, svg, folder, page)
    check(f"{name} is not blank", (ours.std(axis=(0, 1)) > 5).all())
    for draw in (chromium, resvg, inkscape):
        agree(f"{name}: librsvg and {draw.__name__}", ours, picture(draw, svg, folder, page), page)
    agree(f"{name}: SVG and PDF", ours, picture(poppler, svg[:-4] + ".pdf", folder, page), page)
    sheets, file = os.path.split(svg)
    outlines = picture(librsvg, os.path.join(sheets, "outline", file), folder, page)
    agree(f"{name}: text and outlines", ours, outlines, page)
    glyphs = picture(chromium, svg, folder, page, blur=2 * BLUR)
    paths = picture(chromium, os.path.join(sheets, "path", file), folder, page, blur=2 * BLUR)
    agree(f"{name}: names glyph by glyph and names on paths", glyphs, paths, page)
    png(svg, folder, page)
    worst, place = difference(ours, picture(librsvg, without_a_label(svg, folder), folder, page), page)
    check(f"{name}: a label left out is noticed", worst > LIMIT, f"{worst} {place}")


def main(sheets):
    files = sorted(f for f in os.listdir(sheets) if f.endswith(".svg"))
    check("there are at least six sheets", len(files) >= 6, str(files))
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            try:
                judge(os.path.join(sheets, file), folder)
            except (RuntimeError, subprocess.TimeoutExpired) as error:
                check(f"{file} is drawn", False, str(error))
    finish()


main(sys.argv[1])
