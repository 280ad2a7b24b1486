// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>
#include <presentity/value_error.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

/// \file
/// Booleans and numbers of fixed size, and their literals.
///
/// They stand in every document: nothing here allocates.
///
/// Source: XML Schema Part 2: Datatypes, Second Edition, sections 3.2.2, 3.2.4, 3.2.5 and 3.3.16 to
/// 3.3.24.

namespace presentity::detail {

/// Reads `true`, `1`, `false` or `0`. Errors: `not_a_literal`.
[[nodiscard]] Result<bool, ValueError> parse_bool(std::string_view text) noexcept;

/// Reads a literal of `xs:integer` that `Int` can hold, one of the eight types of `<cstdint>` with
/// 8 to 64 bits. A sign and leading zeros are allowed, so `-0` is an unsigned number.
///
/// Errors: `not_a_literal`, `out_of_range`.
template <class Int>
[[nodiscard]] Result<Int, ValueError> parse_number(std::string_view text) noexcept;

/// Reads a literal of `xs:float` or `xs:double` as the nearest value: a number that is too large
/// becomes infinite, one that is too small 0, with its sign. Errors: `not_a_literal`.
[[nodiscard]] Result<float, ValueError> parse_float(std::string_view text) noexcept;
[[nodiscard]] Result<double, ValueError> parse_double(std::string_view text) noexcept;

// What follows writes to `to` and returns the end. Where 32 characters have room, all of these
// have.

/// Writes `true` or `false`.
char* write_bool(char* to, bool value) noexcept;

/// Writes an integer of one of the types of `parse_number`.
template <class Int>
char* write_number(char* to, Int value) noexcept;

/// Writes `value` with at least `width` digits, which may be up to 20.
char* write_padded(char* to, std::uint64_t value, std::size_t width) noexcept;

/// Writes the shortest text that is read as the same value, or `INF`, `-INF` or `NaN`.
char* write_float(char* to, float value) noexcept;
char* write_double(char* to, double value) noexcept;

}  // namespace presentity::detail
