#!/usr/bin/env bash
# Installs the programs that read calendars back: install.sh DIRECTORY. Quick where they are installed already. Where
# there is no python3 or no npm the test says what it skips; where an installation fails, so does this.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
to="$1"
mkdir -p "$to"

if ! command -v python3 >/dev/null; then
  echo "no python3: calendars are not read back by Python's clients"
elif ! cmp -s "$here/requirements.txt" "$to/requirements.txt"; then
  python3 -m venv "$to/venv"
  "$to/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$to/requirements.txt"
fi

if ! command -v npm >/dev/null; then
  echo "no npm: calendars are not read back by ical.js"
elif ! grep -qs '"version": "2.2.1"' "$to/node/node_modules/ical.js/package.json"; then
  npm install --silent --no-audit --no-fund --prefix "$to/node" ical.js@2.2.1
fi
