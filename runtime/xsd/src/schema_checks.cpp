// SPDX-License-Identifier: MIT
#include "schema_checks.hpp"

#include "encoding.hpp"
#include "names.hpp"
#include "outline.hpp"
#include "pattern_cost.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace presentity::detail {
namespace {

constexpr std::size_t most_schemas = 256;
constexpr std::size_t most_bytes = std::size_t{16} << 20U;
constexpr std::size_t most_occurrences = 10'000;

// The tables of Xerces grow with the square of these.
constexpr std::size_t most_particles = 1'000;    ///< As written in the schema.
constexpr std::size_t most_written_out = 2'000;  ///< Where a group is repeated a number of times.

ReadLimits schema_limits() {
  ReadLimits limits;
  limits.distinct_names = std::size_t{1} << 16U;
  return limits;
}

Diagnostic bad_schema(const SchemaSource& schema, Position position, std::string message,
                      std::string help = {}) {
  return {Severity::error,    "bad-schema",   position, schema.name, {},
          std::move(message), std::move(help)};
}

/// What a content model comes to. Numbers stop growing at `enough`.
struct Size {
  static constexpr std::size_t enough = most_occurrences + 1;

  std::size_t particles = 0;    ///< Elements and wildcards.
  std::size_t occurrences = 0;  ///< The same, each as often as it may occur or must.
  bool repeats_group = false;   ///< A number of times.

  void add(const Size& other) {
    particles = std::min(particles + other.particles, enough);
    occurrences = std::min(occurrences + other.occurrences, enough);
    repeats_group |= other.repeats_group;
  }

  [[nodiscard]] bool is_too_large() const noexcept {
    return particles > most_particles || occurrences > most_occurrences ||
           (repeats_group && occurrences > most_written_out);
  }
};

/// Measures content models before the schema processor builds them.
class ContentSizes {
 public:
  void add_definitions(const Outline& outline) {
    for (NodeId id = 0; id < outline.size(); ++id) {
      const auto name = outline.value_of(id, "name");
      if (name.empty() || outline.node(id).is_text) continue;
      if (is_xsd(outline.node(id), "group")) groups_.places[std::string(name)] = {&outline, id};
      if (is_xsd(outline.node(id), "complexType"))
        types_.places[std::string(name)] = {&outline, id};
    }
  }

  /// Of the particle at `id`, or of all particles below if `id` is none itself.
  Size of(const Outline& outline, NodeId id, std::size_t depth = 0) {
    if (depth > most_nested) return {Size::enough, Size::enough, true};
    const auto& node = outline.node(id);
    const auto count = times(outline, id);
    if (is_xsd(node, "element") || is_xsd(node, "any")) {
      return {1, count, false};  // what an element contains is a content model of its own
    }
    Size size;
    const auto reference = outline.value_of(id, "ref");
    if (is_xsd(node, "group") && !reference.empty()) size.add(of(groups_, reference, depth));
    if (is_xsd(node, "extension")) size.add(of(types_, outline.value_of(id, "base"), depth));
    for (auto child = node.first_child; child != no_node;
         child = outline.node(child).next_sibling) {
      if (!outline.node(child).is_text) size.add(of(outline, child, depth + 1));
    }
    size.occurrences = std::min(size.occurrences * count, Size::enough);
    size.repeats_group |= count > 1;
    return size;
  }

 private:
  struct Place {
    const Outline* outline;
    NodeId id;
  };
  struct Definitions {
    std::map<std::string, Place> places;
    std::map<std::string, Size> known;
  };
  static constexpr std::size_t most_nested = 300;

  static bool is_xsd(const OutlineNode& node, std::string_view local) {
    return !node.is_text && node.local == local && node.namespace_uri == xsd_namespace;
  }

  static std::size_t number(std::string_view text, std::size_t otherwise) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range) return Size::enough;
    return error == std::errc() && end == text.data() + text.size() ? std::min(value, Size::enough)
                                                                    : otherwise;
  }

  static std::size_t times(const Outline& outline, NodeId id) {
    const auto least = number(trimmed(outline.value_of(id, "minOccurs")), 1);
    const auto most = number(trimmed(outline.value_of(id, "maxOccurs")), 1);
    return std::max<std::size_t>({1, least, most});
  }

  /// Of a definition, by its name; each is measured once.
  Size of(Definitions& definitions, std::string_view reference, std::size_t depth) {
    const auto name = std::string(trimmed(reference.substr(reference.find(':') + 1)));
    const auto found = definitions.places.find(name);
    if (found == definitions.places.end()) return {};
    if (const auto known = definitions.known.find(name); known != definitions.known.end()) {
      return known->second;
    }
    const auto size = of(*found->second.outline, found->second.id, depth + 1);
    return definitions.known[name] = size;
  }

  Definitions groups_;
  Definitions types_;
};

