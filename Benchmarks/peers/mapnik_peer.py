#!/usr/bin/env python3
"""Parcels drawn by Mapnik's own SVG writer, 1600 pixels wide, in ten colours with an outline (job J5).

    mapnik_peer.py J5 IN OUT

The outline is as wide beside the map as ours is on paper: 0.15 mm of some 310 mm.
"""
import sys

import mapnik

COLOURS = ["#8dd3c7", "#ffffb3", "#bebada", "#fb8072", "#80b1d3", "#fdb462", "#b3de69", "#fccde5", "#d9d9d9", "#bc80bd"]


def main():
    _, source, target = sys.argv[1:]
    sheet = mapnik.Map(1600, 1600, "epsg:4548")
    style = mapnik.Style()
    for use, colour in enumerate(COLOURS):
        rule = mapnik.Rule()
        rule.filter = mapnik.Expression(f"[use] = '{use}'")
        fill, line = mapnik.PolygonSymbolizer(), mapnik.LineSymbolizer()
        fill.fill = mapnik.Color(colour)
        line.stroke, line.stroke_width = mapnik.Color("#333333"), 0.8
        rule.symbolizers.extend([fill, line])
        style.rules.append(rule)
    sheet.append_style("parcels", style)
    layer = mapnik.Layer("parcels", "epsg:4326")
    layer.datasource = mapnik.GeoJSON(file=source, cache_features=True)
    layer.styles.append("parcels")
    sheet.layers.append(layer)
    sheet.zoom_all()
    mapnik.render_to_file(sheet, target, "svg-ng")


main()
