#!/usr/bin/env bash
# Puts copylint into an environment of its own below $RUNNER_TEMP, and tells the next step where its Python is.
# We stand in the folder of the copy, which a stranger may have filled: -I keeps Python from taking modules from there.
set -euo pipefail

fail() {
  echo "::error title=copylint::$1"
  exit 2
}

version=${INPUT_VERSION:-}
case $version in
  *[!0-9A-Za-z.+!]*) fail "version: that is none" ;;
esac

python=
for candidate in python3 python; do
  if "$candidate" -I -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
    python=$candidate
    break
  fi
done
[ -n "$python" ] || fail "there is no Python 3.10 or newer here; put actions/setup-python before this step"

folder=$RUNNER_TEMP/copylint
"$python" -I -m venv "$folder"
own=$folder/bin/python
[ -e "$own" ] || own=$folder/Scripts/python.exe
"$own" -I -m pip install --quiet --disable-pip-version-check "${version:+copylint==}${version:-$GITHUB_ACTION_PATH}"
echo "python=$own" >>"$GITHUB_OUTPUT"
