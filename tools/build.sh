# SPDX-License-Identifier: MIT
# Sourced by tools/run and tools/test. Needs $root; everything is said on standard error, and
# standard input is left alone.

packages="g++ cmake ninja-build libxerces-c-dev xsdcxx libcli11-dev doctest-dev
nlohmann-json3-dev libxml2-dev libxml2-utils libmd-dev"

# Prints those of the packages that are not installed. Without dpkg the build tells what is missing.
missing_packages() {
  command -v dpkg-query > /dev/null || return 0
  for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null) || state=
    [ "$state" = installed ] || echo "$package"
  done
}

# as_root COMMAND...
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

# install_packages PACKAGE...: installs those that are missing.
install_packages() {
  # shellcheck disable=SC2046
  set -- $(missing_packages "$@")
  [ $# -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo > /dev/null; then
    echo "presentity: these packages are missing, and neither root nor sudo is there to install" \
      "them: $*" >&2
    return 1
  fi
  echo "presentity: installing $*" >&2
  as_root apt-get install -y --no-install-recommends "$@" < /dev/null >&2 && return 0
  as_root apt-get update < /dev/null >&2 &&
    as_root apt-get install -y --no-install-recommends "$@" < /dev/null >&2
}

# configure PRESET: unless that was done, for this folder and these presets.
configure() {
  cache=$root/build/$1/CMakeCache.txt
  if [ -f "$root/build/$1/build.ninja" ] && [ ! "$root/CMakePresets.json" -nt "$cache" ] &&
    grep -q "^CMAKE_HOME_DIRECTORY:INTERNAL=$root\$" "$cache"; then
    return 0
  fi
  set -- --preset "$1"
  [ ! -f "$cache" ] || set -- "$@" --fresh
  if command -v ccache > /dev/null; then
    set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
  fi
  (cd "$root" && cmake "$@") < /dev/null >&2
}

# without_idle_talk: what ninja says when there is nothing to do is not worth a line.
without_idle_talk() {
  grep --line-buffered -v -e '^ninja: Entering directory' -e '^ninja: no work to do' \
    -e 'Re-checking globbed directories' >&2
}

# build PRESET [TARGET]: silent if nothing is to be done. One build at a time, PRESENTITY_JOBS wide.
build() {
  folder=$root/build/$1
  mkdir -p "$folder" || return 1
  (
    if command -v flock > /dev/null; then flock 9 || exit 1; fi
    configure "$1" 9>&- || exit 1
    shift
    {
      ninja -C "$folder" -j "${PRESENTITY_JOBS:-$(nproc)}" "$@" 2>&1 < /dev/null
      echo $? > "$folder/.status"
    } 9>&- | without_idle_talk 9>&-
    exit "$(cat "$folder/.status")"
  ) 9> "$folder.lock"
}
