"""Holds that MapLibre draws exported web maps: MapLibre Native at two zooms, MapLibre GL JS in Chromium.

Places are taken from the plan's own GeoJSON, colours from the exported style; a pixel there must have the colour,
smoothing aside. The folder is opened as it is, its relative names resolved as its own page resolves them.
"""

import functools
import http.server
import io
import json
import math
import os
import pathlib
import subprocess
import sys
import threading
import time

os.environ.setdefault("EGL_PLATFORM", "surfaceless")

import pymgl
import shapely.geometry
from PIL import Image, ImageChops

from report import check, finish

GXQ, SCRIPTS, WORK = (os.path.abspath(path) for path in sys.argv[1:4])
WIDTH, HEIGHT = 1000, 800


def export(sheet, theme):
    folder = f"{WORK}/{sheet}-{theme}"
    subprocess.run(
        [GXQ, "export", "--format", "maplibre", "--sheet", sheet, "--theme", theme, "-o", folder], check=True
    )
    with open(f"{folder}/style.json") as file:
        return folder, json.load(file)


def native(folder, style, zoom, center=None):
    """MapLibre Native's picture, every file read from the folder."""
    style = json.loads(json.dumps(style))
    base = pathlib.Path(folder).as_uri() + "/"
    for source in style["sources"].values():
        source["data"] = base + source["data"]
    for key in ("sprite", "glyphs"):
        if key in style:
            style[key] = base + style[key]
    with pymgl.Map(json.dumps(style), WIDTH, HEIGHT, 1, *(center or style["center"]), zoom) as view:
        return Image.open(io.BytesIO(view.renderPNG())).convert("RGB")


def pixel(center, zoom, position):
    def world(longitude, latitude):
        size = 512 * 2**zoom
        y = math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
        return (longitude + 180) / 360 * size, (1 - y / math.pi) / 2 * size

    x, y = world(*position)
    left, top = world(*center)
    return x - left + WIDTH / 2, y - top + HEIGHT / 2


def paint(style, layer, key):
    found = next(item for item in style["layers"] if item["id"] == layer)
    return found["paint"][key]


def arm(expression, value):
    """The arm of a match expression."""
    for label, result in zip(expression[2:-1:2], expression[3::2]):
        if value == label or isinstance(label, list) and value in label:
            return result
    return expression[-1]


def rgb(text):
    return tuple(int(text[i : i + 2], 16) for i in (1, 3, 5))


def near(image, place, color, reach=2, limit=12):
    """Whether a pixel at most `reach` away has the colour."""
    x, y = round(place[0]), round(place[1])
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 1):
            if 0 <= x + dx < WIDTH and 0 <= y + dy < HEIGHT:
                if max(abs(a - b) for a, b in zip(image.getpixel((x + dx, y + dy)), color)) <= limit:
                    return True
    return False


def features(folder, source):
    with open(f"{folder}/data/{source}.geojson") as file:
        return json.load(file)["features"]


def inside(place):
    return 20 <= place[0] < WIDTH - 20 and 20 <= place[1] < HEIGHT - 20


