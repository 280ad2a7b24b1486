# SPDX-License-Identifier: MIT
include_guard(GLOBAL)

# presentity_generate(... BINDINGS tree ...): runs xsdcxx once for each schema. Sees the arguments of
# its caller, which has checked them.
macro(_presentity_generate_tree)
  set(header_options)
  set(import_options)
  _presentity_builtin_options(header_options)
  foreach(entry IN LISTS arg_NAMESPACE_MAP)
    list(APPEND header_options --namespace-map "${entry}")
  endforeach()

  string(MAKE_C_IDENTIFIER "${target}" guard)
  string(TOUPPER "${guard}" guard)
  foreach(schema IN LISTS arg_SCHEMAS)
    cmake_path(ABSOLUTE_PATH schema NORMALIZE)
    _presentity_location_options(import_options ${schema} ${arg_IMPORT_DIRS})
    _presentity_add_schema(${target} ${schema} ${arg_OUTPUT_DIRECTORY}
      --guard-prefix ${guard} ${header_options} ${import_options} ${arg_OPTIONS})
  endforeach()

  target_include_directories(${target} SYSTEM PUBLIC $<BUILD_INTERFACE:${arg_OUTPUT_DIRECTORY}>)
  target_link_libraries(${target} PUBLIC presentity::tree)
endmacro()

# Appends the options with which a user's schema refers to the built-in bindings.
function(_presentity_builtin_options result)
  set(options ${${result}})
  get_property(schemas GLOBAL PROPERTY PRESENTITY_SCHEMAS)
  get_property(directory GLOBAL PROPERTY PRESENTITY_SCHEMA_DIRECTORY)
  string(REGEX REPLACE "[][+.*()^$?{}|\\\\]" "\\\\\\0" directory ${directory})
  # Includes are written by file name; the last expression is tried first.
  list(APPEND options --include-with-brackets --include-regex "%(.*/)?([^/]+)%$2%"
    --include-regex "%presentity/tree/(.*)%presentity/tree/$1%")
  while(schemas)
    list(POP_FRONT schemas file uri cpp)
    cmake_path(GET file STEM stem)
    list(APPEND options --include-regex
      "%${directory}/${stem}\\.hpp%presentity/tree/${stem}.hpp%")
    if(NOT uri STREQUAL "-")
      list(APPEND options --namespace-map ${uri}=presentity::tree::${cpp})
    endif()
  endwhile()
  set(${result} ${options} PARENT_SCOPE)
endfunction()

# Sets `result` to the options that tell where `schema` finds what it refers to by file name: beside
# itself, in the directories given, among the built-in schemas.
function(_presentity_location_options result schema)
  cmake_path(GET schema PARENT_PATH own_directory)
  get_property(builtin_directory GLOBAL PROPERTY PRESENTITY_SCHEMA_DIRECTORY)
  set(options)
  set(found)
  foreach(directory IN LISTS ARGN builtin_directory)
    cmake_path(ABSOLUTE_PATH directory NORMALIZE)
    file(GLOB files CONFIGURE_DEPENDS RELATIVE ${directory} ${directory}/*.xsd)
    foreach(file IN LISTS files)
      if(NOT file IN_LIST found AND NOT EXISTS ${own_directory}/${file})
        list(APPEND found ${file})
        list(APPEND options --location-map ${file}=${directory}/${file})
      endif()
    endforeach()
  endforeach()
  set(${result} ${options} PARENT_SCOPE)
endfunction()

# Adds <stem>.hpp and <stem>.cpp, made from `schema` in `directory`, to the sources of `target`.
function(_presentity_add_schema target schema directory)
  _presentity_find_xsdcxx()
  cmake_path(GET schema STEM LAST_ONLY stem)
  cmake_path(GET schema FILENAME name)
  set(outputs ${directory}/${stem}.hpp ${directory}/${stem}.cpp)
  list(JOIN outputs " " dep_target)

  file(MAKE_DIRECTORY ${directory})
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND ${PRESENTITY_XSDCXX_EXECUTABLE} cxx-tree ${_presentity_xsdcxx_flags}
            --extern-xml-schema presentity/tree/xml_schema.xsd
            --generate-dep --dep-target ${dep_target} --output-dir ${directory} ${ARGN} ${schema}
    COMMAND ${CMAKE_COMMAND} -D FILE=${directory}/${stem}.cpp
            -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/PresentityMoveElements.cmake
    DEPENDS ${schema}
    DEPFILE ${directory}/${stem}.d
    COMMENT "Generating tree bindings from ${name}"
    VERBATIM)

  target_sources(${target} PRIVATE ${outputs})
  _presentity_generated_source(${directory}/${stem}.cpp)
endfunction()

# Generated code is not held to the warnings of the project it is compiled in, and defines the same
# helper names in every file.
function(_presentity_generated_source file)
  set_source_files_properties(${file} PROPERTIES
    SKIP_UNITY_BUILD_INCLUSION ON
    COMPILE_OPTIONS "$<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-w>")
endfunction()

# The flags without which C++/Tree loses content, order or types. See generated/README.md.
set(_presentity_xsdcxx_flags
  --std c++11
  --generate-serialization
  --generate-element-type
  --generate-polymorphic --polymorphic-type-all --polymorphic-plate 5061
  --generate-wildcard
  --generate-any-type
  --ordered-type-all --ordered-type-mixed
  --namespace-map http://www.w3.org/2001/XMLSchema=presentity::tree::xml_schema
  --disable-warning T001    # a wildcard admits an element: order is kept, so nothing is lost
  --disable-warning T004    # no document root: the schema declares types only
  --hxx-suffix .hpp --cxx-suffix .cpp)
set_property(GLOBAL PROPERTY PRESENTITY_XSDCXX_FLAGS ${_presentity_xsdcxx_flags})

# Finds CodeSynthesis XSD; a program called xsd may also be Mono's.
macro(_presentity_find_xsdcxx)
  get_property(_presentity_xsdcxx_flags GLOBAL PROPERTY PRESENTITY_XSDCXX_FLAGS)
  find_program(PRESENTITY_XSDCXX_EXECUTABLE NAMES xsdcxx xsd NO_CMAKE_FIND_ROOT_PATH
               DOC "CodeSynthesis XSD compiler, to run on this machine")
  if(NOT PRESENTITY_XSDCXX_EXECUTABLE)
    message(FATAL_ERROR "presentity_generate: xsdcxx (CodeSynthesis XSD) was not found; install "
                        "it or set PRESENTITY_XSDCXX_EXECUTABLE")
  endif()
  get_property(_presentity_checked GLOBAL PROPERTY PRESENTITY_XSDCXX_CHECKED)
  if(NOT _presentity_checked STREQUAL PRESENTITY_XSDCXX_EXECUTABLE)
    execute_process(COMMAND ${PRESENTITY_XSDCXX_EXECUTABLE} version
                    OUTPUT_VARIABLE _presentity_version ERROR_QUIET)
    if(NOT _presentity_version MATCHES "CodeSynthesis XSD")
      message(FATAL_ERROR "presentity_generate: ${PRESENTITY_XSDCXX_EXECUTABLE} is not "
                          "CodeSynthesis XSD; set PRESENTITY_XSDCXX_EXECUTABLE")
    endif()
    set_property(GLOBAL PROPERTY PRESENTITY_XSDCXX_CHECKED ${PRESENTITY_XSDCXX_EXECUTABLE})
  endif()
endmacro()
