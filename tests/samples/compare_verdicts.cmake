# SPDX-License-Identifier: MIT

# compare_verdicts(FOLDER <folder> DIFFERENCES <file> VALID <name>... INVALID <name>...)
#
# Asks ${XMLLINT} about documents below <folder> with ${SCHEMA} and stops with an error unless its
# verdicts are those given. <file> lists the documents about which it must think otherwise: the
# name, a tab, the reason; lines that begin with # are comments.
function(compare_verdicts)
  cmake_parse_arguments(arg "" "FOLDER;DIFFERENCES" "VALID;INVALID" ${ARGN})
  file(STRINGS ${arg_DIFFERENCES} lines REGEX "^[^#]")
  set(differing)
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "\t.*" "" name "${line}")
    list(APPEND differing ${name})
  endforeach()

  execute_process(
    COMMAND ${XMLLINT} --nonet --noout --schema ${SCHEMA} ${arg_VALID} ${arg_INVALID}
    WORKING_DIRECTORY ${arg_FOLDER}
    OUTPUT_VARIABLE output
    ERROR_VARIABLE output
    RESULT_VARIABLE status)
  if(NOT status MATCHES "^[0-9]+$" OR output MATCHES "failed to compile")
    message(FATAL_ERROR "xmllint did not run: ${status}\n${output}")
  endif()

  set(failures "")
  foreach(name IN LISTS arg_VALID arg_INVALID)
    set(expected FALSE)
    if(name IN_LIST arg_VALID)
      set(expected TRUE)
    endif()
    if(name IN_LIST differing)
      list(REMOVE_ITEM differing ${name})
      if(expected)
        set(expected FALSE)
      else()
        set(expected TRUE)
      endif()
    endif()
    string(FIND "\n${output}" "\n${name} validates\n" found)
    if(expected AND found EQUAL -1)
      string(APPEND failures "  ${name}: not valid to xmllint\n")
    elseif(NOT expected AND NOT found EQUAL -1)
      string(APPEND failures "  ${name}: valid to xmllint\n")
    endif()
  endforeach()
  foreach(name IN LISTS differing)
    string(APPEND failures "  ${name}: listed, but there is no such document\n")
  endforeach()
  if(failures)
    message(FATAL_ERROR "Verdicts differ, see ${arg_DIFFERENCES}:\n${failures}")
  endif()
endfunction()
