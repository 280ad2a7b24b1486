// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace presentity {

/// Wraps an error on its way into a `Result`.
template <class E>
struct Unexpected {
  E error;
};

template <class E>
Unexpected(E) -> Unexpected<E>;

/// A value, or why there is none.
///
/// Has the member names of `std::expected` (C++23) and will become an alias of it; see
/// docs/adr/0003-result-not-exceptions.md.
template <class T, class E>
class [[nodiscard]] Result {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): as std::expected
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor): as std::expected
  Result(Unexpected<E> unexpected) : state_(std::in_place_index<1>, std::move(unexpected.error)) {}

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// Requires `has_value()`.
  [[nodiscard]] T& operator*() & noexcept {
    assert(has_value() && "a Result must be checked before its value is used");
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& operator*() const& noexcept {
    assert(has_value() && "a Result must be checked before its value is used");
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& operator*() && noexcept { return std::move(**this); }
  [[nodiscard]] T* operator->() noexcept { return &**this; }
  [[nodiscard]] const T* operator->() const noexcept { return &**this; }

  /// Requires `!has_value()`.
  [[nodiscard]] const E& error() const noexcept {
    assert(!has_value() && "a Result with a value has no error");
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, E> state_;
};

}  // namespace presentity
