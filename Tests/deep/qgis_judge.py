"""Holds that QGIS loads the exported layers whole, finds them valid, and that a file it has edited comes back."""

import json
import os
import shutil
import sys

from report import check, finish, program, program_json

from qgis.core import Qgis, QgsApplication, QgsGeometry, QgsVectorLayer, QgsWkbTypes

GXQ, EXPORT, WORK = (os.path.abspath(path) for path in sys.argv[1:4])


def load(path, name):
    return QgsVectorLayer(path, name, "ogr")


def invalid(layer):
    """The ids of features that GEOS or QGIS itself finds invalid."""
    found = []
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        if geometry.isNull():
            continue
        for engine in (QgsGeometry.ValidatorQgisInternal, QgsGeometry.ValidatorGeos):
            faults = geometry.validateGeometry(engine)
            if faults:
                found.append(f"{feature['id']}: {faults[0].what()}")
    return found


def judge_exports():
    files = sorted(f for f in os.listdir(EXPORT) if f.endswith(".geojson"))
    check("every layer is exported", len(files) > 40, f"{len(files)} files")
    for file in files:
        collection = json.load(open(os.path.join(EXPORT, file), encoding="utf-8"))
        features = collection["features"]
        placed = [f["geometry"]["type"] for f in features if f["geometry"]]
        layer = load(os.path.join(EXPORT, file), file)
        faults = []
        if not layer.isValid():
            faults.append("is not loaded")
        # A file whose features have several types of geometry becomes several layers; their sum counts.
        parts = layer.dataProvider().subLayers()
        counts = [int(part.split("!!::!!")[2]) for part in parts]
        if sum(counts) != len(features) and layer.featureCount() != len(features):
            faults.append(f"has {counts} features, {len(features)} written")
        if placed and layer.crs().authid() not in ("EPSG:4326", "OGC:CRS84"):
            faults.append(f"has the CRS '{layer.crs().authid()}'")
        if len(set(placed)) == 1 and QgsWkbTypes.displayString(layer.wkbType()) != placed[0]:
            faults.append(f"is of {QgsWkbTypes.displayString(layer.wkbType())}")
        faults += invalid(layer)
        if placed and len(set(placed)) == 1:
            box, extent = collection["bbox"], layer.extent()
            theirs = [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()]
            if any(abs(a - b) > 1e-7 for a, b in zip(box, theirs)):
                faults.append(f"reaches {theirs}, {box} written")
        check(f"QGIS loads {file}", not faults, "; ".join(faults))


def judge_edit():
    """Edits a note in QGIS: one warning for that file, and fmt leaves the edit alone in the diff."""
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree("geodata", WORK)
    known = program_json(GXQ, "check", WORK, "--format", "json")["findings"]
    path = os.path.join(WORK, "water.geojson")
    before = open(path, encoding="utf-8").read().splitlines()
    layer = load(path + "|layername=water|geometrytype=LineString", "water")
    feature = next(layer.getFeatures("\"id\" = 'river.liaohe'"))
    layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("note"), "在 QGIS 中改写")
    check("QGIS saves an edit", layer.commitChanges(), str(layer.commitErrors()))
    del layer
    found = program_json(GXQ, "check", WORK, "--format", "json")["findings"]
    prints = {finding["fingerprint"] for finding in known}
    new = [finding for finding in found if finding["fingerprint"] not in prints]
    check(
        "a file saved by QGIS has one warning",
        [f["code"] for f in new] == ["D10"] and len(found) == len(known) + 1,
        str([f["message"] for f in new]),
    )
    program(GXQ, "fmt", "--plan", WORK)
    after = open(path, encoding="utf-8").read().splitlines()
    changed = [b for a, b in zip(before, after) if a != b]
    check(
        "after fmt the edit alone differs",
        len(before) == len(after) and len(changed) == 1 and "在 QGIS 中改写" in changed[0],
        f"{len(changed)} of {len(after)} lines differ",
    )


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
print(f"QGIS {Qgis.version()}", file=sys.stderr)
judge_exports()
judge_edit()
application.exitQgis()
finish()
