// SPDX-License-Identifier: MIT
#include "simple_type_store.hpp"

#include "built_in_types.hpp"
#include "check_simple.hpp"

#include <charconv>
#include <stdexcept>

namespace presentity::detail {
namespace {

std::uint32_t count(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : no_limit;
}

}  // namespace

SimpleTypeStore::SimpleTypeStore() {
  const auto built_in = built_in_types().types;
  types_.assign(built_in.begin(), built_in.end());
}

std::uint32_t SimpleTypeStore::add(const SimpleTypeFacts& facts) {
  const auto built_in = find_built_in_type(facts.built_in);
  SimpleType type = built_in == no_built_in ? SimpleType{} : types_[built_in];
  type.variety = facts.variety;
  type.white_space = facts.white_space;
  if (!facts.members.empty()) {
    type.members = members_.emplace_back(facts.members.begin(), facts.members.end());
  }
  if (!facts.enumeration.empty()) add_enumeration(facts, type);
  add_facets(facts, type);
  if (!facts.patterns.empty()) add_patterns(facts, type);
  types_.push_back(with_shortcut(type));
  return static_cast<std::uint32_t>(types_.size() - 1);
}

void SimpleTypeStore::add_enumeration(const SimpleTypeFacts& facts, SimpleType& type) {
  // What a prefix stands for is known to the document only, so these cannot be compared here.
  if (type.primitive == Primitive::qname || type.primitive == Primitive::notation) return;
  auto& values = enumerations_.emplace_back();
  for (const auto& literal : facts.enumeration) {
    std::string scratch;
    values.push_back(keep(normalized(facts.white_space, literal, scratch)));
  }
  type.enumeration = values;
}

void SimpleTypeStore::add_facets(const SimpleTypeFacts& facts, SimpleType& type) {
  // An exclusive bound replaces the inclusive one that the built-in type has.
  for (const auto& [name, value] : facts.facets) {
    if (name == "minInclusive") type.min = {keep(value), true};
    if (name == "maxInclusive") type.max = {keep(value), true};
  }
  for (const auto& [name, value] : facts.facets) {
    if (name == "minExclusive") type.min = {keep(value), false};
    if (name == "maxExclusive") type.max = {keep(value), false};
    if (name == "length") type.length = count(value);
    if (name == "minLength") type.min_length = count(value);
    if (name == "maxLength") type.max_length = count(value);
    if (name == "totalDigits") type.total_digits = count(value);
    if (name == "fractionDigits") type.fraction_digits = count(value);
  }
}

void SimpleTypeStore::add_patterns(const SimpleTypeFacts& facts, SimpleType& type) {
  auto& steps = steps_.emplace_back();
  for (const auto& expression : facts.patterns) {
    auto compiled = compile_pattern(expression);
    if (!compiled.error.empty()) {
      throw std::invalid_argument("pattern '" + std::string(expression) + "': " + compiled.error);
    }
    const auto& pattern = patterns_.emplace_back(std::move(compiled.pattern));
    steps.emplace_back(alternatives_.emplace_back(1, pattern.table()));
  }
  type.patterns = steps;
}

}  // namespace presentity::detail
