// SPDX-License-Identifier: MIT
#pragma once

#include "simple_type.hpp"
#include "xsd_pattern.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::detail {

/// Simple types made at run time, and what they refer to. Begins with the built-in types.
class SimpleTypeStore {
 public:
  SimpleTypeStore();

  /// Adds a type and returns its index. Throws `std::invalid_argument` with the reason if a pattern
  /// cannot be compiled.
  std::uint32_t add(const SimpleTypeFacts& facts);

  /// Valid until the next `add`.
  [[nodiscard]] SimpleTypes types() const noexcept { return {types_}; }

 private:
  std::string_view keep(std::string_view text) { return strings_.emplace_back(text); }
  void add_enumeration(const SimpleTypeFacts& facts, SimpleType& type);
  void add_facets(const SimpleTypeFacts& facts, SimpleType& type);
  void add_patterns(const SimpleTypeFacts& facts, SimpleType& type);

  // Deques: what a type refers to must not move.
  std::vector<SimpleType> types_;
  std::deque<std::string> strings_;
  std::deque<std::vector<std::string_view>> enumerations_;
  std::deque<std::vector<std::uint32_t>> members_;
  std::deque<Pattern> patterns_;
  std::deque<std::vector<PatternTable>> alternatives_;
  std::deque<std::vector<PatternAlternatives>> steps_;
};

}  // namespace presentity::detail
