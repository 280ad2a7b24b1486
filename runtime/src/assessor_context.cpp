// SPDX-License-Identifier: MIT
#include "assessor.hpp"
#include "names.hpp"
#include "simple/check_simple.hpp"
#include "unicode.hpp"

#include <utility>

namespace presentity::detail {

/// A valid value of an attribute or element that the schema fixes must be the one it states.
void Assessor::assess_fixed(NodeId id, const OutlineAttribute* attribute, const SimpleFacts& type,
                            const ValueConstraint& constraint, std::string_view text) {
  if (constraint.kind != ValueConstraint::Kind::fixed || text == constraint.value) return;
  std::string scratch;
  const auto types = model_.simple_types;
  if (!accepts(types, type.index, text, scratch)) return;  // said already
  if (are_equal_values(types, type.index, text, constraint.value, scratch)) return;
  const auto owner = attribute == nullptr ? "element " + quoted(node(id).qname)
                                          : "attribute " + quoted(attribute->qname);
  report(id, attribute, "invalid-value",
         "value " + quoted(trimmed(text)) + " of " + owner + " is not valid: it is fixed as " +
             quoted(constraint.value));
  if (attribute == nullptr) point_at_text(id);
}

/// Looks at a valid value whose type depends on the rest of the document.
/// Source: XML Schema Part 1, section 3.3.4, Validation Root Valid (ID/IDREF); Part 2, 3.2.18.
void Assessor::assess_context(NodeId id, const OutlineAttribute* attribute, const SimpleFacts& type,
                              std::string_view text) {
  const auto value = trimmed(text);
  if (type.built_in == "QName") {
    const auto prefix = split_name(value).prefix;
    if (prefix.empty() || outline_.resolve_prefix(id, prefix) != nullptr) return;
    report(id, attribute, "invalid-value",
           "value " + quoted(value) + " has a prefix that is not declared",
           "add xmlns:" + std::string(prefix) + "=\"...\"");
  } else if (type.built_in == "ID") {
    if (ids_.insert(std::string(value)).second) return;
    report(id, attribute, "invalid-value", "ID " + quoted(value) + " stands twice",
           "an ID must be unique in its document");
  } else if (type.built_in == "IDREF" || type.built_in == "IDREFS") {
    auto rest = value;
    for (auto word = next_item(rest); !word.empty(); word = next_item(rest)) {
      references_.push_back({id, attribute, std::string(word)});
    }
  } else if (type.built_in == "ENTITY" || type.built_in == "ENTITIES") {
    report(id, attribute, "invalid-value",
           "value " + quoted(value) +
               " names an entity, and there are none: document types are "
               "refused");
  }
}

void Assessor::assess_references() {
  for (const auto& [id, attribute, name] : references_) {
    if (is_full()) return;
    if (ids_.contains(name)) continue;
    report(id, attribute, "invalid-value",
           "value " + quoted(name) + " refers to an ID that the document does not have");
    if (attribute == nullptr) point_at_text(id);
  }
}

}  // namespace presentity::detail
