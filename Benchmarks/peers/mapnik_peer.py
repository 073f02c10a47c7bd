#!/usr/bin/env python3
"""Parcels drawn by Mapnik, 1600 pixels wide, in ten colours with an outline (job J5).

    mapnik_peer.py IN OUT
"""
import sys

import mapnik

COLOURS = ["#8dd3c7", "#ffffb3", "#bebada", "#fb8072", "#80b1d3", "#fdb462", "#b3de69", "#fccde5", "#d9d9d9", "#bc80bd"]


def main():
    source, target = sys.argv[1:]
    sheet = mapnik.Map(1600, 1600, "+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m")
    style = mapnik.Style()
    for use, colour in enumerate(COLOURS):
        rule = mapnik.Rule()
        rule.filter = mapnik.Expression(f"[use] = '{use}'")
        fill, line = mapnik.PolygonSymbolizer(), mapnik.LineSymbolizer()
        fill.fill = mapnik.Color(colour)
        line.stroke, line.stroke_width = mapnik.Color("#333333"), 0.1
        rule.symbols.extend([fill, line])
        style.rules.append(rule)
    sheet.append_style("parcels", style)
    layer = mapnik.Layer("parcels", "+proj=longlat +datum=WGS84")
    layer.datasource = mapnik.GeoJSON(file=source)
    layer.styles.append("parcels")
    sheet.layers.append(layer)
    sheet.zoom_all()
    mapnik.render_to_file(sheet, target, "svg")


main()
