#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/bench/run.sh [--update] [BUILD_FOLDER]
#
# Builds everything optimized, measures everything, and prints Markdown. With --update it replaces
# the measured part of docs/performance.md. BUILD_FOLDER (default: build/bench) also gets
# bench.json, the results as Google Benchmark writes them.
# PRESENTITY_JOBS limits how much is compiled at once (default: one job a processor).

set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
update=no
if [ "${1-}" = --update ]; then
  update=yes
  shift
fi
build=${1:-$root/build/bench}

{
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    -DPRESENTITY_BUILD_BENCHMARKS=ON -DPRESENTITY_BUILD_TESTS=OFF
  cmake --build "$build" -j "${PRESENTITY_JOBS:-$(nproc)}" --target presentity presentity_bench
} >&2
bench=$build/tests/bench/presentity_bench

version_of() { dpkg-query -W -f '${Version}' "$1" 2> /dev/null || echo unknown; }

measure() {
  echo '### Machine'
  echo
  kind=
  if grep -q '^flags.* hypervisor' /proc/cpuinfo; then kind='virtual '; fi
  echo "$(nproc)-core $(uname -m) ${kind}machine," \
    "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release), $("${CXX:-c++}" --version | head -1), Release." \
    "libxml2 $(version_of libxml2), Xerces-C++ $(version_of libxerces-c3.2)," \
    "Expat $(version_of libexpat1), pugixml $(version_of libpugixml1v5)," \
    "gSOAP $(version_of gsoap)."
  printf 'Measured on %s at %s, load average %s at the start.\n' "$(date -u +%F)" \
    "$(git -C "$root" describe --always --dirty 2> /dev/null || echo 'no revision')" \
    "$(cut -d' ' -f1 /proc/loadavg)"
  printf '\n### In one process\n\n'
  "$bench" --summary --benchmark_out="$build/bench.json" --benchmark_out_format=json
  printf '### Instructions\n\n'
  "$(dirname "$0")/profile.sh" "$bench"
  printf '\n### Whole processes\n\n'
  "$(dirname "$0")/process.sh" "$build/tools/cli/presentity"
}

measure > "$build/bench.md"
cat "$build/bench.md"
if [ "$update" = yes ]; then
  page=$root/docs/performance.md
  awk -v measured="$build/bench.md" '
    /^<!-- measured: end -->/ { skip = 0 }
    !skip
    /^<!-- measured: begin/ { print ""; while ((getline line < measured) > 0) print line
                              print ""; skip = 1 }' "$page" > "$build/performance.md"
  cp "$build/performance.md" "$page"
fi
