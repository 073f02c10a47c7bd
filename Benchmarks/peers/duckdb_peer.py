#!/usr/bin/env python3
"""The jobs of compare.py in DuckDB's spatial SQL.

    duckdb_peer.py JOB IN OUT
"""
import glob
import json
import os
import sys

import duckdb
import duckdb_extension_spatial

PLANE = "ST_Transform(geom, 'EPSG:4490', 'EPSG:4548', always_xy := true)"
MADE_VALID = f"CASE WHEN ST_IsValid({PLANE}) THEN {PLANE} ELSE ST_MakeValid({PLANE}) END"

JOBS = {
    "J1": f"""
        CREATE TABLE a AS SELECT id, {MADE_VALID} AS g FROM ST_Read('{{path}}');
        CREATE TABLE b AS SELECT l.id AS i, r.id AS j, l.g AS g, r.g AS h FROM a l JOIN a r ON ST_Intersects(l.g, r.g);
        SELECT i, j FROM b
        WHERE i < j AND NOT ST_Touches(g, h)
          -- Above the noise floor: 0.01 m² and 5 mm.
          AND len(list_filter(ST_Dump(ST_Intersection(g, h)), d -> ST_Area(d.geom) > 0.01
                AND 2 * ST_Area(d.geom) / ST_Perimeter(d.geom) > 0.005)) > 0""",
    "J3": f"SELECT id FROM ST_Read('{{path}}') WHERE NOT ST_IsValid({PLANE})",
}


def main():
    job, source, target = sys.argv[1:]
    db = duckdb.connect()
    folder = os.path.dirname(duckdb_extension_spatial.__file__)
    db.execute(f"LOAD '{glob.glob(folder + '/extensions/*/spatial.duckdb_extension')[0]}'")
    *before, last = JOBS[job].format(path=source).split(";")
    for statement in before:
        db.execute(statement)
    rows = db.execute(last).fetchall()
    with open(target, "w") as file:
        json.dump([list(row) if len(row) > 1 else row[0] for row in rows], file)


main()
