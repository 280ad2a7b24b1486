// SPDX-License-Identifier: MIT
#pragma once

#include "program/attribute_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// \file
/// Text between tags, and the values that it makes.

namespace presentity::detail {

/// Reads the text of open elements, and tells a sink of it: see `Engine`. Every function returns
/// false on a mistake and, unless the sink tolerates remarks, where there is something to warn
/// about.
class TextReader : protected AttributeReader {
 protected:
  using AttributeReader::AttributeReader;

  template <class Sink>
  bool character_data(PlacedElement<Sink>& element, Sink& sink) {
    const auto* const begin = at_;
    bool is_plain = true;
    for (;;) {
      at_ = skip_plain_text(at_, end_);
      if (at_ == end_) return false;
      if (*at_ == '<') {
        return text(element, {begin, static_cast<std::size_t>(at_ - begin)}, is_plain, sink);
      }
      if (*at_ == ']' && starts_with("]]>")) return false;
      is_plain &= *at_ == ']';
      ++at_;
    }
  }

  template <class Sink>
  bool cdata(PlacedElement<Sink>& element, Sink& sink) {
    constexpr std::string_view opening = "<![CDATA[";
    if (!starts_with(opening)) return false;
    at_ += opening.size();
    const auto close = rest().find("]]>");
    if (close == rest().npos) return false;
    const auto raw = rest().substr(0, close);
    at_ += close + 3;
    return raw.empty() || text(element, with_normal_line_ends(raw), true, sink);
  }

  /// If the element that was opened last holds a value without markup, reads it and the end tag;
  /// most values are like that. Otherwise leaves `at_` where it is.
  bool read_plain_value(OpenElement& element) {
    const auto* const stop = skip_plain_text(at_, end_);
    const auto size = element.qname.size();
    constexpr std::size_t around = sizeof "</>" - 1;
    if (static_cast<std::size_t>(end_ - stop) < size + around) return false;
    const bool is_end = stop[0] == '<' && stop[1] == '/' && stop[2 + size] == '>' &&
                        is_repeated(element.qname, stop + 2);
    if (!is_end) return false;
    text_ = {at_, static_cast<std::size_t>(stop - at_)};
    element.has_text = true;
    at_ = stop + size + around;
    return true;
  }

  /// Checks the value of an element whose end was read.
  template <class Sink>
  bool close_value(PlacedElement<Sink>& element, Sink& sink) {
    const auto& type = *element.type;
    const auto* const declaration =
        element.element == no_row ? nullptr : &program_.elements[element.element];
    auto value = element.has_text ? text_ : std::string_view();
    // Section 3.3.4, item 5.1: an empty element has the default value.
    const bool is_default = declaration != nullptr && declaration->has_default && value.empty();
    if (is_default) value = declaration->default_value;
    std::uint32_t member = 0;
    if (!check_value<Sink::tolerates_remarks>(type, value, member)) return false;
    if (declaration != nullptr && declaration->is_fixed &&
        !is_fixed_value(type, value, declaration->default_value)) {
      return false;
    }
    if (!sink.value(element.place, value, member)) return false;
    if (is_default) sink.default_value(element.place);
    return true;
  }

 private:
  std::string_view with_normal_line_ends(std::string_view raw) {
    if (raw.find('\r') == raw.npos) return raw;
    auto& normal = scratch_.kept.emplace_back();
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '\r') normal += raw[i];
      if (raw[i] == '\r' && !raw.substr(i + 1).starts_with('\n')) normal += '\n';
    }
    return normal;
  }

  template <class Sink>
  bool text(PlacedElement<Sink>& element, std::string_view raw, bool is_plain, Sink& sink) {
    if (element.is_nil) return false;
    if (element.is_skipped || element.type == nullptr) return is_plain || unescape(raw, false);
    switch (element.type->content) {
      case TypeRow::Content::empty:
        return false;
      case TypeRow::Content::elements:
        if (!is_plain) {
          if (!unescape(raw, false)) return false;
          raw = values_.value;
        }
        return std::ranges::all_of(raw, [](char c) { return is(c, space); });
      case TypeRow::Content::mixed:
        element.has_text = true;
        if (is_plain) return sink.text(element.place, raw);
        return unescape(raw, false) && sink.text(element.place, values_.value);
      case TypeRow::Content::simple:
        break;
    }
    return simple_text(element, raw, is_plain);
  }

  /// Part of a value: a view of the document as long as there is one plain part.
  bool simple_text(OpenElement& element, std::string_view raw, bool is_plain) {
    if (!element.has_text && is_plain) {
      element.has_text = true;
      text_ = raw;
      return true;
    }
    std::string whole(element.has_text ? text_ : std::string_view());
    element.has_text = true;
    if (is_plain) {
      whole += raw;
    } else if (append_unescaped(raw, 0, false, whole)) {
      return false;
    }
    values_.text = std::move(whole);
    text_ = values_.text;
    return true;
  }

  std::string_view text_;  ///< The value of the innermost simple element so far.
};

}  // namespace presentity::detail
