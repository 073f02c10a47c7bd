#!/usr/bin/env python3
"""The jobs of compare.py as Shapely does them best.

    shapely_peer.py JOB IN OUT

J1 overlapping pairs, J2 gaps, J3 invalid areas, J4 a network, J8 points in one place; OUT gets JSON: pairs of ids, places,
ids, or of the network the number of dangles, the ids of lines that end within a metre of another, and the number of components.
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


def plane(path, lines_of):
    """The ids, the places in metres of all lines behind one another, and how many places each has."""
    with open(path, "rb") as file:
        features = loads(file.read())["features"]
    flat = [numpy.asarray(line, dtype=float) for f in features for line in lines_of(f["geometry"]["coordinates"])]
    lengths = numpy.array([len(line) for line in flat])
    xy = numpy.concatenate(flat)
    project = pyproj.Transformer.from_crs("EPSG:4490", "EPSG:4548", always_xy=True)
    return [f["id"] for f in features], numpy.column_stack(project.transform(xy[:, 0], xy[:, 1])), lengths


def parcels(path):
    ids, xy, lengths = plane(path, lambda rings: rings)
    linear = shapely.linearrings(xy, indices=numpy.repeat(numpy.arange(len(lengths)), lengths))
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


def network(path):
    import rustworkx

    ids, xy, lengths = plane(path, lambda line: [line])
    lines = shapely.linestrings(xy, indices=numpy.repeat(numpy.arange(len(lengths)), lengths))
    last = numpy.cumsum(lengths) - 1
    ends = numpy.concatenate([xy[last - lengths + 1], xy[last]])
    _, first, node, count = numpy.unique(ends.round(3), axis=0, return_index=True, return_inverse=True, return_counts=True)
    node = node.reshape(-1)
    graph = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(count)))
    graph.add_edges_from_no_data(list(zip(node[: len(ids)].tolist(), node[len(ids):].tolist())))
    loose = first[count == 1]
    which, other = shapely.STRtree(lines).query(shapely.points(ends[loose]), predicate="dwithin", distance=1.0)
    own = loose[which] % len(ids)
    short = sorted({ids[i] for i in own[other != own].tolist()})
    return {"dangles": len(loose), "short": short, "components": rustworkx.number_connected_components(graph)}


def twice(path):
    ids, xy, _ = plane(path, lambda place: [[place]])
    points = shapely.points(xy)
    one, other = shapely.STRtree(points).query(points, predicate="dwithin", distance=0.002)
    return [[ids[a], ids[b]] for a, b in zip(one.tolist(), other.tolist()) if a < b]


def main():
    job, source, target = sys.argv[1:]
    if job in ("J4", "J8"):
        result = (network if job == "J4" else twice)(source)
    else:
        result = {"J1": overlaps, "J2": gaps, "J3": invalid}[job](*parcels(source))
    with open(target, "w") as file:
        json.dump(result, file)


main()
