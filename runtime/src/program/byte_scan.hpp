// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// \file
/// Finds the bytes that end a run of text, sixteen at a time where the processor can.

namespace presentity::detail {

enum ByteClass : std::uint8_t {
  name_start = 1,
  name_part = 2,
  space = 4,
  plain_text = 8,
  plain_value = 16,  ///< In an attribute's value; both quotes included.
};

/// Classes of bytes. Bytes beyond ASCII are text but no names: names beyond ASCII are decoded.
inline constexpr auto byte_classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (is_letter) table[c] |= name_start | name_part;
    if ((c >= '0' && c <= '9') || c == '-' || c == '.') table[c] |= name_part;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') table[c] |= space;
    if (c != '<' && c != '&' && c != ']' && c != '\r') table[c] |= plain_text;
    if (c != '<' && c != '&' && c >= 0x20) table[c] |= plain_value;
  }
  return table;
}();

inline bool is(char c, unsigned wanted) noexcept {
  return (byte_classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

/// The first of '<', '&', ']' and '\r', or `end`.
inline const char* skip_plain_text(const char* at, const char* end) noexcept {
#if defined(__SSE2__)
  while (end - at >= 16) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto is_one = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
    const auto found = _mm_or_si128(_mm_or_si128(is_one('<'), is_one('&')),
                                    _mm_or_si128(is_one(']'), is_one('\r')));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 16;
  }
#endif
  while (at != end && is(*at, plain_text)) ++at;
  return at;
}

/// The first of `quote`, '<', '&' and what is below space, or `end`.
inline const char* skip_plain_value(const char* at, const char* end, char quote) noexcept {
#if defined(__SSE2__)
  while (end - at >= 16) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto is_one = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
    const auto is_low = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
    const auto found =
        _mm_or_si128(_mm_or_si128(is_one('<'), is_one('&')), _mm_or_si128(is_one(quote), is_low));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 16;
  }
#endif
  while (at != end && *at != quote && is(*at, plain_value)) ++at;
  return at;
}

/// The first byte that is not from space to the end of ASCII, nor a tab or line feed; or `end`.
inline const char* skip_printable(const char* at, const char* end) noexcept {
#if defined(__SSE2__)
  while (end - at >= 16) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto is_one = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
    const auto is_odd = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20));  // signed: beyond ASCII, too
    const auto found = _mm_andnot_si128(_mm_or_si128(is_one('\n'), is_one('\t')), is_odd);
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 16;
  }
#endif
  const auto is_printable = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte < 0x80) || c == '\n' || c == '\t';
  };
  while (at != end && is_printable(*at)) ++at;
  return at;
}

/// Whether two texts of names are the same. Shorter than a call for the usual lengths.
inline bool is_same(std::string_view a, std::string_view b) noexcept {
  const auto size = a.size();
  if (size != b.size()) return false;
  const auto word = [](const char* bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
  };
  if (size >= 8 && size <= 16) {
    return word(a.data()) == word(b.data()) &&
           word(a.data() + size - 8) == word(b.data() + size - 8);
  }
  return std::memcmp(a.data(), b.data(), size) == 0;
}

}  // namespace presentity::detail
