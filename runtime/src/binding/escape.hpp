// SPDX-License-Identifier: MIT
#pragma once

#include "program/byte_scan.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

/// \file
/// Which characters are not written as they are, here and for the sake of other readers: '>' in
/// text, for one.

namespace presentity::detail {

enum class Place : std::uint8_t { text, attribute };

/// What `c` is written as; empty: as it is.
template <Place place>
constexpr std::string_view escape_of(char c) noexcept {
  constexpr bool is_attribute = place == Place::attribute;
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '\r':
      return "&#13;";
    case '"':
      return is_attribute ? "&quot;" : "";
    case '\n':
      return is_attribute ? "&#10;" : "";
    case '\t':
      return is_attribute ? "&#9;" : "";
    default:
      return {};
  }
}

#if defined(__SSE2__)

/// Whether all bytes are written as they are. No: perhaps they are all the same, but no document
/// has such bytes.
template <Place place>
bool is_plain_block(__m128i block) noexcept {
  const auto all = [](int c) { return _mm_set1_epi8(static_cast<char>(c)); };
  const auto is_angle = _mm_cmpeq_epi8(_mm_or_si128(block, all('<' ^ '>')), all('>'));
  if constexpr (place == Place::text) {
    const auto is_other =
        _mm_or_si128(_mm_cmpeq_epi8(block, all('&')), _mm_cmpeq_epi8(block, all('\r')));
    return _mm_movemask_epi8(_mm_or_si128(is_angle, is_other)) == 0;
  } else {
    const auto is_other = _mm_cmpeq_epi8(_mm_andnot_si128(all('"' ^ '&'), block), all('"'));
    const auto is_low = _mm_cmpeq_epi8(_mm_min_epu8(block, all('\r')), block);
    return _mm_movemask_epi8(_mm_or_si128(is_angle, _mm_or_si128(is_other, is_low))) == 0;
  }
}

/// Up to 16 bytes, not none, in any order and some of them twice.
inline __m128i load_short(const char* begin, std::size_t size) noexcept {
  const auto* const end = begin + size;
  if (size >= 8) {
    return _mm_set_epi64x(static_cast<std::int64_t>(load<std::uint64_t>(begin)),
                          static_cast<std::int64_t>(load<std::uint64_t>(end - 8)));
  }
  if (size >= 4) {
    const auto both = load<std::uint32_t>(begin) << 32U | load<std::uint32_t>(end - 4);
    return _mm_set1_epi64x(static_cast<std::int64_t>(both));
  }
  const auto first = load<std::uint8_t>(begin);
  const auto all = first | load<std::uint8_t>(begin + size / 2) << 8U |
                   load<std::uint8_t>(end - 1) << 16U | first << 24U;
  return _mm_set1_epi32(static_cast<int>(all));
}

/// Whether all of `text` is written as it is.
template <Place place>
bool is_plain(std::string_view text) noexcept {
  if (text.empty()) return true;
  if (text.size() <= 16) return is_plain_block<place>(load_short(text.data(), text.size()));
  const auto is_plain_at = [](const char* at) {
    return is_plain_block<place>(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)));
  };
  const auto* const last = text.data() + text.size() - 16;
  for (const auto* at = text.data(); at < last; at += 16) {
    if (!is_plain_at(at)) return false;
  }
  return is_plain_at(last);
}

#else

/// Whether all of `text` is written as it is.
template <Place place>
bool is_plain(std::string_view text) noexcept {
  return std::ranges::all_of(text, [](char c) { return escape_of<place>(c).empty(); });
}

#endif

}  // namespace presentity::detail
