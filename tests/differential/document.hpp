// SPDX-License-Identifier: MIT
#pragma once

#include "assessment.hpp"
#include "random.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// A document to mutate: its text, where its parts stand, and what the schemas say about them.

namespace presentity::differential {

/// Bytes `begin` to `end` of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool is_empty() const noexcept { return begin == end; }
};

/// Replaces `span` of a text.
struct Edit {
  Span span;
  std::string text;
};

struct Document {
  std::string name;
  std::shared_ptr<const std::string> text;  ///< The outline refers to it.
  detail::Outline outline;
  detail::Assessment assessment;  ///< Without any type if the root is not declared.

  [[nodiscard]] std::string_view slice(Span span) const;
  [[nodiscard]] Span whole(detail::NodeId id) const;
  /// From `<` to behind `>`; the whole element if it has no end tag.
  [[nodiscard]] Span start_tag(detail::NodeId id) const;
  /// Between the tags; empty behind a start tag without end tag.
  [[nodiscard]] Span content(detail::NodeId id) const;
  [[nodiscard]] bool has_end_tag(detail::NodeId id) const;
  /// The attribute with the white space before it.
  [[nodiscard]] Span attribute(const detail::OutlineAttribute& attribute) const;
  /// The value between the quotes.
  [[nodiscard]] Span value(const detail::OutlineAttribute& attribute) const;

  [[nodiscard]] std::vector<detail::NodeId> elements() const;
  [[nodiscard]] std::vector<detail::NodeId> child_elements(detail::NodeId id) const;

  /// The text after `edits`, which must not overlap.
  [[nodiscard]] std::string with(std::vector<Edit> edits) const;
  /// The text with `inserted` behind the name in the start tag: ` name="value"`.
  [[nodiscard]] Edit add_to_start_tag(detail::NodeId id, std::string inserted) const;
  /// Replaces what is between the tags of `id`, also if there is no end tag yet.
  [[nodiscard]] Edit set_content(detail::NodeId id, const std::string& text) const;
  /// Puts `text` before, behind or between the children of `id`.
  [[nodiscard]] Edit insert_child(detail::NodeId id, const std::string& text, Random& random) const;
};

/// Reads UTF-8 text; nothing if it is not well-formed or has an undeclared prefix.
std::optional<Document> read_document(const detail::SchemaModel& model, std::string name,
                                      std::string text);

/// `text` as the value of an attribute or the text of an element.
std::string escaped(std::string_view text);

}  // namespace presentity::differential
