# SPDX-License-Identifier: MIT

# cmake -DOUTPUT=<file.cpp> -DFOLDER=<folder> -P embed.cmake -- <file>...
#
# Writes a source file that holds the named files of the folder as string literals.

set(text "// SPDX-License-Identifier: MIT
#include <presentity/embedded_schemas.hpp>

#include <algorithm>
#include <array>

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace presentity {
namespace {

using namespace std::string_view_literals;

constexpr std::array files{
")
math(EXPR last "${CMAKE_ARGC} - 1")
set(is_file FALSE)
foreach(index RANGE ${last})
  set(name "${CMAKE_ARGV${index}}")
  if(is_file)
    file(READ "${FOLDER}/${name}" content)
    string(APPEND text "    EmbeddedFile{\"${name}\", R\"_xml_(${content})_xml_\"sv},\n")
  elseif(name STREQUAL "--")
    set(is_file TRUE)
  endif()
endforeach()
string(APPEND text "};

}  // namespace

std::span<const EmbeddedFile> embedded_schemas() noexcept { return files; }

std::string_view embedded_schema(std::string_view name) noexcept {
  const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
  return found == files.end() ? std::string_view() : found->text;
}

}  // namespace presentity
")
file(WRITE "${OUTPUT}" "${text}")
