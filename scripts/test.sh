#!/bin/sh
# Every check and every test; minutes per stage on the way. `test.sh check` stops before the tests.
set -eu

what="${1:-all}"
cargo="${CARGO:-cargo}"
began=$(date +%s)
total=""

stage() {
    name="$1"
    shift
    from=$(date +%s)
    echo "== $name"
    "$@"
    took=$(($(date +%s) - from))
    total="$total$(printf '%4d.%d min  %s' $((took / 60)) $((took % 60 / 6)) "$name")
"
}

# One selection for every build: with another, libraries are built a second time with other features.
everything="--workspace --features stet-api/types,stet-tests/window"

in_ui() { (cd ui && "$@"); }

same_types() {
    made=$(mktemp)
    "${CARGO_TARGET_DIR:-target}/debug/stet-types" >"$made"
    (cd ui && npx prettier --stdin-filepath src/lib/backend/types.gen.ts) <"$made" >"$made.pretty"
    if ! cmp -s "$made.pretty" ui/src/lib/backend/types.gen.ts; then
        diff "$made.pretty" ui/src/lib/backend/types.gen.ts | head -20
        rm -f "$made" "$made.pretty"
        echo "The TypeScript types are older than the commands: make types" >&2
        return 1
    fi
    rm -f "$made" "$made.pretty"
}

dependencies() {
    if command -v cargo-deny >/dev/null 2>&1; then
        cargo-deny --all-features check
    else
        echo "cargo-deny is not installed: licences and advisories are not checked (cargo install cargo-deny)."
    fi
}

if [ "$what" = proof ]; then
    # What takes long: histories and kills by the thousand, on disk, in release.
    stage "programs" "$cargo" build -q --release $everything --bin stet
    stage "histories, merged in three orders" env STET_CASES="${STET_CASES:-2000}" \
        "$cargo" test -q --release $everything --test merge histories
    stage "texts of all scripts, split" env STET_SECONDS="${STET_SECONDS:-600}" \
        "$cargo" test -q --release $everything --test properties
    stage "files of every format, bent" env STET_SECONDS="${STET_SECONDS:-600}" \
        "$cargo" test -q --release $everything --lib mutants
    stage "reports, searched for what was withheld" env STET_CASES="${STET_CASES:-1000}" \
        "$cargo" test -q --release $everything --test leaks nothing_leaks
    printf '%s' "$total"
    exec env STET_KILLS="${STET_KILLS:-1000}" STET_TEST_ON_DISK=1 "$cargo" test -q --release $everything --test crash
fi

stage "what is needed" scripts/need.sh
stage "packages of ui" in_ui ../scripts/packages.sh
stage "format" "$cargo" fmt --all --check
stage "ui: build" in_ui npm run --silent build
stage "ui: types" in_ui npm run --silent check
stage "ui: lint" in_ui npm run --silent lint
stage "dependencies" dependencies
if [ "$what" = check ]; then
    stage "clippy" "$cargo" clippy -q $everything --all-targets -- -D warnings
    exit 0
fi
stage "ui: tests" in_ui npm run --silent test

# `cargo clippy` would check all libraries once more. Clippy is the compiler with more to say: as the
# compiler of our own crates it lints what is built anyway.
if command -v clippy-driver >/dev/null 2>&1; then
    export RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-Dwarnings
else
    stage "clippy" "$cargo" clippy -q $everything --all-targets -- -D warnings
fi
stage "programs, linted" "$cargo" build -q $everything --bins
stage "types of the commands" same_types

# The window last, so that the cheap findings come first; both print cargo's own summary.
stage "tests, built and linted" "$cargo" build -q $everything --all-targets
stage "tests" "$cargo" test -q $everything --lib --bins --test '[!w]*'
from=$(date +%s)
printf '%s' "$total"
echo "$(((from - began) / 60)) min until here; now end to end, in the real window"
exec "$cargo" test $everything --test window
