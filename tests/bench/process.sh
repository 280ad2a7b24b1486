#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/bench/process.sh PRESENTITY
#
# Compares whole processes of the executable PRESENTITY and of xmllint: one small file, 20,000 files
# in one call, and instructions. Prints Markdown. What needs a program that is not installed
# (hyperfine, xmllint, valgrind) is left out with a message.

# shellcheck disable=SC2016  # the back-quotes are Markdown
set -eu
program=$1
root=$(cd "$(dirname "$0")/../.." && pwd -P)
schema=$root/schemas/presentity.xsd
small=$root/tests/samples/valid/state/userState.xml
files=20000

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

has() {
  command -v "$1" > /dev/null && return 0
  echo "process.sh: $1 is not installed; what needs it is left out" >&2
  return 1
}

# make_copies: 20,000 files, the category values over and over, without those that libxml2 refuses.
make_copies() {
  mkdir "$work/many"
  find "$root/tests/samples/valid" -name '*.xml' ! -path '*/envelopes/*' ! -name 'lexical-forms.xml' |
    sort > "$work/values"
  number=0
  while [ "$number" -lt "$files" ]; do
    while [ "$number" -lt "$files" ] && read -r file; do
      cp "$file" "$work/many/$number.xml"
      number=$((number + 1))
    done < "$work/values"
  done
}

# row LABEL COMMAND: median and fastest time of the command's runs, and mean processor time. $runs are options of hyperfine.
row() {
  # Its columns, from the right: max, min, system, user, median.
  # shellcheck disable=SC2086
  hyperfine --style none --shell=none $runs --export-csv "$work/times.csv" "$2" \
    > /dev/null 2> "$work/errors" || { cat "$work/errors" >&2; return 1; }
  awk -F, -v label="$1" -v unit="$unit" 'NR == 2 {
    printf "| %s | %.2f | %.2f | %.2f |\n", label, $(NF - 4) * unit, $(NF - 1) * unit,
           ($(NF - 3) + $(NF - 2)) * unit }' \
    "$work/times.csv"
}

compare_times() {
  printf '| one file of %s bytes | median, ms | fastest, ms | processor, ms |\n|---|--:|--:|--:|\n' "$(wc -c < "$small")"
  runs='--warmup 5 --min-runs 40' unit=1000
  row '`presentity validate -q`' "$program validate -q $small"
  if has xmllint; then
    row '`xmllint --noout --schema`' "xmllint --noout --schema $schema $small"
  fi
  row '`presentity --help`: start of the process' "$program --help"

  make_copies
  printf '\n| %s files, one call | median, s | fastest, s | processor, s |\n|---|--:|--:|--:|\n' "$files"
  runs='--warmup 1 --runs 3' unit=1
  row "\`presentity validate -q\`, $(nproc) threads" "$program validate -q $work/many"
  row '`presentity validate -q -j 1`' "$program validate -q -j 1 $work/many"
  if has xmllint; then
    # Without a shell around it, xmllint gets the names from xargs, in one call.
    printf '#!/bin/sh\nexec xargs -a %s -n %s -s 2000000 xmllint --noout --schema %s\n' \
      "$work/names" "$files" "$schema" > "$work/xmllint_all"
    chmod +x "$work/xmllint_all"
    find "$work/many" -name '*.xml' > "$work/names"
    row '`xmllint --noout --schema`, 1 thread' "$work/xmllint_all"
  fi
}

# instructions COMMAND...: of the whole process.
instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 > /dev/null |
    awk '/Collected/ { printf "%.1f", $NF / 1e6 }'
}

compare_instructions() {
  printf '\n| one file of %s bytes | million instructions |\n|---|--:|\n' "$(wc -c < "$small")"
  echo "| \`presentity validate -q\` | $(instructions "$program" validate -q "$small") |"
  if has xmllint; then
    echo "| \`xmllint --noout --schema\` |" \
      "$(instructions xmllint --noout --schema "$schema" "$small") |"
  fi
  echo "| \`presentity --help\` | $(instructions "$program" --help) |"
}

if has hyperfine; then compare_times; fi
if has valgrind; then compare_instructions; fi
