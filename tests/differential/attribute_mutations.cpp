// SPDX-License-Identifier: MIT
#include "edge_values.hpp"
#include "mutator.hpp"

#include <array>

namespace presentity::differential {
namespace {

using detail::NodeId;
using detail::none;
using detail::OutlineAttribute;
using Text = std::optional<std::string>;

struct Place {
  NodeId element;
  const OutlineAttribute* attribute;
};

std::optional<Place> pick_attribute(const Document& document, Random& random) {
  std::vector<Place> places;
  for (const auto id : document.elements()) {
    for (const auto& attribute : document.outline.attributes(id)) {
      places.push_back({id, &attribute});
    }
  }
  if (places.empty()) return std::nullopt;
  return random.pick(places);
}

bool has_attribute(const Document& document, NodeId id, const Name& name) {
  return document.outline.find_attribute(id, name.namespace_uri, name.local) != nullptr;
}

/// ` name="value"`, with a declaration if it has a namespace.
std::string attribute_text(const Name& name, std::string_view value) {
  const auto text = name.local + "=\"" + escaped(value) + "\"";
  if (name.namespace_uri.empty()) return " " + text;
  if (name.namespace_uri == detail::xml_namespace) return " xml:" + text;
  return " a:" + text + " xmlns:a=\"" + escaped(name.namespace_uri) + "\"";
}

Text add(const Document& document, NodeId id, const Name& name, std::string_view value) {
  const bool declares =
      document.slice(document.start_tag(id)).find("xmlns:a=") != std::string::npos;
  if (has_attribute(document, id, name) || declares) return std::nullopt;
  return document.with({document.add_to_start_tag(id, attribute_text(name, value))});
}

Text drop_attribute(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto place = pick_attribute(document, random);
  if (!place) return std::nullopt;
  return document.with({{document.attribute(*place->attribute), ""}});
}

/// Only those that the type requires.
Text drop_required(const Document& document, const Vocabulary& vocabulary, Random& random) {
  std::vector<const OutlineAttribute*> required;
  for (const auto id : document.elements()) {
    const auto type = document.assessment.elements[id].type;
    if (type == none) continue;
    for (const auto& use : vocabulary.model.type(type).attributes) {
      const auto* found =
          document.outline.find_attribute(id, use.name.namespace_uri, use.name.local);
      if (use.is_required && found != nullptr) required.push_back(found);
    }
  }
  if (required.empty()) return std::nullopt;
  return document.with({{document.attribute(*random.pick(required)), ""}});
}

Text misspell_attribute(const Document& document, const Vocabulary& /*vocabulary*/,
                        Random& random) {
  const auto place = pick_attribute(document, random);
  if (!place) return std::nullopt;
  const std::string qname(place->attribute->qname);
  const auto end = place->attribute->offset + qname.size();
  if (random.one_in(2)) return document.with({{{end, end}, "x"}});
  const Name other{std::string(place->attribute->namespace_uri),
                   std::string(place->attribute->local.substr(0, 1))};
  if (other.local == place->attribute->local || has_attribute(document, place->element, other)) {
    return std::nullopt;
  }
  const auto keep = end - place->attribute->local.size() + 1;
  return document.with({{{keep, end}, ""}});
}

Text rename_attribute(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto place = pick_attribute(document, random);
  if (!place) return std::nullopt;
  const auto& name = random.pick(vocabulary.attributes);
  if (has_attribute(document, place->element, name)) return std::nullopt;
  const bool declares =
      document.slice(document.start_tag(place->element)).find("xmlns:a=") != std::string::npos;
  if (declares) return std::nullopt;
  return document.with(
      {{document.attribute(*place->attribute), attribute_text(name, place->attribute->value)}});
}

/// The attribute gets the namespace of its element, or a foreign one.
Text qualify_attribute(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto place = pick_attribute(document, random);
  if (!place || !place->attribute->namespace_uri.empty()) return std::nullopt;
  const auto own = std::string(document.outline.node(place->element).namespace_uri);
  const Name name{own.empty() || random.one_in(2) ? "urn:example:foreign" : own,
                  std::string(place->attribute->local)};
  const bool declares =
      document.slice(document.start_tag(place->element)).find("xmlns:a=") != std::string::npos;
  if (declares || has_attribute(document, place->element, name)) return std::nullopt;
  return document.with(
      {{document.attribute(*place->attribute), attribute_text(name, place->attribute->value)}});
}

Text add_unknown(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto id = random.pick(document.elements());
  const std::array<std::string, 4> namespaces{"", "urn:example:foreign",
                                              std::string(document.outline.node(id).namespace_uri),
                                              std::string(detail::xml_namespace)};
  return add(document, id, {random.pick(namespaces), random.one_in(3) ? "lang" : "unknown"},
             random.one_in(3) ? "" : "en");
}

Text add_from_elsewhere(const Document& document, const Vocabulary& vocabulary, Random& random) {
  static constexpr std::array<std::string_view, 4> values{"", "1", "true", "x"};
  return add(document, random.pick(document.elements()), random.pick(vocabulary.attributes),
             random.pick(values));
}

/// An attribute that the type has and the document does not, with an edge value.
Text add_declared(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto id = random.pick(document.elements());
  const auto type = document.assessment.elements[id].type;
  if (type == none || vocabulary.model.type(type).attributes.empty()) return std::nullopt;
  const auto& use = random.pick(vocabulary.model.type(type).attributes);
  const auto values = edge_values(vocabulary.model, vocabulary.model.type(use.type).simple, "1");
  return add(document, id, {std::string(use.name.namespace_uri), std::string(use.name.local)},
             random.pick(values));
}

}  // namespace

std::vector<Mutation> attribute_mutations() {
  return {{"drop_attribute", drop_attribute},         {"drop_required", drop_required},
          {"misspell_attribute", misspell_attribute}, {"rename_attribute", rename_attribute},
          {"qualify_attribute", qualify_attribute},   {"add_unknown", add_unknown},
          {"add_from_elsewhere", add_from_elsewhere}, {"add_declared", add_declared}};
}

}  // namespace presentity::differential
