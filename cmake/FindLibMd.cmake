# SPDX-License-Identifier: MIT

# The message digests of the BSDs, https://www.hadrons.org/software/libmd/. Defines LibMd::LibMd.
find_path(LibMd_INCLUDE_DIR NAMES md5.h sha1.h)
find_library(LibMd_LIBRARY NAMES md)
mark_as_advanced(LibMd_INCLUDE_DIR LibMd_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibMd REQUIRED_VARS LibMd_LIBRARY LibMd_INCLUDE_DIR)

if(LibMd_FOUND AND NOT TARGET LibMd::LibMd)
  # By name, not by path: whether the static library is wanted, the linker knows.
  cmake_path(GET LibMd_LIBRARY PARENT_PATH _libmd_directory)
  add_library(LibMd::LibMd INTERFACE IMPORTED)
  set_target_properties(LibMd::LibMd PROPERTIES
    IMPORTED_LIBNAME md
    INTERFACE_INCLUDE_DIRECTORIES "${LibMd_INCLUDE_DIR}"
    INTERFACE_LINK_DIRECTORIES "${_libmd_directory}")
  unset(_libmd_directory)
endif()
