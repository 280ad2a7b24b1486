// SPDX-License-Identifier: MIT
#include "read_rule.hpp"

#include "category_value.hpp"
#include "compile_stylesheet.hpp"
#include "names.hpp"
#include "stylesheet_check.hpp"
#include "unicode.hpp"

#include <presentity/decimal.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace presentity::grammar::detail {
namespace {

namespace manifest = native::category_publication_manifest;
using presentity::detail::Finding;
using presentity::detail::no_node;
using presentity::detail::NodeId;
using presentity::detail::Outline;
using presentity::detail::quoted;
using presentity::detail::trimmed;

constexpr std::uint32_t most_uint32 = std::numeric_limits<std::uint32_t>::max();

/// Reads the parts of one rule.
class Reader {
 public:
  Reader(const Outline& outline, NodeId id, const GrammarOptions& options,
         std::vector<Finding>& findings)
      : outline_(outline), id_(id), options_(options), findings_(findings) {}

  ReadRule run() {
    auto& rule = read_.rule;
    rule.type = from_token<RuleType>(attribute(id_, "ruleType"));
    rule.category = attribute(id_, "categoryName");
    rule.container = number(id_, "containerId", presence::max_container, "container-out-of-range");
    const auto preferred = attribute(id_, "preferredSelfConsumption");
    rule.is_preferred_for_self = preferred == "true" || preferred == "1";
    if (!options_.names.contains(rule.category)) {
      const auto diagnostic = presence::unregistered(rule.category, options_.names);
      add(diagnostic.rule, id_, "categoryName", diagnostic.message, diagnostic.help);
    }
    if (const auto instance = only_child("instanceId")) read_instance(*instance);
    if (const auto expiry = only_child("expireType")) read_expiry(*expiry);
    read_data(only_child("categoryData"));
    return std::move(read_);
  }

 private:
  std::string_view attribute(NodeId id, std::string_view name) const {
    return trimmed(outline_.value_of(id, name));
  }

  void add(std::string_view rule, NodeId id, std::string_view name, std::string message,
           std::string help = {}) {
    const auto* const found = outline_.find_attribute(id, {}, name);
    findings_.push_back({Severity::error, rule, id, found == nullptr ? "" : found->qname,
                         found == nullptr ? outline_.node(id).offset : found->offset,
                         std::move(message), std::move(help)});
  }

  /// The value of an attribute that the schema has found to be an integer.
  std::uint32_t number(NodeId id, std::string_view name, std::uint32_t most, std::string_view rule,
                       std::uint32_t least = 0) {
    const auto text = attribute(id, name);
    const auto value = parse_integer(text);
    const auto whole = value ? value->to_int64() : std::nullopt;
    if (whole && *whole >= least && *whole <= most) return static_cast<std::uint32_t>(*whole);
    add(rule, id, name,
        "value " + quoted(text) + " of attribute " + quoted(name) + " is out of range",
        "expected " + std::to_string(least) + " to " + std::to_string(most));
    return least;
  }

  /// The child of this name. The schema lets the three stand in any order, and repeat.
  std::optional<NodeId> only_child(std::string_view name) {
    std::optional<NodeId> found;
    for (auto id = outline_.node(id_).first_child; id != no_node;
         id = outline_.node(id).next_sibling) {
      const auto& node = outline_.node(id);
      if (node.is_text || node.local != name || node.namespace_uri != own_namespace()) continue;
      if (found) {
        add("duplicate-rule", id, {}, "a second " + quoted(name) + " in one rule");
      } else {
        found = id;
      }
    }
    return found;
  }

  std::string_view own_namespace() const { return outline_.node(id_).namespace_uri; }

  void read_instance(NodeId id) {
    const auto type = from_token<manifest::InstanceIdValuesEnum>(attribute(id, "type"));
    read_.rule.has_unknown_instance = !type;
    if (type != manifest::InstanceIdValuesEnum::constant) return;
    if (outline_.find_attribute(id, {}, "value") == nullptr) {
      return add("rule-instance", id, {}, "an instance id of type constant has no value",
                 "add the attribute 'value'");
    }
    read_.rule.instance = number(id, "value", most_uint32, "rule-instance");
  }

