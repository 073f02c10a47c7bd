"""Holds that Shapely and networkx measure, compare and join the plan as gxq-map does, whole and damaged,
and find the same narrow gaps between areas that lie anyhow."""

import itertools
import json
import os
import shutil
import sys

import networkx
import numpy
import pyproj
import shapely
from shapely.geometry import shape

from report import check, finish, program_json

GXQ, WORK = sys.argv[1], sys.argv[2]
PLAN = "geodata"
PROJECT = pyproj.Transformer.from_crs("EPSG:4490", "EPSG:4548", always_xy=True)
NEW_LINES = ("打通", "延伸", "跨越")


def read(folder):
    """Every feature by id, with its place on the plane; edges are straight in longitude and latitude."""
    features = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".geojson"):
            for feature in json.load(open(os.path.join(folder, name), encoding="utf-8"))["features"]:
                features[feature["id"]] = feature
                place = feature["geometry"] and shape(feature["geometry"])
                # A point every 0.0003° (some 30 m) keeps what a straight edge bends by under 0.02 mm.
                feature["plane"] = place and shapely.transform(
                    shapely.segmentize(place, 0.0003), PROJECT.transform, interleaved=False
                )
    return features


def of_kind(features, kind):
    return [f for f in features.values() if f["properties"]["kind"] == kind and f["plane"]]


def near(a, b, relative=1e-6, absolute=0.01):
    return abs(a - b) <= absolute + relative * abs(b)


def judge_measures(features):
    rows = program_json(GXQ, "list", "--plan", PLAN, "--format", "json")
    check("both know the same features", {row["id"] for row in rows} == set(features))
    wrong = []
    for row in rows:
        plane = features[row["id"]]["plane"]
        polygonal = plane is not None and "Polygon" in plane.geom_type
        linear = plane is not None and "LineString" in plane.geom_type
        area = plane.area if polygonal else None
        length = plane.length if linear else None
        for ours, theirs in ((row["area_m2"], area), (row["length_m"], length)):
            if (ours is None) != (theirs is None) or (ours is not None and not near(ours, theirs)):
                wrong.append(f"{row['id']}: {ours} and {theirs}")
    check(f"areas and lengths of {len(rows)} features agree", not wrong, "; ".join(wrong))


def judge_shapes(features):
    placed = [f for f in features.values() if f["plane"]]
    wrong = [f"{f['id']}: {shapely.is_valid_reason(f['plane'])}" for f in placed if not f["plane"].is_valid]
    check(f"{len(placed)} shapes are valid", not wrong, "; ".join(wrong))
    lines = of_kind(features, "road") + of_kind(features, "watercourse")
    wrong = [f["id"] for f in lines if not f["plane"].is_simple]
    check(f"{len(lines)} lines do not cross themselves", not wrong, "; ".join(wrong))


def overlaps(group):
    """Pairs that cover the same ground, with its square metres."""
    result = {}
    for a, b in itertools.combinations(group, 2):
        area = a["plane"].intersection(b["plane"]).area
        if area > 0.01:
            result[frozenset((a["id"], b["id"]))] = area
    return result


def judge_areas(features):
    for kind in ("district", "sub_district", "water_area", "park", "lake"):
        found = overlaps(of_kind(features, kind))
        check(f"no {kind} overlaps another", not found, str(found))
    parts = [f["plane"] for f in of_kind(features, "sub_district")]
    zone = of_kind(features, "zone")[0]["plane"]
    rest = shapely.union_all(parts).symmetric_difference(zone).area
    check("the sub-districts make up the zone", rest < 0.01, f"{rest} m²")
    parts = [shape(f["geometry"]) for f in of_kind(features, "sub_district")]
    check("the sub-districts share their vertices", shapely.coverage_is_valid(parts))
    for kind in ("core", "new_town", "district", "lake"):
        outside = [f["id"] for f in of_kind(features, kind) if f["plane"].difference(zone).area > 0.01]
        # One lake is the outlet beyond the zone.
        allowed = [f["id"] for f in features.values() if f["properties"].get("outlet")]
        check(f"every {kind} lies in the zone", set(outside) <= set(allowed), str(outside))


