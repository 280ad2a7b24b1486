// SPDX-License-Identifier: MIT
#include "xml_scanner.hpp"

#include "program/byte_scan.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace presentity::detail {

constexpr auto npos = std::string_view::npos;

namespace {

/// EncName, section 4.3.3.
bool is_encoding_name(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto fits = [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  };
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, fits);
}

}  // namespace

XmlScanner::XmlScanner(std::string_view text, std::size_t name_limit, std::size_t attribute_limit)
    : text_(text), name_limit_(name_limit), attribute_limit_(attribute_limit) {}

XmlScanner::Token XmlScanner::next() {
  if (at_ == 0 && starts_with("<?xml") && text_.size() > 5 && is_space(text_[5])) {
    if (!scan_declaration()) return Token::error;
  }
  while (at_ < text_.size()) {
    if (text_[at_] != '<') return scan_text();
    if (starts_with("<!--")) {
      if (!skip_comment()) return Token::error;
    } else if (starts_with("<?")) {
      if (!skip_processing_instruction()) return Token::error;
    } else {
      return scan_markup();
    }
  }
  offset_ = at_;
  return Token::end;
}

XmlScanner::Token XmlScanner::scan_markup() {
  if (starts_with("</")) return scan_end_tag();
  if (starts_with("<![CDATA[")) return scan_cdata();
  if (starts_with("<!DOCTYPE")) {
    return fail(at_, "a document type declaration is not allowed",
                "remove it; entities and external files are never used", "doctype-forbidden");
  }
  return scan_start_tag();
}

XmlScanner::Token XmlScanner::scan_start_tag() {
  offset_ = at_++;
  content_ = scan_name();
  if (content_.empty()) {
    if (has_failed_) return Token::error;
    return fail(offset_, "'<' is not followed by a name", "write '&lt;' for a literal '<'");
  }
  attributes_.clear();
  for (;;) {
    const bool had_space = skip_spaces();
    if (at_ >= text_.size()) {
      return fail(offset_, "start tag '" + std::string(content_) + "' is not closed");
    }
    if (text_[at_] == '>' || starts_with("/>")) {
      is_empty_element_ = text_[at_] == '/';
      at_ += is_empty_element_ ? 2 : 1;
      return Token::start_tag;
    }
    if (!had_space) {
      return fail(at_, "white space is missing in start tag '" + std::string(content_) + "'");
    }
    if (!scan_attribute()) return Token::error;
  }
}

bool XmlScanner::scan_attribute() {
  RawAttribute attribute;
  attribute.offset = at_;
  attribute.name = scan_name();
  if (attribute.name.empty()) {
    if (!has_failed_) fail(at_, "an attribute name is expected");
    return false;
  }
  const auto name = [&] { return "attribute '" + std::string(attribute.name) + "'"; };
  if (attributes_.size() == attribute_limit_) {
    fail(attribute.offset, "more than " + std::to_string(attribute_limit_) + " attributes", {},
         "limit-exceeded");
    return false;
  }
  skip_spaces();
  if (at_ >= text_.size() || text_[at_] != '=') {
    fail(attribute.offset, name() + " has no value");
    return false;
  }
  ++at_;
  skip_spaces();
  if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) {
    fail(attribute.offset, "the value of " + name() + " is not quoted");
    return false;
  }
  const auto close = text_.find(text_[at_], at_ + 1);
  if (close == npos) {
    fail(attribute.offset, "the value of " + name() + " is not closed");
    return false;
  }
  attribute.raw_value = text_.substr(at_ + 1, close - at_ - 1);
  if (const auto less = attribute.raw_value.find('<'); less != npos) {
    fail(at_ + 1 + less, "'<' in the value of " + name(), "write '&lt;'");
    return false;
  }
  at_ = close + 1;
  attributes_.push_back(attribute);
  return true;
}

