// SPDX-License-Identifier: MIT
#include "stylesheet_check.hpp"

#include "ascii.hpp"
#include "names.hpp"
#include "unicode.hpp"
#include "xpath_check.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace presentity::grammar::detail {
namespace {

using presentity::detail::did_you_mean;
using presentity::detail::Finding;
using presentity::detail::no_node;
using presentity::detail::NodeId;
using presentity::detail::Outline;
using presentity::detail::OutlineAttribute;
using presentity::detail::OutlineNode;
using presentity::detail::quoted;
using presentity::detail::trimmed;

// XSLT 1.0, appendix B, without those that open something.
constexpr std::array<std::string_view, 33> known_elements = {"apply-imports",
                                                             "apply-templates",
                                                             "attribute",
                                                             "attribute-set",
                                                             "call-template",
                                                             "choose",
                                                             "comment",
                                                             "copy",
                                                             "copy-of",
                                                             "decimal-format",
                                                             "element",
                                                             "fallback",
                                                             "for-each",
                                                             "if",
                                                             "key",
                                                             "message",
                                                             "namespace-alias",
                                                             "number",
                                                             "otherwise",
                                                             "output",
                                                             "param",
                                                             "preserve-space",
                                                             "processing-instruction",
                                                             "sort",
                                                             "strip-space",
                                                             "stylesheet",
                                                             "template",
                                                             "text",
                                                             "transform",
                                                             "value-of",
                                                             "variable",
                                                             "when",
                                                             "with-param"};

constexpr std::array<std::string_view, 4> elements_that_open = {"document", "import", "include",
                                                                "script"};

constexpr std::array<std::string_view, 7> expression_attributes = {
    "count", "from", "match", "select", "test", "use", "value"};

// What the decoder reads. Others would make the C library load modules from files.
constexpr std::array<std::string_view, 5> output_encodings = {"utf-8", "utf-16", "iso-8859-1",
                                                              "us-ascii", "ascii"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// One walk over a stylesheet.
class Check {
 public:
  Check(const Outline& outline, NodeId root, const StylesheetLimits& limits)
      : outline_(outline), root_(root), limits_(limits) {}

  std::vector<Finding> run() {
    const auto& node = outline_.node(root_);
    if (node.end - node.offset > limits_.stylesheet_bytes) {
      add("stylesheet-limit", root_,
          "stylesheet of more than " + std::to_string(limits_.stylesheet_bytes) + " bytes");
      return std::move(findings_);
    }
    if (outline_.find_attribute(root_, {}, "version") == nullptr) {
      add("stylesheet-broken", root_, "attribute 'version' is missing", "write version=\"1.0\"");
    }
    for (NodeId id = root_; id < outline_.size() && outline_.node(id).offset < node.end; ++id) {
      if (!outline_.node(id).is_text) check_element(id);
    }
    check_copies();
    return std::move(findings_);
  }

 private:
  /// A tree of a variable that is copied into another variable: each such step can double the
  /// nodes and add to the depth, and libxml2 copies trees by recursion, so the stack is at stake.
  void check_copies() {
    for (const auto id : calls_in_variables_) {
      if (copies_ == 0) break;
      add("stylesheet-unsafe", id,
          "templates are applied to fill a variable, and variables are copied",
          "copy nodes of the value, or use xsl:value-of");
    }
  }

  /// Whether the element stands in the content of a variable or parameter.
  bool is_in_variable(NodeId id) const {
    for (auto at = outline_.node(id).parent; at != no_node && at != root_;
         at = outline_.node(at).parent) {
      const auto& node = outline_.node(at);
      if (node.namespace_uri != xslt_namespace) continue;
      if (node.local == "variable" || node.local == "param" || node.local == "with-param") {
        return true;
      }
    }
    return false;
  }

  void note_copies(NodeId id) {
    const auto& local = outline_.node(id).local;
    if (local == "copy-of" && outline_.value_of(id, "select").find('$') != std::string_view::npos) {
      ++copies_;
      if (is_in_variable(id)) {
        add("stylesheet-unsafe", id, "a variable is copied into a variable",
            "copy nodes of the value, or use xsl:value-of");
      }
    }
    const bool calls =
        local == "call-template" || local == "apply-templates" || local == "apply-imports";
    if (calls && is_in_variable(id)) calls_in_variables_.push_back(id);
  }

  void check_element(NodeId id) {
    const auto& node = outline_.node(id);
    const bool is_xslt = node.namespace_uri == xslt_namespace;
    if (is_xslt) {
      check_instruction(id);
      note_copies(id);
    } else if (node.parent == root_ && id != root_) {
      add("stylesheet-unsafe", id,
          "element " + quoted(node.qname) + " is not allowed here: it is an extension",
          "only elements of XSLT 1.0 stand directly in a stylesheet");
    }
    for (const auto& attribute : outline_.attributes(id)) {
      if (is_xslt && attribute.namespace_uri.empty()) {
        check_option(id, attribute);
      } else if (attribute.namespace_uri == xslt_namespace) {
        check_option(id, attribute);
        continue;
      }
      check_expressions(id, attribute, is_xslt);
    }
  }

  void check_instruction(NodeId id) {
    const auto& node = outline_.node(id);
    if (contains(elements_that_open, node.local)) {
      add("stylesheet-unsafe", id,
          "instruction " + quoted(node.qname) + " is not allowed: it reaches outside of the rule",
          "a rule sees nothing but the value that is published");
    } else if (!contains(known_elements, node.local)) {
      const std::vector<std::string> names(known_elements.begin(), known_elements.end());
      add("stylesheet-broken", id, "unknown instruction " + quoted(node.qname),
          did_you_mean(node.local, names, "XSLT 1.0 has no such instruction"));
    } else if (is_stylesheet(node) && id != root_) {
      add("stylesheet-broken", id, "a stylesheet stands in a stylesheet");
    }
  }

  /// Attributes that change what the engine does.
  void check_option(NodeId id, const OutlineAttribute& attribute) {
    const auto value = trimmed(attribute.value);
    const auto& name = attribute.local;
    if (name == "version") {
      if (value != "1.0") {
        add("stylesheet-broken", id, "version " + quoted(value) + " of XSLT is not supported",
            "write version=\"1.0\"", attribute);
      }
    } else if (name == "extension-element-prefixes" && !value.empty()) {
      add("stylesheet-unsafe", id, "extension elements are not allowed", {}, attribute);
    } else if (name == "disable-output-escaping" && value != "no") {
      add("stylesheet-unsafe", id, "attribute " + quoted(name) + " must be 'no'",
          "what is written is one element, not a text", attribute);
    } else if (outline_.node(id).local == "output") {
      check_output(id, attribute, value);
    }
  }

  void check_output(NodeId id, const OutlineAttribute& attribute, std::string_view value) {
    const auto& name = attribute.local;
    if (name == "method" && value != "xml") {
      add("stylesheet-unsafe", id, "output method " + quoted(value) + " is not allowed",
          "the result is a category value: write method=\"xml\"", attribute);
    } else if (name == "encoding" &&
               !contains(output_encodings, presentity::detail::in_lower_case(value))) {
      add("stylesheet-unsafe", id, "output encoding " + quoted(value) + " is not allowed",
          "write encoding=\"utf-8\"", attribute);
    } else if (name == "doctype-public" || name == "doctype-system") {
      add("stylesheet-unsafe", id, "attribute " + quoted(name) + " is not allowed",
          "category values have no document type", attribute);
    }
  }

  void check_expressions(NodeId id, const OutlineAttribute& attribute, bool is_xslt) {
    if (is_xslt && contains(expression_attributes, attribute.local)) {
      return check_one(id, attribute, attribute.value);
    }
    for (const auto expression : template_expressions(attribute.value)) {
      check_one(id, attribute, expression);
    }
  }

  void check_one(NodeId id, const OutlineAttribute& attribute, std::string_view expression) {
    auto problem = check_expression(expression, limits_);
    if (!problem) return;
    add(problem->rule, id,
        std::move(problem->message) + ", in attribute " + quoted(attribute.qname),
        std::move(problem->help), attribute);
  }

  void add(std::string_view rule, NodeId id, std::string message, std::string help = {}) {
    if (findings_.size() >= presentity::detail::most_findings) return;
    findings_.push_back({Severity::error,
                         rule,
                         id,
                         {},
                         outline_.node(id).offset,
                         std::move(message),
                         std::move(help)});
  }

  void add(std::string_view rule, NodeId id, std::string message, std::string help,
           const OutlineAttribute& attribute) {
    add(rule, id, std::move(message), std::move(help));
    findings_.back().attribute = attribute.qname;
    findings_.back().offset = attribute.offset;
  }

  const Outline& outline_;
  NodeId root_;
  const StylesheetLimits& limits_;
  std::vector<Finding> findings_;
  std::size_t copies_ = 0;                  ///< How many xsl:copy-of copy a variable.
  std::vector<NodeId> calls_in_variables_;  ///< What applies templates in a variable.
};

}  // namespace

bool is_stylesheet(const OutlineNode& node) noexcept {
  return node.namespace_uri == xslt_namespace &&
         (node.local == "stylesheet" || node.local == "transform");
}

std::vector<Finding> check_stylesheet(const Outline& outline, NodeId root,
                                      const StylesheetLimits& limits) {
  return Check(outline, root, limits).run();
}

}  // namespace presentity::grammar::detail
