# SPDX-License-Identifier: MIT

# cmake -DINPUT=<file> -DOUTPUT=<file.cpp> -P embed.cmake: writes the default grammar as C++. In
# pieces: compilers need not take longer literals.
file(READ "${INPUT}" rest)
set(pieces "")
string(LENGTH "${rest}" length)
while(length GREATER 0)
  string(SUBSTRING "${rest}" 0 8000 piece)
  string(APPEND pieces "    R\"_xml_(${piece})_xml_\"\n")
  if(length GREATER 8000)
    string(SUBSTRING "${rest}" 8000 -1 rest)
  else()
    set(rest "")
  endif()
  string(LENGTH "${rest}" length)
endwhile()
file(WRITE "${OUTPUT}" "// SPDX-License-Identifier: MIT
#include <presentity/grammar/publication_grammar.hpp>

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace presentity::grammar {

std::string_view lync2013_text() noexcept {
  using namespace std::string_view_literals;
  return
${pieces}    \"\"sv;
}

}  // namespace presentity::grammar
")
