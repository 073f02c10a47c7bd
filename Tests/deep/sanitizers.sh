# The whole test suite again under the address and thread sanitizers.

sanitizers() {
  # Leaks are looked for where the system lets a process stop its own threads, as containers may not.
  local leaks=0
  leak_detection_works && leaks=1
  ASAN_OPTIONS="detect_leaks=$leaks:detect_stack_use_after_return=0" \
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

# Whether a program that leaks is told so here.
leak_detection_works() {
  printf '#include <stdlib.h>\nint main(void) { void *volatile p = malloc(7); p = 0; return 0; }\n' \
    >"$work/leak.c"
  clang -fsanitize=address "$work/leak.c" -o "$work/leak" 2>/dev/null || return 1
  ! ASAN_OPTIONS=detect_leaks=1 "$work/leak" >"$work/leak.txt" 2>&1 &&
    grep -q 'detected memory leaks' "$work/leak.txt"
}
