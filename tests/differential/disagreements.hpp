// SPDX-License-Identifier: MIT
#pragma once

#include "document.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// \file
/// Where schema processors and we are known to disagree, and why. Every error of the side that
/// refuses the document must be explained by a row; else the disagreement is a mistake of ours
/// until proved otherwise.

namespace presentity::differential {

enum class Side : std::uint8_t {
  xerces_refuses,   ///< Xerces has an error, we have none.
  libxml2_refuses,  ///< libxml2 has an error, we have none.
  xerces_accepts,   ///< We have an error, Xerces has none.
  libxml2_accepts,  ///< We have an error, libxml2 has none.
  malformed,        ///< We say that a mutant, which is well-formed, is not.
};

[[nodiscard]] std::string_view to_string(Side side) noexcept;

/// One error of the side that refuses the document.
struct Evidence {
  std::string_view rule;  ///< Of our error; empty for one of a peer.
  std::string message;
  std::string value;               ///< The value that the message quotes, or empty.
  bool is_typed = true;            ///< The element it concerns has a type in our assessment.
  bool is_lax = false;             ///< It or an ancestor has an xsi:type and no declaration.
  bool is_inside_unknown = false;  ///< An ancestor has no type in our assessment.
  bool has_unused_type = false;    ///< The document has an xsi:type on an element without a type.
  bool is_behind_foreign = false;  ///< A sibling of another namespace stands before it.
  std::string before;              ///< The message of the error before it, or empty.
};

struct Disagreement {
  std::string_view id;
  Side side;
  bool (*explains)(const Evidence&);
  std::string_view reason;
  std::string_view source;  ///< Specification and section that decides.
};

[[nodiscard]] std::span<const Disagreement> disagreements() noexcept;

/// The first row that explains the error, or null.
[[nodiscard]] const Disagreement* explain(Side side, const Evidence& evidence);

}  // namespace presentity::differential
