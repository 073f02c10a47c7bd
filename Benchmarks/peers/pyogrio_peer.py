#!/usr/bin/env python3
"""Files read and written by pyogrio, projected by pyproj.

    pyogrio_peer.py J6|J7 IN OUT
"""
import sys

import geopandas
import pyogrio


def main():
    job, source, target = sys.argv[1:]
    if job == "J7":
        metadata, table = pyogrio.read_arrow(source)
        pyogrio.write_arrow(table, target, driver="GeoJSON", geometry_name="wkb_geometry", geometry_type="Unknown",
                            crs=metadata["crs"], COORDINATE_PRECISION="7")
    else:
        frame = geopandas.read_file(source, use_arrow=True).to_crs("EPSG:4548")
        frame.to_file(target, driver="GeoJSON", engine="pyogrio", COORDINATE_PRECISION="3")


main()
