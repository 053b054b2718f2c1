#!/bin/sh
# SPDX-FileCopyrightText: Pullpush contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh app/install.sh SECTION…
# Installs the packages of these sections of app/packages.txt that are missing. Where all are there, it asks
# nothing and needs no network. Exit status 3: something is missing and could not be installed.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

wanted=$(awk -v sections=" $* " '
    /^[[:space:]]*(#|$)/ { next }
    /^\[.*\]$/ { inside = index(sections, " " substr($0, 2, length($0) - 2) " "); next }
    inside { print $1 }' "$root/app/packages.txt")
missing=
for package in $wanted; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || state=
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    become=
elif command -v sudo >/dev/null 2>&1; then
    become=sudo
else
    echo "Pullpush needs these Debian packages, and only root may install them:$missing" >&2
    echo "As root: apt-get install --no-install-recommends$missing" >&2
    exit 3
fi

echo "Installing what Pullpush needs:$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Words are meant to split here: $become may be empty, $missing holds many.
# shellcheck disable=SC2086
if ! { $become apt-get -q update && $become env DEBIAN_FRONTEND=noninteractive \
    apt-get -q install -y --no-install-recommends $missing; } </dev/null >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "These packages could not be installed:$missing" >&2
    exit 3
fi
