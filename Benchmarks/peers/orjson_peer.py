#!/usr/bin/env python3
"""A file read and written as JSON alone, coordinates to 7 decimals (job J7).

    orjson_peer.py J7 IN OUT
"""
import sys

import orjson


def main():
    _, source, target = sys.argv[1:]
    with open(source, "rb") as file:
        collection = orjson.loads(file.read())
    for feature in collection["features"]:
        for ring in feature["geometry"]["coordinates"]:
            ring[:] = [[round(x, 7), round(y, 7)] for x, y in ring]
    with open(target, "wb") as file:
        file.write(orjson.dumps(collection))


main()
