// SPDX-License-Identifier: MIT
#include "binding/raw_xml.hpp"

#include "program/byte_scan.hpp"
#include "xml_scanner.hpp"

#include <algorithm>
#include <span>

namespace presentity::detail {
namespace {

using Binding = MarkupScratch::Binding;

bool declares(std::span<const Binding> bindings, std::string_view prefix) {
  return std::ranges::find(bindings, prefix, &Binding::prefix) != bindings.end();
}

/// Whether a word stands somewhere before a character, which is rarer than the letters of the word.
bool mentions(std::string_view xml, std::string_view word, char next) {
  const auto first = xml.substr(std::min<std::size_t>(1, xml.size()));  // its name
  if (first.starts_with(word) && first.substr(word.size()).starts_with(next)) return true;
  for (auto at = xml.find(next); at != xml.npos; at = xml.find(next, at + 1)) {
    if (xml.substr(0, at).ends_with(word)) return true;
  }
  return false;
}

/// Whether the default namespace may matter: to a tag without a prefix, or to xsi:type.
bool needs_default(std::string_view xml) {
  for (auto at = xml.find('<'); at != xml.npos; at = xml.find('<', at + 1)) {
    const auto name = xml.substr(at + 1);
    if (name.starts_with('/') || name.starts_with('!') || name.starts_with('?')) continue;
    const auto* const end = name.data() + name.size();
    const auto* const stop = skip_name(name.data(), end);
    if (stop == end || *stop != ':') return true;
  }
  return mentions(xml, "type", '=');
}

/// Whether the first tag of an element has no prefix and declares the default namespace before
/// anything else: soon said, and true of most that `self_contained` returned.
bool begins_with_default(std::string_view xml) {
  const auto* const end = xml.data() + xml.size();
  const auto* const name_end = skip_name(xml.data() + std::min<std::size_t>(xml.size(), 1), end);
  return std::string_view(name_end, end).starts_with(" xmlns=\"");
}

/// Whether the first tag of an element declares the default namespace.
bool declares_default(std::string_view xml) {
  constexpr std::string_view name = "xmlns";
  char quote = '\0';  // of the value that is open
  for (std::size_t at = 1; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return false;
    } else if (is(xml[at - 1], space) && xml.substr(at).starts_with(name)) {
      const auto behind = xml.find_first_not_of(" \t\r\n", at + name.size());
      if (behind != xml.npos && xml[behind] == '=') return true;
    }
  }
  return false;
}

void append_declaration(std::string& text, std::string_view name, const Binding& binding) {
  text.append(name).append(binding.prefix) += "=\"";
  append_escaped(text, binding.uri);
  text += '"';
}

}  // namespace

std::size_t tag_name_end(std::string_view xml) {
  const auto* const end = xml.data() + xml.size();
  const auto* at = skip_name(xml.data() + std::min<std::size_t>(1, xml.size()), end);
  if (at != end && *at == ':') at = skip_name(at + 1, end);
  return static_cast<std::size_t>(at - xml.data());
}

bool needs_no_default(std::string_view xml) {
  return !begins_with_default(xml) && needs_default(xml) && !declares_default(xml);
}

std::string self_contained(std::string_view xml, const MarkupScratch& markup, std::size_t outer,
                           std::string& declarations) {
  const std::span all(markup.bindings);
  const auto own = all.subspan(outer);
  declarations.clear();
  bool has_default = declares(own, {});
  for (auto i = outer; i-- > 0;) {
    const auto& binding = all[i];
    const auto inner = all.subspan(i + 1);
    if (declares(inner, binding.prefix)) continue;  // a nearer one hides it
    if (binding.prefix.empty()) {
      has_default = true;
      if (needs_default(xml)) append_declaration(declarations, " xmlns", binding);
    } else if (mentions(xml, binding.prefix, ':')) {
      append_declaration(declarations, " xmlns:", binding);
    }
  }
  if (!has_default && needs_default(xml)) declarations += " xmlns=\"\"";
  const auto name_end = tag_name_end(xml);
  std::string result;
  result.reserve(xml.size() + declarations.size());
  return result.append(xml, 0, name_end).append(declarations).append(xml, name_end);
}

}  // namespace presentity::detail
