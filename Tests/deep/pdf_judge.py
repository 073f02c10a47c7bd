"""Holds that the sheets' PDFs are whole: page, title, bookmarks, layers, fonts, and every label as one text.

The judges: qpdf for the file, poppler for what stands in it.
"""

import html
import os
import re
import subprocess
import sys

from report import check, finish


def ask(*command):
    done = subprocess.run(command, capture_output=True, timeout=120)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", errors="replace")


def field(info, name):
    found = re.search(rf"^{name}:\s+(.*)$", info, re.M)
    return found.group(1) if found else ""


def strings(qdf, key):
    """The text strings of an entry, wherever it stands."""
    return [
        bytes.fromhex(text)[2:].decode("utf-16-be")
        for text in re.findall(rf"/{key} <(feff[0-9a-f]*)>", qdf, re.I)
    ]


def whole(pdf, svg):
    """Checks what holds for one sheet and for all in one."""
    name = os.path.basename(pdf)
    status, said = ask("qpdf", "--check", pdf)
    check(f"{name}: qpdf finds no fault", status == 0 and "WARNING" not in said, said[-500:])
    status, said = ask("pdffonts", pdf)
    fonts = said.splitlines()[2:]
    check(
        f"{name}: all {len(fonts)} fonts are embedded, cut to what is used, their characters known",
        len(fonts) >= 2 and all("yes yes yes" in font for font in fonts), said)
    status, said = ask("pdfimages", "-list", pdf)
    check(f"{name}: nothing in it is a picture", len(said.splitlines()) == 2, said)
    status, said = ask("pdfinfo", "-struct", pdf)
    check(f"{name}: its structure is in order", "Warning" not in said, said[-300:])
    _, info = ask("pdfinfo", "-isodates", pdf)
    width, height = (float(part) * 25.4 / 72 for part in re.findall(r"[\d.]+", field(info, "Page size"))[:2])
    with open(svg, encoding="utf-8") as file:
        head = file.read(2000)
    paper = [float(re.search(rf'{side}="([0-9.]+)mm"', head)[1]) for side in ("width", "height")]
    check(
        f"{name}: the page is {paper[0]:g} by {paper[1]:g} mm, as in SVG",
        abs(width - paper[0]) < 0.01 and abs(height - paper[1]) < 0.01, f"{width} × {height}")
    check(f"{name}: it is dated by the plan", field(info, "CreationDate").startswith("2019-06-13"), info)
    _, qdf = ask("qpdf", "--qdf", "--object-streams=disable", pdf, "-")
    check(f"{name}: it says its language", "/Lang (zh-CN)" in qdf)
    return info, qdf


def judge(svg, pdf):
    name = os.path.basename(pdf)
    info, qdf = whole(pdf, svg)
    text = open(svg, encoding="utf-8").read()
    title = html.unescape(re.search(r"<title[^>]*>([^<]*)</title>", text).group(1))
    check(f"{name}: the title is the sheet's", field(info, "Title") == title, f"{field(info, 'Title')} {title}")
    layers = [html.unescape(layer) for layer in re.findall(r'inkscape:label="([^"]*)"', text)]
    found = strings(qdf, "Name")
    check(f"{name}: its {len(layers)} layers are those of the SVG", sorted(layers) == sorted(found), f"{found}")
    labels = re.findall(r'<g id="[^"]*" class="label"[^>]*>\s*<title>([^<]+)</title>', text)
    for mode in ("-raw", "-nopgbrk"):
        _, said = ask("pdftotext", mode, pdf, "-")
        lost = [label for label in map(html.unescape, labels) if label not in said]
        check(f"{name}: pdftotext {mode} finds {len(labels)} labels whole", len(labels) > 20 and not lost, f"{lost}")
    return title


def main(folder, book):
    files = sorted(name for name in os.listdir(folder) if name.endswith(".svg"))
    titles = [
        judge(os.path.join(folder, name), os.path.join(folder, name[:-4] + ".pdf")) for name in files
    ]
    info, qdf = whole(book, os.path.join(folder, "structure.svg"))
    check("all sheets are in one PDF", field(info, "Pages") == str(len(files)), info)
    marks = [title for title in strings(qdf, "Title") if title in titles]
    check("each has its bookmark", sorted(marks) == sorted(titles), f"{marks}")
    finish()


main(*sys.argv[1:])
