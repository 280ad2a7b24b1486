// SPDX-License-Identifier: MIT
#include "edge_values.hpp"
#include "mutator.hpp"

namespace presentity::differential {
namespace {

using detail::NodeId;
using detail::none;
using Text = std::optional<std::string>;

/// A value of a simple type that stands in the document.
struct Place {
  NodeId element;
  const detail::OutlineAttribute* attribute;  ///< Null for the text of the element.
  const detail::SimpleFacts* type;
};

void add_attributes(const Document& document, const detail::SchemaModel& model, NodeId id,
                    std::vector<Place>& places) {
  const auto& type = model.type(document.assessment.elements[id].type);
  for (const auto& use : type.attributes) {
    const auto* found = document.outline.find_attribute(id, use.name.namespace_uri, use.name.local);
    if (found != nullptr) places.push_back({id, found, &model.type(use.type).simple});
  }
}

std::optional<Place> pick_value(const Document& document, const detail::SchemaModel& model,
                                Random& random) {
  std::vector<Place> places;
  for (const auto id : document.elements()) {
    const auto type_id = document.assessment.elements[id].type;
    if (type_id == none) continue;
    add_attributes(document, model, id, places);
    const auto& type = model.type(type_id);
    if (type.is_simple || type.content == detail::SchemaType::Content::simple) {
      places.push_back({id, nullptr, &type.simple});
    }
  }
  if (places.empty()) return std::nullopt;
  return random.pick(places);
}

std::string current(const Document& document, const Place& place) {
  return place.attribute == nullptr ? document.outline.direct_text(place.element)
                                    : std::string(place.attribute->value);
}

std::string with_value(const Document& document, const Place& place, const std::string& text) {
  if (place.attribute != nullptr) return document.with({{document.value(*place.attribute), text}});
  return document.with({document.set_content(place.element, text)});
}

Text set_edge_value(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto place = pick_value(document, vocabulary.model, random);
  if (!place) return std::nullopt;
  const auto values = edge_values(vocabulary.model, *place->type, current(document, *place));
  return with_value(document, *place, escaped(random.pick(values)));
}

Text damage_value(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto place = pick_value(document, vocabulary.model, random);
  if (!place) return std::nullopt;
  return with_value(document, *place, escaped(damaged(current(document, *place), random)));
}

/// A valid value of some other type.
Text take_other_value(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto place = pick_value(document, vocabulary.model, random);
  const auto& other = random.pick(vocabulary.documents);
  const auto source = pick_value(other, vocabulary.model, random);
  if (!place || !source) return std::nullopt;
  return with_value(document, *place, escaped(current(other, *source)));
}

/// White space that attribute normalization leaves alone, or a value in pieces.
Text respell_value(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto place = pick_value(document, vocabulary.model, random);
  if (!place) return std::nullopt;
  const auto value = current(document, *place);
  const auto text = escaped(value);
  switch (random.below(4)) {
    case 0:
      return with_value(document, *place, "&#10;" + text + "&#9;");
    case 1:
      return with_value(document, *place, text + "&#xD;&#32;");
    case 2:
      if (place->attribute != nullptr) return std::nullopt;
      return with_value(document, *place, "<!--x-->" + text + "<?x?>");
    default:
      if (place->attribute != nullptr || value.empty()) return std::nullopt;
      if (static_cast<unsigned char>(value[0]) >= 0x80) return std::nullopt;
      return with_value(document, *place,
                        "<![CDATA[" + value.substr(0, 1) + "]]>" + escaped(value.substr(1)));
  }
}

}  // namespace

std::vector<Mutation> value_mutations() {
  // The first ones more often: there are many values at each place.
  return {{"set_edge_value", set_edge_value},     {"set_edge_value", set_edge_value},
          {"set_edge_value", set_edge_value},     {"set_edge_value", set_edge_value},
          {"set_edge_value", set_edge_value},     {"set_edge_value", set_edge_value},
          {"damage_value", damage_value},         {"damage_value", damage_value},
          {"take_other_value", take_other_value}, {"respell_value", respell_value}};
}

}  // namespace presentity::differential
