// SPDX-License-Identifier: MIT
#include "mutator.hpp"

#include <utility>

namespace presentity::differential {
namespace {

using detail::no_node;
using detail::NodeId;
using detail::Particle;
using Text = std::optional<std::string>;

/// The text with the two spans, which do not overlap, in each other's place.
std::string swapped(const Document& document, Span one, Span other) {
  return document.with(
      {{one, std::string(document.slice(other))}, {other, std::string(document.slice(one))}});
}

/// A parent with at least `least` child elements, or `no_node`.
NodeId pick_parent(const Document& document, std::size_t least, Random& random) {
  std::vector<NodeId> parents;
  for (const auto id : document.elements()) {
    if (document.child_elements(id).size() >= least) parents.push_back(id);
  }
  return parents.empty() ? no_node : random.pick(parents);
}

Text drop_element(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto id = pick_inner(document, random);
  if (id == no_node) return std::nullopt;
  return document.with({{document.whole(id), ""}});
}

Text drop_content(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto id = random.pick(document.elements());
  if (document.content(id).is_empty()) return std::nullopt;
  return document.with({{document.content(id), ""}});
}

Text duplicate_element(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto id = pick_inner(document, random);
  if (id == no_node) return std::nullopt;
  const auto span = document.whole(id);
  return document.with({{{span.end, span.end}, std::string(document.slice(span))}});
}

Text swap_siblings(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto parent = pick_parent(document, 2, random);
  if (parent == no_node) return std::nullopt;
  const auto children = document.child_elements(parent);
  const auto one = random.below(children.size());
  const auto other = random.one_in(2) ? (one + 1) % children.size() : random.below(children.size());
  if (one == other) return std::nullopt;
  return swapped(document, document.whole(children[one]), document.whole(children[other]));
}

Text reverse_siblings(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto parent = pick_parent(document, 3, random);
  if (parent == no_node) return std::nullopt;
  const auto children = document.child_elements(parent);
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const auto other = document.whole(children[children.size() - 1 - i]);
    edits.push_back({document.whole(children[i]), std::string(document.slice(other))});
  }
  return document.with(std::move(edits));
}

/// Into any gap of any element that is not below the one that moves.
Text move_element(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto id = pick_inner(document, random);
  if (id == no_node) return std::nullopt;
  const auto moved = document.whole(id);
  const auto target =
      random.one_in(2) ? document.outline.node(id).parent : random.pick(document.elements());
  const auto place = document.insert_child(target, document.outline.self_contained(id), random);
  if (place.span.begin > moved.begin && place.span.begin < moved.end) return std::nullopt;
  if (place.span.begin <= moved.begin && place.span.end > moved.begin) return std::nullopt;
  return document.with({{moved, ""}, place});
}

/// An element to the other side of a delimiter or end, or the marker to another place.
Text cross_marker(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  std::vector<std::pair<NodeId, NodeId>> pairs;
  for (const auto parent : document.elements()) {
    const auto children = document.child_elements(parent);
    for (const auto marker : children) {
      const auto& node = document.outline.node(marker);
      if (!node.namespace_uri.ends_with("/commontypes")) continue;
      for (const auto other : children) {
        if (other != marker) pairs.emplace_back(marker, other);
      }
    }
  }
  if (pairs.empty()) return std::nullopt;
  auto [marker, other] = random.pick(pairs);
  if (random.one_in(3)) std::swap(marker, other);
  const auto moved = document.whole(other);
  const auto place = moved.begin < document.whole(marker).begin ? document.whole(marker).end
                                                                : document.whole(marker).begin;
  return document.with({{moved, ""}, {{place, place}, std::string(document.slice(moved))}});
}

std::string free_prefix(const Document& document, NodeId id) {
  const auto tag = document.slice(document.start_tag(id));
  for (const std::string prefix : {"m", "n", "o"}) {
    if (tag.find("xmlns:" + prefix + "=") == tag.npos) return prefix;
  }
  return "p";
}

std::string renamed(const Document& document, NodeId id, const std::string& qname,
                    const std::string& declaration) {
  const auto& node = document.outline.node(id);
  const auto name_begin = node.offset + 1;
  std::vector<Edit> edits{{{name_begin, name_begin + node.qname.size()}, qname + declaration}};
  if (document.has_end_tag(id)) {
    const auto end_name = document.content(id).end + 2;
    edits.push_back({{end_name, end_name + node.qname.size()}, qname});
  }
  return document.with(std::move(edits));
}

std::string renamed(const Document& document, NodeId id, const Name& name) {
  const auto prefix = free_prefix(document, id);
  if (!name.namespace_uri.empty()) {
    return renamed(document, id, prefix + ":" + name.local,
                   " xmlns:" + prefix + "=\"" + escaped(name.namespace_uri) + "\"");
  }
  const auto tag = document.slice(document.start_tag(id));
  const bool has_default = tag.find("xmlns=") != tag.npos;
  return renamed(document, id, name.local, has_default ? "" : " xmlns=\"\"");
}

Text misspell_element(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto id = random.pick(document.elements());
  const std::string qname(document.outline.node(id).qname);
  auto wrong = qname + "x";
  if (random.one_in(2)) {
    wrong = qname;
    auto& c = wrong.back();
    c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : 'z');
  }
  return renamed(document, id, wrong, "");
}

void collect(const detail::SchemaModel& model, const Particle& particle, std::vector<Name>& names) {
  if (particle.kind == Particle::Kind::element) {
    const auto& name = model.element(particle.element).name;
    names.push_back({std::string(name.namespace_uri), std::string(name.local)});
  }
  for (const auto& part : particle.particles) collect(model, part, names);
}

/// To a name that the parent knows, or that any schema knows.
Text rename_element(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto id = random.pick(document.elements());
  const auto parent = document.outline.node(id).parent;
  std::vector<Name> names;
  if (parent != no_node && !random.one_in(3)) {
    const auto type = document.assessment.elements[parent].type;
    if (type != detail::none && vocabulary.model.type(type).particle) {
      collect(vocabulary.model, *vocabulary.model.type(type).particle, names);
    }
  }
  return renamed(document, id, random.pick(names.empty() ? vocabulary.elements : names));
}

Text change_namespace(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto id = random.pick(document.elements());
  Name name{random.pick(vocabulary.elements).namespace_uri,
            std::string(document.outline.node(id).local)};
  if (random.one_in(3)) name.namespace_uri = random.one_in(2) ? "" : "urn:example:foreign";
  return renamed(document, id, name);
}

}  // namespace

std::vector<Mutation> structure_mutations() {
  return {{"drop_element", drop_element},           {"drop_content", drop_content},
          {"duplicate_element", duplicate_element}, {"swap_siblings", swap_siblings},
          {"reverse_siblings", reverse_siblings},   {"move_element", move_element},
          {"cross_marker", cross_marker},           {"misspell_element", misspell_element},
          {"rename_element", rename_element},       {"change_namespace", change_namespace}};
}

}  // namespace presentity::differential
