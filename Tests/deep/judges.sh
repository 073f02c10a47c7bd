# Other programs draw, load and measure what ours makes.

GXQ=.build/tests/debug/gxq-map

# The program; `make test` has built it already.
program() {
  [ -n "${program_is_built:-}" ] && return
  check "build" "$SWIFT" build "${test_build[@]}" --product gxq-map
  program_is_built=yes
}

# The Python packages that the judges need, in a place of their own.
judges_python() {
  cmp -s Tests/deep/requirements.txt "$work/venv/requirements.txt" && return 0
  rm -rf "$work/venv"
  "$PYTHON" -m venv "$work/venv" &&
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check -r Tests/deep/requirements.txt &&
    cp Tests/deep/requirements.txt "$work/venv/"
}

drawing() {
  program
  have librsvg rsvg-convert --version || return
  have Chromium chromium --version || return
  have Inkscape inkscape --version || return
  have xmllint xmllint --version || return
  have poppler pdftotext -v || return
  have qpdf qpdf --version || return
  have "Python packages" judges_python || return
  local all=(--format svg --format pdf --format png)
  rm -rf "$work/sheets" "$work/again"
  check "render" "$GXQ" render "${all[@]}" --jobs 8 -o "$work/sheets"
  check "render again, one after the other" "$GXQ" render "${all[@]}" --jobs 1 -o "$work/again"
  check "SVG, PDF and PNG are the same again" diff -r "$work/sheets" "$work/again"
  check "render all sheets into one PDF" "$GXQ" render -o "$work/again/all.pdf"
  check "render with names on paths" "$GXQ" render --text path -o "$work/sheets/path"
  check "render with outlines" "$GXQ" render --text outline -o "$work/sheets/outline"
  count "$work/venv/bin/python" Tests/deep/pdf_judge.py "$work/sheets" "$work/again/all.pdf"
  count "$work/venv/bin/python" Tests/deep/drawing.py "$work/sheets"
}

qgis() {
  program
  have "QGIS for Python" "$PYTHON" -c 'import qgis.core' || return
  rm -rf "$work/export" "$work/qgis"
  check "export for QGIS" "$GXQ" export -o "$work/export"
  count env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$PWD/$work" LC_ALL=C.UTF-8 \
    "$PYTHON" Tests/deep/qgis_judge.py "$GXQ" "$work/export" "$work/qgis"
}

# A debug build takes too long for ten thousand parcels.
fabric() {
  check "release build" "$SWIFT" build -c release --static-swift-stdlib --product gxq-map || return
  have "Python packages" judges_python || return
  count "$work/venv/bin/python" Tests/deep/fabric_judge.py .build/release/gxq-map "$work/fabric"
}

shapely() {
  program
  have "Python packages" judges_python || return
  count "$work/venv/bin/python" Tests/deep/shapely_judge.py "$GXQ" "$work/shapely"
}

# What README.md and docs/ show, run by the release program.
examples() {
  check "release build" "$SWIFT" build -c release --static-swift-stdlib --product gxq-map || return
  count "$PYTHON" Tests/deep/examples.py .build/release/gxq-map "$work/examples"
}

# What everyday tests try a part of: every damage, every rewriting, every sheet under every theme, on other
# papers, in both languages.
thorough() {
  local suites
  suites=$(grep -rl Thoroughness Tests --include='*Tests.swift' | sed 's|.*/||; s|[.]swift$||' | paste -sd '|')
  check "tests" "$SWIFT" build "${test_build[@]}" --build-tests
  check "the long form of the tests" \
    env GXQ_THOROUGH=1 "$SWIFT" test "${test_build[@]}" --skip-build --filter "($suites)"
  grep '^. Test run with' "$work/output"
}

schemas() {
  program
  have "Python packages" "$PYTHON" -c 'import jsonschema, yaml' || return
  count "$PYTHON" Tests/deep/schema_mutants.py "$GXQ" "$work/schemas"
}

# MapLibre GL JS, as a Python package for road maps ships it; nothing else of the package is needed.
maplibre() {
  [ -f "$work/maplibre/roadstyle/vendor/maplibre-gl.js" ] && return 0
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps \
    --target "$work/maplibre" roadstyle==0.25.0
}

style() {
  program
  have Node.js node --version || return
  have "Python packages" judges_python || return
  have "MapLibre GL JS" maplibre || return
  have "the style specification, in GXQ_CONFORMANCE" test -f "${GXQ_CONFORMANCE:-}/style/v8.json" ||
    return
  count node Tests/deep/style_judge.js "$GXQ" "$work/maplibre/roadstyle/vendor/maplibre-gl.js" \
    "$work/style"
}

webmaps() {
  program
  have Chromium chromium --version || return
  have "Python packages" judges_python || return
  have "MapLibre GL JS" maplibre || return
  have "EGL, which MapLibre Native draws with" env EGL_PLATFORM=surfaceless "$work/venv/bin/python" -c \
    'import pymgl; pymgl.Map("{\"version\":8,\"sources\":{},\"layers\":[]}", 8, 8, 1, 0, 0, 1).renderPNG()' || return
  rm -rf "$work/webmaps"
  count env EGL_PLATFORM=surfaceless "$work/venv/bin/python" Tests/deep/webmap_judge.py "$GXQ" \
    "$work/maplibre/roadstyle/vendor" "$work/webmaps"
}
