# Tests again under the address and thread sanitizers. Under the address sanitizer: whatever touches a C library
# or raw memory, and every rule by its examples. Under the thread sanitizer: whatever tasks may share.

shared='MapTopologyTests|MapProjectionTests|GeoJSONCodingTests|DistrictPlanTests|WorkforceTests|MapStyleTests'
shared+='|RuleExampleTests|WriterTests|SceneGoldenTests|FontFaceTests|sheetsRenderedSideBySide'
raw="$shared|MapGeometryTests|PlanNetworkTests|PlanExchangeTests|PlanFindingsTests|AwkwardGeometryTests"
raw+='|PDFContentTests|SVGBytesTests|SymbolReaderTests|WebMapTests'

sanitizers() {
  # The test runner and Foundation keep memory to the end; leaks are judged of the program alone.
  ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=0" sanitized address .build-asan "$raw"
  leaks
  TSAN_OPTIONS="halt_on_error=1:suppressions=$PWD/Tests/deep/races.txt" \
    sanitized thread .build-tsan "$shared"
}

# Every command of the program frees what it takes from GEOS, PROJ and the system.
leaks() {
  local command
  python3 Benchmarks/generate.py parcels 10000 7 "$work/parcels.geojson"
  python3 Benchmarks/generate.py streets 3000 7 "$work/streets.geojson"
  for command in check "check --format json" list "trace --summary" rules "explain A01" "fmt --check" \
    "render -o $work/leak-maps" \
    "render --format pdf --format png --dpi 50 --sheet water -o $work/leak-maps" "export -o $work/leak-export" "check geodata/parks.geojson" "check $work/parcels.geojson" \
    "check $work/streets.geojson"; do
    # shellcheck disable=SC2086
    ASAN_OPTIONS="detect_leaks=1:malloc_context_size=120" \
      LSAN_OPTIONS="suppressions=$PWD/Tests/deep/leaks.txt:print_suppressions=0" \
      check "no leak in 'gxq-map $command'" no_leak .build-asan/debug/gxq-map $command
  done
}

# Findings are no leak; a leak ends the program with status 23.
no_leak() {
  ASAN_OPTIONS="$ASAN_OPTIONS:exitcode=23" "$@"
  [ $? -lt 2 ]
}

# sanitized KIND FOLDER FILTER: builds, and runs the tests that the filter names.
sanitized() {
  check "build with the $1 sanitizer" \
    "$SWIFT" build --build-tests --sanitize="$1" --scratch-path "$2" "${whole_modules[@]}" || return
  check "tests under the $1 sanitizer" \
    "$SWIFT" test --skip-build --disable-xctest --sanitize="$1" --scratch-path "$2" "${whole_modules[@]}" \
    --filter "$3"
  grep '^. Test run with' "$work/output"
}
