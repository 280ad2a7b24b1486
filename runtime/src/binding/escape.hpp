// SPDX-License-Identifier: MIT
#pragma once

#include "binding/text_buffer.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

/// Copies up to 16 bytes, not none, and returns them in any order and some of them twice.
inline __m128i copy_short(const char* from, std::size_t size, char* to) noexcept {
  if (size >= 8) {
    const auto [first, last] = copy_words<std::uint64_t>(from, size, to);
    return _mm_set_epi64x(static_cast<std::int64_t>(first), static_cast<std::int64_t>(last));
  }
  if (size >= 4) {
    const auto [first, last] = copy_words<std::uint32_t>(from, size, to);
    return _mm_set1_epi64x(static_cast<std::int64_t>(std::uint64_t{first} << 32U | last));
  }
  if (size >= 2) {
    const auto [first, last] = copy_words<std::uint16_t>(from, size, to);
    return _mm_set1_epi32(static_cast<int>(std::uint32_t{first} << 16U | last));
  }
  *to = *from;
  return _mm_set1_epi8(*from);
}

/// Copies `text`, which is not empty, and returns the end of the copy, or null if not all of it is
/// written as it is. A call would take as long as most copies.
template <Place place>
[[gnu::always_inline]] inline char* copy_plain(std::string_view text, char* to) noexcept {
  const auto size = text.size();
  const auto* const from = text.data();
  if (size <= 16) {
    return is_plain_block<place>(copy_short(from, size, to)) ? to + size : nullptr;
  }
  const auto copy_block = [&](std::size_t at) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + at));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), block);
    return is_plain_block<place>(block);
  };
  for (std::size_t at = 0; at < size - 16; at += 16) {
    if (!copy_block(at)) return nullptr;
  }
  return copy_block(size - 16) ? to + size : nullptr;
}

#else

/// Copies `text`, which is not empty, and returns the end of the copy, or null if not all of it is
/// written as it is.
template <Place place>
char* copy_plain(std::string_view text, char* to) noexcept {
  for (const char c : text) {
    if (!escape_of<place>(c).empty()) return nullptr;
    *to++ = c;
  }
  return to;
}

#endif

}  // namespace presentity::detail
