#!/usr/bin/env python3
"""The jobs of compare.py by ogr2ogr and the SQL of SpatiaLite.

    spatialite_peer.py J1|J3 IN OUT
"""
import csv
import os
import subprocess
import sys

from parcels import NARROWEST, PLANE, SMALLEST, write

JOBS = {
    # The index is asked first, as SpatiaLite wants it.
    "J1": f"""SELECT i, j FROM (
        SELECT l.id AS i, r.id AS j, ST_Intersection(l.geom, r.geom) AS part FROM a AS l, a AS r
        WHERE r.ROWID IN (SELECT ROWID FROM SpatialIndex WHERE f_table_name = 'a' AND search_frame = l.geom)
          AND l.id < r.id AND ST_Intersects(l.geom, r.geom) AND NOT ST_Touches(l.geom, r.geom))
        WHERE ST_Area(part) > {SMALLEST} AND 2 * ST_Area(part) / ST_Perimeter(part) > {NARROWEST}""",
    "J3": "SELECT id FROM a WHERE ST_IsValid(geom) <> 1",
}


def main():
    job, source, target = sys.argv[1:]
    layer = os.path.basename(source).rsplit(".", 1)[0]
    database, table = target + ".sqlite", target + ".csv"
    for path in (database, table):
        if os.path.exists(path):
            os.remove(path)
    run = lambda *command: subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    run("ogr2ogr", "-f", "SQLite", "-dsco", "SPATIALITE=YES", "-lco", "GEOMETRY_NAME=geom", "-lco", f"SPATIAL_INDEX={'YES' if job == 'J1' else 'NO'}",
        "-lco", "LAUNDER=NO", "-nln", "a", "-s_srs", "EPSG:4490", "-t_srs", PLANE, "--config", "OGR_SQLITE_SYNCHRONOUS", "OFF", "-gt", "unlimited", database, source)
    if job == "J1":
        run("ogrinfo", "-q", database, "-sql", "UPDATE a SET geom = CastToMultiPolygon(ST_MakeValid(geom)) WHERE ST_IsValid(geom) <> 1")
    run("ogr2ogr", "-f", "CSV", table, database, "-sql", JOBS[job])
    with open(table) as file:
        rows = list(csv.reader(file))[1:]
    write([row if len(row) > 1 else row[0] for row in rows], target)
    os.remove(database)
    os.remove(table)


main()
