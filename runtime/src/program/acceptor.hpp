// SPDX-License-Identifier: MIT
#pragma once

#include "program/markup_reader.hpp"
#include "program/schema_program.hpp"

#include <presentity/read_limits.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::detail {

/// Memory that one document after another is checked in. Not for two threads at once.
class AcceptorScratch;

/// What was accepted.
struct AcceptedDocument {
  NameId root = no_row;
  std::string_view type;  ///< Local part of the root's `xsi:type`, or empty.
  std::string_view xml;   ///< The document element.
};

/// Says at memory speed whether a document is valid and unremarkable.
///
/// One pass over the bytes, no allocation once the scratch has grown. An answer is a promise: the
/// document is well-formed, within the limits, valid, and there is nothing to warn about. No answer
/// promises nothing: the document has a finding, or something rare that this class leaves to the
/// outline and the assessor (a CDATA section between elements, a name beyond ASCII). Whoever gets
/// none asks them, so that one place words all messages.
class Acceptor {
 public:
  /// Both must outlive the acceptor.
  Acceptor(const SchemaProgram& program, const ReadLimits& limits) noexcept;

  /// `utf8` must have passed `decode`.
  [[nodiscard]] std::optional<AcceptedDocument> accept(std::string_view utf8,
                                                       AcceptorScratch& scratch) const;

 private:
  friend class AcceptorRun;

  /// An element of an envelope that holds one value, and its attribute with the category's name.
  struct EntryForm {
    NameId element = no_row;
    NameId attribute = no_row;
  };

  const SchemaProgram& program_;
  const ReadLimits& limits_;
  std::array<EntryForm, 2> entries_;
};

class AcceptorScratch {
 private:
  friend class AcceptorRun;

  struct Frame {
    const TypeRow* type = nullptr;  ///< Null inside of content that no schema knows.
    std::string_view qname;
    NamespaceId namespace_id = 0;
    NameId name = no_row;
    StateId state = 0;
    std::uint32_t bindings = 0;  ///< In scope before this element.
    std::string_view category;   ///< Of an envelope's entry whose value is still to come.
    std::uint64_t bits = 0;
    std::uint16_t rank = 0;
    std::uint16_t delimiters = 0;
    bool has_end = false;
    bool is_skipped = false;
    bool has_text = false;
  };
  std::vector<Frame> frames_;
  MarkupScratch markup_;
  std::string text_;       ///< The value of the innermost simple element.
  std::string value_;      ///< An attribute's value, unescaped.
  std::string collapsed_;  ///< For `accepting_type`.
};

}  // namespace presentity::detail
