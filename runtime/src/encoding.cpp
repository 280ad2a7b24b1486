// SPDX-License-Identifier: MIT
#include "encoding.hpp"

#include "program/byte_scan.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace presentity::detail {
namespace {

using namespace std::string_view_literals;

constexpr auto npos = std::string_view::npos;
constexpr auto byte_order_mark = "\xEF\xBB\xBF"sv;

ScanError malformed(std::size_t offset, std::string message, std::string help = {}) {
  return {"malformed-xml", offset, std::move(message), std::move(help)};
}

/// The family of encodings that the first bytes show.
enum class Family : std::uint8_t { ascii_like, utf16_little, utf16_big, other };

Family family_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0"sv)) return Family::other;
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\0"sv)) return Family::utf16_little;
  if (bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\0<"sv)) return Family::utf16_big;
  if (bytes.starts_with("\x4C\x6F\xA7\x94"sv)) return Family::other;  // EBCDIC "<?xm"
  return Family::ascii_like;
}

/// The encoding named by the XML declaration of `text`, as written; empty if none is.
std::string_view encoding_name(std::string_view text) {
  if (text.starts_with(usual_declaration)) return text.substr(usual_declaration.find("UTF-8"), 5);
  if (!text.starts_with("<?xml") || text.size() < 6 || !is_space(text[5])) return {};
  const auto declaration = text.substr(0, text.find("?>"));
  const auto name = declaration.find("encoding");
  if (name == npos) return {};
  const auto open = declaration.find_first_of("\"'", name);
  if (open == npos) return {};
  const auto close = declaration.find(declaration[open], open + 1);
  if (close == npos) return {};
  return declaration.substr(open + 1, close - open - 1);
}

char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string in_upper_case(std::string_view encoding) {
  std::string result(encoding);
  std::ranges::transform(result, result.begin(), to_upper);
  return result;
}

/// Whether an encoding is called one of `names`, which are in upper case.
bool is_one_of(std::string_view encoding, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](std::string_view name) {
    return std::ranges::equal(encoding, name, {}, to_upper);
  });
}

Result<std::string, ScanError> from_utf16(std::string_view bytes, bool is_little) {
  if (bytes.size() % 2 != 0) {
    return Unexpected{malformed(0, "UTF-16 text with an odd number of bytes")};
  }
  const auto unit = [&](std::size_t at) {
    const auto low = static_cast<unsigned char>(bytes[at + (is_little ? 0 : 1)]);
    const auto high = static_cast<unsigned char>(bytes[at + (is_little ? 1 : 0)]);
    return static_cast<char32_t>(high << 8U | low);
  };

  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = unit(0) == 0xFEFF ? 2 : 0; at < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c <= 0xDFFF) {
      const auto low = at + 2 < bytes.size() ? unit(at + 2) : U'\0';
      if (c >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) {
        auto error = malformed(text.size(), "lone surrogate in UTF-16 text");
        error.position = position_at(text, text.size());
        return Unexpected{std::move(error)};
      }
      c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
      at += 2;
    }
    append_utf8(text, c);
  }
  return text;
}

std::string from_latin1(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) append_utf8(text, static_cast<unsigned char>(c));
  return text;
}

/// Returns what is wrong with the first byte or character of `text` that XML forbids.
std::optional<ScanError> find_illegal_character(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    at = static_cast<std::size_t>(skip_printable(text.data() + at, text.data() + text.size()) -
                                  text.data());
    if (at == text.size()) break;
    const auto character = decode_utf8(text, at);
    if (character.length == 0) return malformed(at, "invalid UTF-8");
    if (!is_xml_character(character.code)) {
      return malformed(at, "character " + code_point_name(character.code) + " is not allowed");
    }
    at += character.length;
  }
  return std::nullopt;
}

/// Takes text without its mark.
Result<Utf8Text, ScanError> checked(Utf8Text text) {
  if (text.view().starts_with(byte_order_mark)) {
    return Unexpected{malformed(0, "more than one byte order mark")};
  }
  if (auto error = find_illegal_character(text.view())) {
    error->position = position_at(text.view(), error->offset);
    return Unexpected{std::move(*error)};
  }
  return text;
}

ScanError unsupported(const std::string& encoding) {
  return {"unsupported-encoding", 0, "encoding '" + encoding + "' is not supported",
          "use UTF-8, UTF-16, ISO-8859-1 or US-ASCII"};
}

/// Whether the text is in UTF-8 unless it is not legal: it has no declaration, or the usual one.
bool begins_as_usual(std::string_view bytes) {
  const bool begins_with_tag = bytes.size() > 1 && bytes[0] == '<' && is(bytes[1], name_start);
  return begins_with_tag || bytes.starts_with(usual_declaration);
}

Result<Utf8Text, ScanError> decode_utf16(std::string_view bytes, bool is_little) {
  auto text = from_utf16(bytes, is_little);
  if (!text) return Unexpected{text.error()};
  const auto encoding = encoding_name(*text);
  if (!encoding.empty() && !is_one_of(encoding, {"UTF-16", is_little ? "UTF-16LE" : "UTF-16BE"})) {
    return Unexpected{
        malformed(0, "the text is UTF-16 but declares encoding '" + in_upper_case(encoding) + "'")};
  }
  return checked(Utf8Text::owned(std::move(*text)));
}

}  // namespace

Result<Utf8Text, ScanError> decode(std::string_view bytes) {
  if (begins_as_usual(bytes)) return checked(Utf8Text::borrowed(bytes));
  const auto family = family_of(bytes);
  if (family == Family::other) return Unexpected{unsupported("UTF-32 or EBCDIC")};
  if (family != Family::ascii_like) return decode_utf16(bytes, family == Family::utf16_little);

  const bool has_mark = bytes.starts_with(byte_order_mark);
  if (has_mark) bytes.remove_prefix(byte_order_mark.size());
  const auto encoding = encoding_name(bytes);
  if (encoding.empty() || is_one_of(encoding, {"UTF-8", "UTF8"})) {
    return checked(Utf8Text::borrowed(bytes));
  }
  if (has_mark) {
    return Unexpected{
        malformed(0, "the text is UTF-8 but declares encoding '" + in_upper_case(encoding) + "'")};
  }
  if (is_one_of(encoding, {"ISO-8859-1", "ISO_8859-1", "LATIN1", "LATIN-1"})) {
    return checked(Utf8Text::owned(from_latin1(bytes)));
  }
  if (is_one_of(encoding, {"US-ASCII", "ASCII"})) {
    const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const auto bad = std::ranges::find_if(bytes, is_high);
    if (bad == bytes.end()) return checked(Utf8Text::borrowed(bytes));
    return Unexpected{malformed(static_cast<std::size_t>(bad - bytes.begin()),
                                "byte above 127 in US-ASCII text")};
  }
  const auto name = in_upper_case(encoding);
  if (name.starts_with("UTF-16")) {
    return Unexpected{malformed(0, "the text declares UTF-16 but is not")};
  }
  return Unexpected{unsupported(name)};
}

std::string declared_as_utf8(std::string_view utf8) {
  std::string text(utf8);
  const auto name = encoding_name(utf8);
  constexpr std::string_view right = "UTF-8";
  if (name.size() < right.size()) return text;  // none, or "UTF8"
  const auto at = static_cast<std::size_t>(name.data() - utf8.data());
  const auto quote = utf8[at + name.size()];
  text.replace(at, name.size() + 1,
               std::string(right) + quote + std::string(name.size() - right.size(), ' '));
  return text;
}

}  // namespace presentity::detail