def water(folder, style):
    """Points of lakes over which no corridor lies."""
    covers = [shapely.geometry.shape(item["geometry"]) for item in features(folder, "corridors")]
    covered = shapely.union_all(covers).buffer(0.0005)
    for lake in features(folder, "lakes"):
        shape = shapely.geometry.shape(lake["geometry"])
        middle = shape.representative_point()
        for corner in list(shape.exterior.coords)[:: max(1, len(shape.exterior.coords) // 6)]:
            # Between the shore and the middle, where the name stands.
            point = (0.35 * middle.x + 0.65 * corner[0], 0.35 * middle.y + 0.65 * corner[1])
            if shape.buffer(-0.0002).difference(covered).contains(shapely.geometry.Point(point)):
                yield lake["id"], point, rgb(paint(style, "lakes", "fill-color"))


def districts(folder, style):
    """Points of districts that no road, water, corridor or core covers; colours mixed over the ground."""
    fill, opacity = paint(style, "districts", "fill-color"), paint(style, "districts", "fill-opacity")
    ground = rgb(paint(style, "zone-ground", "fill-color"))
    covers = [
        shapely.geometry.shape(item["geometry"]).buffer(0.0012)
        for source in ("roads", "watercourses", "lakes", "corridors", "core", "railways", "sub-districts", "new-town")
        if os.path.exists(f"{folder}/data/{source}.geojson")
        for item in features(folder, source)
        if item["geometry"] and (source not in ("sub-districts", "new-town"))
    ]
    covers += [
        shapely.geometry.shape(item["geometry"]).boundary.buffer(0.001)
        for source in ("sub-districts", "new-town")
        if os.path.exists(f"{folder}/data/{source}.geojson")
        for item in features(folder, source)
        if item["geometry"]
    ]
    covered = shapely.union_all(covers)
    for district in features(folder, "districts"):
        free = shapely.geometry.shape(district["geometry"]).buffer(-0.001).difference(covered)
        parts = [part for part in getattr(free, "geoms", [free]) if part.area > 1e-6]
        color = rgb(arm(fill, district["properties"]["id"]))
        mixed = tuple(round(a * opacity + b * (1 - opacity)) for a, b in zip(color, ground))
        for part in sorted(parts, key=lambda part: -part.area)[:3]:
            point = part.representative_point()
            yield f"{district['id']} at {point.x:.4f}", (point.x, point.y), mixed


def roads(folder, style):
    """The middles of arterial roads, as wide as they are drawn."""
    for road in features(folder, "roads"):
        if road["properties"].get("class") != "快速路":
            continue
        line = shapely.geometry.shape(road["geometry"])
        for share in (0.2, 0.35, 0.5, 0.65, 0.8):
            point = line.interpolate(share, normalized=True)
            yield road["id"], (point.x, point.y), rgb(paint(style, "road-expressway", "line-color"))


def judge(name, image, center, zoom, samples, least):
    """At least so many samples lie on the picture, and most of them have their colour: names may stand on some."""
    hits, seen, missed = 0, 0, []
    for who, position, color in samples:
        place = pixel(center, zoom, position)
        if not inside(place):
            continue
        seen += 1
        if near(image, place, color):
            hits += 1
        else:
            missed.append(who)
    check(f"{name}: {hits} of {seen} places", seen >= least and hits >= 0.7 * seen, f"missed {missed}")


def draws_names(folder, style, zoom):
    """Names are drawn from the glyph files: without them the picture differs."""
    bare = json.loads(json.dumps(style))
    bare["layers"] = [item for item in bare["layers"] if "text-field" not in item.get("layout", {})]
    a, b = native(folder, style, zoom), native(folder, bare, zoom)
    difference = ImageChops.difference(a, b).convert("L")
    return sum(difference.histogram()[8:])


class Server(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with MapLibre GL JS beside its page; the page counts as loaded once `slow` is."""

    def do_GET(self):
        script = pathlib.Path(SCRIPTS, self.path.lstrip("/"))
        if self.path == "/slow":
            time.sleep(20)
            self.send_error(404)
        elif self.path in ("/maplibre-gl.js", "/maplibre-gl.css"):
            self.answer(script.read_bytes() if script.exists() else b"", "text/javascript" if self.path.endswith("js") else "text/css")
        elif self.path == "/":
            page = pathlib.Path(self.directory, "index.html").read_bytes()
            self.answer(page.replace(b"</html>", b"<img src=slow width=0></html>"), "text/html")
        else:
            super().do_GET()

    def answer(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def browser(folder):
    """What Chromium shows of the folder's own page."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    picture = f"{folder}.png"
    subprocess.run(
        [
            "chromium", "--headless", "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--force-device-scale-factor=1", f"--window-size={WIDTH},{HEIGHT}", f"--user-data-dir={folder}.profile",
            f"--screenshot={picture}", f"http://127.0.0.1:{server.server_port}/",
        ],
        capture_output=True, timeout=180, check=True,
    )
    server.shutdown()
    image = Image.new("RGB", (WIDTH, HEIGHT))
    image.paste(Image.open(picture).convert("RGB"), (0, 0))
    return image


os.makedirs(WORK, exist_ok=True)
KINDS = {"districts": (districts, 3), "water": (water, 4), "roads": (roads, 1)}
for theme in ("print", "dark"):
    folder, style = export("structure", theme)
    samples = {kind: list(places(folder, style)) for kind, (places, _) in KINDS.items()}
    zoom = style["zoom"] + 0.4
    image = native(folder, style, zoom)
    image.save(f"{folder}.native.png")
    for kind, (_, least) in KINDS.items():
        judge(f"MapLibre Native, {theme}, zoom {zoom:.1f}, {kind}", image, style["center"], zoom, samples[kind], least)
    # Close up, the picture looks at one of the places.
    for kind in KINDS:
        center = next(place for _, place, _ in samples[kind] if inside(pixel(style["center"], zoom, place)))
        image = native(folder, style, zoom + 2, center)
        judge(f"MapLibre Native, {theme}, zoom {zoom + 2:.1f}, {kind}", image, center, zoom + 2, samples[kind], 1)
    changed = draws_names(folder, style, style["zoom"] + 1)
    check(f"MapLibre Native, {theme}: names change {changed} pixels", changed > 5000)
# The judge itself: dark colours are not found on the light picture.
light = Image.open(f"{WORK}/structure-print.native.png").convert("RGB")
dark = [(pixel(style["center"], zoom, place), color) for kind in KINDS for _, place, color in samples[kind]]
found = sum(near(light, place, color) for place, color in dark if inside(place))
check(f"dark colours are not found on the light picture: {found}", found == 0)
folder, style = export("structure", "print")
image = browser(folder)
for kind, (places, least) in KINDS.items():
    judge(f"MapLibre GL JS, {kind}", image, style["center"], style["zoom"], places(folder, style), least)
finish()
