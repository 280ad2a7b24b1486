// SPDX-License-Identifier: MIT
#pragma once

#include "binding/escape.hpp"
#include "binding/text_buffer.hpp"

#include <presentity/binding.hpp>

#include <cstddef>
#include <string_view>

namespace presentity::detail {

/// Tags and what is between them. Prefixes are given with their colon, or empty.
class MarkupBuffer : public TextBuffer {
 public:
  void clear() noexcept {
    TextBuffer::clear();
    is_tag_open_ = false;
  }

  /// Leaves the tag open for attributes.
  void begin_tag(std::string_view prefix, std::string_view local) {
    auto* to = begin_text(prefix.size() + local.size() + 1);
    *to++ = '<';
    if (!prefix.empty()) to = copy(prefix, to);
    end_at(copy(local, to));
    is_tag_open_ = true;
  }

  /// Without anything in between, the open tag becomes an empty one.
  void end_tag(std::string_view prefix, std::string_view local) {
    if (is_tag_open_) {
      is_tag_open_ = false;
      return append("/>");
    }
    auto* to = copy("</", room(prefix.size() + local.size() + 3));
    if (!prefix.empty()) to = copy(prefix, to);
    end_at(copy(">", copy(local, to)));
  }

  void finish_tag() { end_at(begin_text(0)); }

  /// Finishes an open tag. What is returned becomes the end with `end_at`; behind it, `count`
  /// characters have room.
  [[nodiscard]] char* begin_text(std::size_t count) {
    auto* to = room(count + 1);
    if (is_tag_open_) *to++ = '>';
    is_tag_open_ = false;
    return to;
  }

  /// Leaves room for what `Value::write` writes.
  void begin_attribute(std::string_view prefix, std::string_view local) {
    auto* to = room(prefix.size() + local.size() + 3 + binding::Value::most_written);
    *to++ = ' ';
    if (!prefix.empty()) to = copy(prefix, to);
    end_at(copy("=\"", copy(local, to)));
  }

  void end_attribute() { append("\""); }

  void write_attribute(std::string_view prefix, std::string_view local, std::string_view value) {
    begin_attribute(prefix, local);
    write_text<Place::attribute>(value);
    end_attribute();
  }

  /// Escapes what must be. Text that is empty leaves a tag open.
  template <Place place>
  void write_text(std::string_view text) {
    if (text.empty()) return;
    constexpr bool is_text = place == Place::text;
    auto* const to = is_text ? begin_text(text.size()) : room(text.size());
    auto* const end = copy_plain<place>(text, to);
    end_at(end != nullptr ? end : to);
    if (end == nullptr) write_escaped<place>(text);
  }

 private:
  template <Place place>
  [[gnu::noinline]] void write_escaped(std::string_view text) {
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto escape = escape_of<place>(text[i]);
      if (escape.empty()) continue;
      append(text.substr(written, i - written), escape);
      written = i + 1;
    }
    append(text.substr(written));
  }

  bool is_tag_open_ = false;
};

}  // namespace presentity::detail
