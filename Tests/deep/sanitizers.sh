# The whole test suite again under the address and thread sanitizers.

sanitizers() {
  ASAN_OPTIONS="detect_leaks=1:malloc_context_size=120:detect_stack_use_after_return=0" \
    LSAN_OPTIONS="suppressions=$PWD/Tests/deep/leaks.txt:print_suppressions=0" \
    sanitized address .build-asan
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
