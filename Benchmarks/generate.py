#!/usr/bin/env python3
"""Writes a seeded parcel fabric as GeoJSON, and beside it what is wrong with it.

    generate.py COUNT SEED FILE.geojson    also writes FILE.truth.json

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


def text(value):
    return f"{value // 100_000_000}.{value % 100_000_000:08d}".rstrip("0").rstrip(".")


def main():
    count, seed, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    fabric = Fabric(count, seed)
    with open(path, "w") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for number, (name, ring) in enumerate(fabric.parcels()):
            coordinates = ",".join(f"[{text(x)},{text(y)}]" for x, y in ring)
            file.write(f'{"," if number else ""}\n{{"type":"Feature","id":"{name}","properties":'
                       f'{{"use":"{number % 10}","area":{number * 7 % 1000}}},'
                       f'"geometry":{{"type":"Polygon","coordinates":[[{coordinates}]]}}}}')
        file.write("\n]}\n")
    with open(path.replace(".geojson", ".truth.json"), "w") as file:
        json.dump(fabric.truth, file)


main()