XmlScanner::Token XmlScanner::scan_end_tag() {
  offset_ = at_;
  at_ += 2;
  content_ = scan_name();
  if (has_failed_) return Token::error;
  skip_spaces();
  if (content_.empty() || at_ >= text_.size() || text_[at_] != '>') {
    return fail(offset_, "end tag is not closed");
  }
  ++at_;
  return Token::end_tag;
}

XmlScanner::Token XmlScanner::scan_text() {
  offset_ = at_;
  at_ = std::min(text_.find('<', at_), text_.size());
  content_ = text_.substr(offset_, at_ - offset_);
  if (const auto close = content_.find("]]>"); close != npos) {
    return fail(offset_ + close, "']]>' in text", "write ']]&gt;'");
  }
  return Token::text;
}

XmlScanner::Token XmlScanner::scan_cdata() {
  constexpr std::size_t opening = 9;
  offset_ = at_;
  const auto close = text_.find("]]>", at_ + opening);
  if (close == npos) return fail(at_, "CDATA section is not closed");
  content_ = text_.substr(at_ + opening, close - at_ - opening);
  at_ = close + 3;
  return Token::cdata;
}

bool XmlScanner::skip_comment() {
  const auto dashes = text_.find("--", at_ + 4);
  if (dashes == npos) {
    fail(at_, "comment is not closed");
    return false;
  }
  if (dashes + 2 >= text_.size() || text_[dashes + 2] != '>') {
    fail(dashes, "'--' inside of a comment");
    return false;
  }
  at_ = dashes + 3;
  return true;
}

bool XmlScanner::skip_processing_instruction() {
  const auto start = at_;
  at_ += 2;
  const auto target = scan_name();
  if (has_failed_) return false;
  const auto close = text_.find("?>", at_);
  if (target.empty() || close == npos || (close != at_ && !is_space(text_[at_]))) {
    fail(start, "processing instruction is not closed or has no target");
    return false;
  }
  const auto is_letter = [&](std::size_t i, char lower) { return (target[i] | 0x20) == lower; };
  if (target.size() == 3 && is_letter(0, 'x') && is_letter(1, 'm') && is_letter(2, 'l')) {
    fail(start, "an XML declaration may only stand at the very start");
    return false;
  }
  if (target.find(':') != npos) {
    fail(start, "the target of a processing instruction may not hold a colon");
    return false;
  }
  at_ = close + 2;
  return true;
}

/// XMLDecl: version, then encoding, then standalone (section 2.8). The encoding is not looked at
/// here: `decode` has done so.
bool XmlScanner::scan_declaration() {
  at_ = 5;
  attributes_.clear();
  while (!starts_with("?>")) {
    const bool had_space = skip_spaces();
    if (starts_with("?>")) break;
    if (!had_space || !scan_attribute()) {
      if (!has_failed_) fail(0, "XML declaration is not closed");
      return false;
    }
  }
  at_ += 2;

  constexpr std::array<std::string_view, 3> order{"version", "encoding", "standalone"};
  std::size_t next_allowed = 0;
  for (const auto& attribute : attributes_) {
    const auto* const found = std::find(order.begin() + static_cast<std::ptrdiff_t>(next_allowed),
                                        order.end(), attribute.name);
    const auto value = attribute.raw_value;
    const bool is_good = found != order.end() && (attribute.name != "version" || value == "1.0") &&
                         (attribute.name != "encoding" || is_encoding_name(value)) &&
                         (attribute.name != "standalone" || value == "yes" || value == "no");
    if (!is_good) {
      fail(attribute.offset,
           "XML declaration: '" + std::string(attribute.name) + "=\"" + std::string(value) +
               "\"' is not allowed here",
           "write <?xml version=\"1.0\" encoding=\"UTF-8\"?>");
      return false;
    }
    next_allowed = static_cast<std::size_t>(found - order.begin()) + 1;
  }
  if (attributes_.empty() || attributes_.front().name != "version") {
    fail(0, "XML declaration without a version");
    return false;
  }
  return true;
}

