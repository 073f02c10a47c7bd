# The whole test suite again under the address and thread sanitizers.

sanitizers() {
  # Values that static properties keep until the program ends count as leaks, so leaks are not judged.
  ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=0" sanitized address .build-asan
  TSAN_OPTIONS="halt_on_error=1:suppressions=$PWD/Tests/deep/races.txt" sanitized thread .build-tsan
}

# sanitized KIND FOLDER: builds and runs every test; the tests run the program of the same build.
sanitized() {
  check "build with the $1 sanitizer" \
    "$SWIFT" build --build-tests --sanitize="$1" --scratch-path "$2" || return
  check "tests under the $1 sanitizer" \
    "$SWIFT" test --skip-build --disable-xctest --sanitize="$1" --scratch-path "$2"
  grep '^. Test run with' "$work/output"
}
