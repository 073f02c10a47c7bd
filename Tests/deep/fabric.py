"""Seeded parcels with shared curvy edges and injected faults, and streets with injected faults, with their truth."""

import json
import math
import random

LON, LAT = 116.6, 35.4
STEP_LON, STEP_LAT = 0.0011, 0.0009  # about 100 m
METRE_LON = 1 / (111_320 * math.cos(math.radians(LAT)))
METRE_LAT = 1 / 110_950


def rounded(point):
    return (round(point[0], 8), round(point[1], 8))


def feature(identity, kind, coordinates):
    return {
        "type": "Feature",
        "id": identity,
        "properties": {},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def write(path, features):
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        file.write(",\n".join(json.dumps(f, separators=(",", ":")) for f in features))
        file.write("\n]}\n")


class Fabric:
    """size × size parcels; `truth` says what is wrong with them, by rule."""

    def __init__(self, size, seed, per_edge=5):
        self.random = random.Random(seed)
        self.size = size
        self.nodes = {}
        for row in range(size + 1):
            for column in range(size + 1):
                self.nodes[row, column] = rounded(
                    (
                        LON + (column + self.random.uniform(-0.2, 0.2)) * STEP_LON,
                        LAT + (row + self.random.uniform(-0.2, 0.2)) * STEP_LAT,
                    )
                )
        self.edges = {}
        self.per_edge = per_edge
        self.rings = {}
        for row in range(size):
            for column in range(size):
                self.rings[f"p{row:03}-{column:03}"] = self.ring(row, column)
        self.extra = {}
        self.truth = {"A01": set(), "A02": 0, "A06": set(), "G02": set()}
        self.inject()

    def edge(self, a, b):
        """The points between two nodes, the same for both parcels, in the direction asked for."""
        key = (min(a, b), max(a, b))
        if key not in self.edges:
            (x0, y0), (x1, y1) = self.nodes[key[0]], self.nodes[key[1]]
            points = []
            for index in range(1, self.per_edge + 1):
                t = index / (self.per_edge + 1)
                bend = self.random.uniform(-1, 1) * 3
                points.append(
                    rounded((x0 + t * (x1 - x0) + bend * METRE_LON, y0 + t * (y1 - y0) + bend * METRE_LAT))
                )
            self.edges[key] = points
        points = self.edges[key]
        return points if a < b else points[::-1]

    def ring(self, row, column):
        corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
        ring = []
        for a, b in zip(corners, corners[1:] + corners[:1]):
            ring.append(self.nodes[a])
            ring += self.edge(a, b)
        return ring

    def inject(self):
        """Faults far enough from one another that each stays what it is."""
        places = [
            (row, column)
            for row in range(2, self.size - 2, 4)
            for column in range(2, self.size - 2, 4)
        ]
        self.random.shuffle(places)
        kinds = ["overlap", "gap", "duplicate", "contained", "bow-tie"]
        for index, (row, column) in enumerate(places):
            getattr(self, kinds[index % len(kinds)].replace("-", "_"))(row, column)

    def name(self, row, column):
        return f"p{row:03}-{column:03}"

    def middle_of_east(self, row, column):
        """The place in the ring of the middle vertex of the eastern edge."""
        return 1 * (self.per_edge + 1) + 1 + self.per_edge // 2

    def shifted(self, row, column, metres):
        ring = list(self.rings[self.name(row, column)])
        index = self.middle_of_east(row, column)
        x, y = ring[index]
        ring[index] = rounded((x + metres * METRE_LON, y))
        self.rings[self.name(row, column)] = ring

    def overlap(self, row, column):
        self.shifted(row, column, 9)
        self.truth["A01"].add(frozenset((self.name(row, column), self.name(row, column + 1))))

    def gap(self, row, column):
        self.shifted(row, column, -9)
        self.truth["A02"] += 1

    def duplicate(self, row, column):
        name = self.name(row, column)
        ring = self.rings[name]
        self.extra["d" + name] = (ring[4:] + ring[:4])[::-1]
        self.truth["A01"].add(frozenset((name, "d" + name)))
        self.truth["A06"].add(frozenset((name, "d" + name)))

    def contained(self, row, column):
        name = self.name(row, column)
        x = LON + (column + 0.5) * STEP_LON
        y = LAT + (row + 0.5) * STEP_LAT
        dx, dy = 5 * METRE_LON, 5 * METRE_LAT
        self.extra["c" + name] = [
            rounded(p) for p in ((x - dx, y - dy), (x + dx, y - dy), (x + dx, y + dy), (x - dx, y + dy))
        ]
        self.truth["A01"].add(frozenset((name, "c" + name)))

    def bow_tie(self, row, column):
        """A parcel of its own that crosses itself, well inside another: invalid, and yet on its ground."""
        name = self.name(row, column)
        x = LON + (column + 0.5) * STEP_LON
        y = LAT + (row + 0.5) * STEP_LAT
        dx, dy = 6 * METRE_LON, 6 * METRE_LAT
        self.extra["b" + name] = [
            rounded(p) for p in ((x - dx, y - dy), (x + dx, y + dy), (x + dx, y - dy), (x - dx, y + dy))
        ]
        self.truth["G02"].add("b" + name)
        self.truth["A01"].add(frozenset((name, "b" + name)))

    def features(self):
        everything = list(self.rings.items()) + list(self.extra.items())
        self.random.shuffle(everything)
        return [feature(name, "Polygon", [[list(p) for p in ring + ring[:1]]]) for name, ring in everything]


class Streets:
    """A noded street grid with dangles, near misses and islands."""

    def __init__(self, size, seed):
        self.random = random.Random(seed)
        self.size = size
        self.lines = {}
        self.truth = {"L08": set(), "L09": set(), "N01": 0}
        nodes = {
            (row, column): rounded(
                (
                    LON + (column + self.random.uniform(-0.2, 0.2)) * STEP_LON,
                    LAT + (row + self.random.uniform(-0.2, 0.2)) * STEP_LAT,
                )
            )
            for row in range(size)
            for column in range(size)
        }
        for (row, column), point in nodes.items():
            for other in ((row, column + 1), (row + 1, column)):
                if other in nodes:
                    self.lines[f"s{row:03}-{column:03}-{other[0] - row}"] = [point, nodes[other]]
        places = [(r, c) for r in range(1, size - 2, 3) for c in range(1, size - 2, 3)]
        self.random.shuffle(places)
        for index, (row, column) in enumerate(places):
            x, y = nodes[row, column]
            middle = rounded((x + 0.5 * STEP_LON, y + 0.45 * STEP_LAT))
            name = f"x{row:03}-{column:03}"
            if index % 3 == 0:  # a dead end that hangs on a junction
                self.lines[name] = [nodes[row, column], middle]
                self.truth["L08"].add((name, 1))
            elif index % 3 == 1:  # one that falls 3 m short of the street it was meant to reach
                (ax, ay), (bx, by) = nodes[row, column], nodes[row, column + 1]
                foot = ((ax + bx) / 2, (ay + by) / 2 + 3 * METRE_LAT)
                self.lines[name] = [middle, rounded(foot)]
                self.truth["L08"] |= {(name, 0), (name, 1)}
                self.truth["L09"].add(name)
                self.truth["N01"] += 1
            else:  # an island
                self.lines[name] = [middle, rounded((middle[0] + 15 * METRE_LON, middle[1]))]
                self.truth["L08"] |= {(name, 0), (name, 1)}
                self.truth["N01"] += 1

    def features(self):
        everything = list(self.lines.items())
        self.random.shuffle(everything)
        return [feature(name, "LineString", [list(p) for p in line]) for name, line in everything]
