// SPDX-License-Identifier: MIT
#pragma once

#include "scan_error.hpp"

#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace presentity::detail {

inline constexpr std::string_view xsi_namespace = "http://www.w3.org/2001/XMLSchema-instance";
inline constexpr std::string_view xsd_namespace = "http://www.w3.org/2001/XMLSchema";
inline constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";
inline constexpr std::string_view xmlns_namespace = "http://www.w3.org/2000/xmlns/";

/// Index of a node in its outline.
using NodeId = std::uint32_t;
inline constexpr NodeId no_node = ~NodeId{0};

/// A qualified name as it is written.
struct WrittenName {
  std::string_view prefix;  ///< Empty for none.
  std::string_view local;
};

/// Splits at the first colon. A name that begins with one has no prefix, and is no name.
[[nodiscard]] WrittenName split_name(std::string_view name) noexcept;

struct OutlineAttribute {
  std::string_view qname;
  std::string_view local;
  std::string_view namespace_uri;  ///< Empty for an attribute without prefix.
  std::string_view value;          ///< Normalized (XML 1.0 section 3.3.3).
  std::size_t offset = 0;
};

struct NamespaceDeclaration {
  std::string_view prefix;  ///< Empty for the default namespace.
  std::string_view uri;
};

/// An element or a run of text. Adjacent text, CDATA and references are one run, also across
/// comments and processing instructions.
struct OutlineNode {
  bool is_text = false;
  std::string_view qname;          ///< Of an element.
  std::string_view local;          ///< Of an element.
  std::string_view namespace_uri;  ///< Of an element; empty for none.
  std::string_view text;           ///< Of a text run, unescaped.
  std::size_t offset = 0;          ///< Of '<', or of the first character of the text.
  std::size_t end = 0;             ///< Behind the last byte.
  NodeId parent = no_node;
  NodeId first_child = no_node;
  NodeId next_sibling = no_node;
  std::uint32_t attributes_begin = 0;
  std::uint32_t attributes_end = 0;
  std::uint32_t declarations_begin = 0;
  std::uint32_t declarations_end = 0;
};

/// A well-formed, namespace-checked document as a flat list of nodes in document order, with the
/// place of everything. Refers to the text it was made from, which must outlive it.
class Outline {
 public:
  // A copy would refer to the text of the original. Moving leaves all text where it is.
  Outline(const Outline&) = delete;
  Outline& operator=(const Outline&) = delete;
  Outline(Outline&&) = default;
  Outline& operator=(Outline&&) = default;
  ~Outline() = default;

  /// Reads `utf8`, which must have passed `decode`.
  ///
  /// Errors: `malformed-xml`, `doctype-forbidden`, `limit-exceeded`.
  /// Source: XML 1.0 fifth edition; Namespaces in XML 1.0 third edition.
  static Result<Outline, ScanError> read(std::string_view utf8, const ReadLimits& limits);

  [[nodiscard]] std::string_view source() const noexcept { return source_; }
  [[nodiscard]] NodeId size() const noexcept { return static_cast<NodeId>(nodes_.size()); }
  [[nodiscard]] const OutlineNode& node(NodeId id) const noexcept { return nodes_[id]; }
  /// The document element.
  [[nodiscard]] const OutlineNode& root() const noexcept { return nodes_.front(); }

  [[nodiscard]] std::span<const OutlineAttribute> attributes(NodeId id) const noexcept;
  /// Namespace declarations on this element itself.
  [[nodiscard]] std::span<const NamespaceDeclaration> declarations(NodeId id) const noexcept;
  [[nodiscard]] const OutlineAttribute* find_attribute(NodeId id, std::string_view namespace_uri,
                                                       std::string_view local) const noexcept;

  /// The value of the attribute without namespace of this name; empty if there is none.
  [[nodiscard]] std::string_view value_of(NodeId id, std::string_view local) const noexcept;

  /// The namespace that `prefix` stands for at element `id`, or null if it is not declared.
  [[nodiscard]] const std::string_view* resolve_prefix(NodeId id,
                                                       std::string_view prefix) const noexcept;

  /// The text directly in element `id`, its runs joined.
  [[nodiscard]] std::string direct_text(NodeId id) const;

  /// "/categories/category[2]/note": local names, with an index where siblings share the name.
  [[nodiscard]] std::string path(NodeId id) const;

  /// The element's XML, with the declarations of its ancestors added that it does not repeat.
  [[nodiscard]] std::string self_contained(NodeId id) const;

 private:
  friend class OutlineBuilder;
  Outline() = default;

  std::string_view source_;
  std::vector<OutlineNode> nodes_;
  std::vector<OutlineAttribute> attributes_;
  std::vector<NamespaceDeclaration> declarations_;
  std::deque<std::string> unescaped_;  ///< Text that differs from the source; never moves.
};

/// Writes the paths of many nodes; remembers the children of each parent it has met, so that a
/// long list of siblings is counted once.
class PathWriter {
 public:
  /// `outline` must outlive the writer.
  explicit PathWriter(const Outline& outline) : outline_(outline) {}

  /// Same as `Outline::path`.
  std::string path(NodeId id);

 private:
  /// Children of one element: how many bear each name, and each child's index among its namesakes.
  struct Children {
    std::unordered_map<std::string_view, std::size_t> counts;
    std::unordered_map<NodeId, std::size_t> indices;
  };
  const Children& children(NodeId parent);

  const Outline& outline_;
  std::unordered_map<NodeId, Children> children_;
};

}  // namespace presentity::detail
