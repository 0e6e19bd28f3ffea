#!/usr/bin/env bash
# Licences, advisories and sources of dependencies, where cargo-deny is installed.
set -euo pipefail
if cargo deny --version >/dev/null 2>&1; then
  cargo deny --offline check bans licenses sources
else
  echo "skipped: cargo-deny is not installed"
fi
