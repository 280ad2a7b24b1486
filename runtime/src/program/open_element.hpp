// SPDX-License-Identifier: MIT
#pragma once

#include "program/schema_program.hpp"

#include <cstdint>
#include <string_view>

/// \file
/// What is remembered of an element while it is open.

namespace presentity::detail {

/// An element whose start tag has been read, and its end tag not yet.
struct OpenElement {
  const TypeRow* type = nullptr;  ///< Null inside of content that no schema knows.
  std::string_view qname;
  NamespaceId namespace_id = 0;
  NameId name = no_row;
  std::uint32_t element = no_row;  ///< Its declaration.
  StateId state = 0;
  std::uint32_t bindings = 0;       ///< In scope before this element.
  std::uint32_t category = no_row;  ///< Of an envelope's entry whose value is still to come.
  std::uint64_t bits = 0;           ///< Documented parts that were seen.
  std::uint64_t seen = 0;           ///< Parts of an `xs:all` that were seen.
  std::uint16_t rank = 0;
  std::uint16_t delimiters = 0;
  bool has_end = false;
  bool is_skipped = false;
  bool is_nil = false;
  bool has_text = false;
  bool skips_spaces = false;  ///< White space between its children means nothing.
};

/// The same with the place of a sink: see `Engine`.
template <class Sink>
struct PlacedElement : OpenElement {
  [[no_unique_address]] typename Sink::Place place;
};

}  // namespace presentity::detail
