#!/bin/sh
# Opens the window on the sample article; where there is no display, does the same job by the
# command line.
set -eu

bin="${CARGO_TARGET_DIR:-target}/debug"
out="${OUT:-out}"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    exec "$bin/stet-desktop" --sample
fi

mkdir -p "$out"
rm -f "$out/sample.stet" "$out/sample.stet-wal" "$out/sample.stet-shm"
stet() { "$bin/stet" --db "$out/sample.stet" --as "${STET_NAME:-Demo checker}" "$@"; }

echo "There is no display, so the command line does the job."
echo
sample=$(stet sample)
stet tag "$sample" 3 verified --finding "Concrete hydrates for decades; any handbook says so." --source "https://example.org/handbook"
stet tag "$sample" 4 attributed-only --speaker "Agnes Tolland"
stet tag "$sample" 6 disputed --finding "49 of 55 million saves 11 per cent, not nearly a fifth." --correction "The board had 55 million dollars to spend and spent 49 million, a saving of 11 per cent."
echo
stet articles
for format in html pdf docx md json; do
    stet report "$sample" --format "$format" -o "$out/sample.$format"
done
echo
echo "The reports: $(cd "$out" && pwd)/sample.html, .pdf, .docx, .md, .json"
echo "The window: run this where DISPLAY or WAYLAND_DISPLAY is set, or"
echo "  xvfb-run -a $bin/stet-desktop --sample"
