// SPDX-License-Identifier: MIT
#pragma once

#include "scan_error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::detail {

/// An attribute as it stands in a start tag; references in `raw_value` are not yet replaced.
struct RawAttribute {
  std::string_view name;
  std::string_view raw_value;
  std::size_t offset = 0;
};

/// Splits UTF-8 text into the tokens of XML 1.0, fifth edition.
///
/// The text must have passed `decode`. Comments and processing instructions are checked and
/// skipped; a document type declaration is refused. Names are checked but not yet split. After
/// `Token::error`, `error()` says why and the scanner must not be used again.
class XmlScanner {
 public:
  enum class Token : std::uint8_t { start_tag, end_tag, text, cdata, end, error };

  XmlScanner(std::string_view text, std::size_t name_limit, std::size_t attribute_limit);

  Token next();

  /// Byte at which the current token starts.
  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }
  /// Byte behind the current token.
  [[nodiscard]] std::size_t end() const noexcept { return at_; }
  /// Name of the current tag, or the text of the current text or CDATA token, as written.
  [[nodiscard]] std::string_view content() const noexcept { return content_; }
  /// Attributes of the current start tag, namespace declarations included.
  [[nodiscard]] const std::vector<RawAttribute>& attributes() const noexcept { return attributes_; }
  /// Whether the current start tag ends with "/>".
  [[nodiscard]] bool is_empty_element() const noexcept { return is_empty_element_; }
  [[nodiscard]] const ScanError& error() const noexcept { return error_; }

 private:
  Token scan_markup();
  Token scan_start_tag();
  Token scan_end_tag();
  Token scan_text();
  Token scan_cdata();
  bool scan_declaration();
  bool scan_attribute();
  bool skip_comment();
  bool skip_processing_instruction();
  std::string_view scan_name();
  bool skip_spaces();
  [[nodiscard]] bool starts_with(std::string_view prefix) const;
  Token fail(std::size_t offset, std::string message, std::string help = {},
             std::string_view rule = "malformed-xml");

  std::string_view text_;
  std::size_t name_limit_;
  std::size_t attribute_limit_;
  std::size_t at_ = 0;
  std::size_t offset_ = 0;
  std::string_view content_;
  std::vector<RawAttribute> attributes_;
  bool is_empty_element_ = false;
  bool has_failed_ = false;
  ScanError error_;
};

/// The number of the character that the text between '&' and ';' refers to (section 4.1): a
/// predefined entity, or a number up to 0x10FFFF, which may be that of no character. Nothing for
/// other text.
[[nodiscard]] std::optional<char32_t> referenced_code(std::string_view reference) noexcept;

/// Appends `raw` to `out` with references replaced and line ends made "\n" (sections 2.11, 4.1).
/// With `is_attribute`, white space becomes spaces (section 3.3.3). `offset` is where `raw` stands.
[[nodiscard]] std::optional<ScanError> append_unescaped(std::string_view raw, std::size_t offset,
                                                        bool is_attribute, std::string& out);

/// Returns `text` as it may stand between double quotes in a start tag.
[[nodiscard]] std::string escaped(std::string_view text);
void append_escaped(std::string& out, std::string_view text);

/// Whether `append_unescaped` would change `raw`.
[[nodiscard]] bool needs_unescape(std::string_view raw, bool is_attribute) noexcept;

}  // namespace presentity::detail
