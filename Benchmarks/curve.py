#!/usr/bin/env python3
"""How time and memory grow with the number of parcels, as a table and a plot.

    curve.py GXQ-MAP FOLDER PLOT.svg COUNT…    the plot needs matplotlib

One run each: CPU seconds of the whole process, and its peak memory beside the size of the file.
"""
import os
import subprocess
import sys

from measure import measured

GXQ, FOLDER, PLOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(FOLDER, "out.json")


def jobs(path):
    layer = os.path.basename(path).split(".")[0]
    for name, rule in (("J1 overlapping pairs", "A01"), ("J2 gaps", "A02"), ("J3 invalid areas", "G02")):
        yield name, [GXQ, "check", path, "--crs", "EPSG:4548", "--rule", f"{{rule: {rule}, on: {layer}}}",
                     "--fail-on", "never", "--format", "json", "-o", f"json={OUT}"]
    yield "J6 reproject", [GXQ, "convert", path, "--crs", "EPSG:4548", "-o", OUT]
    yield "J7 read and write", [GXQ, "convert", path, "-o", OUT]


def plot(points):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "gxq-map", "font.size": 9})
    from matplotlib import pyplot
    figure, (time, memory) = pyplot.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for name, rows in points.items():
        counts, runs, sizes = zip(*rows)
        time.loglog(counts, [run[0] for run in runs], marker="o", markersize=3, label=name)
        memory.loglog(sizes, [run[2] for run in runs], marker="o", markersize=3, label=name)
    time.set(xlabel="parcels", ylabel="CPU seconds")
    memory.set(xlabel="size of the file, MB", ylabel="peak memory, MB")
    memory.loglog(sizes, sizes, color="0.6", linestyle=":", label="as large as the file")
    for axes in (time, memory):
        axes.grid(True, which="major", color="0.9")
        axes.spines[["top", "right"]].set_visible(False)
    time.legend(frameon=False)
    memory.legend(frameon=False)
    figure.savefig(PLOT, metadata={"Date": None})


def main():
    points = {}
    print("| parcels | MB | " + " | ".join(name for name, _ in jobs("x.y")) + " |\n| --: | --: |" + " --: |" * 5)
    for count in map(int, sys.argv[4:]):
        path = os.path.join(FOLDER, f"parcels-{count}.geojson")
        if not os.path.exists(path):
            subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), "parcels", str(count), "7", path], check=True)
        size = os.path.getsize(path) / 1e6
        cells = []
        for name, command in jobs(path):
            run = measured(command, 1, OUT)
            cells.append(f"{run[0]:.2f} s, {run[2]:.0f} MB" if run else "failed")
            if run:
                points.setdefault(name, []).append((count, run, size))
        print(f"| {count} | {size:.0f} | " + " | ".join(cells) + " |", flush=True)
    try:
        plot(points)
    except ImportError:
        print("no plot: matplotlib is not installed", file=sys.stderr)


main()
