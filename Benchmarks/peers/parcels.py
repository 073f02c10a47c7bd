"""What several peers share: the plane, the noise floor, and the file of parcels as arrays."""
import json

import numpy

try:
    from orjson import loads
except ImportError:
    loads = json.loads

PLANE = "EPSG:4548"
SMALLEST, NARROWEST = 0.01, 0.005  # m² and metres: what is less is noise
WIDEST = 2.0  # metres: what is wider is no gap, where only some parcels were put together


def features(path):
    with open(path, "rb") as file:
        return loads(file.read())["features"]


def counts(area, perimeter):
    """Whether an area is above the noise floor."""
    return area > SMALLEST and 2 * area / perimeter > NARROWEST


def flat(lines):
    """The places of all lines behind one another, and how many each has."""
    arrays = [numpy.asarray(line, dtype=float) for line in lines]
    return numpy.concatenate(arrays), numpy.array([len(line) for line in arrays])


def write(answer, path):
    with open(path, "w") as file:
        json.dump(answer, file)
