// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/enum_tokens.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace presentity {

/// One of the enumerators of `E`, or a token that `E` does not know.
///
/// Schemas list the tokens of their time; deployed systems write more. `EnumTokens<E>` must be
/// specialized. A token that is known is always an enumerator here, so two values are equal if and
/// only if their texts are.
template <class E>
class Open {
 public:
  /// The first enumerator.
  Open() noexcept : value_(E{}) {}

  // NOLINTNEXTLINE(google-explicit-constructor): an enumerator is a value of the wider type
  Open(E known) noexcept : value_(known) {}

  /// The enumerator with this token, or the token itself.
  explicit Open(std::string token) {
    if (const auto known = from_token<E>(token)) {
      value_ = *known;
    } else {
      value_ = std::move(token);
    }
  }

  [[nodiscard]] bool is_known() const noexcept { return std::holds_alternative<E>(value_); }

  /// Returns the enumerator, or nothing if the token is unknown.
  [[nodiscard]] std::optional<E> known() const noexcept {
    const auto* const enumerator = std::get_if<E>(&value_);
    return enumerator != nullptr ? std::optional(*enumerator) : std::nullopt;
  }

  /// Returns the token, which lives as long as this value and until it is assigned to.
  [[nodiscard]] std::string_view text() const noexcept {
    const auto* const token = std::get_if<std::string>(&value_);
    return token != nullptr ? std::string_view(*token) : to_token(*std::get_if<E>(&value_));
  }

  friend bool operator==(const Open&, const Open&) = default;

 private:
  std::variant<E, std::string> value_;
};

/// Returns the token of `value`.
template <class E>
[[nodiscard]] std::string to_string(const Open<E>& value) {
  return std::string(value.text());
}

/// Appends the token of `value`.
template <class E>
void append_to(std::string& out, const Open<E>& value) {
  out += value.text();
}

}  // namespace presentity
