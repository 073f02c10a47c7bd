"""Holds that every sheet looks the same in librsvg, Chromium and Inkscape.

The measure: each program draws the sheet at 8 pixels a millimetre; both pictures are blurred by 0.75 mm, which
evens out how edges and glyphs are smoothed; then no channel of any pixel may differ by more than 25 of 255.
librsvg and Inkscape part by 4, librsvg and Chromium by 17; one label left out makes 40 or more: the judge
proves so on each sheet.
"""

import os
import re
import subprocess
import sys
import tempfile

import numpy
from PIL import Image, ImageFilter

from report import check, finish

SCALE = 8
WIDTH, HEIGHT = 420 * SCALE, 297 * SCALE
BLUR = 0.75 * SCALE
LIMIT = 25


def run(*command):
    done = subprocess.run(command, capture_output=True, timeout=180)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[-500:]}")


def librsvg(svg, png):
    run("rsvg-convert", "-w", str(WIDTH), "-h", str(HEIGHT), "-o", png, svg)


def inkscape(svg, png):
    run("inkscape", svg, "--export-type=png", "-w", str(WIDTH), "-h", str(HEIGHT), "-o", png)


def chromium(svg, png):
    page = png + ".html"
    with open(page, "w") as file:
        file.write(
            "<!doctype html><body style='margin:0'>"
            f"<img src='file://{os.path.abspath(svg)}'"
            f" style='display:block;width:{WIDTH}px;height:{HEIGHT}px'>"
        )
    # A window is never shorter than the browser's own frame, so the picture is cut from a taller one.
    run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--force-device-scale-factor=1", "--force-color-profile=srgb", "--font-render-hinting=none",
        f"--window-size={WIDTH},{HEIGHT + 200}", f"--user-data-dir={png}.profile",
        f"--screenshot={png}", f"file://{os.path.abspath(page)}",
    )


def picture(draw, svg, folder):
    png = os.path.join(folder, f"{draw.__name__}-{os.path.basename(svg)}.png")
    draw(svg, png)
    image = Image.open(png).convert("RGB").crop((0, 0, WIDTH, HEIGHT))
    return numpy.asarray(image.filter(ImageFilter.GaussianBlur(BLUR))).astype(int)


def difference(a, b):
    """The largest difference of a channel, and where it is in millimetres."""
    worst = numpy.abs(a - b).max(axis=2)
    y, x = numpy.unravel_index(worst.argmax(), worst.shape)
    return int(worst.max()), f"at {x / SCALE:.1f}, {y / SCALE:.1f} mm"


def without_a_label(svg, folder):
    """A copy of the sheet without one label inside the map."""
    text = open(svg, encoding="utf-8").read()
    labels = [m for m in re.finditer(r"<text\b[^>]*>[^<]*[一-鿿][^<]*</text>", text)]
    label = labels[len(labels) // 2]
    copy = os.path.join(folder, "without-" + os.path.basename(svg))
    with open(copy, "w", encoding="utf-8") as file:
        file.write(text[: label.start()] + text[label.end() :])
    return copy


def judge(svg, folder):
    name = os.path.basename(svg)
    form = subprocess.run(["xmllint", "--noout", "--nonet", svg], capture_output=True)
    check(f"{name} is well-formed", form.returncode == 0, form.stderr.decode()[-300:])
    ours = picture(librsvg, svg, folder)
    check(f"{name} is not blank", (ours.std(axis=(0, 1)) > 5).all())
    for draw in (chromium, inkscape):
        worst, place = difference(ours, picture(draw, svg, folder))
        check(
            f"{name}: librsvg and {draw.__name__} agree within {LIMIT} of 255",
            worst <= LIMIT, f"{worst} {place}",
        )
        print(f"        largest difference {worst} {place}", file=sys.stderr)
    worst, place = difference(ours, picture(librsvg, without_a_label(svg, folder), folder))
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
