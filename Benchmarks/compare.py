#!/usr/bin/env python3
"""Measures gxq-map beside other programs on the same files, and holds every answer against the truth.

    compare.py GXQ-MAP FOLDER COUNT [PYTHON]    PYTHON has what install-peers installs; without it few peers are left

Prints a table in Markdown: CPU seconds (user and system) and peak memory of the whole process, the least of RUNS
runs (3), and how often our time goes into that of the fastest peer whose answer is right. JOBS names the jobs
to do, such as "J1 J3"; OURS=1 leaves the peers out.
"""
import json
import os
import shutil
import subprocess
import sys

from measure import measured

GXQ, FOLDER, COUNT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3])
PYTHON = os.path.abspath(sys.argv[4]) if len(sys.argv) > 4 and not os.environ.get("OURS") else None
HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = int(os.environ.get("RUNS", "3"))
OUT = os.path.join(FOLDER, "out.json")
PLANE = "+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m"


def source(kind):
    """The file of a kind and of our count, made where it is missing, and what is wrong with it."""
    path = os.path.join(FOLDER, f"{kind}-{COUNT}.geojson")
    if not os.path.exists(path):
        subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), kind, str(COUNT), "7", path], check=True)
    with open(path.replace(".geojson", ".truth.json")) as file:
        return path, json.load(file)


# --- What an answer must be -------------------------------------------------------------------------------------------

def answer():
    with open(OUT) as file:
        return json.load(file)


def findings(code):
    return [f for f in answer()["findings"] if f["code"] == code]


def same_pairs(found, wanted):
    return sorted(map(sorted, found)) == sorted(map(sorted, wanted))


def near(places, wanted):
    """Whether each place is within some 100 m of one that is wanted, and there are as many."""
    grid = {(round(x * 500), round(y * 500)) for x, y in wanted}
    cells = [(round(x * 500), round(y * 500)) for x, y in places]
    return len(places) == len(wanted) and all(
        any((i + a, j + b) in grid for a in (-1, 0, 1) for b in (-1, 0, 1)) for i, j in cells)


def our_network(truth):
    short = sorted({f["parties"][0]["id"] for f in findings("L09")})
    return len(findings("L08")) == truth["dangles"] and short == sorted(truth["short"]) \
        and len(findings("N01")) == truth["components"] - 1


def as_many(text):
    """Whether the file says a word as often as there are features, and nothing was lost on the way."""
    def check(path, _):
        with open(path, "rb") as file:
            wanted = file.read().count(b'"type":"Feature"')
        with open(OUT, "rb") as file:
            return file.read().count(text) >= wanted
    return check


# --- The jobs ---------------------------------------------------------------------------------------------------------

def check(path, *rules):
    """Our command for some rules of a file."""
    layer = os.path.basename(path).split(".")[0]
    command = [GXQ, "check", path, "--crs", "EPSG:4548", "--format", "json", "-o", f"json={OUT}", "--fail-on", "never"]
    return command + [part for rule in rules for part in ("--rule", f"{{rule: {rule}, on: {layer}}}".replace(" max", ", max"))]


def peer(name, *arguments):
    """A peer's script, run by the Python that install-peers made; nothing without it."""
    return [PYTHON, os.path.join(HERE, "peers", f"{name}_peer.py"), *arguments] if PYTHON else None


def drawing(path):
    """Our command for drawing a file: a plan of one layer, with a sheet of its own."""
    folder = os.path.join(FOLDER, f"drawing-{COUNT}")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(HERE, "drawing"), folder)
    os.link(path, os.path.join(folder, "parcels.geojson"))
    return [GXQ, "render", "--plan", folder, "--sheet", "parcels", "--format", "svg", "-o", OUT + ".svg"]


def installed(*command):
    return list(command) if shutil.which(command[0]) else None


def mapnik(path):
    has = subprocess.run(["/usr/bin/python3", "-c", "import mapnik"], capture_output=True).returncode == 0
    return ["/usr/bin/python3", os.path.join(HERE, "peers", "mapnik_peer.py"), path, OUT + ".svg"] if has else None


def drawn(path, _):
    """Every valid parcel is a path of its own."""
    with open(OUT + ".svg", "rb") as file:
        return file.read().count(b"<path") + 1 >= COUNT * 0.98


