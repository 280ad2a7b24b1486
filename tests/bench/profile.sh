#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/bench/profile.sh PRESENTITY_BENCH
#
# Counts the instructions of each contender with callgrind, and says where those of
# validate/presentity are spent. Prints Markdown.

# shellcheck disable=SC2016  # the back-quotes are Markdown
set -eu
bench=$1
passes=2

if ! command -v valgrind > /dev/null; then
  echo 'profile.sh: valgrind is not installed; instructions are left out' >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# count CONTENDER: leaves the profile in $work/out and the number of documents in $documents.
count() {
  valgrind --tool=callgrind --callgrind-out-file="$work/out" --collect-atstart=no \
    --toggle-collect='presentity::bench::measured_passes*' \
    "$bench" --only "$1" --passes "$passes" > "$work/said" 2> "$work/errors" ||
    { cat "$work/errors" >&2; exit 1; }
  documents=$(sed -n 's/.* over \([0-9]*\) documents.*/\1/p' "$work/said")
  total=$(sed -n 's/^totals: //p' "$work/out")
}

# shares LIMIT: "12.3%  function" for the most expensive lines of callgrind_annotate on stdin.
shares() {
  sed -n 's/^ *[0-9,]* ( *\([0-9.]*%\)) *[^:]*:\(.*\)$/\1  \2/p' |
    sed -e "s/ \[[^]]*\]$//" -e "/'2$/d" -e 's/std::__cxx11:://g' | cut -c1-110 | head -"$1"
}

# in_thousands NUMBER: 1234567 as 1,234,567.
in_thousands() {
  echo "$1" | sed -e ':again' -e 's/\([0-9]\)\([0-9]\{3\}\)\(,\|$\)/\1,\2\3/' -e 't again'
}

echo '| contender | instructions per document |'
echo '|---|--:|'
"$bench" --list | cut -f1 > "$work/contenders"
while read -r contender; do
  count "$contender"
  echo "| $contender | $(in_thousands $((total / documents / passes))) |"
  if [ "$contender" = validate/presentity ]; then cp "$work/out" "$work/ours"; fi
done < "$work/contenders"

# Not read any further by callgrind_annotate: what is below this share of the total.
annotate() { callgrind_annotate --threshold=99 --auto=no "$@" "$work/ours"; }

printf '\nOf `validate/presentity`, by library:\n\n```\n'
annotate | sed -n 's/^ *\([0-9,]*\) ( *[0-9.]*%) .*\[\([^]]*\)\]$/\1 \2/p' | tr -d , |
  awk '{ n = split($2, part, "/"); sum[part[n]] += $1; all += $1 }
       END { for (name in sum) printf "%5.1f%%  %s\n", 100 * sum[name] / all, name }' | sort -rn
printf '```\n\nBy function, itself only:\n\n```\n'
annotate | shares 20
printf '```\n\nOur functions, with what they call:\n\n```\n'
annotate --inclusive=yes | grep -e 'presentity::detail::' -e 'presentity::Validator' | shares 20
printf '```\n'
