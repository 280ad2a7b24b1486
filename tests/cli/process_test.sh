#!/bin/sh
# SPDX-License-Identifier: MIT
# process_test.sh CASE PROGRAM LIBEXEC: tests that need a whole process. LIBEXEC is the folder of
# presentity-xsd below an installation.

set -u
program=$2
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1

ns=http://schemas.microsoft.com/2006/09/sip/options/alerts
printf '<alerts xmlns="%s"/>' "$ns" > good.xml
printf '<alerts xmlns="%s"><foo/></alerts>' "$ns" > bad.xml

# expect STATUS COMMAND...
expect() {
  wanted=$1
  shift
  "$@" > out 2> err
  status=$?
  if [ "$status" -ne "$wanted" ]; then
    echo "status $status instead of $wanted: $*"
    cat out err
    exit 1
  fi
}

fail() {
  echo "$*"
  exit 1
}

to_full_device() { "$program" "$@" > /dev/full; }

case $1 in
  exit_status)
    expect 0 "$program" validate good.xml
    expect 1 "$program" validate good.xml bad.xml
    expect 2 "$program" validate --no-such-option good.xml
    expect 3 "$program" validate good.xml bad.xml missing.xml
    expect 3 "$program" validate good.xml --output missing/out
    expect 0 "$program" --help
    ;;
  full_device)
    [ -e /dev/full ] || exit 0
    expect 3 to_full_device validate -v good.xml
    expect 3 to_full_device validate --format ndjson bad.xml
    expect 3 to_full_device schema list
    expect 3 to_full_device schema show note
    expect 3 to_full_device explain
    expect 3 to_full_device version
    expect 3 to_full_device --version
    expect 3 to_full_device --help
    expect 3 "$program" explain --output /dev/full
    expect 0 to_full_device validate good.xml # prints nothing
    ;;
  standard_input)
    "$program" validate -v - < good.xml > out || fail "not valid"
    grep -q '^-: valid (alerts)' out || fail "no verdict"
    ;;
  no_color)
    NO_COLOR=1 "$program" validate bad.xml > out
    if grep -q "$(printf '\033')" out; then fail "colour in a file"; fi
    NO_COLOR='' "$program" validate --color always bad.xml > out
    grep -q "$(printf '\033')" out || fail "no colour"
    ;;
  broken_output)
    echo old > results
    "$program" validate --schema missing.xsd bad.xml --output results 2> err
    [ "$(cat results)" = old ] || fail "results changed"
    [ "$(find . -name '.presentity*')" = "" ] || fail "something was left behind"
    ;;
  grammar)
    printf '<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"/>' > note.xml
    expect 0 "$program" publish note.xml --uri sip:bob@contoso.com --output request.xml
    expect 0 "$program" validate request.xml
    grep -q 'sip:bob@contoso.com' request.xml || fail "not whole"
    expect 0 "$program" grammar show
    expect 3 to_full_device grammar show
    expect 3 to_full_device publish note.xml
    expect 1 "$program" grammar check note.xml
    expect 0 "$program" grammar check --help
    mkdir -p there/bin "there/$3/presentity"
    cp "$program" there/bin/presentity
    expect 3 there/bin/presentity grammar show
    grep -q "cannot run presentity-grammar, .*libxslt.*No such file" err || fail "no reason"
    cp "$program-grammar" "there/$3/presentity/"
    expect 0 there/bin/presentity grammar show
    ;;
  libraries)
    # Starting fast is what the first program is for.
    command -v readelf > /dev/null || exit 0
    readelf -d "$program" > sections || fail "cannot read $program"
    if grep -E 'libxerces|libicu|libcurl|libxslt|libxml2' sections; then fail "linked"; fi
    ;;
  second_program)
    "$program" validate --engine xerces -v - < good.xml > out || fail "not valid"
    grep -q '^-: valid (alerts)' out || fail "no verdict"
    printf '%s' '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">' > own.xsd
    printf '%s' '<xs:element name="mood" type="xs:int"/></xs:schema>' >> own.xsd
    echo '<mood>x</mood>' > mood.xml
    expect 1 "$program" validate --schema own.xsd mood.xml
    grep -q 'invalid-value' out || fail "not checked"
    expect 1 "$program" validate mood.xml
    grep -q 'unknown-root' out || fail "known without its schema"
    ;;
  installed)
    mkdir -p there/bin "there/$3/presentity"
    cp "$program" there/bin/presentity
    expect 0 there/bin/presentity validate good.xml
    expect 3 there/bin/presentity validate --engine xerces good.xml
    grep -q "cannot run presentity-xsd.*No such file" err || fail "no reason"
    [ ! -s out ] || fail "something was done"
    cp "$program-xsd" "there/$3/presentity/"
    expect 0 there/bin/presentity validate --engine xerces good.xml
    ln -s there/bin/presentity linked
    expect 0 ./linked validate --engine xerces good.xml
    ;;
  preview_page) # in a browser, if there is one
    for browser in chromium-headless-shell chromium chromium-browser google-chrome; do
      command -v "$browser" > /dev/null && break
      browser=
    done
    [ -n "$browser" ] || exit 77
    sip=http://schemas.microsoft.com/2006/09/sip
    cat > store.xml << END