std::string_view XmlScanner::scan_name() {
  const auto start = at_;
  while (at_ < text_.size()) {
    const auto character = decode_utf8(text_, at_);
    const bool fits =
        at_ == start ? is_name_start(character.code) : is_name_character(character.code);
    if (!fits) break;
    at_ += character.length;
  }
  if (at_ - start > name_limit_) {
    fail(start, "name of more than " + std::to_string(name_limit_) + " bytes", {},
         "limit-exceeded");
    return {};
  }
  return text_.substr(start, at_ - start);
}

bool XmlScanner::skip_spaces() {
  const auto start = at_;
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  return at_ != start;
}

bool XmlScanner::starts_with(std::string_view prefix) const {
  return text_.substr(at_, prefix.size()) == prefix;
}

XmlScanner::Token XmlScanner::fail(std::size_t offset, std::string message, std::string help,
                                   std::string_view rule) {
  has_failed_ = true;
  error_ = {rule, offset, std::move(message), std::move(help)};
  return Token::error;
}

std::optional<char32_t> referenced_code(std::string_view reference) noexcept {
  constexpr std::array<std::pair<std::string_view, char32_t>, 5> predefined{
      {{"lt", U'<'}, {"gt", U'>'}, {"amp", U'&'}, {"apos", U'\''}, {"quot", U'"'}}};
  for (const auto& [name, code] : predefined) {
    if (reference == name) return code;
  }
  if (!reference.starts_with('#')) return std::nullopt;
  const bool is_hex = reference.starts_with("#x");
  const auto digits = reference.substr(is_hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, code, is_hex ? 16 : 10);
  if (error != std::errc() || stop != end || code > 0x10FFFF) return std::nullopt;
  return code;
}

std::string escaped(std::string_view text) {
  std::string result;
  append_escaped(result, text);
  return result;
}

void append_escaped(std::string& out, std::string_view text) {
  const auto* const end = text.data() + text.size();
  for (const auto* at = text.data();; ++at) {
    const auto* const plain = at;
    at = skip_plain_value(at, end, '"');
    out.append(plain, at);
    if (at == end) return;
    if (*at == '&')
      out += "&amp;";
    else if (*at == '<')
      out += "&lt;";
    else if (*at == '"')
      out += "&quot;";
    else if (is_space(*at))
      out += "&#" + std::to_string(static_cast<int>(*at)) + ";";
    else
      out += *at;
  }
}

bool needs_unescape(std::string_view raw, bool is_attribute) noexcept {
  return raw.find_first_of(is_attribute ? "&\r\n\t" : "&\r") != npos;
}

std::optional<ScanError> append_unescaped(std::string_view raw, std::size_t offset,
                                          bool is_attribute, std::string& out) {
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const char c = raw[at];
    if (c == '&') {
      const auto semicolon = raw.find(';', at);
      const auto reference = raw.substr(at + 1, semicolon == npos ? 0 : semicolon - at - 1);
      const auto character = referenced_code(reference);
      if (!character || !is_xml_character(*character)) {
        const bool is_entity =
            !reference.empty() && reference.front() != '#' && reference.size() < 40;
        if (is_entity) {
          return ScanError{"malformed-xml", offset + at,
                           "entity '&" + std::string(reference) + ";' is not defined",
                           "only amp, lt, gt, quot and apos are; write '&amp;' for a literal '&'"};
        }
        if (reference.starts_with('#') && reference.size() < 40) {
          return ScanError{"malformed-xml",
                           offset + at,
                           "'&" + std::string(reference) + ";' is no character that XML allows",
                           {}};
        }
        return ScanError{"malformed-xml", offset + at, "'&' does not start a reference",
                         "write '&amp;' for a literal '&'"};
      }
      append_utf8(out, *character);
      at = semicolon;
    } else if (c == '\r') {
      if (at + 1 < raw.size() && raw[at + 1] == '\n') ++at;
      out.push_back(is_attribute ? ' ' : '\n');
    } else {
      out.push_back(is_attribute && is_space(c) ? ' ' : c);
    }
  }
  return std::nullopt;
}

}  // namespace presentity::detail
