// SPDX-License-Identifier: MIT
#pragma once

#include "program/engine.hpp"

#include <optional>
#include <string_view>

namespace presentity::detail {

/// Wants to know nothing but whether the engine takes the document.
template <bool ToleratesRemarks>
struct NoSink {
  struct Place {};
  static constexpr bool tolerates_remarks = ToleratesRemarks;
  static constexpr bool may_give_up = true;

  static bool open_root(Place&, std::uint32_t, std::uint32_t) { return true; }
  static bool open(Place&, const TypeRow&, Place&, const Transition&, std::uint32_t,
                   std::uint32_t) {
    return true;
  }
  static void open_unknown(Place&, const TypeRow*, Place&, const Transition*) {}
  static void begin_raw(Place&, const char*) {}
  static bool attribute(Place&, std::size_t, std::string_view, std::uint32_t) { return true; }
  static bool other_attribute(Place&, const MarkupScratch::Attribute&, std::string_view) {
    return true;
  }
  static bool text(Place&, std::string_view) { return true; }
  static bool value(Place&, std::string_view, std::uint32_t) { return true; }
  static void default_value(Place&) {}
  static void stated_type(Place&) {}
  static void stated_nil(Place&, std::string_view, bool) {}
  static void close(Place&, const char*, const MarkupScratch&, std::size_t) {}
};

using AcceptorScratch = EngineScratch<NoSink<false>>;
using VerdictScratch = EngineScratch<NoSink<true>>;

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
/// promises nothing: the document has a finding, or may have one. Whoever gets none asks the
/// outline and the assessor, so that one place words all messages.
///
/// `utf8` must have passed `decode`.
[[nodiscard]] std::optional<AcceptedDocument> accept(const SchemaProgram& program,
                                                     const ReadLimits& limits,
                                                     std::string_view utf8,
                                                     AcceptorScratch& scratch);

/// Like `accept`, but tells only errors from the rest: there may be something to warn about. No
/// answer is no verdict: the document may be valid all the same.
[[nodiscard]] bool is_surely_valid(const SchemaProgram& program, const ReadLimits& limits,
                                   std::string_view utf8, VerdictScratch& scratch);

}  // namespace presentity::detail
