// SPDX-License-Identifier: MIT
#include "log/unwrap.hpp"

#include "ascii.hpp"
#include "unicode.hpp"
#include "xml_scanner.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace presentity::presence::log {
namespace {

using detail::append_utf8;

constexpr auto npos = std::string_view::npos;

void put(Unwrapped& out, char32_t code, std::size_t origin) {
  append_utf8(out.text, detail::is_xml_character(code) ? code : U'\uFFFD');
  out.origins.resize(out.text.size(), origin);
}

void put(Unwrapped& out, std::string_view text, std::size_t origin) {
  out.text += text;
  while (out.origins.size() < out.text.size()) out.origins.push_back(origin++);
}

std::optional<char32_t> parse_code(std::string_view digits, int base) {
  std::uint32_t code = 0;
  const auto* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, code, base);
  if (error != std::errc{} || stop != end || code > 0x10FFFF) return std::nullopt;
  return code;
}

// The reference at the start of `text`, and its length.
std::optional<std::pair<char32_t, std::size_t>> reference_at(std::string_view text) {
  constexpr std::size_t longest = 12;
  const auto semicolon = text.substr(0, longest).find(';');
  if (semicolon == npos) return std::nullopt;
  std::string reference(text.substr(1, semicolon - 1));
  if (reference.starts_with("#X")) reference[1] = 'x';  // as HTML may write it
  const auto code = detail::referenced_code(reference);
  if (!code) return std::nullopt;
  return std::pair(*code, semicolon + 1);
}

// UTF-16 in the byte order of its mark.
std::string from_utf16(std::string_view bytes, bool is_big_endian) {
  std::string out;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(is_big_endian ? first << 8 | second : second << 8 | first);
  };
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    auto code = unit(at);
    const bool is_high = code >= 0xD800 && code < 0xDC00;
    if (is_high && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(out, detail::is_xml_character(code) ? code : U'\uFFFD');
  }
  return out;
}

// The character that a backslash and what follows stand for, and the length of both.
std::pair<char32_t, std::size_t> escape_at(std::string_view text) {
  const char kind = text.size() > 1 ? text[1] : '\\';
  switch (kind) {
    case 'n':
      return {U'\n', 2};
    case 'r':
      return {U'\r', 2};
    case 't':
      return {U'\t', 2};
    case 'u':
      if (const auto code = parse_code(text.substr(2, 4), 16); code && text.size() > 5) {
        return {*code, 6};
      }
      break;
    case 'x':
      if (const auto code = parse_code(text.substr(2, 2), 16); code && text.size() > 3) {
        return {*code, 4};
      }
      break;
    default:
      break;
  }
  const auto c = detail::decode_utf8(text, text.size() > 1 ? 1 : 0);
  return {c.code, std::min(text.size(), 1 + std::max<std::size_t>(c.length, 1))};
}

bool same_shape(std::string_view prefix, std::string_view line) {
  const auto shape = [](char c) { return detail::is_digit(c) ? '0' : c; };
  return std::ranges::equal(prefix, line.substr(0, prefix.size()), {}, shape, shape);
}

constexpr std::size_t longest_prefix = 200;

// The lines from that of `begin` on, which stands behind `prefix`.
Unwrapped prefixed_lines(std::string_view text, std::size_t begin, std::string_view prefix) {
  Unwrapped out;
  out.end = begin;
  if (detail::is_blank(prefix) || prefix.find('<') != npos) return out;
  std::size_t lines = 0;
  auto at = begin - prefix.size();
  while (at < text.size() && same_shape(prefix, text.substr(at))) {
    const auto line_end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const auto content = at + prefix.size();
    if (content > line_end) break;
    put(out, text.substr(content, line_end - content), content);
    at = line_end;
    ++lines;
  }
  if (lines < 2) return {{}, {}, begin};  // a line alone is no quotation
  out.end = at;
  return out;
}

}  // namespace

std::string readable(std::string_view log) {
  if (log.starts_with("\xFF\xFE")) return from_utf16(log, false);
  if (log.starts_with("\xFE\xFF")) return from_utf16(log, true);
  if (log.starts_with("\xEF\xBB\xBF")) log.remove_prefix(3);
  std::string out;
  out.reserve(log.size());
  for (std::size_t at = 0; at < log.size();) {
    const auto [code, length] = detail::decode_utf8(log, at);
    if (length != 0 && detail::is_xml_character(code)) {
      out += log.substr(at, length);
    } else {
      append_utf8(out, U'\uFFFD');
    }
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

Unwrapped without_references(std::string_view text, std::size_t begin) {
  Unwrapped out;
  out.end = std::min(text.find('<', begin), text.size());
  for (auto at = begin; at < out.end;) {
    const auto reference =
        text[at] == '&' ? reference_at(text.substr(at, out.end - at)) : std::nullopt;
    if (reference) {
      put(out, reference->first, at);
      at += reference->second;
    } else {
      put(out, text.substr(at, 1), at);
      ++at;
    }
  }
  return out;
}

Unwrapped without_escapes(std::string_view text, std::size_t begin) {
  Unwrapped out;
  auto at = begin;
  while (at < text.size() && text[at] != '"' && text[at] != '\n') {
    if (text[at] == '\\') {
      const auto [code, length] = escape_at(text.substr(at));
      put(out, code, at);
      at += length;
    } else {
      put(out, text.substr(at, 1), at);
      ++at;
    }
  }
  out.end = at;
  return out;
}

Unwrapped without_prefixes(std::string_view text, std::size_t begin) {
  Unwrapped out;
  out.end = begin;
  const auto before = text.substr(0, begin);
  const auto prefix = before.substr(before.size() - std::min(before.size(), longest_prefix + 1));
  const auto line_break = prefix.rfind('\n');
  if (line_break == npos && prefix.size() > longest_prefix) return out;
  return prefixed_lines(text, begin, prefix.substr(line_break + 1));
}

}  // namespace presentity::presence::log
