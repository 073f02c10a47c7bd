#!/usr/bin/env python3
"""Where the CPU time of gxq-map goes, job by job, by perf; as a list in Markdown.

    profile.py GXQ-MAP FOLDER COUNT    JOBS as for compare.py, TOP how many functions of each (8)
"""
import os
import re
import subprocess
import sys

from jobs import NAMES, Jobs

TOP = int(os.environ.get("TOP", "8"))


def shares(command, record):
    """The functions that take most of a command's time: share, library, name."""
    subprocess.run(["perf", "record", "-q", "-F", "499", "-o", record, "--", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    report = subprocess.run(["perf", "report", "-i", record, "--stdio", "--no-children", "--sort", "dso,symbol"], capture_output=True, text=True).stdout
    os.remove(record)
    lines = re.findall(r"^\s*([\d.]+)%\s+(\S+)\s+\[.\] +(.*?)\s*$|^\s*([\d.]+)%\s+(\S+)\s+\[k\] +(.*?)\s*$", report, re.M)
    return [(float(a or d), b or "kernel", c or f) for a, b, c, d, e, f in lines]


def plain(name):
    """A name as people read it: of Swift's the last part, without its arguments."""
    name = name.split("  ")[0]
    short = subprocess.run(["swift", "demangle", "--simplified", "--compact", name], capture_output=True, text=True).stdout.strip() or name
    return re.sub(r"\(.*", "", short).split(" in ")[-1].lstrip("$")[:70]


def main():
    jobs = Jobs(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    for name in os.environ.get("JOBS", "").split() or NAMES:
        job = jobs.job(name)
        rows = shares(job.programs[0].command, jobs.out + ".perf")
        libraries = {}
        for share, library, _ in rows:
            library = "the kernel" if library.startswith("[") else library.split(".so")[0]
            libraries[library] = libraries.get(library, 0) + share
        parts = ", ".join(f"{library} {share:.0f} %" for library, share in sorted(libraries.items(), key=lambda p: -p[1])[:5] if share >= 1)
        functions = ", ".join(f"`{plain(function)}` {share:.0f} %" for share, _, function in rows[:TOP])
        print(f"- {name} {job.title}: {parts}. Most: {functions}.", flush=True)


main()
