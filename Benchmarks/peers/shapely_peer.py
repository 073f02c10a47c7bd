#!/usr/bin/env python3
"""The jobs of compare.py as Shapely does them best.

    shapely_peer.py JOB IN OUT

J1 overlapping pairs, J2 gaps (J2-coverage: only of parcels that the coverage check names), J3 invalid areas, J4 a network,
J8 points in one place; OUT gets JSON: pairs of ids, places, ids, or of the network the number of dangles, the ids of lines
that end within a metre of another, and the number of components.
"""
import sys

import numpy
import pyogrio
import pyproj
import shapely
from parcels import PLANE, WIDEST, counts, features, write


def plane(path):
    """The ids and the shapes in metres. GDAL reads faster than any JSON parser whose lists must become arrays."""
    _, _, shapes, (ids,) = pyogrio.raw.read(path, columns=["id"])
    project = pyproj.Transformer.from_crs("EPSG:4490", PLANE, always_xy=True)
    return ids.tolist(), shapely.transform(shapely.from_wkb(shapes), project.transform, interleaved=False)


def parts(shape):
    return [p for p in getattr(shape, "geoms", [shape]) if p.geom_type == "Polygon" and counts(p.area, p.length)]


def made_valid(shapes):
    """The shapes, and which of them were valid."""
    valid = shapely.is_valid(shapes)
    shapes = shapes.copy()
    shapes[~valid] = shapely.make_valid(shapes[~valid], method="structure")
    return shapes, valid


def overlaps(ids, shapes):
    shapes, valid = made_valid(shapes)
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


def holes(union, widest=None):
    back = pyproj.Transformer.from_crs(PLANE, "EPSG:4490", always_xy=True)
    found = []
    for polygon in getattr(union, "geoms", [union]):
        for hole in polygon.interiors:
            shape = shapely.Polygon(hole)
            if counts(shape.area, shape.length) and (widest is None or 2 * shape.area / shape.length < widest):
                point = shape.representative_point()
                found.append(list(back.transform(point.x, point.y)))
    return found


def gaps(ids, shapes):
    return holes(shapely.union_all(made_valid(shapes)[0]))


def gaps_of_coverage(ids, shapes):
    """Only what does not fit and its neighbours are put together: narrow holes are gaps, wide ones are parcels that fit."""
    shapes, valid = made_valid(shapes)
    suspect = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes, gap_width=WIDEST)) | ~valid
    _, near = shapely.STRtree(shapes).query(shapes[suspect], predicate="intersects")
    return holes(shapely.union_all(shapes[numpy.unique(near)]), WIDEST)


def invalid(ids, shapes):
    return [ids[i] for i in numpy.flatnonzero(~shapely.is_valid(shapes))]


def network(path):
    import rustworkx

    ids, lines = plane(path)
    ends = numpy.concatenate([shapely.get_coordinates(shapely.get_point(lines, index)) for index in (0, -1)])
    # A millimetre's grid as one whole number: far faster to sort than rows of two.
    east, north = (ends * 1000).round().astype(numpy.int64).T
    _, first, node, count = numpy.unique((east - east.min()) << 32 | (north - north.min()),
                                         return_index=True, return_inverse=True, return_counts=True)
    graph = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(count)))
    graph.add_edges_from_no_data(list(zip(node[: len(ids)].tolist(), node[len(ids):].tolist())))
    loose = first[count == 1]
    which, other = shapely.STRtree(lines).query(shapely.points(ends[loose]), predicate="dwithin", distance=1.0)
    own = loose[which] % len(ids)
    short = sorted({ids[i] for i in own[other != own].tolist()})
    return {"dangles": len(loose), "short": short, "components": rustworkx.number_connected_components(graph)}


def twice(path):
    # Of points, JSON is read faster.
    found = features(path)
    xy = numpy.array([f["geometry"]["coordinates"] for f in found])
    project = pyproj.Transformer.from_crs("EPSG:4490", PLANE, always_xy=True)
    ids, points = [f["id"] for f in found], shapely.points(*project.transform(xy[:, 0], xy[:, 1]))
    one, other = shapely.STRtree(points).query(points, predicate="dwithin", distance=0.002)
    return [[ids[a], ids[b]] for a, b in zip(one.tolist(), other.tolist()) if a < b]


def main():
    job, source, target = sys.argv[1:]
    if job in ("J4", "J8"):
        result = (network if job == "J4" else twice)(source)
    else:
        result = {"J1": overlaps, "J2": gaps, "J2-coverage": gaps_of_coverage, "J3": invalid}[job](*plane(source))
    write(result, target)


main()
