# SPDX-License-Identifier: MIT

# Compares the verdicts on the documented samples of the corpus with those of libxml2.
cmake_minimum_required(VERSION 3.23)
include(${CMAKE_CURRENT_LIST_DIR}/../samples/compare_verdicts.cmake)

if("$ENV{PRESENTITY_CORPUS}" STREQUAL "")
  message("PRESENTITY_CORPUS is not set")
  return()
endif()
if(NOT EXISTS "${XMLLINT}")
  message("xmllint is not installed")
  return()
endif()
cmake_path(SET folder NORMALIZE $ENV{PRESENTITY_CORPUS})
file(GLOB valid RELATIVE ${folder} ${folder}/documented/*.xml)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/exceptions.tsv lines REGEX "^[^#]")
set(invalid)
foreach(line IN LISTS lines)
  string(REGEX REPLACE "\t.*" "" name "${line}")
  list(APPEND invalid ${name})
endforeach()
list(REMOVE_ITEM valid ${invalid})
compare_verdicts(FOLDER ${folder} DIFFERENCES ${CMAKE_CURRENT_LIST_DIR}/xmllint-differences.tsv
  VALID ${valid} INVALID ${invalid})
