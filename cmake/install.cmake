# SPDX-License-Identifier: MIT

# Install rules. Relocatable: nothing installed names a path of this machine.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_directory ${CMAKE_INSTALL_LIBDIR}/cmake/presentity)
set(PRESENTITY_SCHEMA_DIR ${CMAKE_INSTALL_DATADIR}/presentity/schemas)

install(TARGETS presentity_runtime EXPORT presentity-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/runtime/include/presentity
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN *.hpp)

install(EXPORT presentity-targets NAMESPACE presentity:: DESTINATION ${package_directory})

if(TARGET presentity_xsd)
  install(TARGETS presentity_xsd EXPORT presentity-xsd-targets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT xsd
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT xsd
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT xsd
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/runtime/xsd/include/presentity
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT xsd FILES_MATCHING PATTERN *.hpp)
  install(EXPORT presentity-xsd-targets NAMESPACE presentity::
    DESTINATION ${package_directory} COMPONENT xsd)
endif()

if(TARGET presentity)
  install(TARGETS presentity EXPORT presentity-tools-targets
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tools)
  install(EXPORT presentity-tools-targets NAMESPACE presentity::
    DESTINATION ${package_directory} COMPONENT tools)
endif()
if(TARGET presentity-generate)
  install(TARGETS presentity-generate EXPORT presentity-tools-targets
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tools)
endif()
if(TARGET presentity_xsd_program)
  install(TARGETS presentity_xsd_program
    RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/presentity COMPONENT tools)
endif()

if(TARGET presentity_grammar_program)
  install(TARGETS presentity_grammar_program
    RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/presentity COMPONENT tools)
endif()

foreach(library IN ITEMS presence grammar)
  if(TARGET presentity_${library})
    install(TARGETS presentity_${library} EXPORT presentity-${library}-targets
      ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT ${library}
      LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT ${library}
      RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${library}
      INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/runtime/${library}/include/presentity
      DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT ${library} FILES_MATCHING PATTERN *.hpp)
    install(EXPORT presentity-${library}-targets NAMESPACE presentity::
      DESTINATION ${package_directory} COMPONENT ${library})
  endif()
endforeach()

if(TARGET presentity_native)
  install(TARGETS presentity_native EXPORT presentity-native-targets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT native
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT native
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT native
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/generated/native/include/presentity
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT native FILES_MATCHING PATTERN *.hpp)
  get_target_property(native_headers presentity_native PRESENTITY_GENERATED_HEADERS)
  install(FILES ${native_headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/presentity/native
    COMPONENT native)
  install(EXPORT presentity-native-targets NAMESPACE presentity::
    DESTINATION ${package_directory} COMPONENT native)
endif()

if(TARGET presentity_tree)
  install(TARGETS presentity_tree EXPORT presentity-tree-targets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT tree
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT tree
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tree
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/generated/include/presentity
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT tree FILES_MATCHING PATTERN *.hpp)
  get_target_property(tree_headers presentity_tree PRESENTITY_GENERATED_HEADERS)
  install(FILES ${tree_headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/presentity/tree
    COMPONENT tree)
  install(EXPORT presentity-tree-targets NAMESPACE presentity::
    DESTINATION ${package_directory} COMPONENT tree)
endif()

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schemas/ DESTINATION ${PRESENTITY_SCHEMA_DIR}
  FILES_MATCHING PATTERN *.xsd PATTERN *.xml)

configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/presentity-config.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/presentity-config.cmake
  INSTALL_DESTINATION ${package_directory}
  PATH_VARS PRESENTITY_SCHEMA_DIR)
# Until 1.0 a minor version may change the interface.
write_basic_package_version_file(
  ${CMAKE_CURRENT_BINARY_DIR}/presentity-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/presentity-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/presentity-config-version.cmake
  ${PROJECT_SOURCE_DIR}/cmake/FindLibMd.cmake
  ${PROJECT_SOURCE_DIR}/cmake/PresentityGenerate.cmake
  ${PROJECT_SOURCE_DIR}/cmake/PresentityGenerateNative.cmake
  ${PROJECT_SOURCE_DIR}/cmake/PresentityGenerateTree.cmake
  ${PROJECT_SOURCE_DIR}/cmake/PresentityMoveElements.cmake
  ${PROJECT_SOURCE_DIR}/cmake/PresentitySchemas.cmake
  DESTINATION ${package_directory})
