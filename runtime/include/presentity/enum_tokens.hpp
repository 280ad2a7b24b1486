// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace presentity {

/// The tokens of an enumeration, to be specialized for each with
///
///     static std::span<const std::string_view> all() noexcept;
///
/// which returns the token of each enumerator at the enumerator's value. The values must be 0, 1, 2
/// and so on; the tokens must differ, and live as long as the program.
template <class E>
struct EnumTokens;

/// Returns the token of `value`, which must be an enumerator.
template <class E>
[[nodiscard]] std::string_view to_token(E value) noexcept {
  const auto tokens = EnumTokens<E>::all();
  const auto index = static_cast<std::size_t>(value);
  assert(index < tokens.size() && "only enumerators have tokens");
  return tokens[index];
}

/// Returns the enumerator with this token, if there is one. Looks at one token after another.
template <class E>
[[nodiscard]] std::optional<E> from_token(std::string_view token) noexcept {
  const auto tokens = EnumTokens<E>::all();
  for (std::size_t index = 0; index < tokens.size(); ++index) {
    if (tokens[index] == token) return static_cast<E>(index);
  }
  return std::nullopt;
}

}  // namespace presentity