def jobs():
    """Each job as its name, what it is, and the programs that do it: name, command, whether the answer is right."""
    parcels, truth = source("parcels")
    streets, network = source("streets")
    points, doubles = source("points")
    feature = as_many(b'"Feature"')
    yield "J1", "overlapping pairs", parcels, truth, [
        ("gxq-map", check(parcels, "A01"),
         lambda _, t: same_pairs([[p["id"] for p in f["parties"]] for f in findings("A01")], t["overlaps"])),
        ("Shapely, coverage first", peer("shapely", "J1", parcels, OUT), lambda _, t: same_pairs(answer(), t["overlaps"])),
        ("DuckDB spatial", peer("duckdb", "J1", parcels, OUT), lambda _, t: same_pairs(answer(), t["overlaps"])),
    ]
    yield "J2", "gaps", parcels, truth, [
        ("gxq-map", check(parcels, "A02"), lambda _, t: near([f["anchor"] for f in findings("A02")], t["gaps"])),
        ("Shapely, union", peer("shapely", "J2", parcels, OUT), lambda _, t: near(answer(), t["gaps"])),
    ]
    yield "J3", "invalid areas", parcels, truth, [
        ("gxq-map", check(parcels, "G02"),
         lambda _, t: sorted(f["parties"][0]["id"] for f in findings("G02")) == sorted(t["invalid"])),
        ("Shapely", peer("shapely", "J3", parcels, OUT), lambda _, t: sorted(answer()) == sorted(t["invalid"])),
        ("DuckDB spatial", peer("duckdb", "J3", parcels, OUT), lambda _, t: sorted(answer()) == sorted(t["invalid"])),
    ]
    yield "J4", "dangles, near misses, components", streets, network, [
        ("gxq-map", check(streets, "L08", "L09 max: 1 m", "N01"), lambda _, t: our_network(t)),
        ("Shapely and rustworkx", peer("shapely", "J4", streets, OUT), lambda _, t: answer() == {**t, "short": sorted(t["short"])}),
    ]
    yield "J5", "draw as SVG", parcels, truth, [
        ("gxq-map", drawing(parcels), drawn),
        ("Mapnik (cairo)", mapnik(parcels), drawn),
        ("mapshaper", installed("mapshaper", parcels, "-proj", PLANE, "-o", OUT + ".svg", "width=1600"), drawn),
    ]
    yield "J6", "reproject", parcels, truth, [
        ("gxq-map", [GXQ, "convert", parcels, "--crs", "EPSG:4548", "-o", OUT], feature),
        ("ogr2ogr", installed("ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4548", "-lco", "COORDINATE_PRECISION=3", OUT, parcels), feature),
        ("GeoPandas, pyogrio", peer("pyogrio", "J6", parcels, OUT), feature),
        ("mapshaper", installed("mapshaper", parcels, "-proj", PLANE, "-o", OUT, "precision=0.001"), feature),
    ]
    yield "J7", "read and write", parcels, truth, [
        ("gxq-map", [GXQ, "convert", parcels, "-o", OUT], feature),
        ("ogr2ogr", installed("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=7", OUT, parcels), feature),
        ("pyogrio, Arrow", peer("pyogrio", "J7", parcels, OUT), feature),
        ("mapshaper", installed("mapshaper", parcels, "-o", OUT, "precision=0.0000001"), feature),
    ]
    yield "J8", "points in one place", points, doubles, [
        ("gxq-map", check(points, "P01"), lambda _, t: same_pairs([[p["id"] for p in f["parties"]] for f in findings("P01")], t["twice"])),
        ("Shapely", peer("shapely", "J8", points, OUT), lambda _, t: same_pairs(answer(), t["twice"])),
    ]


def main():
    os.makedirs(FOLDER, exist_ok=True)
    wanted = os.environ.get("JOBS", "").split()
    print(f"{COUNT} features\n\n| job | program | CPU s | wall s | peak MB | right | ratio |\n| --- | --- | --: | --: | --: | --- | --: |")
    for job, title, path, truth, programs in jobs():
        if wanted and job not in wanted:
            continue
        size = os.path.getsize(path) / 1e6
        rows = []
        for name, command, is_right in programs:
            if command is None or (os.environ.get("OURS") and rows):
                continue
            run = measured(command, RUNS, OUT)
            rows.append((name, run, run is not None and is_right(path, truth)))
        ours = rows[0][1]
        best = min((run[0] for name, run, right in rows[1:] if right), default=None)
        for number, (name, run, right) in enumerate(rows):
            if run is None:
                print(f"| {job} | {name} | failed | | | | |", flush=True)
                continue
            ratio = f"**{best / ours[0]:.1f} ×**" if number == 0 and best and ours else f"{run[0] / ours[0]:.1f} ×" if ours else ""
            what = f"{job} {title}, {size:.0f} MB" if number == 0 else ""
            print(f"| {what} | {name} | {run[0]:.2f} | {run[1]:.2f} | {run[2]:.0f} | {'yes' if right else 'NO'} | {ratio} |", flush=True)


main()
