# SPDX-License-Identifier: MIT
include_guard(GLOBAL)

set(PRESENTITY_GENERATE_EXECUTABLE "" CACHE FILEPATH
  "A presentity-generate that runs on this machine; empty: the one of this build or package")
mark_as_advanced(PRESENTITY_GENERATE_EXECUTABLE)

# presentity_generate(... BINDINGS native ...): runs presentity-generate once for all schemas. Sees
# the arguments of its caller, which has checked them.
macro(_presentity_generate_native)
  _presentity_find_generator(generator)
  set(schemas)
  set(outputs)
  set(options)
  foreach(schema IN LISTS arg_SCHEMAS)
    cmake_path(ABSOLUTE_PATH schema NORMALIZE)
    cmake_path(GET schema STEM LAST_ONLY stem)
    list(APPEND schemas ${schema})
    list(APPEND outputs ${arg_OUTPUT_DIRECTORY}/${stem}.hpp ${arg_OUTPUT_DIRECTORY}/${stem}.cpp)
    if(NOT arg_NAME)
      set(arg_NAME ${stem})
    endif()
  endforeach()
  list(APPEND outputs ${arg_OUTPUT_DIRECTORY}/${arg_NAME}_tables.cpp)
  foreach(entry IN LISTS arg_NAMESPACE_MAP)
    list(APPEND options --namespace-map ${entry})
  endforeach()

  # The generator leaves files alone that do not change. Only Ninja understands that.
  set(touch)
  if(NOT CMAKE_GENERATOR MATCHES "Ninja")
    set(touch COMMAND ${CMAKE_COMMAND} -E touch_nocreate ${outputs})
  endif()
  set(depfile ${arg_OUTPUT_DIRECTORY}/${arg_NAME}_tables.d)
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND ${generator} --output ${arg_OUTPUT_DIRECTORY} --name ${arg_NAME} --depfile ${depfile}
            ${options} -- ${schemas}
    ${touch}
    DEPENDS ${schemas} ${generator}
    DEPFILE ${depfile}
    COMMENT "Generating native bindings for ${target}"
    VERBATIM)

  target_sources(${target} PRIVATE ${outputs})
  # Every file has helpers of the same names.
  set_source_files_properties(${outputs} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_include_directories(${target} SYSTEM PUBLIC $<BUILD_INTERFACE:${arg_OUTPUT_DIRECTORY}>)
  target_link_libraries(${target} PUBLIC presentity::native)
endmacro()

# Sets `result` to the generator that runs on this machine: a file, or a target.
function(_presentity_find_generator result)
  set(generator ${PRESENTITY_GENERATE_EXECUTABLE})
  if(NOT generator AND TARGET presentity::presentity-generate
     AND (NOT CMAKE_CROSSCOMPILING OR CMAKE_CROSSCOMPILING_EMULATOR))
    set(generator presentity::presentity-generate)
  elseif(NOT generator)
    find_program(presentity_generate_on_path presentity-generate NO_CMAKE_FIND_ROOT_PATH)
    mark_as_advanced(presentity_generate_on_path)
    set(generator ${presentity_generate_on_path})
  elseif(NOT EXISTS ${generator})
    message(FATAL_ERROR "presentity_generate: PRESENTITY_GENERATE_EXECUTABLE: there is no file "
                        "'${generator}'")
  endif()
  if(NOT generator)
    message(FATAL_ERROR "presentity_generate: presentity-generate was not found; install the "
                        "component tools for this machine, or name the program with "
                        "PRESENTITY_GENERATE_EXECUTABLE")
  endif()
  set(${result} ${generator} PARENT_SCOPE)
endfunction()
