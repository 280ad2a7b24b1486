// SPDX-License-Identifier: MIT
#include "assessor.hpp"
#include "names.hpp"
#include "simple/check_simple.hpp"
#include "simple_values.hpp"

#include <algorithm>

namespace presentity::detail {

bool Assessor::is_common(const OutlineNode& node, std::string_view local) {
  return !node.is_text && node.local == local && node.namespace_uri == common_types;
}

void Assessor::remark_element(NodeId id, const SchemaType& type, ElementId declaration) {
  if (declaration != none && model_.element(declaration).remarks.is_undocumented) {
    warn(
        id, nullptr, "undocumented-element",
        "element " + quoted(node(id).qname) + " is written by deployed systems but not documented");
  }
  if (type.is_simple) return;
  remark_required(id, type);
  remark_order(id, type);
  remark_blocks(id);
}

void Assessor::remark_required(NodeId id, const SchemaType& type) {
  const auto has = [&](std::string_view name) {
    return name.starts_with('@') ? outline_.find_attribute(id, {}, name.substr(1)) != nullptr
                                 : has_child(id, name);
  };
  const auto what = [](std::string_view name) {
    return name.starts_with('@') ? "attribute '" + std::string(name.substr(1)) + "'"
                                 : "element '" + std::string(name) + "'";
  };
  for (const auto& name : type.remarks.required) {
    if (has(name)) continue;
    warn(id, nullptr, "missing-documented",
         what(name) + " is documented as required in " + quoted(node(id).qname));
  }
  const auto& choices = type.remarks.one_of;
  if (choices.empty() || std::ranges::count_if(choices, has) == 1) return;
  std::vector<std::string> names;
  for (const auto& name : choices) names.push_back(what(name));
  warn(id, nullptr, "missing-documented",
       "exactly one of " + listed(names) + " is documented for " + quoted(node(id).qname));
}

/// Warns about the first child that stands before one which is documented to come earlier.
void Assessor::remark_order(NodeId id, const SchemaType& type) {
  const auto& order = type.remarks.order;
  if (order.empty()) return;
  auto furthest = order.begin();
  for (auto child = next_element(node(id).first_child); child != no_node;
       child = next_element(node(child).next_sibling)) {
    const auto place = std::ranges::find(order, node(child).local);
    if (place == order.end()) continue;
    if (place >= furthest) {
      furthest = place;
      continue;
    }
    warn(child, nullptr, "element-order",
         "element " + quoted(node(child).qname) + " is documented to come before '" +
             std::string(*furthest) + "'");
    return;
  }
}

/// Looks at the blocks of newer elements: each begins with ct:delimiter, ct:end closes the last.
void Assessor::remark_blocks(NodeId id) {
  std::size_t delimiters = 0;
  NodeId first_delimiter = no_node;
  bool has_end = false;
  for (auto child = next_element(node(id).first_child); child != no_node;
       child = next_element(node(child).next_sibling)) {
    if (is_common(node(child), "delimiter")) {
      if (delimiters++ == 0) first_delimiter = child;
    }
    has_end |= is_common(node(child), "end");
    const auto declaration = result_.elements[child].declaration;
    if (declaration == none) continue;
    const auto block = model_.element(declaration).remarks.extension_block;
    if (block == 0 || block == delimiters) continue;
    warn(child, nullptr, "element-order",
         "element " + quoted(node(child).qname) + " is documented to stand behind ct:delimiter " +
             std::to_string(block) +
             (delimiters == 0 ? "; there is none before it"
                              : ", not behind " + std::to_string(delimiters)));
  }
  if (first_delimiter == no_node || has_end) return;
  warn(first_delimiter, nullptr, "missing-end", "there is no ct:end behind this ct:delimiter",
       "put <ct:end/> behind the last of the elements that follow ct:delimiter");
}

/// An undeclared element behind ct:delimiter, in the namespace of the value.
void Assessor::remark_unknown_extension(NodeId child) {
  const auto& name = node(child);
  if (name.namespace_uri != node(name.parent).namespace_uri) return;
  if (model_.find_element(name.namespace_uri, name.local) != none) return;
  if (outline_.find_attribute(child, xsi_namespace, "type") != nullptr) return;
  warn(child, nullptr, "unknown-extension",
       "element " + quoted(node(child).qname) + " is not known; it is kept as it is");
}

void Assessor::remark_token(NodeId id, const OutlineAttribute* attribute, const SimpleFacts& type,
                            std::string_view text) {
  if (type.variety == Variety::list && !type.member_types.empty()) {
    const auto& item = model_.type(type.member_types.front()).simple;
    for (auto word = next_item(text); !word.empty() && !is_full(); word = next_item(text)) {
      remark_token(id, attribute, item, word);
    }
    return;
  }
  if (!type.is_open_enumeration) return;
  const auto tokens = known_tokens(model_, type);
  const auto value = normalized(type, text);
  if (std::ranges::find(tokens, value) != tokens.end()) return;
  warn(id, attribute, "unknown-token", "token " + quoted(value) + " is not one of those documented",
       did_you_mean(value, tokens, "documented: " + listed(tokens)));
  if (attribute == nullptr) point_at_text(id);
}

}  // namespace presentity::detail
