# SPDX-License-Identifier: MIT
# Generates the bindings of the built-in schemas and asks clang-format whether it would change them.

file(REMOVE_RECURSE ${FOLDER})
execute_process(COMMAND ${GENERATE} --built-in -o ${FOLDER} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "presentity-generate failed: ${status}")
endif()
file(COPY ${STYLE} DESTINATION ${FOLDER})
file(GLOB files ${FOLDER}/*.hpp ${FOLDER}/*.cpp)
execute_process(COMMAND ${CLANG_FORMAT} --dry-run --Werror --style=file ${files}
  RESULT_VARIABLE status ERROR_VARIABLE said)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "clang-format would change generated code:\n${said}")
endif()
