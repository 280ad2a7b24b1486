// SPDX-License-Identifier: MIT
#include "retouch.hpp"

#include "xerces_text.hpp"

#include <presentity/tree/document.hpp>

#include <xercesc/dom/DOMAttr.hpp>
#include <xercesc/dom/DOMNamedNodeMap.hpp>
#include <xercesc/util/XMLString.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xsd/cxx/xml/dom/serialization-source.hxx>

#include <algorithm>

namespace presentity::tree::detail {
namespace {

using presentity::detail::to_utf16;
using presentity::detail::to_utf8;
using xercesc::DOMElement;
using xercesc::XMLString;

constexpr std::string_view xsi_namespace = "http://www.w3.org/2001/XMLSchema-instance";

const std::basic_string<XMLCh>& mark_name() {
  static const auto name = to_utf16("xmlns:presentity-copied");
  return name;
}
const std::basic_string<XMLCh>& mark_local() {
  static const auto name = to_utf16("presentity-copied");
  return name;
}
const std::basic_string<XMLCh>& mark_value() {
  static const auto value = to_utf16("urn:presentity:copied");
  return value;
}

void unmark(DOMElement& element) {
  element.removeAttributeNS(xercesc::XMLUni::fgXMLNSURIName, mark_local().c_str());
}

/// Calls `visit` for every element below `root`. Depth is bounded by `ReadLimits`.
template <class Visit>
void for_each_descendant(DOMElement& root, const Visit& visit) {
  for (auto* child = root.getFirstElementChild(); child != nullptr;
       child = child->getNextElementSibling()) {
    visit(*child);
    for_each_descendant(*child, visit);
  }
}

/// `prefix:local`, declared at `element` so that it means `namespace_uri`.
std::string qname_at(DOMElement& element, const std::string& namespace_uri,
                     const std::string& local) {
  if (namespace_uri.empty()) return local;
  const auto prefix = xsd::cxx::xml::dom::prefix<char>(namespace_uri.c_str(), element);
  return prefix.empty() ? local : prefix + ":" + local;
}

std::string type_at(const DOMElement& before, DOMElement& after, const std::string& value) {
  const auto name = std::string(trimmed(value));
  const auto colon = name.find(':');
  const auto prefix = colon == std::string::npos ? std::string() : name.substr(0, colon);
  const auto uri =
      to_utf8(before.lookupNamespaceURI(prefix.empty() ? nullptr : to_utf16(prefix).c_str()));
  return qname_at(after, uri, colon == std::string::npos ? name : name.substr(colon + 1));
}

void restore_xsi_attributes(const DOMElement& before, DOMElement& after) {
  const auto xsi = to_utf16(xsi_namespace);
  const auto* attributes = before.getAttributes();
  for (XMLSize_t i = 0; i < attributes->getLength(); ++i) {
    const auto& attribute = *attributes->item(i);
    if (!XMLString::equals(attribute.getNamespaceURI(), xsi.c_str()) ||
        after.hasAttributeNS(xsi.c_str(), attribute.getLocalName())) {
      continue;
    }
    const auto local = to_utf8(attribute.getLocalName());
    const auto value = to_utf8(attribute.getNodeValue());
    const auto kept = local == "type" ? type_at(before, after, value) : value;
    const auto prefix = xsd::cxx::xml::dom::prefix<char>(xsi_namespace.data(), after, "xsi");
    after.setAttributeNS(xsi.c_str(), to_utf16(prefix + ":" + local).c_str(),
                         to_utf16(kept).c_str());
  }
}

/// Whether the texts have the same items between different white space.
bool differs_in_space_only(const XMLCh* left, const XMLCh* right) {
  if (XMLString::equals(left, right)) return false;
  const auto items = [](const XMLCh* text) {
    auto copy = std::basic_string<XMLCh>(text == nullptr ? to_utf16("") : text);
    copy.push_back(0);
    XMLString::collapseWS(copy.data());
    return std::basic_string<XMLCh>(copy.c_str());
  };
  return items(left) == items(right);
}

void restore_list_space(const DOMElement& before, DOMElement& after) {
  const auto* attributes = before.getAttributes();
  for (XMLSize_t i = 0; i < attributes->getLength(); ++i) {
    const auto& attribute = *attributes->item(i);
    auto* written = after.getAttributeNodeNS(attribute.getNamespaceURI(), attribute.getLocalName());
    if (written != nullptr &&
        differs_in_space_only(attribute.getNodeValue(), written->getNodeValue())) {
      written->setNodeValue(attribute.getNodeValue());
    }
  }
  if (before.getFirstElementChild() == nullptr && after.getFirstElementChild() == nullptr &&
      differs_in_space_only(before.getTextContent(), after.getTextContent())) {
    after.setTextContent(before.getTextContent());
  }
}

}  // namespace

void mark_descendants(DOMElement& root) {
  for_each_descendant(root, [](DOMElement& element) {
    element.setAttributeNS(xercesc::XMLUni::fgXMLNSURIName, mark_name().c_str(),
                           mark_value().c_str());
  });
}

void unmark_descendants(DOMElement& root) { for_each_descendant(root, unmark); }

bool is_marked(const DOMElement& element) {
  return XMLString::equals(
      element.getAttributeNS(xercesc::XMLUni::fgXMLNSURIName, mark_local().c_str()),
      mark_value().c_str());
}

DOMElement& same_element(const DOMElement& element) {
  auto& copy = static_cast<DOMElement&>(*element.cloneNode(false));
  const auto& attributes = *copy.getAttributes();
  for (XMLSize_t i = attributes.getLength(); i > 0; --i) {
    auto& attribute = static_cast<xercesc::DOMAttr&>(*attributes.item(i - 1));
    if (!XMLString::equals(attribute.getNamespaceURI(), xercesc::XMLUni::fgXMLNSURIName)) {
      copy.removeAttributeNode(&attribute)->release();
    }
  }
  unmark(copy);
  return copy;
}

void restore_unbound(const DOMElement& before, DOMElement& after) {
  restore_xsi_attributes(before, after);
  restore_list_space(before, after);
  const auto* old_child = before.getFirstElementChild();
  auto* new_child = after.getFirstElementChild();
  while (old_child != nullptr && new_child != nullptr &&
         XMLString::equals(old_child->getLocalName(), new_child->getLocalName()) &&
         XMLString::equals(old_child->getNamespaceURI(), new_child->getNamespaceURI())) {
    restore_unbound(*old_child, *new_child);
    old_child = old_child->getNextElementSibling();
    new_child = new_child->getNextElementSibling();
  }
}

}  // namespace presentity::tree::detail
