// SPDX-License-Identifier: MIT
#pragma once

#include "program/schema_program.hpp"

#include <presentity/detail/schema_model.hpp>
#include <presentity/read_limits.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Values of simple types: are they allowed, and what would be.

namespace presentity::detail {

/// Why a value is not allowed.
struct ValueProblem {
  std::string_view rule;  ///< `invalid-value` or `limit-exceeded`.
  std::string message;    ///< Continues "value '...' of ...": "is not valid: expected ...".
  std::string help;
};

/// Checks `text`, as it stands in the document, against a simple type.
[[nodiscard]] std::optional<ValueProblem> check_value(const SchemaModel& model,
                                                      const SimpleFacts& type,
                                                      std::string_view text,
                                                      const ReadLimits& limits);

/// Which limit holds for values of a built-in type: `text_size` or one of its kind.
[[nodiscard]] std::uint8_t size_class(std::string_view built_in) noexcept;

/// Returns `text` with its white space treated as the type says: kept, replaced or collapsed.
[[nodiscard]] std::string normalized(const SimpleFacts& type, std::string_view text);

/// The tokens that an enumeration, or the closed part of an open one, lists.
[[nodiscard]] std::vector<std::string> known_tokens(const SchemaModel& model,
                                                    const SimpleFacts& type);

/// Says what values the type has: "a whole number from 0 to 17999", "one of a, b or c".
[[nodiscard]] std::string describe(const SchemaModel& model, const SimpleFacts& type);

}  // namespace presentity::detail
