"""Whether an answer is that of the truth.

Each judge gets a `Case` and says yes or no. Our own reports are read as they are; a peer's answer is JSON: pairs of ids,
places, ids, or the numbers of a network.
"""
import json
import math
import os
import re
import subprocess
import tempfile
from typing import NamedTuple

GROUND = math.sqrt(255e6)  # metres
DEGREE_NORTH = 1e8 / 901.3  # metres, as generate.py has it


class Case(NamedTuple):
    source: str
    truth: dict
    out: str
    count: int


def answer(case):
    with open(case.out) as file:
        return json.load(file)


def findings(case, code):
    return [f for f in answer(case)["findings"] if f["code"] == code]


# --- Our reports ------------------------------------------------------------------------------------------------------

def our_pairs(code, key):
    return lambda case: same_pairs([[p["id"] for p in f["parties"]] for f in findings(case, code)], case.truth[key])


def our_gaps(case):
    return near([f["anchor"] for f in findings(case, "A02")], case)


def our_invalid(case):
    return sorted(f["parties"][0]["id"] for f in findings(case, "G02")) == sorted(case.truth["invalid"])


def our_network(case):
    short = sorted({f["parties"][0]["id"] for f in findings(case, "L09")})
    return len(findings(case, "L08")) == case.truth["dangles"] and short == sorted(case.truth["short"]) \
        and len(findings(case, "N01")) == case.truth["components"] - 1


# --- Answers of peers -------------------------------------------------------------------------------------------------

def pairs(key):
    return lambda case: same_pairs(answer(case), case.truth[key])


def gaps(case):
    return near(answer(case), case)


def invalid(case):
    return sorted(answer(case)) == sorted(case.truth["invalid"])


def network(case):
    return answer(case) == {**case.truth, "short": sorted(case.truth["short"])}


def same_pairs(found, wanted):
    return sorted(map(sorted, found)) == sorted(map(sorted, wanted))


def near(places, case):
    """Whether each gap that is wanted has one place of its own, no farther than a parcel is long.

    Gaps lie at least two parcels apart, so the place is that gap's or wrong.
    """
    reach = GROUND / max(6, round(math.sqrt(case.count))) / DEGREE_NORTH
    cells = {}
    for x, y in places:
        cells.setdefault((math.floor(x / reach), math.floor(y / reach)), []).append((x, y))
    for x, y in case.truth["gaps"]:
        i, j = math.floor(x / reach), math.floor(y / reach)
        close = [(math.dist((x, y), place), cell, place) for cell in ((i + a, j + b) for a in (-1, 0, 1) for b in (-1, 0, 1))
                 for place in cells.get(cell, [])]
        if not close or min(close)[0] > reach:
            return False
        cells[min(close)[1]].remove(min(close)[2])
    return not any(cells.values())


# --- Files ------------------------------------------------------------------------------------------------------------

def occurrences(path, word):
    """How often a word is in a file, which may be larger than memory."""
    count, tail = 0, b""
    with open(path, "rb") as file:
        while block := file.read(1 << 24):
            count += (tail + block).count(word)
            tail = block[-len(word) + 1:] if len(word) > 1 else b""
    return count


def ends(path):
    """The first and the last place of a file."""
    pair = re.compile(rb"\[\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\]")
    with open(path, "rb") as file:
        first = pair.search(file.read(1 << 20))
        file.seek(-min(os.path.getsize(path), 1 << 16), os.SEEK_END)
        last = pair.findall(file.read())[-1]
    return [[float(n) for n in place] for place in (first.groups(), last)]


def same_file(case):
    """As many features, as many vertices, the first and the last of them in its place."""
    return whole(case) and all(math.dist(a, b) < 2e-7 for a, b in zip(ends(case.out), ends(case.source)))


def projected(case):
    """As many features, as many vertices, the first and the last of them where the plane has it, to 2 mm."""
    return whole(case) and all(math.dist(a, gauss_kruger(*b)) < 0.002 for a, b in zip(ends(case.out), ends(case.source)))


