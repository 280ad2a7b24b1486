// SPDX-License-Identifier: MIT
#include "assessor.hpp"

#include "names.hpp"
#include "simple_values.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <utility>

namespace presentity::detail {

Assessor::Assessor(const SchemaModel& model, const Outline& outline, const ReadLimits& limits)
    : model_(model), outline_(outline), limits_(limits) {
  result_.elements.resize(outline.size());
}

Assessment assess(const SchemaModel& model, const Outline& outline, ElementId root,
                  const ReadLimits& limits) {
  return Assessor(model, outline, limits).run(root);
}

bool is_assessed(const Outline& outline, const Assessment& assessment, NodeId id) {
  while (id != no_node && assessment.elements[id].type != none) id = outline.node(id).parent;
  return id == no_node;
}

Assessment Assessor::run(ElementId root) {
  assess_element(0, root);
  assess_references();
  refuse_schema_locations();
  if (is_full()) {
    report(0, nullptr, "limit-exceeded",
           "there are " + std::to_string(most_findings) +
               " findings; the rest of the document was not checked");
  }
  return std::move(result_);
}

void Assessor::assess_element(NodeId id, ElementId declaration) {
  const auto& declared = model_.element(declaration);
  if (declared.is_abstract) {
    report(id, nullptr, "unexpected-element",
           "element " + quoted(node(id).qname) + " is abstract: another must stand in its place");
    return;
  }
  const auto type = governing_type(id, declared);
  if (type == none) return;
  if (is_nil(id, declared)) {
    result_.elements[id] = {type, declaration};
    assess_attributes(id, model_.type(type));
    return;
  }
  assess_as(id, type, declaration);
}

void Assessor::assess_as(NodeId id, TypeId type_id, ElementId declaration) {
  const auto& type = model_.type(type_id);
  if (type.is_abstract) {
    const auto names = model_.concrete_types(type_id);
    report(id, nullptr, "missing-attribute",
           "element " + quoted(node(id).qname) + " needs an xsi:type",
           "expected xsi:type to be " + listed(names));
    return;
  }
  result_.elements[id] = {type_id, declaration};
  assess_attributes(id, type);
  assess_content(id, type);
  remark_element(id, type, declaration);
}

/// Returns the type that `xsi:type` names, or `none`.
TypeId Assessor::named_type(NodeId id) const {
  const auto* attribute = outline_.find_attribute(id, xsi_namespace, "type");
  if (attribute == nullptr) return none;
  const auto [prefix, local] = split_name(trimmed(attribute->value));
  const auto* uri = outline_.resolve_prefix(id, prefix);
  if (uri == nullptr && !prefix.empty()) return none;
  return model_.find_type(uri == nullptr ? std::string_view() : *uri, local);
}

/// Returns the type that `xsi:type` names, or `declared`; `none` after an error.
TypeId Assessor::governing_type(NodeId id, const ElementDeclaration& declaration) {
  const auto declared = declaration.type;
  const auto* attribute = outline_.find_attribute(id, xsi_namespace, "type");
  if (attribute == nullptr) return declared;
  const auto name = trimmed(attribute->value);
  const auto [prefix, local] = split_name(name);
  if (!prefix.empty() && outline_.resolve_prefix(id, prefix) == nullptr) {
    report(id, attribute, "unknown-type",
           "type " + quoted(name) + " has a prefix that is not declared",
           "add xmlns:" + std::string(prefix) + "=\"...\"");
    return none;
  }
  const auto type = named_type(id);
  if (type != none && model_.is_derived(type, declared)) {
    if (may_replace(type, declaration)) return type;
    report(id, attribute, "unknown-type",
           "type " + quoted(name) + " is blocked for element " + quoted(node(id).qname),
           "the schema forbids types that are derived like this one");
    return none;
  }
  const auto names = model_.concrete_types(declared);
  const bool is_other_namespace = std::ranges::find(names, local) != names.end();
  report(id, attribute, "unknown-type",
         type == none
             ? "type " + quoted(name) + " is not known"
             : "type " + quoted(name) + " is not a type for element " + quoted(node(id).qname),
         is_other_namespace
             ? "did you mean '" + display_name(id, {node(id).namespace_uri, local}) + "'?"
             : did_you_mean(local, names, names.empty() ? "" : "expected " + listed(names)));
  return none;
}

/// Source: XML Schema Part 1, section 3.3.4, item 4.3, and section 3.4.6, Type Derivation OK.
bool Assessor::may_replace(TypeId type, const ElementDeclaration& declaration) const {
  unsigned used = 0;
  for (auto step = type; step != declaration.type; step = model_.type(step).base) {
    used |= model_.type(step).derivation;
  }
  return (used & (declaration.blocked | model_.type(declaration.type).blocked)) == 0;
}

/// Whether the element says that it has no value, and may.
bool Assessor::is_nil(NodeId id, const ElementDeclaration& declaration) {
  const auto* attribute = outline_.find_attribute(id, xsi_namespace, "nil");
  if (attribute == nullptr) return false;
  const auto value = trimmed(attribute->value);
  if (!declaration.is_nillable) {
    report(id, attribute, "unexpected-attribute",
           "element " + quoted(node(id).qname) + " cannot be nil");
  }
  if (value == "false" || value == "0") return false;
  if (value != "true" && value != "1") {
    report(id, attribute, "invalid-value",
           "value " + quoted(value) + " of attribute " + quoted(attribute->qname) +
               " is not valid: expected true, false, 1 or 0");
    return false;
  }
  if (!declaration.is_nillable) return node(id).first_child == no_node;
  if (node(id).first_child != no_node) {
    report(id, attribute, "unexpected-element", "an element that is nil must be empty");
  }
  return true;
}

void Assessor::assess_content(NodeId id, const SchemaType& type) {
  if (type.is_simple || type.content == SchemaType::Content::simple) {
    return assess_simple_content(id, type);
  }
  if (type.content == SchemaType::Content::empty) {
    refuse_text(id, next_element(node(id).first_child) == no_node);
  }
  if (type.content == SchemaType::Content::elements) refuse_text(id, false);
  assess_children(id, type);
}

void Assessor::assess_simple_content(NodeId id, const SchemaType& type) {
  for (auto child = node(id).first_child; child != no_node; child = node(child).next_sibling) {
    if (node(child).is_text) continue;
    report(child, nullptr, "unexpected-element",
           "element " + quoted(node(id).qname) + " holds text only, not element " +
               quoted(node(child).qname),
           "expected " + describe(model_, type.simple));
    return;
  }
  const auto declaration = result_.elements[id].declaration;
  static const ValueConstraint no_constraint;
  const auto& constraint =
      declaration == none ? no_constraint : model_.element(declaration).constraint;
  const auto text = outline_.direct_text(id);
  // Section 3.3.4, item 5.1: an empty element has the default value.
  const bool is_standard = text.empty() && constraint.kind != ValueConstraint::Kind::absent;
  const auto value = is_standard ? std::string_view(constraint.value) : std::string_view(text);
  assess_value(id, nullptr, type.simple, value);
  assess_fixed(id, nullptr, type.simple, constraint, value);
}

void Assessor::assess_children(NodeId id, const SchemaType& type) {
  ContentMatcher matcher(model_, type.particle ? &*type.particle : nullptr);
  std::set<ExpandedName> excused;
  bool is_extension = false;
  bool has_unknown = false;  // it may be the one that is missing, misspelt
  for (auto child = next_element(node(id).first_child); child != no_node && !is_full();
       child = next_element(node(child).next_sibling)) {
    auto match = matcher.advance(node(child).namespace_uri, node(child).local);
    if (match.particle == nullptr) match = recover(matcher, child, excused);
    assess_child(child, match);
    has_unknown |= match.particle == nullptr;
    if (is_extension && match.particle != nullptr) remark_unknown_extension(child);
    is_extension |= is_common(node(child), "delimiter");
  }
  if (!matcher.is_complete() && !has_unknown && !is_full()) report_missing(matcher, id, no_node);
}

void Assessor::assess_child(NodeId child, const ContentMatcher::Match& match) {
  if (match.element != none) {
    assess_element(child, match.element);
  } else if (match.particle != nullptr) {
    assess_by_wildcard(child, *match.particle->wildcard);
  }
}

void Assessor::assess_by_wildcard(NodeId child, const Wildcard& wildcard) {
  if (wildcard.process == Wildcard::Process::skip) return;
  const auto declaration = model_.find_element(node(child).namespace_uri, node(child).local);
  if (declaration != none) return assess_element(child, declaration);
  if (wildcard.process == Wildcard::Process::strict) {
    return report(child, nullptr, "unexpected-element",
                  "element " + quoted(node(child).qname) + " is not declared in any schema");
  }
  assess_undeclared(child);
}

/// Assesses an element that has no declaration: by its xsi:type, if a schema knows that. If not,
/// the element is open content, of which only what is declared inside is assessed.
void Assessor::assess_undeclared(NodeId id) {
  const auto type = named_type(id);
  if (type == none) return assess_laxly(id);
  assess_as(id, type, none);
}

/// Looks inside of an element that no schema knows: what is declared there is assessed.
void Assessor::assess_laxly(NodeId id) {
  for (auto child = next_element(node(id).first_child); child != no_node && !is_full();
       child = next_element(node(child).next_sibling)) {
    const auto declaration = model_.find_element(node(child).namespace_uri, node(child).local);
    if (declaration == none) {
      assess_undeclared(child);
    } else {
      assess_element(child, declaration);
    }
  }
}

/// Explains why `child` does not match, once for each mistake, and finds a declaration for what is
/// inside of it.
ContentMatcher::Match Assessor::recover(ContentMatcher& matcher, NodeId child,
                                        std::set<ExpandedName>& excused) {
  const ExpandedName name{node(child).namespace_uri, node(child).local};
  const auto before = matcher;
  const auto match = matcher.advance(name.namespace_uri, name.local, true);
  if (match.particle != nullptr) {
    for (const auto* particle : before.expected()) {
      if (particle->kind != Particle::Kind::element || particle->min == 0) continue;
      const auto& wanted = model_.element(particle->element).name;
      const auto later = find_later(child, wanted);
      if (later == no_node) continue;
      excused.insert(wanted);
      report(
          child, nullptr, "unexpected-element",
          "element " + quoted(node(child).qname) + " must come after " + quoted(node(later).qname));
      return match;
    }
    report_missing(before, node(child).parent, child);
    return match;
  }
  const auto declaration = matcher.find_anywhere(name.namespace_uri, name.local);
  if (!excused.contains(name)) report_misplaced(matcher, child);
  static constexpr Particle anywhere;
  return {declaration == none ? nullptr : &anywhere, declaration};
}

/// A sibling with this name that follows soon; how far is looked bounds the work for a document of
/// mistakes.
NodeId Assessor::find_later(NodeId child, const ExpandedName& name) const {
  constexpr std::size_t furthest = 100;
  auto later = next_element(node(child).next_sibling);
  for (std::size_t i = 0; i < furthest && later != no_node; ++i) {
    if (node(later).local == name.local && node(later).namespace_uri == name.namespace_uri) {
      return later;
    }
    later = next_element(node(later).next_sibling);
  }
  return no_node;
}

void Assessor::report_misplaced(const ContentMatcher& matcher, NodeId child) {
  const auto& parent = node(node(child).parent);
  const auto qname = quoted(node(child).qname);
  const auto expected = display_names(child, matcher.expected());
  const auto otherwise = expected.empty() ? std::string() : "expected " + listed(expected);
  if (matcher.find_anywhere(node(child).namespace_uri, node(child).local) != none) {
    return report(child, nullptr, "unexpected-element",
                  "element " + qname + " is not allowed here: it stands too late or too often",
                  otherwise);
  }
  const auto global = model_.find_element(node(child).namespace_uri, node(child).local);
  if (global != none && model_.element(global).remarks.extension_block) {
    return report(child, nullptr, "unexpected-element",
                  "element " + qname + " is only allowed behind ct:delimiter",
                  "put <ct:delimiter/> before it and <ct:end/> behind it");
  }
  const auto names = matcher.all_names();
  if (names.empty()) {
    std::string help;
    for (const auto& root : model_.registry.roots) {
      if (expected.empty() || root.name.local != node(child).local) continue;
      if (root.name.namespace_uri == node(child).namespace_uri) continue;
      help = "element " + quoted(root.name.local) + " is known in namespace '" +
             std::string(root.name.namespace_uri) + "'; check xmlns";
    }
    return report(child, nullptr, "unexpected-element",
                  "element " + quoted(parent.qname) + " cannot hold element " + qname,
                  std::move(help));
  }
  const bool is_other_namespace = std::ranges::find(names, node(child).local) != names.end();
  report(child, nullptr, "unexpected-element",
         "element " + qname + " is not allowed in " + quoted(parent.qname),
         is_other_namespace ? "its namespace '" + std::string(node(child).namespace_uri) +
                                  "' is not the one of the schema; check xmlns"
                            : did_you_mean(node(child).local, names, otherwise));
}

/// Says which element is missing in `parent`, at its end or before the child `before`.
void Assessor::report_missing(const ContentMatcher& matcher, NodeId parent, NodeId before) {
  auto particles = matcher.expected();
  std::vector<const Particle*> required;
  std::ranges::copy_if(particles, std::back_inserter(required),
                       [](const Particle* particle) { return particle->min > 0; });
  const auto names = display_names(parent, required.empty() ? particles : required);
  const auto place = before == no_node ? " in " + quoted(node(parent).qname)
                                       : " before " + quoted(node(before).qname);
  const bool is_any = required.size() == 1 && required[0]->kind == Particle::Kind::wildcard;
  const auto what = is_any              ? std::string("an element")
                    : names.size() == 1 ? "element '" + names.front() + "'"
                                        : "one of the elements " + listed(names);
  report(before == no_node ? parent : before, nullptr, "missing-element",
         what + " is missing" + place);
}

void Assessor::refuse_text(NodeId id, bool also_blank) {
  for (auto child = node(id).first_child; child != no_node; child = node(child).next_sibling) {
    if (!node(child).is_text) continue;
    const auto text = node(child).text;
    if (is_blank(text) && !also_blank) continue;
    report(id, nullptr, "unexpected-text",
           is_blank(text)
               ? "element " + quoted(node(id).qname) + " must be empty, without white space"
               : "text " + quoted(trimmed(text)) + " is not allowed in element " +
                     quoted(node(id).qname));
    const auto source = outline_.source().substr(node(child).offset);
    const auto blank = is_blank(text) ? 0 : source.find_first_not_of(" \t\r\n");
    result_.findings.back().offset = node(child).offset + blank;
    return;
  }
}

std::string Assessor::display_name(NodeId at, const ExpandedName& name) const {
  for (auto id = at; id != no_node; id = node(id).parent) {
    for (const auto& declaration : outline_.declarations(id)) {
      if (declaration.uri != name.namespace_uri) continue;
      const std::string local(name.local);
      return declaration.prefix.empty() ? local : std::string(declaration.prefix) + ":" + local;
    }
  }
  return (name.namespace_uri == common_types ? "ct:" : "") + std::string(name.local);
}

std::vector<std::string> Assessor::display_names(
    NodeId at, const std::vector<const Particle*>& particles) const {
  std::vector<std::string> names;
  for (const auto* particle : particles) {
    const auto name = particle->kind == Particle::Kind::element
                          ? display_name(at, model_.element(particle->element).name)
                          : std::string("an element of another kind");
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

NodeId Assessor::next_element(NodeId id) const {
  while (id != no_node && node(id).is_text) id = node(id).next_sibling;
  return id;
}

bool Assessor::has_child(NodeId parent, std::string_view local) const {
  for (auto id = next_element(node(parent).first_child); id != no_node;
       id = next_element(node(id).next_sibling)) {
    if (node(id).local == local) return true;
  }
  return false;
}

void Assessor::report(NodeId id, const OutlineAttribute* attribute, std::string_view rule,
                      std::string message, std::string help) {
  result_.findings.push_back({Severity::error, rule, id,
                              attribute == nullptr ? std::string_view() : attribute->qname,
                              attribute == nullptr ? node(id).offset : attribute->offset,
                              std::move(message), std::move(help)});
}

void Assessor::warn(NodeId id, const OutlineAttribute* attribute, std::string_view rule,
                    std::string message, std::string help) {
  report(id, attribute, rule, std::move(message), std::move(help));
  result_.findings.back().severity = Severity::warning;
}

}  // namespace presentity::detail
