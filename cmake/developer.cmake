# SPDX-License-Identifier: MIT

# presentity_developer_options(<target>)
#
# Applies what only the developers of this project want: warnings as errors, sanitizers and
# clang-tidy. Does nothing unless PRESENTITY_DEVELOPER is on. Call it for every target with code
# written by hand.

set(PRESENTITY_SANITIZERS "" CACHE STRING "Sanitizers for developers, such as address,undefined")
set(PRESENTITY_CLANG_TIDY "" CACHE STRING "The clang-tidy to run with each compilation, if any")
mark_as_advanced(PRESENTITY_SANITIZERS PRESENTITY_CLANG_TIDY)

function(presentity_developer_options target)
  if(NOT PRESENTITY_DEVELOPER)
    return()
  endif()
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
  if(PRESENTITY_SANITIZERS)
    # Public: whatever links an instrumented library must link the sanitizer's runtime.
    target_compile_options(${target} PUBLIC
      -fsanitize=${PRESENTITY_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${PRESENTITY_SANITIZERS})
  endif()
  if(PRESENTITY_CLANG_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "${PRESENTITY_CLANG_TIDY}")
  endif()
endfunction()
