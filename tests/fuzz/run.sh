#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/fuzz/run.sh BUILD_FOLDER SECONDS [TARGET...]
#
# Runs the fuzz targets, or those named, SECONDS each, PRESENTITY_JOBS at a time (default: one a
# processor). One line each; 1 if one of them found something. PRESENTITY_FUZZ_SEED makes a run begin
# like another. BUILD_FOLDER/fuzz/TARGET keeps the corpus, the log and whatever was found.

set -u
root=$(cd "$(dirname "$0")/../.." && pwd -P) || exit 3

# given_to BUILD_FOLDER TARGET: sets what the target begins with, below the root, and its options.
given_to() {
  samples=tests/samples
  case $2 in
    decode | engine | read)
      seeds="$samples/valid $samples/warned $samples/invalid"
      dictionary=$1/tests/fuzz/xml.dict length=4096
      ;;
    grammar) seeds=schemas/grammars dictionary=$1/tests/fuzz/xml.dict length=8192 ;;
    log)
      seeds="$samples/logs $samples/valid/envelopes"
      dictionary=$1/tests/fuzz/xml.dict length=8192
      ;;
    presence)
      seeds="$samples/stores $samples/valid schemas/grammars"
      dictionary=$1/tests/fuzz/xml.dict length=8192
      ;;
    pattern) seeds='' dictionary=tests/fuzz/pattern.dict length=200 ;;
    schema) seeds=tests/fuzz/schemas dictionary=tests/fuzz/xsd.dict length=4096 ;;
    values) seeds='' dictionary=tests/fuzz/values.dict length=100 ;;
    *) echo "tests/fuzz/run.sh: there is no target '$2'" >&2 && return 1 ;;
  esac
}

# last WORD FILE: what libFuzzer wrote last behind the word.
last() { sed -n "s/.*$1:* *\([0-9]*\).*/\1/p" "$2" | tail -1; }

# run_one BUILD_FOLDER SECONDS TARGET
run_one() {
  given_to "$1" "$3" && cd "$root" || return 1
  program=$1/tests/fuzz/fuzz_$3
  folder=$1/fuzz/$3
  # To read a large corpus would take most of a minute: it begins anew.
  if [ "$(find "$folder/corpus" -type f 2> /dev/null | wc -l)" -gt 2000 ]; then
    rm -r "$folder/corpus"
  fi
  mkdir -p "$folder/corpus" "$folder/findings"
  # shellcheck disable=SC2086
  ASAN_OPTIONS=${ASAN_OPTIONS-allow_addr2line=1} \
    UBSAN_OPTIONS=${UBSAN_OPTIONS-print_stacktrace=1} \
    "$program" "$folder/corpus" $seeds "-dict=$dictionary" -max_len=$length \
    -max_total_time="$2" "-seed=${PRESENTITY_FUZZ_SEED:-0}" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
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
[ $# -gt 0 ] || set -- decode engine grammar log pattern presence read schema values
printf '%s\n' "$@" | xargs -P "${PRESENTITY_JOBS:-$(nproc)}" -n 1 \
  "$root/tests/fuzz/run.sh" --one "$build" "$seconds" || exit 1
