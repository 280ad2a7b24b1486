// SPDX-License-Identifier: MIT
#include "encoding.hpp"
#include "outline.hpp"
#include "xerces_text.hpp"

#include <presentity/diagnostic.hpp>
#include <presentity/tree/document.hpp>

#include <xercesc/dom/DOMImplementation.hpp>
#include <xercesc/dom/DOMText.hpp>
#include <xercesc/util/XMLUni.hpp>

#include <algorithm>

namespace presentity::tree::detail {
namespace {

using presentity::detail::NodeId;
using presentity::detail::Outline;
using presentity::detail::to_utf16;

std::string message_of(const presentity::detail::ScanError& error, std::string_view text) {
  const auto position = position_at(text, error.offset);
  return std::to_string(position.line) + ":" + std::to_string(position.column) + ": " +
         error.message;
}

/// Makes DOM nodes from an outline, which is already known to be well-formed and within limits. No
/// Xerces parser runs, and so none of its DTD, entity and schema loading.
class DomBuilder {
 public:
  DomBuilder(const Outline& outline, xercesc::DOMDocument& document)
      : outline_(outline), document_(document), elements_(outline.size()) {}

  void build() {
    for (NodeId id = 0; id < outline_.size(); ++id) {
      const auto& node = outline_.node(id);
      xercesc::DOMNode* parent = &document_;
      if (node.parent != presentity::detail::no_node) parent = elements_[node.parent];
      if (node.is_text) {
        if (names_prefix(node.parent, node.text)) declare(node.parent, prefix_of(node.text));
        parent->appendChild(document_.createTextNode(to_utf16(node.text).c_str()));
      } else {
        elements_[id] = add_element(id);
        parent->appendChild(elements_[id]);
      }
    }
  }

 private:
  xercesc::DOMElement* add_element(NodeId id) {
    const auto& node = outline_.node(id);
    auto* element =
        document_.createElementNS(uri(node.namespace_uri).data(), to_utf16(node.qname).c_str());
    elements_[id] = element;
    for (const auto& declaration : outline_.declarations(id)) {
      set_declaration(*element, declaration.prefix, declaration.uri);
    }
    for (const auto& attribute : outline_.attributes(id)) {
      const bool is_type =
          attribute.namespace_uri == presentity::detail::xsi_namespace && attribute.local == "type";
      // libxsd does not know that white space around a QName is no part of it.
      const auto value = is_type ? trimmed(attribute.value) : attribute.value;
      element->setAttributeNS(uri(attribute.namespace_uri).data(),
                              to_utf16(attribute.qname).c_str(), to_utf16(value).c_str());
      if (names_prefix(id, attribute.value)) {
        declare(id, prefix_of(attribute.value));
      } else if (is_type) {
        declare(id, {});
      }
    }
    return element;
  }

  static std::string_view prefix_of(std::string_view value) {
    value = trimmed(value);
    return value.substr(0, value.find(':'));
  }

  /// Whether `value` may be a QName: a declared prefix, a colon, no white space.
  bool names_prefix(NodeId id, std::string_view value) const {
    value = trimmed(value);
    const auto colon = value.find(':');
    return colon != 0 && colon != std::string_view::npos && colon + 1 < value.size() &&
           value.find_first_of(" \t\r\n/") == std::string_view::npos &&
           outline_.resolve_prefix(id, value.substr(0, colon)) != nullptr;
  }

  /// Repeats the declaration of `prefix` on the element itself: a wildcard copies elements without
  /// their ancestors, and a QName in text would lose its meaning.
  void declare(NodeId id, std::string_view prefix) {
    const auto* declared = outline_.resolve_prefix(id, prefix);
    if (declared == nullptr || prefix == "xml") return;
    set_declaration(*elements_[id], prefix, *declared);
  }

  static void set_declaration(xercesc::DOMElement& element, std::string_view prefix,
                              std::string_view namespace_uri) {
    const auto name = prefix.empty() ? std::string("xmlns") : "xmlns:" + std::string(prefix);
    element.setAttributeNS(xercesc::XMLUni::fgXMLNSURIName, to_utf16(name).c_str(),
                           to_utf16(namespace_uri).c_str());
  }

  /// Null, which DOM takes for "no namespace", if `namespace_uri` is empty.
  class Uri {
   public:
    explicit Uri(std::string_view namespace_uri) : text_(to_utf16(namespace_uri)) {}
    [[nodiscard]] const XMLCh* data() const { return text_.empty() ? nullptr : text_.c_str(); }

   private:
    std::basic_string<XMLCh> text_;
  };
  static Uri uri(std::string_view namespace_uri) { return Uri(namespace_uri); }

  const Outline& outline_;
  xercesc::DOMDocument& document_;
  std::vector<xercesc::DOMElement*> elements_;
};

}  // namespace

Result<Dom, std::string> read_dom(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.size() > limits.document_bytes) {
    return Unexpected{"the document is larger than " + std::to_string(limits.document_bytes) +
                      " bytes"};
  }
  const auto text = presentity::detail::decode(bytes);
  if (!text) return Unexpected{message_of(text.error(), {})};
  const auto outline = Outline::read(text->view(), limits);
  if (!outline) return Unexpected{message_of(outline.error(), text->view())};

  Dom dom(xercesc::DOMImplementation::getImplementation()->createDocument());
  DomBuilder(*outline, *dom).build();
  return dom;
}

}  // namespace presentity::tree::detail
