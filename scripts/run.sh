#!/usr/bin/env bash
# Opens the window on the sample article; without a display, does the same job by the command line.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$target/debug/stet-desktop" --sample
fi

mkdir -p out
db=out/sample.stet
stet() { "$target/debug/stet" --db "$db" "$@"; }
article=$(stet sample 2>/dev/null)
# The six sentences that the sample leaves to its reader.
stet tag "$article" 3 verified --finding "Curing goes on for years: the hydration of cement." --source "https://example.org/handbook-of-concrete"
stet tag "$article" 4 attributed-only --speaker "Agnes Tolland" --finding "Said so in the interview, recorded." --source "https://example.org/interview"
stet tag "$article" 6 disputed --finding "55 less 49 is 6: about 11 per cent, not a fifth." --correction "The board had 55 million dollars to spend and spent 49 million, a saving of about a tenth."
for format in html md json; do
  stet report "$article" --format "$format" -o "out/sample.$format"
done
echo
echo "There is no display, so the sample was imported and tagged by the command line. The reports:"
for format in html md json; do echo "  $PWD/out/sample.$format"; done
echo "For the window: run 'make run' in a desktop session, or set DISPLAY (as with: xvfb-run make run)."
