#!/bin/sh
# Run in ui/: installs the locked packages when the lock changed. The lock is read by npm 11; an
# older npm fetches that one for this once.
set -eu

stamp=node_modules/.stet-lock
if [ -f "$stamp" ] && cmp -s package-lock.json "$stamp"; then
    exit 0
fi
case "$(npm --version)" in
1[1-9].* | [2-9][0-9].*) npm ci --no-audit --no-fund --loglevel=error ;;
*) npx --yes npm@11 ci --no-audit --no-fund --loglevel=error ;;
esac
cp package-lock.json "$stamp"
