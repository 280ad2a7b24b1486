// SPDX-License-Identifier: MIT
#include "generator/schema_sources.hpp"

#include "encoding.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace presentity::generator {
namespace {

using detail::no_node;
using detail::NodeId;

constexpr int most_depth = 64;  // of groups in groups and types behind types

constexpr std::array<std::pair<std::string_view, ComponentKind>, 6> kinds{{
    {"element", ComponentKind::element},
    {"complexType", ComponentKind::complex_type},
    {"simpleType", ComponentKind::simple_type},
    {"group", ComponentKind::group},
    {"attributeGroup", ComponentKind::attribute_group},
    {"attribute", ComponentKind::attribute},
}};

std::optional<ComponentKind> kind_of(const detail::OutlineNode& node) {
  if (node.is_text || node.namespace_uri != detail::xsd_namespace) return std::nullopt;
  const auto* found = std::ranges::find(kinds, node.local, &decltype(kinds)::value_type::first);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

template <class Visit>
void each_child(const detail::Outline& outline, NodeId parent, Visit visit) {
  for (auto id = outline.node(parent).first_child; id != no_node;
       id = outline.node(id).next_sibling) {
    if (!outline.node(id).is_text) visit(id);
  }
}

std::string collapsed(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string result;
  for (std::string word; words >> word;) result += result.empty() ? word : " " + word;
  return result;
}

ReadLimits schema_limits() {
  ReadLimits limits;
  limits.namespaces_in_scope = limits.attributes = 4096;
  limits.distinct_names = 1U << 20U;
  return limits;
}

}  // namespace

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.find_last_of("/\\") + 1));
}

void SchemaSources::add(const SchemaSource& schema, bool is_built_in) {
  const auto text = detail::decode(schema.text);
  if (!text) return;
  auto utf8 = detail::Outline::read(texts_.emplace_back(text->view()), schema_limits());
  if (!utf8) return;  // was loaded, so this cannot be
  const auto file = static_cast<FileId>(files_.size());
  const auto name = file_name(schema.name);
  files_.push_back({schema.name, name.substr(0, name.rfind('.')),
                    std::string(utf8->value_of(0, "targetNamespace")), is_built_in});
  each_child(*utf8, 0, [&](NodeId id) {
    const auto kind = kind_of(utf8->node(id));
    if (!kind) return;
    globals_.try_emplace(
        {*kind, {utf8->value_of(0, "targetNamespace"), utf8->value_of(id, "name")}},
        Place{file, id});
  });
  outlines_.push_back(std::move(*utf8));
}

std::optional<Place> SchemaSources::global(ComponentKind kind, const ExpandedName& name) const {
  // A schema without a target namespace takes on that of the schema that includes it.
  for (const auto& key : {name, ExpandedName{{}, name.local}}) {
    if (const auto found = globals_.find({kind, key}); found != globals_.end()) {
      return found->second;
    }
  }
  return std::nullopt;
}

std::optional<Place> SchemaSources::type(const ExpandedName& name) const {
  const auto found = global(ComponentKind::complex_type, name);
  return found ? found : global(ComponentKind::simple_type, name);
}

ExpandedName SchemaSources::resolve(Place place, std::string_view attribute) const {
  const auto written = detail::split_name(value(place, attribute));
  const auto* uri = outline(place).resolve_prefix(place.node, written.prefix);
  return {uri == nullptr ? std::string_view() : *uri, written.local};
}

std::optional<Place> SchemaSources::child(Place type, ComponentKind kind,
                                          const ExpandedName& name) const {
  return search(type, kind, name, 0);
}

std::optional<Place> SchemaSources::search(Place part, ComponentKind kind, const ExpandedName& name,
                                           int depth) const {
  std::optional<Place> result;
  each_child(outline(part), part.node, [&](NodeId id) {
    const Place here{part.file, id};
    if (result) return;
    if (kind_of(node(here)) != kind) {
      result = follow(here, kind, name, depth + 1);
    } else if (!value(here, "ref").empty()) {
      if (resolve(here, "ref") == name) result = global(kind, name);
    } else if (value(here, "name") == name.local) {
      result = here;
    }
  });
  return result;
}

