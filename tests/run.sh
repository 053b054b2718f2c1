#!/bin/sh
# SPDX-FileCopyrightText: Pullpush contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/run.sh [ARGUMENT OF CTEST…]
# Installs what the tests need (as root or with sudo), builds everything with the address and undefined behaviour
# sanitizers and warnings as errors, and runs every test, those on PostgreSQL against one server that lives as long as
# this run. PRESET=dev picks another build.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
preset=${PRESET:-asan}

sh "$root/app/install.sh" build run test
sh "$root/app/build.sh" "$preset"

# Real files to read beside the fixtures, where they are there. Tests that want them skip otherwise.
if [ -z "${PULLPUSH_SHARED_DATA:-}" ] && [ -d "$root/../shared/data" ]; then
    PULLPUSH_SHARED_DATA=$(CDPATH='' cd -- "$root/../shared/data" && pwd)
    export PULLPUSH_SHARED_DATA
fi
# The server has just been installed: a test that cannot have it fails instead of skipping.
export PULLPUSH_TEST_PG="${PULLPUSH_TEST_PG:-required}"

export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1}"
export LSAN_OPTIONS="${LSAN_OPTIONS:-suppressions=$root/tests/support/leaks.txt:print_suppressions=0}"

cd "$root"
exec "build/$preset/tests/support/with_postgres" ctest --preset "$preset" -j "$(nproc)" "$@"
