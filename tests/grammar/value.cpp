// SPDX-License-Identifier: MIT
#include "value.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace presentity::testing {

namespace {

constexpr std::string_view common_types = "http://schemas.microsoft.com/2006/09/sip/commontypes";

std::string to_text(const xmlChar* text) {
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

std::string expanded(const xmlNs* space, const xmlChar* name) {
  return space == nullptr ? to_text(name) : "{" + to_text(space->href) + "}" + to_text(name);
}

std::string content_of(xmlNode* node) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> text(xmlNodeGetContent(node), xmlFree);
  return to_text(text.get());
}

std::vector<std::string> attributes_of(xmlNode* element) {
  std::vector<std::string> attributes;
  for (auto* attribute = element->properties; attribute != nullptr; attribute = attribute->next) {
    attributes.push_back(expanded(attribute->ns, attribute->name) + "=\"" +
                         content_of(reinterpret_cast<xmlNode*>(attribute)) + "\"");
  }
  std::ranges::sort(attributes);
  return attributes;
}

bool has_element(const xmlNode* parent) {
  for (auto* node = parent->children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE) return true;
  }
  return false;
}

bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

void spell(xmlNode* element, std::string& out) {
  out += "<" + expanded(element->ns, element->name);
  for (const auto& attribute : attributes_of(element)) out += " " + attribute;
  out += ">";
  const bool is_leaf = !has_element(element);
  for (auto* node = element->children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE) spell(node, out);
    if (is_text(node)) out += is_leaf ? content_of(node) : trimmed(content_of(node));
    if (node->type == XML_COMMENT_NODE) out += "<!--" + content_of(node) + "-->";
    if (node->type == XML_PI_NODE) out += "<?" + content_of(node) + "?>";
  }
  out += "</>";
}

Child child_of(xmlNode* element, const xmlNs* of_value) {
  Child child;
  spell(element, child.text);
  const auto space = element->ns == nullptr ? std::string() : to_text(element->ns->href);
  child.key = expanded(element->ns, element->name);
  if (space == common_types) child.key = "ct:" + to_text(element->name);
  if (of_value != nullptr && space == to_text(of_value->href)) child.key = to_text(element->name);
  for (const auto& attribute : attributes_of(element)) {
    if (!attribute.starts_with("type=\"")) continue;
    child.key += "[" + trimmed(attribute.substr(6, attribute.size() - 7)) + "]";
  }
  return child;
}

}  // namespace

Value parse_value(const std::string& xml) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "value.xml", nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      xmlFreeDoc);
  if (!document) throw std::runtime_error("not well-formed: " + xml);
  auto* root = xmlDocGetRootElement(document.get());
  Value value;
  value.root = expanded(root->ns, root->name);
  value.attributes = attributes_of(root);
  for (auto* node = root->children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE) value.children.push_back(child_of(node, root->ns));
    if (is_text(node)) value.text += trimmed(content_of(node));
  }
  return value;
}

std::string value_file(const std::string& name) {
  std::ifstream in(std::string(PRESENTITY_GRAMMAR_VALUES "/") + name + ".xml", std::ios::binary);
  if (!in) throw std::runtime_error("no value " + name);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

bool holds(const Value& value, const std::string& name) {
  if (name.starts_with("@")) {
    const auto equals = name.find('=');
    const auto prefix = equals == std::string::npos
                            ? name.substr(1) + "=\""
                            : name.substr(1, equals - 1) + "=\"" + name.substr(equals + 1) + "\"";
    return std::ranges::any_of(value.attributes,
                               [&](const auto& each) { return each.starts_with(prefix); });
  }
  return std::ranges::any_of(value.children, [&](const Child& child) {
    return child.key == name || child.key.starts_with(name + "[") ||
           child.key.ends_with("}" + name);
  });
}

}  // namespace presentity::testing
