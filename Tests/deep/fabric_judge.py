"""Holds gxq-map's findings on made-up data against what was put wrong, and against Shapely and networkx."""

import os
import subprocess
import sys
import json

import networkx
import pyproj
import shapely

from fabric import Fabric, Streets, write
from report import check, finish

GXQ, WORK = sys.argv[1], sys.argv[2]
PROJECT = pyproj.Transformer.from_crs("EPSG:4490", "EPSG:4548", always_xy=True)


def findings(path, *rules):
    """The findings of some rules by code."""
    command = [GXQ, "check", path, "--crs", "EPSG:4548", "--format", "json", "--fail-on", "never"]
    for rule in rules:
        command += ["--rule", rule]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    result = {}
    for finding in report["findings"]:
        result.setdefault(finding["code"], []).append(finding)
    return result


def pair(finding):
    return frozenset(party["id"] for party in finding["parties"])


def plane(feature):
    """The place in metres. Edges of some 20 m bend by less than a micrometre, so none is cut."""
    return shapely.transform(shapely.geometry.shape(feature["geometry"]), PROJECT.transform, interleaved=False)


def wide(polygon):
    """Above the noise floor: 0.01 m² and 5 mm."""
    return polygon.area > 0.01 and 2 * polygon.area / polygon.length > 0.005


def parts(geometry):
    return [p for p in getattr(geometry, "geoms", [geometry]) if p.geom_type == "Polygon"]


def judge_parcels(size, seed):
    fabric = Fabric(size, seed)
    features = fabric.features()
    path = os.path.join(WORK, f"parcels-{size}.geojson")
    write(path, features)
    label = f"{len(features)} parcels, seed {seed}"
    found = findings(path, "G02", "A01", "A02", "A06")
    truth = fabric.truth

    invalid = {f["parties"][0]["id"] for f in found.get("G02", [])}
    check(f"{label}: every bow-tie and nothing else is invalid", invalid == truth["G02"], str(invalid ^ truth["G02"]))
    pairs = {pair(f): f["measure"]["value"] for f in found.get("A01", [])}
    check(f"{label}: {len(truth['A01'])} overlapping pairs, no more and no less",
          set(pairs) == truth["A01"], str(set(pairs) ^ truth["A01"]))
    check(f"{label}: {truth['A02']} gaps, no more and no less",
          len(found.get("A02", [])) == truth["A02"], str(len(found.get("A02", []))))
    same = {pair(f) for f in found.get("A06", [])}
    check(f"{label}: {len(truth['A06'])} duplicates, no more and no less", same == truth["A06"], str(same ^ truth["A06"]))

    planes = {f["id"]: shapely.make_valid(plane(f), method="linework") for f in features}
    names = list(planes)
    tree = shapely.STRtree([planes[n] for n in names])
    theirs = {}
    for i, j in zip(*tree.query([planes[n] for n in names], predicate="intersects")):
        if i < j:
            kept = [p for p in parts(shapely.intersection(planes[names[i]], planes[names[j]], grid_size=0.001)) if wide(p)]
            if kept:
                theirs[frozenset((names[i], names[j]))] = sum(p.area for p in kept)
    check(f"{label}: Shapely finds the same pairs", set(theirs) == set(pairs), str(set(theirs) ^ set(pairs)))
    off = [f"{sorted(p)} {pairs[p]} {theirs[p]}" for p in pairs if p in theirs and abs(pairs[p] - theirs[p]) > 0.01 + 1e-4 * theirs[p]]
    check(f"{label}: and the same square metres", not off, "; ".join(off[:3]))
    union = shapely.union_all(list(planes.values()), grid_size=0.001)
    holes = [h for p in parts(union) for h in map(shapely.Polygon, p.interiors) if wide(h)]
    ours = sorted(f["measure"]["value"] for f in found.get("A02", []))
    agree = len(holes) == len(ours) and all(
        abs(a - b) <= 0.01 + 1e-3 * b for a, b in zip(ours, sorted(h.area for h in holes)))
    check(f"{label}: Shapely finds the same gaps", agree, f"{len(holes)} and {len(ours)}")


def judge_streets(size, seed):
    streets = Streets(size, seed)
    features = streets.features()
    path = os.path.join(WORK, f"streets-{size}.geojson")
    write(path, features)
    label = f"{len(features)} streets, seed {seed}"
    found = findings(path, "L08", "L09", "N01")
    truth = streets.truth

    graph = networkx.Graph()
    for name, line in streets.lines.items():
        graph.add_edge(line[0], line[-1], name=name)
    dangling = {
        (name, end)
        for name, line in streets.lines.items()
        for end, point in ((0, line[0]), (1, line[-1]))
        if graph.degree(point) == 1
    }
    check(f"{label}: networkx knows the dead ends that were made", dangling == truth["L08"], str(dangling ^ truth["L08"]))
    ours = {}
    for finding in found.get("L08", []):
        name = finding["parties"][0]["id"]
        ours[name] = ours.get(name, 0) + 1
    theirs = {}
    for name, _ in dangling:
        theirs[name] = theirs.get(name, 0) + 1
    check(f"{label}: {len(dangling)} dead ends, no more and no less", ours == theirs, str(set(ours) ^ set(theirs)))
    components = networkx.number_connected_components(graph)
    check(f"{label}: {components} parts", len(found.get("N01", [])) == components - 1, str(len(found.get("N01", []))))
    short = {f["parties"][0]["id"] for f in found.get("L09", [])}
    planes = {f["id"]: plane(f) for f in features}
    near = {name for name, end in dangling if falls_short(name, end, planes)}
    check(f"{label}: the {len(truth['L09'])} ends made short are found", truth["L09"] <= short, str(truth["L09"] - short))
    check(f"{label}: Shapely finds the same {len(near)} ends short", short == near, str(short ^ near))


def falls_short(name, end, planes):
    """Whether an end lies within 10 m of another line without touching it."""
    point = shapely.get_point(planes[name], -end)
    nearest = min(planes[other].distance(point) for other in planes if other != name)
    return 0.002 < nearest <= 10


os.makedirs(WORK, exist_ok=True)
for seed in (1, 2):
    judge_parcels(20, seed)
    judge_streets(20, seed)
judge_parcels(100, 3)
judge_streets(60, 3)
finish()
