#!/usr/bin/env python3
"""Measures gxq-map beside other programs on the same files, and holds every answer against the truth.

    compare.py GXQ-MAP FOLDER COUNT [PYTHON]    PYTHON has what install-peers installs; without it few peers are left

Prints a table in Markdown: CPU seconds (user and system), wall seconds and peak memory of the whole process, the least
of RUNS runs (1), and how often our time goes into that of another program; in bold the fastest whose answer is right.
Then what was not measured, and whether our bytes are the same on one core and on eight.

JOBS names the jobs to do, such as "J1 J4"; PEERS words of the peers' names, such as "Shapely Mapnik", or - for none.
A run ends after LIMIT seconds (300). QGIS runs up to 10 000 features; SLOW=1 lets it run on more.
"""
import hashlib
import os
import sys

from jobs import NAMES, Jobs
from judge import Case
from measure import Run, measured

COUNT = int(sys.argv[3])
JOBS = Jobs(sys.argv[1], sys.argv[2], COUNT, sys.argv[4] if len(sys.argv) > 4 else None)
RUNS, LIMIT = int(os.environ.get("RUNS", "1")), float(os.environ.get("LIMIT", "300"))
PEERS = os.environ.get("PEERS", "").lower().split()
left_out = {}


def wanted(program):
    """Whether to measure a program; says why not."""
    if PEERS and not any(word in program.name.lower() for word in PEERS):
        return False
    if program.command is None:
        left_out.setdefault("not installed", set()).add(program.name.split(",")[0])
        return False
    if program.slow and COUNT > 10_000 and not os.environ.get("SLOW"):
        left_out.setdefault("too slow for so many (SLOW=1 measures it)", set()).add(program.name.split(",")[0])
        return False
    return True


def times(other, ours, bold):
    text = f"{other / ours:.1f} ×" if ours else ""
    return f"**{text}**" if bold and text else text


def table(job):
    ours, *peers = job.programs
    rows = []
    for program in [ours, *filter(wanted, peers)]:
        run = measured(program.command, RUNS, JOBS.out, LIMIT)
        right = isinstance(run, Run) and judged(program, job)
        rows.append((program.name, run, right))
    own = rows[0][1]
    peers_right = [run for _, run, right in rows[1:] if right]
    best = {kind: min((getattr(run, kind) for run in peers_right), default=None) for kind in ("cpu", "wall")}
    for number, (name, run, right) in enumerate(rows):
        what = f"{job.name} {job.title}, {os.path.getsize(job.source) / 1e6:.0f} MB" if number == 0 else ""
        if isinstance(run, str):
            print(f"| {what} | {name} | {run} | | | | | |", flush=True)
            continue
        ratios = ["", ""]
        if number and isinstance(own, Run):
            ratios = [times(getattr(run, k), getattr(own, k), right and getattr(run, k) == best[k]) for k in ("cpu", "wall")]
        print(f"| {what} | {name} | {run.cpu:.2f} | {run.wall:.2f} | {run.memory:.0f} | {'yes' if right else '**no**'} | "
              f"{ratios[0]} | {ratios[1]} |", flush=True)


def judged(program, job):
    """Whether the answer is right; one that cannot be read is not."""
    try:
        return program.is_right(Case(job.source, job.truth, JOBS.out, COUNT))
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return False


def same_bytes(job):
    """Whether our output is the same on one core and on eight."""
    sums = []
    for cores in ("1", "8"):
        if not isinstance(measured([*job.programs[0].command, "--jobs", cores], 1, JOBS.out, LIMIT), Run):
            return False
        with open(JOBS.out + ".svg" if job.name == "J5" else JOBS.out, "rb") as file:
            sums.append(hashlib.file_digest(file, "sha256").digest())
    return sums[0] == sums[1]


def main():
    names = os.environ.get("JOBS", "").split() or NAMES
    made = [JOBS.job(name) for name in names]  # files are made before anything is measured
    print(f"{COUNT} features, the least of {RUNS} runs\n" if RUNS > 1 else f"{COUNT} features, one run of each\n")
    print("| job | program | CPU s | wall s | peak MB | right | CPU, of ours | wall, of ours |\n"
          "| --- | --- | --: | --: | --: | --- | --: | --: |")
    for job in made:
        table(job)
    print()
    for why, programs in left_out.items():
        print(f"Not measured, {why}: {', '.join(sorted(programs))}.")
    different = [job.name for job in made if not same_bytes(job)]
    print("The bytes are the same for `--jobs 1` and `--jobs 8`" + (f", except for {', '.join(different)}." if different else f" ({', '.join(names)})."))


main()
