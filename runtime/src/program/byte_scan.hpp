// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
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
  name_end = 32,     ///< What may follow a name or a part of one, and some that names never have.
  plain_uri = 64,    ///< In a URI: not what begins a query, a fragment, an escape or an address.
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
    if (c != '#' && c != '?' && c != '%' && c != '[' && c != ']') table[c] |= plain_uri;
    if (c <= 0x20 || c == '/' || (c >= ':' && c <= '>')) table[c] |= name_end;
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

/// The first of '/', ':' to '>' and what is not above space, or `end`.
inline const char* skip_name(const char* at, const char* end) noexcept {
#if defined(__SSE2__)
  while (end - at >= 16) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto is_one = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
    const auto is_up_to = [](__m128i bytes, char most) {
      return _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(most)), bytes);
    };
    const auto is_colon_to_greater = is_up_to(_mm_sub_epi8(block, _mm_set1_epi8(':')), '>' - ':');
    const auto found =
        _mm_or_si128(is_up_to(block, 0x20), _mm_or_si128(is_one('/'), is_colon_to_greater));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 16;
  }
#endif
  while (at != end && !is(*at, name_end)) ++at;
  return at;
}

/// The first of '#', '?', '%', '[' and ']', or `end`.
inline const char* skip_plain_uri(const char* at, const char* end) noexcept {
#if defined(__SSE2__)
  while (end - at >= 16) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto is_one = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
    const auto is_bracket = _mm_or_si128(is_one('['), is_one(']'));
    const auto found =
        _mm_or_si128(_mm_or_si128(is_one('#'), is_one('?')), _mm_or_si128(is_one('%'), is_bracket));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 16;
  }
#endif
  while (at != end && is(*at, plain_uri)) ++at;
  return at;
}

/// The first byte that is not above space, or `end`.
inline const char* skip_word(const char* at, const char* end) noexcept {
#if defined(__SSE2__)
  while (end - at >= 16) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto found = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x20)), block);
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 16;
  }
#endif
  while (at != end && static_cast<unsigned char>(*at) > 0x20) ++at;
  return at;
}

/// The first byte above space, or `end`: in text of legal characters, what follows white space.
inline const char* skip_blanks(const char* at, const char* end) noexcept {
#if defined(__SSE2__)
  while (end - at >= 16) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto is_low = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x20)), block);
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(is_low)) ^ 0xFFFFU;
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 16;
  }
#endif
  while (at != end && static_cast<unsigned char>(*at) <= 0x20) ++at;
  return at;
}

/// The first byte that is not from space to the end of ASCII, nor a tab or line feed; or `end`.
inline const char* skip_printable(const char* at, const char* end) noexcept {
  [[maybe_unused]] const auto* const begin = at;
#if defined(__SSE2__)
  const auto odd_ones = [](const char* block_begin) {
    const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block_begin));
    const auto is_one = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
    const auto is_odd = _mm_cmplt_epi8(block, _mm_set1_epi8(0x20));  // signed: beyond ASCII, too
    return _mm_andnot_si128(_mm_or_si128(is_one('\n'), is_one('\t')), is_odd);
  };
  while (end - at >= 32 && _mm_movemask_epi8(_mm_or_si128(odd_ones(at), odd_ones(at + 16))) == 0) {
    at += 32;
  }
  while (end - at >= 16) {
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(odd_ones(at)));
    if (mask != 0) return at + __builtin_ctz(mask);
    at += 16;
  }
  // The last sixteen bytes again: a few are read twice, but none by itself.
  if (end - begin >= 16 && _mm_movemask_epi8(odd_ones(end - 16)) == 0) return end;
#endif
  const auto is_printable = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte < 0x80) || c == '\n' || c == '\t';
  };
  while (at != end && is_printable(*at)) ++at;
  return at;
}

/// The first bytes as a number, little-endian everywhere: tables may be made on another machine.
template <class Word>
std::uint64_t load(const char* bytes) noexcept {
  Word value = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&value, bytes, sizeof value);
  } else {
    for (std::size_t i = sizeof value; i-- > 0;) {
      value = static_cast<Word>(value << 7U << 1U | static_cast<unsigned char>(bytes[i]));
    }
  }
  return value;
}

/// Whether two texts of names are the same. Shorter than a call for the usual lengths.
inline bool is_same(std::string_view a, std::string_view b) noexcept {
  const auto size = a.size();
  if (size != b.size()) return false;
  const auto* const x = a.data();
  const auto* const y = b.data();
  if (size > 16) return std::memcmp(x, y, size) == 0;
  if (size >= 8)
    return load<std::uint64_t>(x) == load<std::uint64_t>(y) &&
           load<std::uint64_t>(x + size - 8) == load<std::uint64_t>(y + size - 8);
  if (size >= 4)
    return load<std::uint32_t>(x) == load<std::uint32_t>(y) &&
           load<std::uint32_t>(x + size - 4) == load<std::uint32_t>(y + size - 4);
  return size == 0 || (x[0] == y[0] && x[size / 2] == y[size / 2] && x[size - 1] == y[size - 1]);
}

}  // namespace presentity::detail
