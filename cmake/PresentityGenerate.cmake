# SPDX-License-Identifier: MIT
include_guard(GLOBAL)
include(${CMAKE_CURRENT_LIST_DIR}/PresentitySchemas.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/PresentityGenerateNative.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/PresentityGenerateTree.cmake)
# Global, like the functions below: variables of this directory are not seen by all their callers.
set_property(GLOBAL PROPERTY PRESENTITY_SCHEMAS ${PRESENTITY_SCHEMAS})

# Where the built-in schemas are: named by the package, or beside the sources.
if(NOT DEFINED presentity_SCHEMA_DIR)
  cmake_path(SET presentity_SCHEMA_DIR NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../schemas)
endif()
set_property(GLOBAL PROPERTY PRESENTITY_SCHEMA_DIRECTORY ${presentity_SCHEMA_DIR})

# presentity_generate(<target> BINDINGS <native|tree> SCHEMAS <xsd>...
#                     [NAMESPACE_MAP <uri>=<c++ namespace>...] [OUTPUT_DIRECTORY <dir>]
#                     [NAME <name>]                                       # native
#                     [IMPORT_DIRS <dir>...] [OPTIONS <xsdcxx option>...] # tree
#                     )
#
# Generates C++ bindings for the given XSD files at build time, compiles them into <target>, puts
# them on its include path and links the library that they need. Changing a schema runs the
# generator again.
#
#   add_executable(app main.cpp)                       # can #include <location.hpp>
#   presentity_generate(app BINDINGS native SCHEMAS location.xsd)
#
# BINDINGS          The kind of code. `native`: plain structs, see docs/generated-code.md; links
#                   presentity::native. `tree`: CodeSynthesis XSD C++/Tree, see generated/README.md
#                   for its licence and for the names of the classes; links presentity::tree.
# SCHEMAS           Each <name>.xsd becomes <name>.hpp and <name>.cpp. A schema that another one
#                   includes or imports must be listed too, or be built in. A built-in schema is
#                   imported from anywhere by its plain file name, as commontypes.xsd.
# NAMESPACE_MAP     C++ namespace of an XML namespace. Default: its last path segment.
# OUTPUT_DIRECTORY  Default: <current binary dir>/presentity/<target>.
# NAME              Of native bindings: their tables are <name>_tables.cpp. Default: the stem of the
#                   first schema.
# IMPORT_DIRS       Of tree bindings: where else to look for schemas that are included or imported
#                   by file name. Native bindings know the listed schemas by file name.
# OPTIONS           Of tree bindings: given to xsdcxx as they are.
#
# Call it in the directory that creates <target>. docs/cmake.md says more.
function(presentity_generate target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "BINDINGS;OUTPUT_DIRECTORY;NAME"
                        "SCHEMAS;IMPORT_DIRS;NAMESPACE_MAP;OPTIONS")
  _presentity_check_arguments()
  _presentity_check_bindings()
  _presentity_check_schemas()

  if(NOT arg_OUTPUT_DIRECTORY)
    set(arg_OUTPUT_DIRECTORY presentity/${target})
  endif()
  cmake_path(ABSOLUTE_PATH arg_OUTPUT_DIRECTORY
             BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} NORMALIZE)
  if(arg_BINDINGS STREQUAL "native")
    _presentity_generate_native()
  else()
    _presentity_generate_tree()
  endif()
endfunction()

# Stops with a readable message where the arguments of presentity_generate() make no sense.
macro(_presentity_check_arguments)
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "presentity_generate: unknown argument '${arg_UNPARSED_ARGUMENTS}'")
  elseif(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "presentity_generate: no value after '${arg_KEYWORDS_MISSING_VALUES}'")
  elseif(NOT TARGET ${target})
    message(FATAL_ERROR "presentity_generate: there is no target '${target}'; create it first")
  elseif(NOT arg_SCHEMAS)
    message(FATAL_ERROR "presentity_generate: target '${target}' needs SCHEMAS")
  elseif(NOT arg_BINDINGS)
    message(FATAL_ERROR "presentity_generate: target '${target}' needs BINDINGS native or "
                        "BINDINGS tree")
  endif()

  get_target_property(type ${target} TYPE)
  get_target_property(is_imported ${target} IMPORTED)
  if(type STREQUAL "INTERFACE_LIBRARY" OR type STREQUAL "UTILITY" OR is_imported)
    message(FATAL_ERROR "presentity_generate: target '${target}' compiles no sources")
  endif()
endmacro()

# Stops where the kind of bindings is not available, or does not have an argument.
macro(_presentity_check_bindings)
  if(arg_BINDINGS STREQUAL "native")
    set(foreign IMPORT_DIRS OPTIONS)
    set(option PRESENTITY_NATIVE)
  elseif(arg_BINDINGS STREQUAL "tree")
    set(foreign NAME)
    set(option PRESENTITY_TREE)
  else()
    message(FATAL_ERROR "presentity_generate: unknown BINDINGS '${arg_BINDINGS}'; "
                        "there are 'native' and 'tree'")
  endif()
  foreach(keyword IN LISTS foreign)
    if(DEFINED arg_${keyword})
      message(FATAL_ERROR "presentity_generate: BINDINGS ${arg_BINDINGS} has no ${keyword}; "
                          "see docs/cmake.md")
    endif()
  endforeach()
  if(NOT TARGET presentity::${arg_BINDINGS})
    message(FATAL_ERROR "presentity_generate: presentity::${arg_BINDINGS} is not available; use "
                        "find_package(presentity COMPONENTS ${arg_BINDINGS}) or ${option}=ON")
  endif()
endmacro()

# Stops where schemas or what is said about them cannot be right.
macro(_presentity_check_schemas)
  set(stems)
  foreach(schema IN LISTS arg_SCHEMAS)
    cmake_path(GET schema STEM LAST_ONLY stem)
    cmake_path(ABSOLUTE_PATH schema NORMALIZE)
    if(NOT EXISTS ${schema} OR IS_DIRECTORY ${schema})
      message(FATAL_ERROR "presentity_generate: schema not found: ${schema}")
    elseif(stem IN_LIST stems)
      message(FATAL_ERROR "presentity_generate: two schemas are called '${stem}.xsd'; "
                          "the files made from them would be the same")
    endif()
    list(APPEND stems ${stem})
  endforeach()

  foreach(entry IN LISTS arg_NAMESPACE_MAP)
    if(NOT entry MATCHES "^[^=]*=[A-Za-z_][A-Za-z0-9_:]*$")
      message(FATAL_ERROR "presentity_generate: NAMESPACE_MAP '${entry}' is not of the form "
                          "<uri>=<c++ namespace>")
    endif()
  endforeach()
  foreach(directory IN LISTS arg_IMPORT_DIRS)
    cmake_path(ABSOLUTE_PATH directory NORMALIZE)
    if(NOT IS_DIRECTORY ${directory})
      message(FATAL_ERROR "presentity_generate: IMPORT_DIRS: no directory '${directory}'")
    endif()
  endforeach()
endmacro()
