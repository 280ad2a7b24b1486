// SPDX-License-Identifier: MIT
#include "datatype_numbers.hpp"
#include "datatype_strings.hpp"
#include "program/byte_scan.hpp"

#include <algorithm>
#include <optional>

namespace presentity::detail {
namespace {

bool is_hex(char c) noexcept { return hex_digit(c) < 16; }

bool has_brackets(std::string_view text) noexcept {
  return text.find_first_of("[]") != std::string_view::npos;
}

bool has_valid_escapes(std::string_view text) noexcept {
  for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
    if (text.size() - at < 3 || !is_hex(text[at + 1]) || !is_hex(text[at + 2])) return false;
  }
  return true;
}

bool is_scheme(std::string_view text) noexcept {
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

/// Four numbers up to 255 of one to three digits.
bool is_ipv4_address(std::string_view text) noexcept {
  for (int part = 0; part < 4; ++part) {
    std::size_t digits = 0;
    int value = 0;
    for (; digits < text.size() && digits < 4 && is_digit(text[digits]); ++digits) {
      value = value * 10 + (text[digits] - '0');
    }
    if (digits == 0 || digits > 3 || value > 255) return false;
    text.remove_prefix(digits);
    if (part == 3) return text.empty();
    if (!text.starts_with('.')) return false;
    text.remove_prefix(1);
  }
  return false;
}

/// Counts the 16-bit groups of "a:b:1.2.3.4", or returns -1 if it is not of that form.
int count_groups(std::string_view text) noexcept {
  if (text.empty()) return 0;
  for (int groups = 1;; ++groups) {
    const auto colon = text.find(':');
    const auto group = text.substr(0, colon);
    if (colon == std::string_view::npos && group.find('.') != std::string_view::npos) {
      return is_ipv4_address(group) ? groups + 1 : -1;
    }
    if (group.empty() || group.size() > 4 || !std::ranges::all_of(group, is_hex)) return -1;
    if (colon == std::string_view::npos) return groups;
    text.remove_prefix(colon + 1);
  }
}

bool is_ipv6_address(std::string_view text) noexcept {
  const auto gap = text.find("::");
  if (gap == std::string_view::npos) return count_groups(text) == 8;
  const auto head = text.substr(0, gap);
  const int before = count_groups(head);
  const int after = count_groups(text.substr(gap + 2));
  return before >= 0 && after >= 0 && before + after <= 7 &&
         head.find('.') == std::string_view::npos;
}

/// Whether `text` is empty or a ":" and perhaps a port.
bool is_port(std::string_view text) noexcept {
  if (text.empty()) return true;
  if (text.front() != ':') return false;
  text.remove_prefix(1);
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return false;
    value = value * 10 + (c - '0');
    if (value > 65'535) return false;
  }
  return true;
}

bool is_authority(std::string_view text) noexcept {
  if (!has_brackets(text)) return true;  // Legal as a registry-based naming authority.
  const auto user_end = text.find('@');
  const auto host = user_end == std::string_view::npos ? text : text.substr(user_end + 1);
  if (user_end != std::string_view::npos && has_brackets(text.substr(0, user_end))) return false;
  const auto close = host.find(']');
  if (!host.starts_with('[') || close == std::string_view::npos) return false;
  return is_ipv6_address(host.substr(1, close - 1)) && is_port(host.substr(close + 1));
}

/// Judges a URI without query, fragment, escapes and addresses in brackets; nothing if it has one.
std::optional<bool> is_common_uri(std::string_view literal) noexcept {
  const auto* const begin = literal.data();
  const auto* const end = begin + literal.size();
  if (skip_plain_uri(begin, end) != end) return std::nullopt;
  const auto* const stop = std::find_if(begin, end, [](char c) { return c == ':' || c == '/'; });
  if (stop == end || *stop == '/') return true;
  return is_scheme({begin, static_cast<std::size_t>(stop - begin)}) && stop + 1 != end;
}

}  // namespace

bool is_any_uri(std::string_view literal) noexcept {
  if (literal.empty()) return true;
  if (const auto answer = is_common_uri(literal)) return *answer;
  if (!has_valid_escapes(literal)) return false;
  const auto hash = literal.find('#');
  if (hash != std::string_view::npos && literal.find('#', hash + 1) != std::string_view::npos)
    return false;

  auto hierarchy = literal.substr(0, literal.find_first_of("?#"));
  bool has_scheme = false;
  const auto colon = hierarchy.find(':');
  if (colon < hierarchy.find('/')) {
    has_scheme = true;
    if (!is_scheme(hierarchy.substr(0, colon))) return false;
    hierarchy.remove_prefix(colon + 1);
    const auto rest = literal.substr(colon + 1);
    if (rest.empty() || rest.starts_with('#')) return false;
  }
  if (hierarchy.starts_with("//")) {
    hierarchy.remove_prefix(2);
    const auto end = std::min(hierarchy.find('/'), hierarchy.size());
    return is_authority(hierarchy.substr(0, end)) && !has_brackets(hierarchy.substr(end));
  }
  const bool is_opaque = has_scheme && !hierarchy.starts_with('/');
  return is_opaque || !has_brackets(hierarchy);
}

}  // namespace presentity::detail
