#!/usr/bin/env bash
# Installs the system packages that a purpose needs, where it may; else says which are missing.
#   scripts/need.sh build    to compile the window
#   scripts/need.sh test     to test in it
set -euo pipefail

build=(build-essential pkg-config libwebkit2gtk-4.1-dev)
test=(xvfb webkit2gtk-driver dbus fonts-dejavu-core)

case "${1:-build}" in
  build) wanted=("${build[@]}") ;;
  test) wanted=("${build[@]}" "${test[@]}") ;;
  *) echo "usage: scripts/need.sh build|test" >&2; exit 2 ;;
esac

for tool in cargo node npm; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool is missing: install Rust (rustup.rs) and Node 20.19 or later (nodejs.org) first." >&2
    exit 1
  fi
done

if ! command -v dpkg-query >/dev/null; then
  echo "This system has no dpkg: make sure that the counterparts of these are installed: ${wanted[*]}" >&2
  exit 0
fi

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=()
elif sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  echo "These packages are missing: ${missing[*]}" >&2
  echo "Install them with: sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
echo "Installing: ${missing[*]}"
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