def edited(name, change):
    """A copy of the plan with features changed, or left out where the change gives nothing, as its folder."""
    folder = os.path.join(WORK, name)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(PLAN, folder)
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".geojson"):
            continue
        path = os.path.join(folder, file)
        collection = json.load(open(path, encoding="utf-8"))
        before = json.dumps(collection)
        collection["features"] = [f for f in map(change, collection["features"]) if f]
        if json.dumps(collection) != before:
            with open(path, "w", encoding="utf-8") as stream:
                json.dump(collection, stream, ensure_ascii=False)
    return folder


def moved(identifier, east, north):
    """A change that moves a feature by metres."""

    def change(feature):
        if feature["id"] != identifier:
            return feature
        plane = shapely.transform(shape(feature["geometry"]), PROJECT.transform, interleaved=False)
        place = shapely.transform(
            plane,
            lambda x, y: PROJECT.transform(x + east, y + north, direction="INVERSE"),
            interleaved=False,
        )
        # Files carry eight decimals.
        place = shapely.transform(place, lambda x, y: (x.round(8), y.round(8)), interleaved=False)
        return {**feature, "geometry": json.loads(shapely.to_geojson(place))}

    return change


def findings(folder, *arguments):
    report = program_json(GXQ, "check", folder, "--format", "json", *arguments, status=(0, 1))
    return [f for f in report["findings"] if "accepted" not in f]


def judge_moves():
    for identifier, east, north in (
        ("district.sanjia", 5, 0),
        ("district.jingyun", 0, -40),
        ("subdistrict.wangyin", 3, 3),
        ("park.safety", 400, 0),
    ):
        folder = edited("moved", moved(identifier, east, north))
        features = read(folder)
        theirs = overlaps(of_kind(features, features[identifier]["properties"]["kind"]))
        ours = {}
        for finding in findings(folder, "--rule", "A01"):
            ours[frozenset(p["id"] for p in finding["parties"])] = finding["measure"]["value"]
        # gxq-map overlays on a grid of 1 mm, which tells in overlaps this thin.
        same = set(ours) == set(theirs) and all(near(ours[k], theirs[k], 1e-3, 0.05) for k in ours)
        check(f"{identifier} moved: {len(ours)} overlaps agree", same, f"{ours} and {theirs}")


def network(features, works):
    """The roads as a graph of vertices, with the works that add lines where they are done."""
    graph = networkx.Graph()
    for feature in features.values():
        properties = feature["properties"]
        is_work = properties["kind"] == "road_work" and properties["action"] in NEW_LINES
        if properties["kind"] == "road" or (works and is_work):
            points = [tuple(p) for p in feature["geometry"]["coordinates"]]
            networkx.add_path(graph, points)
    return graph


def dead_ends(features, graph):
    """Vertices where a line ends alone, but for the zone's outline and ends that are declared."""
    zone = of_kind(features, "zone")[0]["plane"].exterior
    declared = set()
    for feature in features.values():
        if feature["properties"]["kind"] in ("road", "road_work") and feature["geometry"]:
            points = feature["geometry"]["coordinates"]
            for key, place in (("start", 0), ("end", -1)):
                if key in feature["properties"]:
                    declared.add(tuple(points[place]))
    ends = {node for node, degree in graph.degree if degree == 1} - declared
    return {n for n in ends if zone.distance(shapely.Point(*PROJECT.transform(*n))) > 0.002}


def lost_parts(folder, works):
    """How many parts of the road network are joined to nothing."""
    found = findings(folder, "--works", works, "--rule", "N01")
    return len([f for f in found if f["parties"][0]["id"].split(".")[0] in ("road", "work")])


def judge_network(features):
    for works, name in ((False, "none"), (True, "all")):
        graph = network(features, works)
        theirs = networkx.number_connected_components(graph)
        ours = lost_parts(PLAN, name) + 1
        check(f"works {name}: the roads have {theirs} parts", ours == theirs, str(ours))
    starts = set()
    for feature in features.values():
        if feature["properties"].get("action") in NEW_LINES:
            starts.add(tuple(feature["geometry"]["coordinates"][0]))
    before = dead_ends(features, network(features, False))
    after = dead_ends(features, network(features, True))
    check("every dead end is where a work starts", before <= starts, str(before - starts))
    check("no dead end is left after the works", not after, str(after))
    check("some works open a dead end", len(before) > 0)


