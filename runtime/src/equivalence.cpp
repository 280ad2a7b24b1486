// SPDX-License-Identifier: MIT
#include "equivalence.hpp"

#include "names.hpp"
#include "simple_values.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace presentity::detail {
namespace {

constexpr std::size_t most_differences = 20;

class Comparison {
 public:
  Comparison(const SchemaModel& model, const Side& before, const Side& after)
      : model_(model), before_(before), after_(after) {}

  std::vector<std::string> run() {
    compare_elements(0, 0);
    return std::move(differences_);
  }

 private:
  struct Attribute {
    std::string_view namespace_uri;
    std::string_view local;
    std::string value;
  };

  void compare_elements(NodeId before, NodeId after) {
    if (differences_.size() >= most_differences) return;
    const auto& a = before_.outline.node(before);
    const auto& b = after_.outline.node(after);
    if (std::tie(a.local, a.namespace_uri) != std::tie(b.local, b.namespace_uri)) {
      return differ(before, "element " + expanded(a) + " became " + expanded(b));
    }
    compare_attributes(before, after);
    compare_children(before, after);
  }

  void compare_attributes(NodeId before, NodeId after) {
    const auto a = attributes(before_, before);
    const auto b = attributes(after_, after);
    for (const auto& attribute : a) {
      const auto* other = find(b, attribute);
      const auto name = "attribute " + quoted(attribute.local);
      if (other == nullptr) {
        differ(before, name + " is lost");
      } else if (attribute.value != other->value) {
        differ(before,
               name + " was " + quoted(attribute.value) + ", became " + quoted(other->value));
      }
    }
    for (const auto& attribute : b) {
      if (find(a, attribute) != nullptr) continue;
      differ(before, "attribute " + quoted(attribute.local) + " is added, with the value " +
                         quoted(attribute.value));
    }
  }

  void compare_children(NodeId before, NodeId after) {
    const auto a = children(before_, before);
    const auto b = children(after_, after);
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
      if (i >= b.size()) return differ(before, describe(before_, a[i]) + " is lost");
      if (i >= a.size()) return differ(before, describe(after_, b[i]) + " is added");
      const bool is_text = before_.outline.node(a[i]).is_text;
      if (is_text != after_.outline.node(b[i]).is_text) {
        return differ(before, describe(before_, a[i]) + " became " + describe(after_, b[i]));
      }
      if (is_text) {
        compare_text(before, a[i], after, b[i]);
      } else {
        compare_elements(a[i], b[i]);
      }
    }
  }

  void compare_text(NodeId before, NodeId text_before, NodeId after, NodeId text_after) {
    const auto a = text(before_, before, text_before);
    const auto b = text(after_, after, text_after);
    if (a == b) return;
    differ(before, "text " + quoted(a) + " became " + quoted(b));
  }

  /// The attributes, with values normalized as their types say.
  std::vector<Attribute> attributes(const Side& side, NodeId id) const {
    std::vector<Attribute> result;
    const auto type = side.assessment.elements[id].type;
    for (const auto& attribute : side.outline.attributes(id)) {
      auto value = std::string(attribute.value);
      if (attribute.namespace_uri == xsi_namespace && attribute.local == "type") {
        value = expanded_qname(side.outline, id, attribute.value);
      } else if (attribute.namespace_uri == xsi_namespace && attribute.local == "nil") {
        value = trimmed(attribute.value);
      } else if (const auto* use = find_use(type, attribute)) {
        if (is_qname(use->type)) {
          value = expanded_qname(side.outline, id, attribute.value);
        } else {
          value = normalized(model_.type(use->type).simple, attribute.value);
        }
      }
      result.push_back({attribute.namespace_uri, attribute.local, std::move(value)});
    }
    return result;
  }

  [[nodiscard]] bool is_qname(TypeId type) const {
    const auto& facts = model_.type(type).simple;
    return facts.variety == Variety::atomic && facts.built_in == "QName";
  }