  void read_expiry(NodeId id) {
    const auto text = attribute(id, "type");
    read_.rule.expire_type = from_token<ExpireType>(text);
    const bool is_timed = read_.rule.expire_type == ExpireType::time;
    const bool has_time = outline_.find_attribute(id, {}, "expireTime") != nullptr;
    if (is_timed && !has_time) {
      add("rule-expiry", id, "type", "a publication that ends with time has no expireTime",
          "add the attribute 'expireTime', in seconds");
    } else if (!is_timed && has_time) {
      add("rule-expiry", id, "expireTime", "expireTime means nothing with type " + quoted(text),
          "write type=\"time\"");
    } else if (is_timed) {
      read_.rule.expire_time = number(id, "expireTime", most_uint32, "rule-expiry", 1);
    }
  }

  void read_data(std::optional<NodeId> data) {
    const auto type = read_.rule.type;
    if (!data) {
      if (type == RuleType::bootstrap) {
        add("rule-data", id_, {}, "a bootstrap rule has no categoryData: nothing to publish",
            "write the value into categoryData");
      }
      return;
    }
    if (!type) return;  // never applies; a later release may know what its data are
    if (type == RuleType::cleanup) {
      return add("rule-data", *data, {}, "a cleanup rule has categoryData",
                 "it ends publications and has no value");
    }
    const auto element = only_element(*data);
    if (!element) return;
    if (outline_.node(*element).namespace_uri == xslt_namespace) return read_stylesheet(*element);
    read_value(*element);
  }

  /// The one element in categoryData.
  std::optional<NodeId> only_element(NodeId data) {
    std::optional<NodeId> found;
    for (auto id = outline_.node(data).first_child; id != no_node;
         id = outline_.node(id).next_sibling) {
      const auto& node = outline_.node(id);
      const bool is_extra = node.is_text ? !trimmed(node.text).empty() : found.has_value();
      if (is_extra) {
        add("rule-data", node.is_text ? data : id, {}, "categoryData must be one element",
            "write the value or the stylesheet as elements, not as text");
        return std::nullopt;
      }
      if (!node.is_text) found = id;
    }
    if (!found) add("rule-data", data, {}, "categoryData is empty", "leave it out");
    return found;
  }

  void read_stylesheet(NodeId id) {
    if (read_.rule.type == RuleType::bootstrap) {
      return add("rule-data", id, {},
                 "a bootstrap rule has a stylesheet, but no value to apply it to",
                 "write the value into categoryData");
    }
    if (!is_stylesheet(outline_.node(id))) {
      return add("stylesheet-broken", id, {},
                 "element " + quoted(outline_.node(id).qname) + " is no stylesheet",
                 "expected xsl:stylesheet or xsl:transform");
    }
    read_.rule.data = RuleData::stylesheet;
    auto sheet = compile_element(outline_, id, options_.stylesheet_limits);
    if (sheet) {
      read_.compiled.stylesheet = *std::move(sheet);
      return;
    }
    const auto& problems = sheet.error();
    findings_.insert(findings_.end(), problems.begin(), problems.end());
  }

  void read_value(NodeId id) {
    read_.rule.data = RuleData::value;
    if (!options_.names.contains(read_.rule.category)) return;
    auto value =
        presence::check_value(outline_.self_contained(id), read_.rule.category, options_.validator);
    if (value) {
      read_.compiled.value = std::move((*value).xml);
      return;
    }
    for (const auto& error : value.error()) {
      if (is_reported_inside(id)) return;
      const auto where = error.path.empty() ? "" : error.path + ": ";
      add("rule-data", id, {}, where + error.message, error.help);
    }
  }

  /// Whether the validation of the manifest has found this already.
  bool is_reported_inside(NodeId id) const {
    const auto& node = outline_.node(id);
    return std::ranges::any_of(findings_, [&](const Finding& finding) {
      return finding.severity == Severity::error && finding.rule != "rule-data" &&
             finding.offset >= node.offset && finding.offset < node.end;
    });
  }

  const Outline& outline_;
  NodeId id_;
  const GrammarOptions& options_;
  std::vector<Finding>& findings_;
  ReadRule read_;
};

}  // namespace

ReadRule read_rule(const Outline& outline, NodeId id, const GrammarOptions& options,
                   std::vector<Finding>& findings) {
  return Reader(outline, id, options, findings).run();
}

}  // namespace presentity::grammar::detail
