#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/fuzz/run.sh BUILD_FOLDER SECONDS [TARGET...]
#
# Runs the fuzz targets, or those named, SECONDS each, PRESENTITY_JOBS at a time (default: one a
# processor). One line each; 1 if one of them found something. BUILD_FOLDER/fuzz/TARGET keeps the
# corpus, the log and whatever was found.

set -u
root=$(cd "$(dirname "$0")/../.." && pwd -P) || exit 3
samples=$root/tests/samples

# Prints the corpora that the target begins with and the options that are its own.
given_to() {
  case $1 in
    decode) echo "$samples/valid $samples/warned $samples/invalid -dict=$2/xml.dict -max_len=4096" ;;
    engine) echo "$samples/valid $samples/warned -dict=$2/xml.dict -max_len=8192" ;;
    pattern) echo "-dict=$root/tests/fuzz/pattern.dict -max_len=200" ;;
    schema) echo "$root/tests/fuzz/schemas -dict=$root/tests/fuzz/xsd.dict -max_len=4096" ;;
    values) echo "-dict=$root/tests/fuzz/values.dict -max_len=100" ;;
  esac
}

# last WORD FILE: what libFuzzer wrote last behind the word.
last() { sed -n "s/.*$1:* *\([0-9]*\).*/\1/p" "$2" | tail -1; }

# run_one BUILD_FOLDER SECONDS TARGET
run_one() {
  program=$1/tests/fuzz/fuzz_$3
  folder=$1/fuzz/$3
  mkdir -p "$folder/corpus" "$folder/findings"
  # shellcheck disable=SC2046
  ASAN_OPTIONS=${ASAN_OPTIONS-allow_addr2line=1} \
    "$program" "$folder/corpus" $(given_to "$3" "$1/tests/fuzz") -max_total_time="$2" \
    -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$folder/findings/" > "$folder/log" 2>&1 < /dev/null
  status=$?
  runs=$(last stat::number_of_executed_units "$folder/log")
  speed=$(last stat::average_exec_per_sec "$folder/log")
  covered=$(last cov "$folder/log")
  if [ $status -eq 0 ]; then
    echo "fuzz_$3: ok, ${runs:-0} runs, ${speed:-0} a second, ${covered:-0} edges"
    return 0
  fi
  echo "fuzz_$3: FAILED after ${runs:-?} runs; see $folder/log"
  grep -m 3 -e '^finding: ' -e 'ERROR: ' -e 'runtime error: ' "$folder/log" | sed 's/^/  /'
  input=$(sed -n 's/.*Test unit written to //p' "$folder/log" | tail -1)
  if [ -n "$input" ]; then echo "  again: $program $input"; fi
  return 1
}

if [ "${1-}" = --one ]; then
  shift
  run_one "$@"
  exit
fi
if [ $# -lt 2 ]; then
  echo "usage: tests/fuzz/run.sh BUILD_FOLDER SECONDS [TARGET...]" >&2
  exit 2
fi
build=$(cd "$1" && pwd -P) || exit 3
seconds=$2
shift 2
[ $# -gt 0 ] || set -- decode engine pattern schema values
printf '%s\n' "$@" |
  xargs -P "${PRESENTITY_JOBS:-$(nproc)}" -n 1 "$0" --one "$build" "$seconds" && exit 0
exit 1
