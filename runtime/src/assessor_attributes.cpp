// SPDX-License-Identifier: MIT
#include "assessor.hpp"
#include "names.hpp"
#include "simple_values.hpp"
#include "unicode.hpp"

#include <algorithm>

namespace presentity::detail {
namespace {

const AttributeUse* find_use(const SchemaType& type, const OutlineAttribute& attribute) {
  const auto found = std::ranges::find_if(type.attributes, [&](const AttributeUse& use) {
    return use.name.local == attribute.local && use.name.namespace_uri == attribute.namespace_uri;
  });
  return found == type.attributes.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(std::span<const AttributeUse> uses) {
  std::vector<std::string> names;
  for (const auto& use : uses) names.emplace_back(use.name.local);
  return names;
}

bool is_schema_location(const OutlineAttribute& attribute) {
  return attribute.namespace_uri == xsi_namespace &&
         (attribute.local == "schemaLocation" || attribute.local == "noNamespaceSchemaLocation");
}

}  // namespace

void Assessor::assess_attributes(NodeId id, const SchemaType& type) {
  for (const auto& attribute : outline_.attributes(id)) {
    if (attribute.namespace_uri == xsi_namespace) {
      assess_schema_attribute(id, attribute);
    } else {
      assess_attribute(id, type, attribute);
    }
  }
  for (const auto& use : type.attributes) {
    if (!use.is_required) continue;
    if (outline_.find_attribute(id, use.name.namespace_uri, use.name.local) != nullptr) continue;
    report(id, nullptr, "missing-attribute",
           "attribute '" + std::string(use.name.local) + "' is missing on element " +
               quoted(node(id).qname),
           "expected " + describe(model_, model_.type(use.type).simple));
  }
}

void Assessor::assess_attribute(NodeId id, const SchemaType& type,
                                const OutlineAttribute& attribute) {
  const auto* use = find_use(type, attribute);
  if (use == nullptr) return assess_foreign_attribute(id, type, attribute);
  if (use->remarks.is_undocumented) {
    warn(id, &attribute, "undocumented-attribute",
         "attribute " + quoted(attribute.qname) +
             " is written by deployed systems but not documented");
  }
  const auto& simple = model_.type(use->type).simple;
  assess_value(id, &attribute, simple, attribute.value);
  assess_fixed(id, &attribute, simple, use->constraint, attribute.value);
}

/// An attribute that the type does not name.
void Assessor::assess_foreign_attribute(NodeId id, const SchemaType& type,
                                        const OutlineAttribute& attribute) {
  const auto names = names_of(type.attributes);
  const bool is_allowed = type.any_attribute && type.any_attribute->allows(attribute.namespace_uri);
  const auto* const global = model_.find_attribute(attribute.namespace_uri, attribute.local);
  const bool is_unknown =
      is_allowed && global == nullptr && type.any_attribute->process == Wildcard::Process::strict;
  if (!is_allowed || is_unknown) {
    return report(
        id, &attribute, "unexpected-attribute",
        "attribute " + quoted(attribute.qname) + " is not allowed on element " +
            quoted(node(id).qname),
        did_you_mean(attribute.local, names, names.empty() ? "" : "expected " + listed(names)));
  }
  if (type.any_attribute->process == Wildcard::Process::skip) return;
  if (global != nullptr) {
    const auto& simple = model_.type(global->type).simple;
    assess_value(id, &attribute, simple, attribute.value);
    return assess_fixed(id, &attribute, simple, global->constraint, attribute.value);
  }
  if (attribute.namespace_uri.empty()) {
    warn(id, &attribute, "undocumented-attribute",
         "attribute " + quoted(attribute.qname) + " is not documented for element " +
             quoted(node(id).qname),
         did_you_mean(attribute.local, names,
                      "an attribute of your own should have a namespace of your own"));
  }
}

/// An attribute of the namespace that XML Schema keeps for itself.
void Assessor::assess_schema_attribute(NodeId id, const OutlineAttribute& attribute) {
  const auto local = attribute.local;
  if (local == "type" || local == "nil") return;  // seen to when the type was found
  if (is_schema_location(attribute)) {
    return report(id, &attribute, "schema-location-forbidden",
                  "a document must not bring its own schema",
                  "remove " + std::string(attribute.qname) + "; nothing that it names is read");
  }
  report(id, &attribute, "unexpected-attribute",
         "attribute " + quoted(attribute.qname) + " does not exist",
         did_you_mean(local, std::vector<std::string>{"type", "nil"}, {}));
}

/// Elements that no schema knows must not name one either.
void Assessor::refuse_schema_locations() {
  for (NodeId id = 0; id < outline_.size() && !is_full(); ++id) {
    if (node(id).is_text || result_.elements[id].type != none) continue;
    for (const auto& attribute : outline_.attributes(id)) {
      if (is_schema_location(attribute)) assess_schema_attribute(id, attribute);
    }
  }
}

void Assessor::assess_value(NodeId id, const OutlineAttribute* attribute, const SimpleFacts& type,
                            std::string_view text) {
  auto problem = check_value(model_, type, text, limits_);
  if (!problem) {
    assess_context(id, attribute, type, text);
    return remark_token(id, attribute, type, text);
  }
  const auto owner = attribute == nullptr ? "element " + quoted(node(id).qname)
                                          : "attribute " + quoted(attribute->qname);
  report(id, attribute, problem->rule,
         "value " + quoted(trimmed(text)) + " of " + owner + " " + problem->message,
         std::move(problem->help));
  if (attribute == nullptr) point_at_text(id);
}

/// Moves the last finding from the start tag of the element to its text, if it has any.
void Assessor::point_at_text(NodeId id) {
  const auto child = node(id).first_child;
  if (child == no_node || !node(child).is_text) return;
  const auto offset = node(child).offset;
  const auto blank = outline_.source().substr(offset).find_first_not_of(" \t\r\n");
  result_.findings.back().offset = is_blank(node(child).text) ? offset : offset + blank;
}

}  // namespace presentity::detail