void check_patterns(const SchemaSource& schema, const Outline& outline,
                    std::vector<Diagnostic>& diagnostics) {
  for (NodeId id = 0; id < outline.size(); ++id) {
    const auto& node = outline.node(id);
    if (node.is_text || node.local != "pattern" || node.namespace_uri != xsd_namespace) continue;
    const auto value = outline.value_of(id, "value");
    if (!is_dangerous_pattern(value)) continue;
    diagnostics.push_back(bad_schema(
        schema, position_at(outline.source(), node.offset),
        "pattern " + quoted(value) + " can take unlimited time on hostile values",
        "do not repeat without a bound what repeats, is optional or has alternatives; use at most "
        "three of '*', '+' and '{n,}', and few alternatives inside of '{n,m}'"));
  }
}

}  // namespace

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.find_last_of("/\\") + 1));
}

SchemaHead check_schema(const SchemaSource& schema, std::vector<Diagnostic>& diagnostics) {
  SchemaHead head{file_name(schema.name), {}, {}};
  const auto fail = [&](std::string_view text, const ScanError& error) {
    diagnostics.push_back(
        bad_schema(schema, position_at(text, error.offset), error.message, error.help));
  };
  const auto text = decode(schema.text);
  if (!text) return fail(schema.text, text.error()), head;
  const auto outline = Outline::read(text->view(), schema_limits());
  if (!outline) return fail(text->view(), outline.error()), head;
  const auto& root = outline->root();
  if (root.local != "schema" || root.namespace_uri != xsd_namespace) {
    fail(text->view(),
         {{}, root.offset, "the root is " + quoted(root.qname) + ", not xs:schema", {}});
    return head;
  }
  head.target_namespace = outline->value_of(0, "targetNamespace");
  for (auto id = root.first_child; id != no_node; id = outline->node(id).next_sibling) {
    const auto& node = outline->node(id);
    if (node.is_text || node.namespace_uri != xsd_namespace) continue;
    const bool is_import = node.local == "import";
    if (!is_import && node.local != "include" && node.local != "redefine") continue;
    head.references.push_back({is_import, std::string(outline->value_of(id, "namespace")),
                               file_name(outline->value_of(id, "schemaLocation")),
                               position_at(outline->source(), node.offset)});
  }
  check_patterns(schema, *outline, diagnostics);
  return head;
}

void check_size(std::span<const SchemaSource> schemas, std::vector<Diagnostic>& diagnostics) {
  std::size_t bytes = 0;
  for (const auto& schema : schemas) bytes += schema.text.size();
  if (schemas.size() > most_schemas || bytes > most_bytes) {
    diagnostics.push_back(
        bad_schema(schemas.back(), {}, "more than 256 schemas or 16 MiB of them"));
    return;
  }
  std::vector<std::string> texts;  // owns what the outlines refer to
  texts.reserve(schemas.size());
  std::vector<Outline> outlines;
  ContentSizes sizes;
  for (const auto& schema : schemas) {
    texts.emplace_back(decode(schema.text)->view());
    outlines.push_back(std::move(*Outline::read(texts.back(), schema_limits())));
  }
  for (const auto& outline : outlines) sizes.add_definitions(outline);
  for (std::size_t i = 0; i < schemas.size(); ++i) {
    for (NodeId id = 0; id < outlines[i].size(); ++id) {
      const auto& node = outlines[i].node(id);
      const bool is_type = !node.is_text && node.local == "complexType";
      if (!is_type || !sizes.of(outlines[i], id).is_too_large()) continue;
      diagnostics.push_back(bad_schema(
          schemas[i], position_at(outlines[i].source(), node.offset),
          "the content model comes to more than 1000 particles, or to more than 10000 when its "
          "occurrences are written out (2000 where a group is repeated)",
          "use maxOccurs=\"unbounded\" instead of a large number"));
    }
  }
}

}  // namespace presentity::detail