/// Looks into what a part of a content model contains or refers to, except other elements.
std::optional<Place> SchemaSources::follow(Place part, ComponentKind kind, const ExpandedName& name,
                                           int depth) const {
  if (depth > most_depth || kind_of(node(part)) == ComponentKind::element) return std::nullopt;
  const auto part_kind = kind_of(node(part));
  const bool is_reference =
      part_kind == ComponentKind::group || part_kind == ComponentKind::attribute_group;
  if (is_reference && !value(part, "ref").empty()) {
    const auto target = global(*part_kind, resolve(part, "ref"));
    return target ? search(*target, kind, name, depth) : std::nullopt;
  }
  auto result = search(part, kind, name, depth);
  const auto local = node(part).local;
  if (!result && (local == "extension" || local == "restriction")) {
    const auto base = global(ComponentKind::complex_type, resolve(part, "base"));
    if (base) result = search(*base, kind, name, depth);
  }
  return result;
}

std::optional<Place> SchemaSources::anonymous_type(Place declaration) const {
  std::optional<Place> result;
  each_child(outline(declaration), declaration.node, [&](NodeId id) {
    const auto kind = kind_of(outline(declaration).node(id));
    if (kind == ComponentKind::complex_type || kind == ComponentKind::simple_type) {
      result = Place{declaration.file, id};
    }
  });
  return result;
}

std::vector<std::string> SchemaSources::path(Place place) const {
  std::vector<std::string> names;
  for (auto id = place.node; id != no_node; id = outline(place).node(id).parent) {
    const auto name = value({place.file, id}, "name");
    if (!name.empty()) names.emplace(names.begin(), name);
  }
  return names;
}

std::string SchemaSources::documentation(Place place) const {
  std::string text;
  each_child(outline(place), place.node, [&](NodeId id) {
    if (node({place.file, id}).local != "annotation") return;
    each_child(outline(place), id, [&](NodeId part) {
      if (node({place.file, part}).local != "documentation") return;
      text += " " + outline(place).direct_text(part);
    });
  });
  return collapsed(text);
}

std::string SchemaSources::token_documentation(Place type, std::string_view token) const {
  const auto& xsd = outline(type);
  const auto behind = xsd.node(type.node).end;
  for (auto id = type.node; id < xsd.size() && xsd.node(id).offset < behind; ++id) {
    const bool is_token = !xsd.node(id).is_text && xsd.node(id).local == "enumeration" &&
                          collapsed(xsd.value_of(id, "value")) == token;
    if (is_token) return documentation({type.file, id});
  }
  return {};
}

Position SchemaSources::position(Place place) const {
  return position_at(texts_[place.file], node(place).offset);
}

std::string SchemaSources::origin(Place place) const {
  const auto path_parts = path(place);
  auto text = file_name(file(place.file).path) + ":" + std::to_string(position(place).line) + ", " +
              std::string(node(place).local);
  const bool is_anonymous = value(place, "name").empty();
  if (path_parts.empty()) return text;
  return text + (is_anonymous ? " of \"" : " \"") + path_parts.back() + "\"";
}

std::vector<SchemaSources::Reference> SchemaSources::references(FileId file) const {
  std::vector<Reference> result;
  for (const auto* word : {"include", "import", "redefine"}) {
    for (const auto place : all(file, word)) {
      result.push_back({file_name(value(place, "schemaLocation")), position(place)});
    }
  }
  return result;
}

std::vector<Place> SchemaSources::all(FileId file, std::string_view xsd_element) const {
  std::vector<Place> result;
  for (NodeId id = 0; id < outlines_[file].size(); ++id) {
    const auto& node = outlines_[file].node(id);
    if (!node.is_text && node.namespace_uri == detail::xsd_namespace && node.local == xsd_element) {
      result.push_back({file, id});
    }
  }
  return result;
}

}  // namespace presentity::generator
