#!/usr/bin/env python3
"""How time and memory of gxq-map grow with the number of features, as a table and a plot.

    curve.py GXQ-MAP FOLDER PLOT.svg COUNT…    the plot needs matplotlib
    curve.py FOLDER PLOT.svg                   draws again what was measured last

One run each, every answer held against the truth: CPU seconds of the whole process, and its peak memory beside the size of
the file. What would need more memory than there is, by the run before, is left out. JOBS as for compare.py.
"""
import json
import os
import sys

from jobs import NAMES, Jobs
from judge import Case
from measure import measured

LIMIT = float(os.environ.get("LIMIT", "300"))
WANTED = os.environ.get("JOBS", "").split() or NAMES[:7]
INK, FAINT = "#333333", "#9a9a9a"
COLOURS = {"J1": "#1f6f8b", "J2": "#c8553d", "J3": "#588b3c", "J4": "#8a5aa8", "J5": "#b8860b", "J6": "#3d5a98", "J7": "#777777"}


def memory_left():
    """MB that can be had; without end where it cannot be told."""
    try:
        with open("/proc/meminfo") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("MemAvailable"))
    except OSError:
        return float("inf")


def measure(gxq, folder, counts):
    """Each job's points: count, MB of the file, CPU seconds, wall seconds, peak MB, right."""
    points = {}
    for count in counts:
        jobs = Jobs(gxq, folder, count)
        cells = []
        for name in WANTED:
            job = jobs.job(name)
            size = os.path.getsize(job.source) / 1e6
            before = points.setdefault(name, {"title": job.title, "points": []})["points"]
            if before and before[-1][4] * size / before[-1][1] > 0.8 * memory_left():
                cells.append("no room")
                continue
            run = measured(job.programs[0].command, 1, jobs.out, LIMIT)
            if isinstance(run, str):
                cells.append(run)
                continue
            right = job.programs[0].is_right(Case(job.source, job.truth, jobs.out, count))
            before.append((count, size, *run, right))
            cells.append(f"{run.cpu:.2f} s, {run.memory:.0f} MB" + ("" if right else ", **not right**"))
            print(f"{count} {name}: {cells[-1]}", file=sys.stderr)
        sizes = " / ".join(f"{os.path.getsize(jobs.source(kind)[0]) / 1e6:.0f}" for kind in ("parcels", "streets"))
        if count == counts[0]:
            print("| features | parcels / streets, MB | " + " | ".join(f"{n} {points[n]['title'].split(',')[0]}" for n in WANTED) + " |")
            print("| --: | --: |" + " --: |" * len(WANTED))
        print(f"| {count:,} | {sizes} | ".replace(",", " ") + " | ".join(cells) + " |", flush=True)
    right = [point[5] for job in points.values() for point in job["points"]]
    print(f"\n{sum(right)} of {len(right)} answers are those of the truth." if not all(right) else "\nEvery answer is that of the truth.")
    return points


def apart(values, least):
    """Values moved apart, as little as it takes for each to have `least` room, in the order they came in."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    placed = [values[i] for i in order]
    for _ in range(200):
        for i in range(len(placed) - 1):
            lack = least - (placed[i + 1] - placed[i])
            if lack > 1e-9:
                placed[i] -= lack / 2
                placed[i + 1] += lack / 2
    result = [0.0] * len(values)
    for i, value in zip(order, placed):
        result[i] = value
    return result


def panel(axes, title, points, x, y, xname, slope):
    """One panel: a line for each job, and one of slope 1 between two places."""
    axes.set_title(title, loc="left", fontsize=10, color=INK, pad=12)
    axes.set_xscale("log")
    axes.set_yscale("log")
    last = {}
    for name, job in points.items():
        rows = [(row[x], row[y]) for row in job["points"]]
        axes.plot(*zip(*rows), color=COLOURS[name], linewidth=1.4, marker="o", markersize=3, zorder=3)
        last[name] = rows[-1]
    reference(axes, *slope)
    label(axes, points, last)
    axes.set_xlabel(xname, fontsize=9, color=INK)
    axes.tick_params(which="both", length=0, colors=INK, labelsize=8)
    axes.minorticks_off()
    axes.grid(True, which="major", color="0.92", linewidth=0.8)
    axes.spines[:].set_visible(False)


def label(axes, points, last):
    """Names behind the last points, apart from one another."""
    from math import log10
    low, high = axes.get_ylim()
    axes.set_ylim(low, high)
    heights = apart([log10(place[1]) for place in last.values()], (log10(high) - log10(low)) * 0.055)
    right = axes.get_xlim()[1]
    for (name, place), height in zip(last.items(), heights):
        axes.annotate(f"{name} {points[name]['title'].split(',')[0]}", place, (right * 1.3, 10**height), color=COLOURS[name], fontsize=8,
                      va="center", annotation_clip=False,
                      arrowprops={"arrowstyle": "-", "color": COLOURS[name], "linewidth": 0.5, "shrinkA": 0, "shrinkB": 3,
                                  "relpos": (0, 0.5)})


def reference(axes, start, end, label, share, side="above"):
    """A line of slope 1, and its name at a share of the way."""
    axes.plot(*zip(start, end), color=FAINT, linewidth=1, linestyle=(0, (4, 3)), zorder=2)
    place = [start[i] * (end[i] / start[i]) ** share for i in (0, 1)]
    above = side == "above"
    axes.annotate(label, place, (0, 5) if above else (4, -5), textcoords="offset points", color=FAINT, fontsize=8,
                  ha="right" if above else "left", va="bottom" if above else "top")


def plot(points, path):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "gxq-map", "font.family": "sans-serif",
                                "font.sans-serif": ["Noto Sans", "Helvetica", "Arial", "DejaVu Sans"]})
    from matplotlib import pyplot, ticker
    points = {name: job for name, job in points.items() if job["points"]}
    figure, (time, memory) = pyplot.subplots(1, 2, figsize=(11, 4.2))
    figure.subplots_adjust(left=0.06, right=0.86, bottom=0.13, top=0.88, wspace=0.62)
    rows = [row for job in points.values() for row in job["points"]]
    (few, many), (small, large) = ((min(v), max(v)) for v in zip(*((row[0], row[1]) for row in rows)))
    top = max(row[2] for row in rows) * 1.8
    panel(time, "CPU seconds", points, 0, 2, "features",
          ((few, top * few / many), (many, top), "ten times as many, ten times as long", 0.75))
    panel(memory, "peak memory, MB", points, 1, 4, "size of the file, MB", ((small, small), (large, large), "as large as the file", 0.2, "below"))
    short = {1e3: "1 k", 1e4: "10 k", 1e5: "100 k", 1e6: "1 M", 1e7: "10 M"}
    time.xaxis.set_major_formatter(ticker.FuncFormatter(lambda value, _: short.get(value, "")))
    plain = ticker.FuncFormatter(lambda value, _: f"{value:,.10g}".replace(",", "\u202f"))
    for axis in (time.yaxis, memory.xaxis, memory.yaxis):
        axis.set_major_formatter(plain)
    figure.savefig(path, metadata={"Date": None})


def main():
    again = len(sys.argv) == 3
    folder, target = sys.argv[1:3] if again else sys.argv[2:4]
    kept = os.path.join(folder, "curve.json")
    if again:
        with open(kept) as file:
            points = json.load(file)
    else:
        points = measure(sys.argv[1], folder, [int(count) for count in sys.argv[4:]])
        with open(kept, "w") as file:
            json.dump(points, file)
    try:
        plot(points, target)
    except ImportError:
        print("no plot: matplotlib is not installed", file=sys.stderr)


main()
