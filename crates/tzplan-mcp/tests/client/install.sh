#!/usr/bin/env bash
# Installs the client that talks to the server: install.sh DIRECTORY. Quick where it is installed already. Where there is no
# python3 the test says what it skips; where an installation fails, so does this.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
to="$1"
mkdir -p "$to"

if ! command -v python3 >/dev/null; then
  echo "no python3: no other program's client talks to tzplan-mcp"
elif ! cmp -s "$here/requirements.txt" "$to/requirements.txt"; then
  python3 -m venv "$to/venv"
  "$to/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$to/requirements.txt"
fi
