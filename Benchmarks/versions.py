#!/usr/bin/env python3
"""Says on what was measured: the machine, the day, and which version of each program.

    versions.py [PYTHON]    PYTHON has what install-peers installs
"""
import datetime
import os
import platform
import re
import subprocess
import sys

PACKAGES = {"shapely": "Shapely", "pyproj": "pyproj", "rustworkx": "rustworkx", "geopandas": "GeoPandas", "pyogrio": "pyogrio",
            "orjson": "orjson", "duckdb": "DuckDB", "sedonadb": "SedonaDB", "mapnik": "Mapnik"}


def said(*command):
    """The first number with dots in what a command says; nothing where there is none."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    except OSError:
        return None
    # QGIS says the versions of others as well.
    text = done.stdout + done.stderr
    found = re.search(r"QGIS (\d[\d.]+)", text) or re.search(r"(\d+(?:\.\d+)+)", text)
    return found and found.group(1)


def value_of(path, key):
    try:
        with open(path) as file:
            return next((line.split(":" if ":" in line else "=", 1)[1].strip().strip('"') for line in file if line.startswith(key)), None)
    except OSError:
        return None


def packages(python):
    ask = "import importlib.metadata as m, sys\nfor n in sys.argv[1:]:\n try: print(n, m.version(n))\n except m.PackageNotFoundError: pass"
    lines = subprocess.run([python, "-c", ask, *PACKAGES], capture_output=True, text=True).stdout.split("\n")
    return [f"{PACKAGES[name]} {version}" for name, version in (line.split() for line in lines if line)]


def main():
    python = sys.argv[1] if len(sys.argv) > 1 else None
    chip = value_of("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()
    memory = value_of("/proc/meminfo", "MemTotal")
    room = f", {int(memory.split()[0]) / 1024**2:.0f} GB" if memory else ""
    system = value_of("/etc/os-release", "PRETTY_NAME") or platform.platform()
    print(f"Measured on {datetime.date.today()}: {os.cpu_count()} cores of {chip}{room}, {system}, Swift {said('swift', '--version')}, "
          f"release build; {os.getloadavg()[0]:.1f} programs ran beside it when it began.")
    versions = packages(python) if python else []
    for name, command in (("GDAL", ("ogr2ogr", "--version")), ("PostgreSQL", ("psql", "--version")), ("QGIS", ("qgis", "--version")),
                          ("mapshaper", ("mapshaper", "--version"))):
        if version := said(*command):
            versions.append(f"{name} {version}")
    try:
        with open(next(f"/usr/share/postgresql/{n}/extension/postgis.control" for n in range(30, 10, -1)
                       if os.path.exists(f"/usr/share/postgresql/{n}/extension/postgis.control"))) as file:
            versions.append("PostGIS " + re.search(r"default_version = '(.*?)'", file.read()).group(1))
    except (StopIteration, OSError, AttributeError):
        pass
    print("Versions: " + ", ".join(versions) + ".")


main()