def judge_removed(features):
    """Takes away the roads that most others hang on, one at a time."""

    def without(identifier):
        rest = {k: f for k, f in features.items() if k != identifier}
        return [networkx.number_connected_components(network(rest, works)) for works in (False, True)]

    roads = [f["id"] for f in of_kind(features, "road")]
    for identifier in sorted(roads, key=lambda road: (-sum(without(road)), road))[:6]:
        folder = edited("removed", lambda feature: feature["id"] != identifier and feature)
        for works, theirs in zip(("none", "all"), without(identifier)):
            ours = lost_parts(folder, works) + 1
            check(f"without {identifier}, works {works}: {theirs} parts", ours == theirs, str(ours))


def scattered(seed):
    """Convex areas that lie anyhow but never touch, drawn near and far."""
    random = numpy.random.default_rng(seed)
    areas = []
    for _ in range(2000):
        middle, size = random.uniform(0, 60, 2), random.uniform(2, 7)
        area = shapely.MultiPoint(middle + size * random.uniform(-1, 1, (9, 2))).convex_hull
        if len(area.exterior.coords) > 4 and area.area > 4 and all(area.distance(a) > 0.05 for a in areas):
            areas.append(area)
    return areas


def judge_gaps():
    """Two areas leave narrow ground between them where a circle fits across that touches only them."""
    for seed in range(6):
        areas = scattered(seed)
        path = os.path.join(WORK, "scattered.geojson")
        write_areas(path, areas)
        near, unsure = {}, set()
        for (i, a), (j, b) in itertools.combinations(enumerate(areas), 2):
            distance = a.distance(b)
            if distance > 1.01:
                continue
            way = shapely.shortest_line(a, b)
            circle = way.centroid.buffer(distance / 2 - 0.002)
            blocked = any(circle.intersects(c) for k, c in enumerate(areas) if k not in (i, j))
            if blocked or abs(distance - 1) < 0.01:
                unsure.add(frozenset((f"f{i}", f"f{j}")))
            else:
                near[frozenset((f"f{i}", f"f{j}"))] = distance
        found = findings(path, "--crs", "EPSG:4548", "--rule", "{rule: A03, on: scattered, max_width: 1 m}")
        groups = [(frozenset(p["id"] for p in f["parties"]), f["measure"]["value"]) for f in found]
        wrong = [f"{set(p)} at {d:.3f} m not found" for p, d in near.items() if not any(p <= g for g, _ in groups)]
        for group, width in groups:
            pairs = [frozenset(p) for p in itertools.combinations(group, 2)]
            least = min((near[p] for p in pairs if p in near), default=0)
            if not any(p in near or p in unsure for p in pairs) or not least - 0.003 <= width <= 1:
                wrong.append(f"{set(group)} {width:.3f} m wide, {least:.3f} m apart")
        check(f"seed {seed}: {len(near)} narrow places between {len(areas)} areas", not wrong, "; ".join(wrong))


def write_areas(path, areas):
    features = []
    for place, area in enumerate(areas):
        moved = shapely.transform(
            area,
            lambda x, y: PROJECT.transform(x + 500000, y + 3920000, direction="INVERSE"),
            interleaved=False,
        )
        geometry = json.loads(shapely.to_geojson(shapely.orient_polygons(moved)))
        features.append({"type": "Feature", "id": f"f{place}", "properties": {}, "geometry": geometry})
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as stream:
        json.dump({"type": "FeatureCollection", "features": features}, stream)


print(f"Shapely {shapely.__version__}, GEOS {shapely.geos_version_string}", file=sys.stderr)
plan = read(PLAN)
judge_measures(plan)
judge_shapes(plan)
judge_areas(plan)
judge_moves()
judge_network(plan)
judge_removed(plan)
judge_gaps()
finish()
