#!/usr/bin/env python3
"""Writes seeded GeoJSON, and beside it what is wrong with it.

    generate.py parcels|streets|points COUNT SEED FILE.geojson    also writes FILE.truth.json

Streets form a grid of pieces that end at junctions, ten vertices each. Branches are put in that end nowhere,
that end 30 cm short of the street they were meant to reach, and that hang on nothing. Points lie anywhere, some of
them twice.

Parcels fill about 255 km² and share curvy edges, about 22 vertices each. As in real plans some vertices are
known to one neighbour only, and some neighbours are digitised millimetres apart; neither is a fault. Faults
are put in where none touches another: overlaps (bulges, parcels in parcels, the same parcel twice), gaps
of some decimetres, bow-ties. Coordinates are whole numbers of 1e-8 degrees, about a millimetre.
"""
import json
import math
import random
import sys

WEST, SOUTH = 116_600_000_00, 35_300_000_00  # in 1e-8 degrees
METRE_EAST, METRE_NORTH = 1100.5, 901.3  # in 1e-8 degrees, about 35.4° N
INNER = 4  # vertices between the corners of a parcel, on each side


class Fabric:
    def __init__(self, count, seed):
        self.random = random.Random(seed)
        self.side = max(6, round(math.sqrt(count)))
        self.cell = math.sqrt(255e6) / self.side
        self.truth = {"overlaps": [], "gaps": [], "invalid": []}

    def point(self, x, y):
        """A place in metres from the corner, on the grid of the file."""
        return (WEST + round(x * METRE_EAST), SOUTH + round(y * METRE_NORTH))

    def wobble(self, x, y, much=0.08):
        reach = self.cell * much
        return self.point(x + self.random.uniform(-reach, reach), y + self.random.uniform(-reach, reach))

    def edge(self, a, b):
        """The vertices between two corners, shared by both sides."""
        reach = self.cell * 0.015
        inner = []
        for step in range(1, INNER + 1):
            share = step / (INNER + 1)
            inner.append((round(a[0] + (b[0] - a[0]) * share + self.random.uniform(-reach, reach) * METRE_EAST),
                          round(a[1] + (b[1] - a[1]) * share + self.random.uniform(-reach, reach) * METRE_NORTH)))
        return inner

    def parcels(self):
        """Each parcel as (id, ring), row by row."""
        side, cell = self.side, self.cell
        nodes = [self.wobble(c * cell, 0) for c in range(side + 1)]
        below = [self.edge(nodes[c], nodes[c + 1]) for c in range(side)]
        for r in range(side):
            upper = [self.wobble(c * cell, (r + 1) * cell) for c in range(side + 1)]
            above = [self.edge(upper[c], upper[c + 1]) for c in range(side)]
            walls = [self.edge(nodes[c], upper[c]) for c in range(side + 1)]
            for c in range(side):
                name = f"p{r:04d}-{c:04d}"
                left, right = list(walls[c]), list(walls[c + 1])
                kind = self.kind(r, c)
                if kind == "bulge":
                    right = self.moved(right, 0.25 * cell, 0)
                    self.truth["overlaps"].append([name, f"p{r:04d}-{c + 1:04d}"])
                elif kind == "gap":
                    width = self.random.uniform(0.2, 1.5)
                    right = self.moved(right, -width, 0)
                    middle = right[len(right) // 2]
                    self.truth["gaps"].append([middle[0] / 1e8, middle[1] / 1e8])
                elif kind == "apart":
                    right = self.moved(right, -self.random.uniform(0.001, 0.003), 0)
                elif kind == "vertex":
                    a, b = right[0], right[1]
                    right.insert(1, ((a[0] + b[0]) // 2, (a[1] + b[1]) // 2))
                ring = ([nodes[c]] + below[c] + [nodes[c + 1]] + right + [upper[c + 1]]
                        + above[c][::-1] + [upper[c]] + left[::-1] + [nodes[c]])
                yield name, ring
                if kind == "twice":
                    yield f"{name}-again", ring
                    self.truth["overlaps"].append([name, f"{name}-again"])
                elif kind == "inside":
                    yield f"{name}-inside", self.square(nodes[c], upper[c + 1], 0.1)
                    self.truth["overlaps"].append([name, f"{name}-inside"])
            nodes, below = upper, above
        for number in range(max(1, side * side // 1000)):
            name = f"z{number:05d}"
            a = self.point(-200 - number % 100 * 30, number // 100 * 30)
            yield name, [a, (a[0] + 22000, a[1] + 18000), (a[0] + 22000, a[1]), (a[0], a[1] + 18000), a]
            self.truth["invalid"].append(name)

    def kind(self, r, c):
        """What happens at a parcel: something at one in nine, so that no two of them meet."""
        if r % 3 != 1 or c % 3 != 1 or c + 2 >= self.side or r + 2 >= self.side:
            return None
        draw = self.random.random()
        for share, kind in ((0.05, "bulge"), (0.15, "gap"), (0.18, "twice"), (0.2, "inside"),
                            (0.4, "apart"), (0.6, "vertex")):
            if draw < share:
                return kind
        return None

    def moved(self, points, east, north):
        return [(x + round(east * METRE_EAST), y + round(north * METRE_NORTH)) for x, y in points]

    def square(self, low, high, share):
        middle = ((low[0] + high[0]) // 2, (low[1] + high[1]) // 2)
        dx, dy = round((high[0] - low[0]) * share), round((high[1] - low[1]) * share)
        x, y = middle
        return [(x, y), (x + dx, y), (x + dx, y + dy), (x, y + dy), (x, y)]


class Streets:
    """A noded street grid over the same ground."""

    def __init__(self, count, seed):
        self.random = random.Random(seed)
        self.side = max(6, round(math.sqrt(count / 2)))
        self.cell = math.sqrt(255e6) / self.side
        self.truth = {"dangles": 0, "short": [], "components": 1}

    def point(self, x, y):
        return (WEST + round(x * METRE_EAST), SOUTH + round(y * METRE_NORTH))

    def street(self, a, b):
        """The places of a street in metres, eight of them between its ends."""
        reach = self.cell * 0.02
        inner = [tuple(a[i] + (b[i] - a[i]) * step / 9 + self.random.uniform(-reach, reach) for i in (0, 1))
                 for step in range(1, 9)]
        return [a, *inner, b]

    def streets(self):
        """Each piece as (id, line), row by row."""
        side, cell = self.side, self.cell

        def junction(r, c):
            at = random.Random(r * 1_000_003 + c)  # the same for all that meet there
            return ((c + at.uniform(-0.2, 0.2)) * cell, (r + at.uniform(-0.2, 0.2)) * cell)

        for r in range(side):
            for c in range(side):
                here = junction(r, c)
                lines = []
                if c + 1 < side:
                    lines.append((f"e{r:04d}-{c:04d}", self.street(here, junction(r, c + 1))))
                if r + 1 < side:
                    lines.append((f"n{r:04d}-{c:04d}", self.street(here, junction(r + 1, c))))
                if r % 4 == 1 and c % 4 == 1 and len(lines) == 2:
                    lines += self.branch(f"x{r:04d}-{c:04d}", lines[0][1], lines[1][1][-1])
                for name, line in lines:
                    yield name, [self.point(*place) for place in line]

    def branch(self, name, east, north):
        """A branch in the field between a street east and the junction north of its start; or none."""
        here, goal = east[0], east[1]
        middle = ((here[0] + east[-1][0] + north[0]) / 3, (here[1] + east[-1][1] + north[1]) / 3)
        draw = self.random.random()
        if draw > 0.7:
            return []
        self.truth["dangles"] += 1 if draw < 0.3 else 2
        if draw < 0.3:  # it hangs on the junction and ends nowhere
            return [(name, [here, middle])]
        self.truth["components"] += 1
        if draw > 0.6:  # an island, short enough to stay far from the next street however dense they are
            reach = min(1, self.cell / 22.5)
            return [(name, [middle, (middle[0] + 5 * reach, middle[1] + 2 * reach)])]
        self.truth["short"].append(name)  # 30 cm short of the middle of the street's first edge
        length = math.dist(here, goal)
        aside = (-(goal[1] - here[1]) / length * 0.3, (goal[0] - here[0]) / length * 0.3)
        end = ((here[0] + goal[0]) / 2 + aside[0], (here[1] + goal[1]) / 2 + aside[1])
        return [(name, [middle, end])]


class Points:
    """Points anywhere on the same ground, one in two hundred of them twice."""

    def __init__(self, count, seed):
        self.random = random.Random(seed)
        self.count = count
        self.truth = {"twice": []}

    def points(self):
        """Each as (id, its one place)."""
        reach = math.sqrt(255e6)
        for number in range(self.count):
            x, y = self.random.uniform(0, reach), self.random.uniform(0, reach)
            place = (WEST + round(x * METRE_EAST), SOUTH + round(y * METRE_NORTH))
            yield f"p{number:07d}", [place]
            if number % 200 == 100:
                yield f"p{number:07d}-again", [place]
                self.truth["twice"].append([f"p{number:07d}", f"p{number:07d}-again"])


def text(value):
    return f"{value // 100_000_000}.{value % 100_000_000:08d}".rstrip("0").rstrip(".")


def main():
    kind, count, seed, path = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    made = {"parcels": Fabric, "streets": Streets, "points": Points}[kind](count, seed)
    form = {"parcels": '"Polygon","coordinates":[[%s]]', "streets": '"LineString","coordinates":[%s]',
            "points": '"Point","coordinates":%s'}[kind]
    with open(path, "w") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for number, (name, places) in enumerate(getattr(made, kind)()):
            coordinates = ",".join(f"[{text(x)},{text(y)}]" for x, y in places)
            file.write(f'{"," if number else ""}\n{{"type":"Feature","id":"{name}","properties":'
                       f'{{"kind":"feature","basis":"digitised","use":"{number % 10}","area":{number * 7 % 1000}}},'
                       f'"geometry":{{"type":{form % coordinates}}}}}')
        file.write("\n]}\n")
    with open(path.replace(".geojson", ".truth.json"), "w") as file:
        json.dump(made.truth, file)


main()
