#!/bin/sh
# SPDX-FileCopyrightText: Pullpush contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh app/run.sh            builds Pullpush and opens its window with the sample workspace
# sh app/run.sh ARGUMENT…  builds Pullpush and runs it with these arguments
# Missing Debian packages are installed first, as root or with sudo.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

if [ $# -eq 0 ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    cat >&2 <<'TEXT'
There is no display here, so Pullpush cannot open its window. You can
  - run this command in a terminal of a desktop session,
  - come in with a display:             ssh -X HOST
  - give it a display without a screen: xvfb-run sh app/run.sh   (package xvfb)
  - or use the command line, which needs no display, for example:
      sh app/run.sh init demo.pullpush --sample
      sh app/run.sh report demo.pullpush funnel
      sh app/run.sh help
TEXT
    exit 3
fi

sh "$root/app/install.sh" build run
sh "$root/app/build.sh" release pullpush
pullpush=$root/build/release/ui/pullpush

if [ $# -eq 0 ]; then
    sample=${XDG_DATA_HOME:-$HOME/.local/share}/pullpush/sample.pullpush
    if [ ! -e "$sample" ]; then
        mkdir -p "$(dirname -- "$sample")"
        "$pullpush" init "$sample" --sample >&2
    fi
    set -- "$sample"
fi
exec "$pullpush" "$@"
