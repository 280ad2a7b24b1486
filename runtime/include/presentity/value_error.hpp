// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace presentity {

/// Why a text is no value.
struct ValueError {
  enum class Reason : std::uint8_t {
    not_a_literal,    ///< The text does not have the form of the type's literals.
    out_of_range,     ///< It does, but names no value: 30 February, or 256 for `xs:unsignedByte`.
    too_many_digits,  ///< It names a value with more digits than the C++ type holds.
  };

  Reason reason = Reason::not_a_literal;
  std::string_view expected;  ///< The type, such as `xs:dateTime`; never dangles.

  friend bool operator==(const ValueError&, const ValueError&) = default;
};

/// Returns what is wrong, to be put between the text and the type: "is not a literal of".
[[nodiscard]] std::string_view to_string(ValueError::Reason reason) noexcept;

}  // namespace presentity
