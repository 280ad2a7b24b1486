// SPDX-License-Identifier: MIT
#include "generator/cpp/lower_file.hpp"

#include <algorithm>

namespace presentity::generator::cpp {

using detail::TypeId;

Doc FileLowering::doc_of(TypeId id) const {
  const auto& place = types_[id].place;
  if (!place) return {};
  const bool is_own = types_[id].path.empty() || sources_.anonymous_type(*place) == std::nullopt;
  return {is_own ? sources_.documentation(*place) : "", sources_.origin(*place)};
}

/// What a restriction says that the C++ type does not.
std::string FileLowering::value_note(TypeId id) const {
  const auto& type = model_.type(id);
  if (type.name.namespace_uri == detail::xsd_namespace || !type.is_simple) return {};
  std::string note;
  for (const auto& [facet, value] : type.simple.facets) {
    note += (note.empty() ? "" : ", ") + std::string(facet) + " " + std::string(value);
  }
  if (!type.simple.patterns.empty()) note += note.empty() ? "pattern" : ", pattern";
  return note.empty() ? note : "Restricted by " + note + ".";
}

std::string FileLowering::member_doc(const std::optional<Place>& place, TypeId type,
                                     bool with_default) const {
  std::string text = place ? sources_.documentation(*place) : "";
  const auto add = [&](const std::string& sentence) {
    if (!sentence.empty()) text += (text.empty() ? "" : " ") + sentence;
  };
  if (type != detail::none) add(value_note(type));
  if (place && with_default) {
    const auto fixed = sources_.stated(*place, "fixed");
    const auto by_default = sources_.stated(*place, "default");
    if (!fixed.empty()) add("Fixed: \"" + std::string(fixed) + "\".");
    if (!by_default.empty()) add("Absent means \"" + std::string(by_default) + "\".");
  }
  return text;
}

void FileLowering::add_simple(TypeId id) {
  if (types_.kind(id) == SimpleKind::enumeration) {
    add_enum(id);
  } else {
    add_alias(id);
  }
}

void FileLowering::add_enum(TypeId id) {
  const auto& tokens = model_.type(id).simple.enumeration;
  Enum result{
      types_[id].name, tokens.size() > 256 ? "std::uint16_t" : "std::uint8_t", {}, doc_of(id)};
  Scope names;
  for (const auto& token : tokens) {
    result.enumerators.push_back({names.add(member_name(token)), std::string(token),
                                  sources_.token_documentation(*types_[id].place, token)});
  }
  words_.use("<cstdint>");
  words_.use("<span>");
  words_.use("<string_view>");
  (void)words_.runtime("EnumTokens", "enum_tokens");
  out_.values.push_back({member_name(result.name), "enumeration<" + result.name + ">", {}});
  out_.enums.push_back(std::move(result));
}

std::vector<Value::Member> FileLowering::value_members(TypeId id) {
  const auto& facts = model_.type(id).simple;
  std::vector<TypeId> parts(facts.member_types.begin(), facts.member_types.end());
  if (facts.variety != detail::Variety::list) parts = types_.members(id);
  const auto alternatives = words_.plain_alternatives(parts);
  std::vector<Value::Member> members;
  for (const auto part : parts) {
    const auto words = words_.value(part);
    const auto which = std::ranges::find(alternatives, words_.plain_type(part));
    members.push_back({model_.type(part).simple.index, words.value, words.type,
                       static_cast<std::size_t>(which - alternatives.begin())});
  }
  return members;
}

void FileLowering::add_alias(TypeId id) {
  const auto& name = types_[id].name;
  Alias alias{name, "std::variant", {}, doc_of(id)};
  Value value{member_name(name), "one_of<" + name + ">", value_members(id)};
  const auto kind = types_.kind(id);
  if (kind == SimpleKind::open_enumeration) {
    for (const auto part : types_.members(id)) {
      const auto type = types_.value_type(part);
      if (types_.kind(type) == SimpleKind::enumeration) alias.arguments = {words_.type(type)};
    }
    alias.head = words_.runtime("Open", "open");
    value = {value.name, "open_enumeration<" + alias.arguments.front() + ">", {}};
  } else if (kind == SimpleKind::list) {
    const auto item = words_.value(model_.type(id).simple.member_types.front());
    alias.head = words_.runtime("List", "list");
    alias.arguments = {item.type};
    value.maker = "list<" + item.type + ">";
  } else {
    if (words_.is_one_value(types_.members(id))) {
      alias.head = value.members.front().type;
      out_.declarations.emplace_back(std::move(alias));
      return;  // its values are those of its members
    }
    for (const auto& member : value.members) {
      if (member.alternative == alias.arguments.size()) alias.arguments.push_back(member.type);
    }
    value.is_union = true;
    words_.use("<variant>");
  }
  out_.declarations.emplace_back(std::move(alias));
  out_.values.push_back(std::move(value));
}

}  // namespace presentity::generator::cpp
