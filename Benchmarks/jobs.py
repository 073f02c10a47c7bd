"""The jobs, and the commands by which each program does them."""
import json
import os
import shutil
import subprocess
import sys
from typing import Callable, NamedTuple, Optional

import judge

HERE = os.path.dirname(os.path.abspath(__file__))
PLANE = "+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m"
NAMES = ["J1", "J2", "J3", "J4", "J5", "J6", "J7", "J8"]


class Program(NamedTuple):
    name: str
    command: Optional[list]  # nothing where it is not installed
    is_right: Callable
    slow: bool = False


class Job(NamedTuple):
    name: str
    title: str
    source: str
    truth: dict
    programs: list  # the first is ours


class Jobs:
    """The jobs on the files of one size. `python` has what install-peers installs; without it few peers are left."""

    def __init__(self, gxq, folder, count, python=None):
        self.gxq, self.folder, self.count, self.python = os.path.abspath(gxq), os.path.abspath(folder), count, python
        self.out = os.path.join(self.folder, "out.json")
        os.makedirs(self.folder, exist_ok=True)

    def source(self, kind):
        """The file of a kind and what is wrong with it; made where it is missing."""
        path = os.path.join(self.folder, f"{kind}-{self.count}.geojson")
        truth = path.replace(".geojson", ".truth.json")
        if not os.path.exists(truth):
            subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), kind, str(self.count), "7", path], check=True)
        with open(truth) as file:
            return path, json.load(file)

    def job(self, name):
        kind = {"J4": "streets", "J8": "points"}.get(name, "parcels")
        source, truth = self.source(kind)
        title, programs = getattr(self, name.lower())(source)
        return Job(name, title, source, truth, programs)

    # --- Commands -----------------------------------------------------------------------------------------------------

    def check(self, path, *rules):
        """Our command for some rules of a file."""
        layer = os.path.basename(path).split(".")[0]
        command = [self.gxq, "check", path, "--crs", "EPSG:4548", "--format", "json", "-o", f"json={self.out}", "--fail-on", "never"]
        return command + [part for rule in rules for part in ("--rule", f"{{rule: {rule}, on: {layer}}}".replace(" max", ", max"))]

    def draw(self, path):
        """Our command for drawing a file: a plan of one layer, with a sheet of its own."""
        folder = os.path.join(self.folder, f"drawing-{self.count}")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(os.path.join(HERE, "drawing"), folder)
        os.link(path, os.path.join(folder, "parcels.geojson"))
        return [self.gxq, "render", "--plan", folder, "--sheet", "parcels", "--format", "svg", "-o", self.out + ".svg"]

    def convert(self, path, *options):
        return [self.gxq, "convert", path, *options, "-o", self.out]

    def peer(self, name, job, path, needs, out=None):
        """A peer's script, run by the Python that install-peers made; nothing where it lacks what the script needs."""
        if not self.python or not python_has(self.python, needs):
            return None
        return [self.python, os.path.join(HERE, "peers", f"{name}_peer.py"), job, path, out or self.out]

    def postgis(self, job, path):
        """Nothing without a server; the database is made once, and not part of what is measured."""
        command = self.peer("postgis", job, path, "shapely")
        if command and not hasattr(self, "database"):
            self.database = subprocess.run([*command[:2], "prepare", self.folder], capture_output=True).returncode == 0
        return command if command and self.database else None

    def spatialite(self, job, path):
        return self.peer("spatialite", job, path, "numpy") if installed("ogr2ogr") and installed("ogrinfo") else None

    def qgis(self, job, path):
        has = installed("qgis_process") and python_has("/usr/bin/python3", "qgis") and python_has("/usr/bin/python3", "numpy")
        return ["/usr/bin/python3", os.path.join(HERE, "peers", "qgis_peer.py"), job, path, self.out] if has else None

    # --- The jobs -----------------------------------------------------------------------------------------------------

    def j1(self, path):
        def same(name):
            return self.peer(name, "J1", path, name)
        pairs = judge.pairs("overlaps")
        return "overlapping pairs", [
            Program("gxq-map", self.check(path, "A01"), judge.our_pairs("A01", "overlaps")),
            Program("Shapely, coverage first", same("shapely"), pairs),
            Program("DuckDB spatial", same("duckdb"), pairs),
            Program("SedonaDB", same("sedona"), pairs),
            Program("PostGIS", self.postgis("J1", path), pairs),
            Program("ogr2ogr and SpatiaLite", self.spatialite("J1", path), pairs),
            Program("QGIS, union", self.qgis("J1", path), pairs, slow=True),
        ]

    def j2(self, path):
        return "gaps", [
            Program("gxq-map", self.check(path, "A02"), judge.our_gaps),
            Program("Shapely, union", self.peer("shapely", "J2", path, "shapely"), judge.gaps),
            Program("Shapely, coverage first", self.peer("shapely", "J2-coverage", path, "shapely"), judge.gaps),
            Program("PostGIS", self.postgis("J2", path), judge.gaps),
            Program("QGIS, dissolve", self.qgis("J2", path), judge.gaps, slow=True),
        ]

    def j3(self, path):
        return "invalid areas", [
            Program("gxq-map", self.check(path, "G02"), judge.our_invalid),
            Program("Shapely", self.peer("shapely", "J3", path, "shapely"), judge.invalid),
            Program("DuckDB spatial", self.peer("duckdb", "J3", path, "duckdb"), judge.invalid),
            Program("SedonaDB", self.peer("sedona", "J3", path, "sedona"), judge.invalid),
            Program("PostGIS", self.postgis("J3", path), judge.invalid),
            Program("ogr2ogr and SpatiaLite", self.spatialite("J3", path), judge.invalid),
            Program("QGIS, check validity", self.qgis("J3", path), judge.invalid, slow=True),
        ]

    def j4(self, path):
        return "dangles, near misses, components", [
            Program("gxq-map", self.check(path, "L08", "L09 max: 1 m", "N01"), judge.our_network),
            Program("Shapely and rustworkx", self.peer("shapely", "J4", path, "rustworkx"), judge.network),
            Program("PostGIS", self.postgis("J4", path), judge.network),
        ]

    def j5(self, path):
        svg = self.out + ".svg"
        return "draw as SVG", [
            Program("gxq-map", self.draw(path), judge.drawn),
            Program("Mapnik", self.peer("mapnik", "J5", path, "mapnik", svg), judge.drawn),
            Program("mapshaper", installed("mapshaper", path, "-proj", PLANE, "-o", svg, "width=1600"), judge.drawn),
        ]

    def j6(self, path):
        return "reproject", [
            Program("gxq-map", self.convert(path, "--crs", "EPSG:4548"), judge.projected),
            Program("ogr2ogr", installed("ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4548", "-lco", "COORDINATE_PRECISION=3", self.out, path), judge.projected),
            Program("GeoPandas, pyogrio", self.peer("pyogrio", "J6", path, "geopandas"), judge.projected),
            Program("mapshaper", installed("mapshaper", path, "-proj", PLANE, "-o", self.out, "precision=0.001"), judge.projected),
        ]

    def j7(self, path):
        return "read and write", [
            Program("gxq-map", self.convert(path), judge.same_file),
            Program("ogr2ogr", installed("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=7", self.out, path), judge.same_file),
            Program("pyogrio, Arrow", self.peer("pyogrio", "J7", path, "pyogrio"), judge.same_file),
            Program("orjson, as JSON only", self.peer("orjson", "J7", path, "orjson"), judge.same_file),
            Program("mapshaper", installed("mapshaper", path, "-o", self.out, "precision=0.0000001"), judge.same_file),
        ]

    def j8(self, path):
        return "points in one place", [
            Program("gxq-map", self.check(path, "P01"), judge.our_pairs("P01", "twice")),
            Program("Shapely", self.peer("shapely", "J8", path, "shapely"), judge.pairs("twice")),
        ]


def installed(*command):
    return list(command) if shutil.which(command[0]) else None


KNOWN = {}


def python_has(python, module):
    """Whether a Python can import a module."""
    if (python, module) not in KNOWN:
        find = f"import importlib.util, sys; sys.exit(importlib.util.find_spec('{module}') is None)"
        KNOWN[python, module] = shutil.which(python) is not None and subprocess.run([python, "-c", find], capture_output=True).returncode == 0
    return KNOWN[python, module]