<roamingData xmlns="$sip/roaming-self"><categories xmlns="$sip/categories" uri="sip:mary@contoso.com">
<category name="note" instance="0" container="200"><note xmlns="$sip/note"><body type="personal"
>&lt;/pre>&lt;script>document.title="owned"&lt;/script>&lt;img src="x" onerror="document.title='owned'"></body></note>
</category></categories></roamingData>
END
    expect 0 "$program" preview store.xml --format html --output page.html
    "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$folder/profile" --dump-dom \
      "file://$folder/page.html" > dom 2> err || { cat err; exit 1; }
    grep -q '<title>sip:mary@contoso.com: who sees what</title>' dom || fail "another title"
    [ "$(grep -c '<details' dom)" -eq 1 ] || fail "not one instance"
    ! grep -q '<script\|<img' dom || fail "a value became markup"
    ;;
  generate)
    printf '%s' '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:mood">' > mood.xsd
    printf '%s' '<xs:element name="mood" type="xs:int"/></xs:schema>' >> mood.xsd
    expect 0 "$program" --help
    grep -q '  generate  ' out || fail "not in the help"
    expect 0 "$program" generate --help
    grep -q 'Usage: presentity generate ' out || fail "no help"
    expect 0 "$program" generate mood.xsd --output made --depfile made.d
    [ -s made/mood.hpp ] && [ -s made/mood_tables.cpp ] && [ -s made.d ] || fail "not made"
    expect 0 "$program" generate mood.xsd --output made --check
    echo >> made/mood.hpp
    expect 1 "$program" generate mood.xsd --output made --check
    expect 2 "$program" generate
    expect 3 "$program" generate missing.xsd --output made
    mkdir alone
    cp "$program" alone/presentity
    expect 3 alone/presentity generate mood.xsd --output made
    grep -q "cannot run presentity-generate.*No such file" err || fail "no reason"
    ;;
  roundtrip)
    expect 0 "$program" roundtrip --check good.xml
    expect 1 "$program" roundtrip --check good.xml bad.xml
    "$program" roundtrip good.xml > written.xml || fail "not equivalent"
    expect 0 "$program" validate written.xml
    grep -q 'alerts' written.xml || fail "nothing was written"
    ;;
  roundtrip_encoding)
    {
      printf '<?xml version="1.0" encoding="ISO-8859-1"?>'
      printf '<note xmlns="http://schemas.microsoft.com/2006/09/sip/note">'
      printf '<body type="personal" uri="">caf\351</body></note>'
    } > latin.xml
    expect 0 "$program" roundtrip latin.xml
    grep -q "$(printf '>caf\303\251<')" out || fail "not in UTF-8"
    ;;
  *)
    fail "no such case: $1"
    ;;
esac
