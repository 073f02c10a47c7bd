#!/usr/bin/env python3
"""The jobs of compare.py in SedonaDB's spatial SQL.

    sedona_peer.py J1|J3 IN OUT
"""
import sys

import sedona.db
import shapely
from parcels import counts, write


def main():
    job, source, target = sys.argv[1:]
    db = sedona.db.connect()
    db.read_pyogrio(source).to_view("source")
    db.sql("SELECT id, ST_Transform(wkb_geometry, 'EPSG:4490', 'EPSG:4548') AS geom FROM source").to_view("plane")
    if job == "J3":
        rows = db.sql("SELECT id FROM plane WHERE NOT ST_IsValid(geom)").to_pandas()
        return write(rows["id"].tolist(), target)
    # A CASE would lose the type of the geometry.
    db.sql("SELECT id, geom FROM plane WHERE ST_IsValid(geom) "
           "UNION ALL SELECT id, ST_MakeValid(geom) AS geom FROM plane WHERE NOT ST_IsValid(geom)").to_memtable().to_view("a")
    db.sql("SELECT l.id AS i, r.id AS j, l.geom AS g, r.geom AS h FROM a AS l JOIN a AS r ON ST_Intersects(l.geom, r.geom)") \
        .to_view("b")
    rows = db.sql("SELECT i, j, ST_AsBinary(ST_Intersection(g, h)) AS part FROM b WHERE i < j AND NOT ST_Touches(g, h)").to_pandas()
    parts = shapely.from_wkb(rows["part"].to_numpy())
    write([[i, j] for i, j, part in zip(rows["i"], rows["j"], parts)
           if any(counts(p.area, p.length) for p in shapely.get_parts(part) if p.geom_type == "Polygon")], target)


main()
