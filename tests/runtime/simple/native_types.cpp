// SPDX-License-Identifier: MIT
#include "native_types.hpp"

#include <algorithm>
#include <stdexcept>

namespace presentity::detail::testing {
namespace {

std::uint32_t number(const std::string& text) {
  return static_cast<std::uint32_t>(std::stoul(text));
}

}  // namespace

NativeTypes::NativeTypes(const std::vector<TypeSpec>& specs) {
  for (const auto& type : built_in_types().types) {
    types_.push_back(type);
    names_.push_back("xs:" + std::string(type.built_in));
  }
  for (const auto& spec : specs) {
    types_.push_back(with_shortcut(restricted(spec)));
    names_.push_back(spec.name);
  }
}

std::uint32_t NativeTypes::find(std::string_view name) const {
  const auto found = std::ranges::find(names_, name);
  if (found == names_.end()) throw std::runtime_error("no type " + std::string(name));
  return static_cast<std::uint32_t>(found - names_.begin());
}

SimpleType NativeTypes::restricted(const TypeSpec& spec) {
  if (spec.kind == TypeSpec::Kind::restriction) {
    auto type = types_[find(spec.of.front())];
    apply(spec, type);
    return type;
  }
  SimpleType type;
  auto& members = members_.emplace_back();
  for (const auto& name : spec.of) members.push_back(find(name));
  type.members = members;
  const bool is_list = spec.kind == TypeSpec::Kind::list;
  type.variety = is_list ? Variety::list : Variety::any_of;
  type.white_space = is_list ? WhiteSpace::collapse : WhiteSpace::preserve;
  return type;
}

void NativeTypes::apply(const TypeSpec& spec, SimpleType& type) {
  std::vector<std::string_view> enumeration;
  std::vector<PatternTable> patterns;
  for (const auto& [facet, value] : spec.facets) {
    if (facet == "length") type.length = number(value);
    if (facet == "minLength") type.min_length = number(value);
    if (facet == "maxLength") type.max_length = number(value);
    if (facet == "totalDigits") type.total_digits = number(value);
    if (facet == "fractionDigits") type.fraction_digits = number(value);
    if (facet == "minInclusive") type.min = {keep(value), true};
    if (facet == "minExclusive") type.min = {keep(value), false};
    if (facet == "maxInclusive") type.max = {keep(value), true};
    if (facet == "maxExclusive") type.max = {keep(value), false};
    if (facet == "enumeration") enumeration.push_back(keep(value));
    if (facet == "whiteSpace") {
      type.white_space = value == "collapse" ? WhiteSpace::collapse : WhiteSpace::replace;
    }
    if (facet == "pattern") {
      auto result = compile_pattern(value);
      if (!result.error.empty()) throw std::runtime_error(result.error);
      patterns.push_back(compiled_.emplace_back(std::move(result.pattern)).table());
    }
  }
  if (!enumeration.empty()) {
    type.enumeration = enumerations_.emplace_back(std::move(enumeration));
  }
  if (!patterns.empty()) {
    auto& steps = steps_.emplace_back(type.patterns.begin(), type.patterns.end());
    steps.push_back(alternatives_.emplace_back(std::move(patterns)));
    type.patterns = steps;
  }
}

}  // namespace presentity::detail::testing
