// SPDX-License-Identifier: MIT
#pragma once

#include "document.hpp"
#include "peers.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// \file
/// How far the place of our error is from that of Xerces, in tokens: a tag, a run of text, a
/// comment and the like is one. Xerces names the end of the token at which it finds an error.

namespace presentity::differential {

enum class Nearness : std::uint8_t {
  near,            ///< The same token or the one beside it.
  end_of_element,  ///< Xerces: end tag of the element that we name.
  end_of_parent,   ///< Xerces: end tag of the parent of the element that we name.
  inside,          ///< Xerces: anywhere in the element that we name.
  elsewhere,
};

[[nodiscard]] std::string_view to_string(Nearness nearness) noexcept;

/// The byte at a line and a column of UTF-16 units, both from 1.
[[nodiscard]] std::size_t offset_of(std::string_view utf8, std::size_t line, std::size_t column);

/// Innermost element whose text holds the byte at `offset`.
[[nodiscard]] detail::NodeId element_at(const Document& document, std::size_t offset);

/// `offset` is that of our error.
[[nodiscard]] Nearness compare_positions(const Document& document, std::size_t offset,
                                         const PeerError& xerces);

/// The reason why Xerces reports errors of our rule `rule` there, or "" if that is not known.
[[nodiscard]] std::string_view systematic_difference(std::string_view rule, Nearness nearness);

}  // namespace presentity::differential
