// SPDX-License-Identifier: MIT
#include "mutator.hpp"

#include <array>
#include <utility>

namespace presentity::differential {
namespace {

using detail::NodeId;
using Text = std::optional<std::string>;

/// The document with one attribute of the xsi namespace more, or with another value.
Text with_attribute(const Document& document, NodeId id, std::string_view local,
                    const std::string& value, std::string_view declarations = "") {
  const auto* found = document.outline.find_attribute(id, detail::xsi_namespace, local);
  if (found != nullptr) {
    std::vector<Edit> edits{{document.value(*found), escaped(value)}};
    if (!declarations.empty()) {
      edits.push_back(document.add_to_start_tag(id, std::string(declarations)));
    }
    return document.with(std::move(edits));
  }
  const auto tag = document.slice(document.start_tag(id));
  const bool declares = tag.find("xmlns:i=") != tag.npos;
  return document.with({document.add_to_start_tag(
      id, (declares ? std::string() : " xmlns:i=\"" + std::string(detail::xsi_namespace) + "\"") +
              " i:" + std::string(local) + "=\"" + escaped(value) + "\"" +
              std::string(declarations))});
}

/// An element that has an xsi:type, else any.
NodeId pick_typed(const Document& document, Random& random) {
  std::vector<NodeId> typed;
  for (const auto id : document.elements()) {
    if (document.outline.find_attribute(id, detail::xsi_namespace, "type") != nullptr) {
      typed.push_back(id);
    }
  }
  return typed.empty() || random.one_in(4) ? random.pick(document.elements()) : random.pick(typed);
}

Text set_type(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto id = pick_typed(document, random);
  auto name = random.pick(vocabulary.types);
  std::vector<Name> near;
  for (const auto& type : vocabulary.types) {
    if (type.namespace_uri == document.outline.node(id).namespace_uri) near.push_back(type);
  }
  if (!near.empty() && !random.one_in(4)) name = random.pick(near);
  if (random.one_in(10)) name = {std::string(detail::xsd_namespace), "string"};
  const auto tag = document.slice(document.start_tag(id));
  if (tag.find("xmlns:t=") != tag.npos) return std::nullopt;
  if (name.namespace_uri.empty()) return with_attribute(document, id, "type", name.local);
  return with_attribute(document, id, "type", "t:" + std::string(name.local),
                        " xmlns:t=\"" + escaped(name.namespace_uri) + "\"");
}

/// The type that the element has anyway: nothing may change.
Text set_own_type(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto id = random.pick(document.elements());
  const auto type = document.assessment.elements[id].type;
  const auto tag = document.slice(document.start_tag(id));
  if (type == detail::none || tag.find("xmlns:t=") != tag.npos) return std::nullopt;
  const auto& name = vocabulary.model.type(type).name;
  if (name.local.empty() || name.namespace_uri.empty()) return std::nullopt;
  return with_attribute(document, id, "type", "t:" + std::string(name.local),
                        " xmlns:t=\"" + escaped(name.namespace_uri) + "\"");
}

Text spoil_type(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  static constexpr std::array<std::string_view, 9> values{
      "", " ", "unknown", "none:unknown", ":", "a:b:c", "1", "userState ", "\tuserState"};
  return with_attribute(document, pick_typed(document, random), "type",
                        std::string(random.pick(values)));
}

Text drop_type(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto* found =
      document.outline.find_attribute(pick_typed(document, random), detail::xsi_namespace, "type");
  if (found == nullptr) return std::nullopt;
  return document.with({{document.attribute(*found), ""}});
}

Text set_nil(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  static constexpr std::array<std::string_view, 8> values{"true", "false", "1",      "0",
                                                          "",     "yes",   " true ", "TRUE"};
  return with_attribute(document, random.pick(document.elements()), "nil",
                        std::string(random.pick(values)));
}

Text set_schema_attribute(const Document& document, const Vocabulary& /*vocabulary*/,
                          Random& random) {
  static constexpr std::array<std::string_view, 4> names{"unknown", "Type", "schemaLocation",
                                                         "noNamespaceSchemaLocation"};
  return with_attribute(document, random.pick(document.elements()), random.pick(names), "x y");
}

}  // namespace

std::vector<Mutation> schema_attribute_mutations() {
  return {{"set_type", set_type},     {"set_own_type", set_own_type},
          {"spoil_type", spoil_type}, {"drop_type", drop_type},
          {"set_nil", set_nil},       {"set_schema_attribute", set_schema_attribute}};
}

}  // namespace presentity::differential
