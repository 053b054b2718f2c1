#!/bin/sh
# SPDX-FileCopyrightText: Pullpush contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh app/build.sh PRESET [TARGET…]
# Configures the preset when that is still to do and builds the targets (everything when none is named). Says
# nothing on standard output; the compiler's words are shown when it fails.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
preset=$1
shift
cd "$root"

if command -v ccache >/dev/null 2>&1; then
    # Two checkouts of the same source share what they compile, also what is compiled with headers read once.
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros
fi

mkdir -p "build/$preset"
exec 9>"build/$preset/.building"
flock 9 # two runs at once would write the same files

log=build/$preset/last-build.log
fail()
{
    # The command's own words first: they are what helps. A very long log is cut to its end.
    tail -n 200 "$log" >&2
    echo "Pullpush could not be built. The whole log: $root/$log" >&2
    exit 3
}

if [ ! -f "build/$preset/build.ninja" ]; then
    cmake --preset "$preset" >"$log" 2>&1 9>&- || fail
fi
if ! ninja -C "build/$preset" -n "$@" 2>/dev/null 9>&- | grep -q 'no work to do'; then
    echo "Building Pullpush ($preset); the first time takes some minutes." >&2
    cmake --build --preset "$preset" ${1:+--target "$@"} >"$log" 2>&1 9>&- </dev/null || fail
fi