def gauss_kruger(longitude, latitude):
    """EPSG:4548 by Krüger's series, which is good to a micrometre this near to the meridian."""
    a, f = 6378137.0, 1 / 298.257222101
    n = f / (2 - f)
    radius = a / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    series = (n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16 + 41 * n**4 / 180, 13 * n**2 / 48 - 3 * n**3 / 5 + 557 * n**4 / 1440,
              61 * n**3 / 240 - 103 * n**4 / 140, 49561 * n**4 / 161280)
    e = math.sqrt(f * (2 - f))
    sine = math.sin(math.radians(latitude))
    t = math.sinh(math.atanh(sine) - e * math.atanh(e * sine))
    away = math.radians(longitude - 117)
    xi, eta = math.atan2(t, math.cos(away)), math.atanh(math.sin(away) / math.hypot(1, t))
    north = xi + sum(k * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, k in enumerate(series, 1))
    east = eta + sum(k * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, k in enumerate(series, 1))
    return 500_000 + radius * east, radius * north


def whole(case):
    features = occurrences(case.out, b'"Feature"')
    return features == occurrences(case.source, b'"Feature"') \
        and abs(occurrences(case.out, b"[") - occurrences(case.source, b"[")) <= 2  # a bbox more or less


def drawn(case):
    """Every valid parcel is a path of its own; up to 10 000 of them, the picture is also that of the truth."""
    svg = case.out + ".svg"
    return occurrences(svg, b"<path") + 1 >= case.count * 0.98 and (case.count > 10_000 or looks_right(svg, case))


def looks_right(svg, case):
    """Whether an SVG, made small, has the colours that the parcels' own file has there; true where it cannot be told."""
    try:
        from PIL import Image, ImageDraw, ImageStat
    except ImportError:
        return True
    colours = ["#8dd3c7", "#ffffb3", "#bebada", "#fb8072", "#80b1d3", "#fdb462", "#b3de69", "#fccde5", "#d9d9d9", "#bc80bd"]
    with open(case.source) as file:
        features = [f for f in json.load(file)["features"] if not f["id"].startswith("z")]
    places = [p for f in features for p in f["geometry"]["coordinates"][0]]
    (west, east), (south, north) = ((min(values), max(values)) for values in zip(*places))
    truth = Image.new("RGB", (1000, 1000), "white")
    pen = ImageDraw.Draw(truth)
    for feature in features:
        ring = [((x - west) / (east - west) * 1000, (north - y) / (north - south) * 1000) for x, y in feature["geometry"]["coordinates"][0]]
        pen.polygon(ring, fill=colours[int(feature["properties"]["use"])], outline="#333333")
    with tempfile.NamedTemporaryFile(suffix=".png") as png:
        try:
            subprocess.run(["rsvg-convert", "-w", "1600", "-b", "white", svg, "-o", png.name], check=True)
        except (OSError, subprocess.CalledProcessError):
            return True
        picture = Image.open(png.name).convert("RGB")
    # The map is where colours are: frames are grey.
    coloured = picture.convert("HSV").getchannel("S").point(lambda s: 255 if s > 12 else 0).resize((400, 400))
    columns, rows = coloured.resize((400, 1), Image.Resampling.BOX), coloured.resize((1, 400), Image.Resampling.BOX)
    across, down = ([i for i, v in enumerate(line.getdata()) if v > 60] for line in (columns, rows))
    if not across or not down:
        return False
    sx, sy = picture.width / 400, picture.height / 400
    part = picture.crop((round(across[0] * sx), round(down[0] * sy), round((across[-1] + 1) * sx), round((down[-1] + 1) * sy)))
    # Outlines of another width make all of it lighter or darker by as much.
    small = [image.resize((25, 25), Image.Resampling.BOX) for image in (part, truth)]
    levels = [[value - mean for band, mean in zip(image.split(), ImageStat.Stat(image).mean) for value in band.getdata()] for image in small]
    difference = sum(abs(a - b) for a, b in zip(*levels)) / len(levels[0])
    if os.environ.get("BENCH_LOG"):
        with open(os.environ["BENCH_LOG"], "a") as log:
            log.write(f"{svg}: the colours differ by {difference:.1f} of 255\n")
    return difference < 5
