#!/usr/bin/env python3
"""Measures gxq-map beside other programs on the same files, and holds every answer against the truth.

    compare.py GXQ-MAP FOLDER COUNT [PYTHON]    PYTHON has Shapely and pyproj; without it the peers are left out

CPU seconds (user and system) and peak memory of the whole process tree, the best of three runs.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

GXQ, FOLDER, COUNT = sys.argv[1], sys.argv[2], int(sys.argv[3])
PYTHON = sys.argv[4] if len(sys.argv) > 4 else None
HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = int(os.environ.get("RUNS", "3"))


def measured(command):
    """CPU seconds, wall seconds and MB of the least of some runs; None for a program that fails."""
    best = None
    for _ in range(RUNS):
        start = time.monotonic()
        with open(os.devnull, "w") as null:
            pid = os.posix_spawnp(command[0], command, os.environ,
                                  file_actions=[(os.POSIX_SPAWN_DUP2, null.fileno(), 1), (os.POSIX_SPAWN_DUP2, null.fileno(), 2)])
            _, status, usage = os.wait4(pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            return None
        run = (usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)
        best = run if best is None else tuple(map(min, best, run))
    return best


def pairs(found):
    return sorted(sorted(pair) for pair in found)


def is_near(places, wanted):
    """Whether each place is within some 100 m of one that is wanted, and there are as many."""
    grid = {}
    for x, y in wanted:
        grid.setdefault((round(x * 500), round(y * 500)), []).append((x, y))
    def has(x, y):
        i, j = round(x * 500), round(y * 500)
        return any((a, b) in grid for a in (i - 1, i, i + 1) for b in (j - 1, j, j + 1))
    return len(places) == len(wanted) and all(has(x, y) for x, y in places)


def ours(path, code):
    """What our report says, in the form of the peers' answers."""
    with open(path) as file:
        findings = [f for f in json.load(file)["findings"] if f["code"] == code]
    if code == "A01":
        return [[party["id"] for party in f["parties"]] for f in findings]
    if code == "A02":
        return [f["anchor"] for f in findings]
    return [f["parties"][0]["id"] for f in findings]


def verdict(job, answer, truth):
    if job == "J1":
        return pairs(answer) == pairs(truth["overlaps"])
    if job == "J2":
        return is_near(answer, truth["gaps"])
    return sorted(answer) == sorted(truth["invalid"])


def main():
    os.makedirs(FOLDER, exist_ok=True)
    source = os.path.join(FOLDER, f"parcels-{COUNT}.geojson")
    if not os.path.exists(source):
        subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), str(COUNT), "7", source], check=True)
    with open(source.replace(".geojson", ".truth.json")) as file:
        truth = json.load(file)
    layer = os.path.basename(source).split(".")[0]
    size = os.path.getsize(source) / 1e6
    out = os.path.join(tempfile.mkdtemp(), "out.json")
    print(f"{COUNT} parcels, {size:.1f} MB\n\n| job | program | CPU s | wall s | peak MB | right |\n| --- | --- | --: | --: | --: | --- |")

    def row(job, name, command, check):
        if os.path.exists(out):
            os.remove(out)
        run = measured(command)
        if run is None:
            print(f"| {job} | {name} | failed | | | |", flush=True)
            return
        print(f"| {job} | {name} | {run[0]:.2f} | {run[1]:.2f} | {run[2]:.0f} | {check()} |", flush=True)

    def mark(is_right):
        return "yes" if is_right else "NO"

    def loaded():
        with open(out) as file:
            return json.load(file)

    for job, code in (("J1", "A01"), ("J2", "A02"), ("J3", "G02")):
        rule = f"{{rule: {code}, on: {layer}}}"
        row(job, "gxq-map", [GXQ, "check", source, "--crs", "EPSG:4548", "--rule", rule, "--format", "json", "-o", f"json={out}"],
            lambda: mark(verdict(job, ours(out, code), truth)))
        if PYTHON:
            row(job, "Shapely", [PYTHON, os.path.join(HERE, "peers.py"), job, source, out],
                lambda: mark(verdict(job, loaded(), truth)))
    for job, extra, ogr in (
            ("J6", ["--crs", "EPSG:4548"], ["-t_srs", "EPSG:4548", "-lco", "COORDINATE_PRECISION=3"]),
            ("J7", [], ["-lco", "COORDINATE_PRECISION=7"])):
        count = lambda: mark(len(loaded()["features"]) >= COUNT * 0.99)
        row(job, "gxq-map", [GXQ, "convert", source, *extra, "-o", out], count)
        if shutil.which("ogr2ogr"):
            row(job, "ogr2ogr", ["ogr2ogr", "-f", "GeoJSON", *ogr, out, source], count)
        if shutil.which("mapshaper"):
            projection = ["-proj", "+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m"] if extra else []
            digits = "0.001" if extra else "0.0000001"
            row(job, "mapshaper", ["mapshaper", source, *projection, "-o", out, f"precision={digits}"], count)


main()
