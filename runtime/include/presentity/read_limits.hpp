// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace presentity {

/// What a document may ask of us. Exceeding a limit gives the diagnostic `limit-exceeded`.
///
/// The defaults are far above what deployed systems write (values under 64 KiB, under 12 deep,
/// under 16 attributes) and far below what harms a server. See SECURITY.md.
struct ReadLimits {
  std::size_t document_bytes = 16U << 20U;  ///< Size as received and as UTF-8. At most 4 GiB - 1.
  std::size_t depth = 256;                  ///< Elements open at once.
  std::size_t attributes = 256;             ///< On one element, namespace declarations included.
  std::size_t namespaces_in_scope = 256;    ///< Declarations of all open elements together.
  std::size_t name_bytes = 1024;            ///< Of an element, attribute or target name.
  std::size_t uri_bytes = 4096;             ///< Of a namespace name.
  std::size_t value_bytes = 1U << 20U;      ///< Of an attribute or simple element value.
  std::size_t binary_bytes = 16U << 20U;    ///< The same for base64Binary and hexBinary.
  std::size_t number_bytes = 64U << 10U;    ///< The same for numbers.
  std::size_t distinct_names = 4096;        ///< Different names and namespaces in a document.
  std::size_t diagnostics = 100;            ///< Kept for one document; one more says how many.
};

}  // namespace presentity
