#!/usr/bin/env bash
# Runs one stage of a longer job and says how long it took.
#   scripts/stage.sh "name" command arguments…
# With LAST=1 it says nothing when all went well: the test runner's own summary ends the output.
set -uo pipefail
name=$1
shift
echo
echo "== $name"
began=$(date +%s)
"$@"
code=$?
took=$(($(date +%s) - began))
if [ -n "${LAST:-}" ] && [ $code -eq 0 ]; then
  exit 0
fi
printf '== %s: %s in %d min %02d s\n' "$name" "$([ $code -eq 0 ] && echo done || echo FAILED)" $((took / 60)) $((took % 60)) >&2
exit $code
