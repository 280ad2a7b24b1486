# SPDX-License-Identifier: MIT

# cmake -D STEP=<step> -D ... -P run.cmake; see CMakeLists.txt. With -D UPDATE=ON, the step
# installed_files writes the list instead of checking it.
cmake_minimum_required(VERSION 3.23)

set(here ${CMAKE_CURRENT_LIST_DIR})
set(prefix ${WORK_DIRECTORY}/installed)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\n${output}")
  endif()
endfunction()

# Configures, builds and tests a project without optimization, which is what costs time.
function(build_project name target)
  set(build ${WORK_DIRECTORY}/${name})
  file(REMOVE_RECURSE ${build})
  run(${CMAKE_COMMAND} -S ${here}/${name} -B ${build} -G ${GENERATOR}
      -D CMAKE_CXX_COMPILER=${CXX_COMPILER} -D CMAKE_BUILD_TYPE= -D CMAKE_CXX_FLAGS=-O0 ${ARGN})
  run(${CMAKE_COMMAND} --build ${build} --target ${target}_test)
  run(${CMAKE_CTEST_COMMAND} --test-dir ${build} --output-on-failure --no-tests=error -R "^${target}$")
endfunction()

if(STEP STREQUAL "install")
  # Moved after the installation: a package that names its place does not survive this.
  file(REMOVE_RECURSE ${prefix} ${prefix}-first)
  run(${CMAKE_COMMAND} --install ${BUILD_DIRECTORY} --prefix ${prefix}-first --config "${CONFIG}")
  file(RENAME ${prefix}-first ${prefix})

elseif(STEP STREQUAL "installed_files")
  file(GLOB_RECURSE files RELATIVE ${prefix} ${prefix}/*)
  list(TRANSFORM files REPLACE "^${LIBRARY_DIRECTORY}/" "lib/")
  # One file per configuration that was installed.
  list(TRANSFORM files REPLACE "-targets-[a-z]+\\.cmake$" "-targets-<config>.cmake")
  list(SORT files)
  list(JOIN files "\n" found)
  string(APPEND found "\n")
  if(UPDATE)
    file(WRITE ${here}/installed_files.txt "${found}")
    return()
  endif()
  file(READ ${here}/installed_files.txt expected)
  if(NOT found STREQUAL expected)
    string(REPLACE "\n" ";" expected "${expected}")
    list(REMOVE_ITEM expected "")
    set(missing ${expected})
    list(REMOVE_ITEM missing ${files})
    list(REMOVE_ITEM files ${expected})
    message(FATAL_ERROR "installed_files.txt is out of date\n  missing: ${missing}\n  new: ${files}")
  endif()

elseif(STEP STREQUAL "find_package")
  build_project(find_package location -D CMAKE_PREFIX_PATH=${prefix})

elseif(STEP STREQUAL "runtime_only")
  # As where Xerces-C++ is not installed.
  build_project(runtime_only state -D CMAKE_PREFIX_PATH=${prefix}
                -D CMAKE_DISABLE_FIND_PACKAGE_XercesC=ON)

elseif(STEP STREQUAL "native")
  build_project(native native -D CMAKE_PREFIX_PATH=${prefix}
                -D CMAKE_DISABLE_FIND_PACKAGE_XercesC=ON)

elseif(STEP STREQUAL "grammar")
  build_project(grammar publish -D CMAKE_PREFIX_PATH=${prefix}
                -D CMAKE_DISABLE_FIND_PACKAGE_XercesC=ON)

elseif(STEP STREQUAL "example")
  # docs/examples/location: its program, and the command line with the same schema.
  set(example ${here}/../../docs/examples/location)
  set(build ${WORK_DIRECTORY}/example)
  file(REMOVE_RECURSE ${build})
  run(${CMAKE_COMMAND} -S ${example} -B ${build} -G ${GENERATOR} -D CMAKE_PREFIX_PATH=${prefix}
      -D CMAKE_CXX_COMPILER=${CXX_COMPILER} -D CMAKE_BUILD_TYPE= -D CMAKE_CXX_FLAGS=-O0
      -D CMAKE_DISABLE_FIND_PACKAGE_XercesC=ON)
  run(${CMAKE_COMMAND} --build ${build})
  set(presentity ${prefix}/bin/presentity)
  run(${presentity} validate --schema ${example}/location.xsd ${example}/location.xml)
  run(sh -c "'${build}/location' '${example}/location.xml' > '${build}/moved.xml'")
  run(${presentity} validate --schema ${example}/location.xsd ${build}/moved.xml)
  file(READ ${build}/moved.xml moved)
  if(NOT moved MATCHES "<floor>3</floor><position xsi:type=\"[a-z:]*deskPosition\" desk=\"7.12\"/>")
    message(FATAL_ERROR "not what the example says: ${moved}")
  endif()
  run(${presentity} generate ${example}/location.xsd --output ${build}/presentity/location
      --name location --namespace-map http://example.com/presence/location=example --check)

elseif(STEP STREQUAL "add_subdirectory")
  build_project(add_subdirectory location)

elseif(STEP STREQUAL "wrong_arguments")
  foreach(case IN ITEMS no_target no_schemas no_bindings unknown_bindings unknown_keyword
                        missing_schema same_stem bad_namespace_map interface_target no_value
                        foreign_keyword missing_generator missing_component)
    execute_process(
      COMMAND ${CMAKE_COMMAND} -S ${here}/wrong_arguments -B ${WORK_DIRECTORY}/wrong_arguments
              -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${CXX_COMPILER} -D CASE=${case}
              -D CMAKE_PREFIX_PATH=${prefix}
      RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE output)
    string(REGEX REPLACE "[ \n]+" " " output "${output}")
    file(READ ${here}/wrong_arguments/${case}.txt expected)
    string(STRIP "${expected}" expected)
    string(FIND "${output}" "${expected}" position)
    if(status EQUAL 0 OR position EQUAL -1)
      message(FATAL_ERROR "${case}: expected '${expected}', got:\n${output}")
    endif()
  endforeach()

else()
  message(FATAL_ERROR "unknown STEP '${STEP}'")
endif()
