// SPDX-License-Identifier: MIT
#include "describe/facts.hpp"

#include <presentity/presence/availability.hpp>
#include <presentity/presence/instance_id.hpp>

namespace presentity::presence::describing {

std::string count_of(std::size_t count, std::string_view one) {
  std::string text = std::to_string(count) + ' ' + std::string(one);
  if (count == 1) return text;
  const bool ends_in_y = text.ends_with('y') && !text.ends_with("ay");
  if (ends_in_y) text.replace(text.size() - 1, 1, "ie");
  return text + 's';
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string text;
  for (const auto& item : items) {
    if (!text.empty()) text += separator;
    text += item;
  }
  return text;
}

std::string joined_or_nothing(const std::vector<std::string>& items) {
  return items.empty() ? "nothing" : joined(items);
}

std::string availability_text(std::optional<std::uint32_t> availability) {
  const auto& range = availability_range(availability_class(availability));
  if (!availability) return "not given, which is read as " + std::string(range.name);
  return std::to_string(*availability) + ", " + std::string(range.name);
}

std::string instance_text(std::uint32_t instance, std::string_view category) {
  constexpr std::uint32_t small = 0x10000;
  std::string text = instance < small ? std::to_string(instance) : to_hex(instance);
  const auto meanings = decode_instance_id(instance, category);
  const bool is_told = !meanings.empty() && !meanings.front().kind.empty();
  if (is_told) text += " (" + std::string(meanings.front().kind) + ')';
  return text;
}

std::string_view name_of(const RawElement& element) {
  const std::string_view xml = element.xml;
  return xml.substr(0, xml.find_first_of(" \t\r\n/>", 1)).substr(1);
}

namespace {

// The marks of the extension pattern, where a schema has a wildcard instead of it.
bool is_mark(const RawElement& element) {
  const auto name = name_of(element);
  const auto local = name.substr(name.find(':') + 1);
  return (local == "delimiter" || local == "end") &&
         element.xml.find("http://schemas.microsoft.com/2006/09/sip/commontypes") !=
             std::string::npos;
}

}  // namespace

void add_unknown(Facts& facts, const RawElement& element) {
  if (is_mark(element)) return;
  add(facts, "unknown element", "<" + std::string(name_of(element)) + ">");
}

void add_unknown(Facts& facts, const std::vector<RawElement>& elements) {
  for (const auto& element : elements) add_unknown(facts, element);
}

void add_unknown(Facts& facts, const std::vector<RawAttribute>& attributes) {
  for (const auto& attribute : attributes) {
    const auto& name = attribute.name;
    const std::string in = name.namespace_uri.empty() ? "" : " of " + name.namespace_uri;
    add(facts, "unknown attribute", name.local + in + " = " + attribute.value);
  }
}

}  // namespace presentity::presence::describing
