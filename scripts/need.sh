#!/bin/sh
# Installs what Stet is built with and tested on, where it may; else says what to install.
set -eu

missing=""
need_file() { [ -e "$1" ] || missing="$missing $2"; }
need_program() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }

case "$(uname -s)" in
Linux) ;;
*) exit 0 ;;
esac

need_program cc build-essential
need_program pkg-config pkg-config
if ! command -v pkg-config >/dev/null 2>&1 || ! pkg-config --exists webkit2gtk-4.1; then
    missing="$missing libwebkit2gtk-4.1-dev"
fi
# For the tests in the real window.
need_program Xvfb xvfb
need_program WebKitWebDriver webkit2gtk-driver
# PDFs that were made are read back by programs of others.
need_program pdftotext poppler-utils
need_program qpdf qpdf
fc-list 2>/dev/null | grep -q DejaVu || missing="$missing fontconfig fonts-dejavu-core"

if [ -n "$missing" ]; then
    root=""
    [ "$(id -u)" = 0 ] || root="sudo -n"
    if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
        echo "Installing:$missing"
        $root apt-get update -qq
        # shellcheck disable=SC2086 # a list of names
        $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "Stet is built with packages that are not here. Install them and try again:" >&2
        echo "  sudo apt install$missing" >&2
        exit 1
    fi
fi

for program in cargo npm; do
    if ! command -v $program >/dev/null 2>&1; then
        echo "$program is missing. Rust: https://rustup.rs, Node 20 or newer: https://nodejs.org" >&2
        exit 1
    fi
done