  const AttributeUse* find_use(TypeId type, const OutlineAttribute& attribute) const {
    if (type == none) return nullptr;
    for (const auto& use : model_.type(type).attributes) {
      if (use.name.local == attribute.local && use.name.namespace_uri == attribute.namespace_uri) {
        return &use;
      }
    }
    return nullptr;
  }

  static const Attribute* find(const std::vector<Attribute>& attributes, const Attribute& wanted) {
    const auto found = std::ranges::find_if(attributes, [&](const Attribute& attribute) {
      return attribute.local == wanted.local && attribute.namespace_uri == wanted.namespace_uri;
    });
    return found == attributes.end() ? nullptr : &*found;
  }

  static std::string expanded_qname(const Outline& outline, NodeId id, std::string_view value) {
    const auto [prefix, local] = split_name(trimmed(value));
    const auto* uri = outline.resolve_prefix(id, prefix);
    std::string result = "{";
    result.append(uri == nullptr ? prefix : *uri).append("}");
    return result.append(local);
  }

  /// The children that count: all elements, and text that the type does not ignore. Parts of an
  /// `xs:all` have no order; they come sorted.
  std::vector<NodeId> children(const Side& side, NodeId id) const {
    std::vector<NodeId> result;
    const auto type = side.assessment.elements[id].type;
    const bool is_value = is_simple(type);
    for (auto child = side.outline.node(id).first_child; child != no_node;
         child = side.outline.node(child).next_sibling) {
      const auto& node = side.outline.node(child);
      if (node.is_text) {
        const bool is_ignored = is_value ? normalized(model_.type(type).simple, node.text).empty()
                                         : is_blank(node.text) && ignores_blanks(side, id);
        if (is_ignored) continue;
      }
      result.push_back(child);
    }
    const bool has_order = type == none || !model_.program.types[type].is_all ||
                           model_.type(type).content == SchemaType::Content::mixed;
    if (!has_order) {
      std::ranges::stable_sort(result, {}, [&](NodeId child) {
        const auto& node = side.outline.node(child);
        return std::tie(node.namespace_uri, node.local);
      });
    }
    return result;
  }

  [[nodiscard]] bool is_simple(TypeId type) const {
    return type != none && (model_.type(type).is_simple ||
                            model_.type(type).content == SchemaType::Content::simple);
  }

  /// Whether white space between the children of element `id` is no content. Where no schema says,
  /// it is not if the element has children that are elements.
  [[nodiscard]] bool ignores_blanks(const Side& side, NodeId id) const {
    const auto type = side.assessment.elements[id].type;
    if (type != none) return model_.type(type).content != SchemaType::Content::mixed;
    bool has_elements = false;
    for (auto child = side.outline.node(id).first_child; child != no_node;
         child = side.outline.node(child).next_sibling) {
      const auto& node = side.outline.node(child);
      if (node.is_text && !is_blank(node.text)) return false;
      has_elements |= !node.is_text;
    }
    return has_elements;
  }

  [[nodiscard]] std::string text(const Side& side, NodeId parent, NodeId id) const {
    const auto type = side.assessment.elements[parent].type;
    const auto text = side.outline.node(id).text;
    if (is_simple(type) && is_qname(type)) return expanded_qname(side.outline, parent, text);
    return is_simple(type) ? normalized(model_.type(type).simple, text) : std::string(text);
  }

  static std::string expanded(const OutlineNode& node) {
    return "'{" + std::string(node.namespace_uri) + "}" + std::string(node.local) + "'";
  }

  static std::string describe(const Side& side, NodeId id) {
    const auto& node = side.outline.node(id);
    return node.is_text ? "text " + quoted(node.text) : "element " + expanded(node);
  }

  void differ(NodeId element, const std::string& sentence) {
    if (differences_.size() >= most_differences) return;
    differences_.push_back(before_.outline.path(element) + ": " + sentence);
  }

  const SchemaModel& model_;
  const Side& before_;
  const Side& after_;
  std::vector<std::string> differences_;
};

}  // namespace

std::vector<std::string> find_differences(const SchemaModel& model, const Side& before,
                                          const Side& after) {
  return Comparison(model, before, after).run();
}

}  // namespace presentity::detail
