// SPDX-License-Identifier: MIT
#pragma once

#include "built_in_types.hpp"
#include "simple_type.hpp"
#include "xsd_pattern.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presentity::detail::testing {

/// A simple type as the tests write it.
struct TypeSpec {
  enum class Kind { restriction, list, any_of };

  std::string name;
  Kind kind = Kind::restriction;
  std::vector<std::string> of;  ///< Base, item or members: "xs:int", or an earlier name.
  std::vector<std::pair<std::string, std::string>> facets;  ///< Repeated patterns are alternatives.
};

/// The built-in types and those of `specs`, in our form. Owns what the table refers to.
class NativeTypes {
 public:
  explicit NativeTypes(const std::vector<TypeSpec>& specs);
  NativeTypes(const NativeTypes&) = delete;
  NativeTypes& operator=(const NativeTypes&) = delete;

  [[nodiscard]] SimpleTypes table() const { return {types_}; }
  [[nodiscard]] std::uint32_t find(std::string_view name) const;

 private:
  SimpleType restricted(const TypeSpec& spec);
  void apply(const TypeSpec& spec, SimpleType& type);
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  std::vector<SimpleType> types_;
  std::vector<std::string> names_;
  std::deque<std::string> texts_;
  std::deque<std::vector<std::uint32_t>> members_;
  std::deque<std::vector<std::string_view>> enumerations_;
  std::deque<Pattern> compiled_;
  std::deque<std::vector<PatternTable>> alternatives_;
  std::deque<std::vector<PatternAlternatives>> steps_;
};

}  // namespace presentity::detail::testing
