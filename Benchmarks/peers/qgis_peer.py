#!/usr/bin/env python3
"""The jobs of compare.py by the tools of QGIS, without its windows.

    qgis_peer.py J1|J2|J3 IN OUT

J1 is the union of the layer with itself: what lies in two parcels comes twice, once with each id.
"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append("/usr/share/qgis/python/plugins")

from qgis.core import QgsApplication, QgsGeometry, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject  # noqa: E402

from parcels import counts, write  # noqa: E402


def overlaps(run, plane):
    fixed = run("native:fixgeometries", INPUT=plane)
    pieces = {}
    for feature in run("native:union", INPUT=fixed).getFeatures():
        shape = feature.geometry()
        if counts(shape.area(), max(shape.length(), 1e-9)):
            centre = shape.centroid().asPoint()
            pieces.setdefault((round(centre.x(), 2), round(centre.y(), 2), round(shape.area(), 2)), set()).add(feature["id"])
    return sorted({tuple(sorted(ids)) for ids in pieces.values() if len(ids) == 2})


def gaps(run, plane):
    fixed = run("native:fixgeometries", INPUT=plane)
    back = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4548"), QgsCoordinateReferenceSystem("EPSG:4490"), QgsProject.instance())
    found = []
    for feature in run("native:dissolve", INPUT=fixed).getFeatures():
        for part in feature.geometry().asGeometryCollection():
            for ring in part.asPolygon()[1:]:
                hole = QgsGeometry.fromPolygonXY([ring])
                if counts(hole.area(), hole.length()):
                    point = back.transform(hole.pointOnSurface().asPoint())
                    found.append([point.x(), point.y()])
    return found


def main():
    job, source, target = sys.argv[1:]
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    import processing
    from processing.core.Processing import Processing
    Processing.initialize()

    def run(tool, output="OUTPUT", **settings):
        return processing.run(tool, {output: "TEMPORARY_OUTPUT", **settings})[output]

    plane = run("native:reprojectlayer", INPUT=source, TARGET_CRS="EPSG:4548")
    if job == "J3":
        bad = run("qgis:checkvalidity", "INVALID_OUTPUT", INPUT_LAYER=plane, METHOD=2, VALID_OUTPUT=None, ERROR_OUTPUT=None)
        answer = [feature["id"] for feature in bad.getFeatures()]
    else:
        answer = (overlaps if job == "J1" else gaps)(run, plane)
    write(answer, target)
    application.exitQgis()


main()
