// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <utility>

namespace presentity {

/// A value of `T` on the heap: what lets a type contain itself.
///
/// Behaves like a `T`: a copy is a copy of the value, `==` compares values, and there is always
/// one. `T` need not be complete where a `Box<T>` is declared, only where it is used; it must be
/// default constructible. A new box, and one that was moved from, stands for `T()` and allocates it
/// when it is first written to, so that types that contain themselves can be default constructed.
/// Reading never allocates; threads may read the same box.
///
/// Copying, comparing and destroying recurse as deep as the value does.
template <class T>
class Box {
 public:
  Box() noexcept = default;
  explicit Box(const T& value) : value_(std::make_unique<T>(value)) {}
  explicit Box(T&& value) : value_(std::make_unique<T>(std::move(value))) {}

  Box(const Box& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) {
    // By way of a copy: `other` may be inside of this value.
    Box copy(other);
    value_ = std::move(copy.value_);
    return *this;
  }
  Box& operator=(Box&& other) noexcept {
    Box moved(std::move(other));
    value_.swap(moved.value_);
    return *this;
  }
  ~Box() = default;

  /// Returns the value. The reference to a value that nobody has written to stays good, but no
  /// longer refers to this box once somebody does.
  [[nodiscard]] const T& operator*() const {
    static const T untouched{};
    return value_ ? *value_ : untouched;
  }
  [[nodiscard]] T& operator*() {
    if (!value_) value_ = std::make_unique<T>();
    return *value_;
  }
  [[nodiscard]] const T* operator->() const { return &**this; }
  [[nodiscard]] T* operator->() { return &**this; }

  friend bool operator==(const Box& a, const Box& b) {
    return (!a.value_ && !b.value_) || *a == *b;
  }

 private:
  std::unique_ptr<T> value_;  ///< Null for `T()`.
};

}  // namespace presentity
