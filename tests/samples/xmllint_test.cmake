# SPDX-License-Identifier: MIT

# Compares the verdicts on the samples with those of libxml2.
cmake_minimum_required(VERSION 3.23)
include(${CMAKE_CURRENT_LIST_DIR}/compare_verdicts.cmake)

if(NOT EXISTS "${XMLLINT}")
  message("xmllint is not installed")
  return()
endif()
set(folder ${CMAKE_CURRENT_LIST_DIR})
file(GLOB_RECURSE valid RELATIVE ${folder} ${folder}/valid/*.xml ${folder}/warned/*.xml)
file(GLOB_RECURSE invalid RELATIVE ${folder} ${folder}/invalid/*.xml)
compare_verdicts(FOLDER ${folder} DIFFERENCES ${folder}/xmllint-differences.tsv
  VALID ${valid} INVALID ${invalid})
