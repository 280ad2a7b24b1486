// SPDX-License-Identifier: MIT
#include "xerces_text.hpp"

#include <presentity/tree/document.hpp>

#include <xercesc/dom/DOMAttr.hpp>
#include <xercesc/dom/DOMNamedNodeMap.hpp>
#include <xercesc/dom/DOMText.hpp>
#include <xercesc/util/XMLUni.hpp>

#include <algorithm>
#include <optional>

namespace presentity::tree::detail {
namespace {

using presentity::detail::to_utf8;
using xercesc::DOMNode;

constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view xmlns_namespace = "http://www.w3.org/2000/xmlns/";

/// Section 2.2 of XML 1.0. Surrogates must come in pairs.
void require_characters(const XMLCh* text, XMLSize_t length) {
  for (XMLSize_t i = 0; i < length; ++i) {
    const unsigned unit = text[i];
    const bool is_high = unit >= 0xD800 && unit < 0xDC00;
    if (is_high && i + 1 < length && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000) {
      ++i;
    } else if ((unit >= 0xD800 && unit < 0xE000) || unit >= 0xFFFE ||
               (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r')) {
      throw LexicalError("a value has a character that XML cannot hold");
    }
  }
}

void append_escaped(std::string_view text, bool is_attribute, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '"':
        out += is_attribute ? "&quot;" : "\"";
        break;
      case '\n':
        out += is_attribute ? "&#10;" : "\n";
        break;
      case '\t':
        out += is_attribute ? "&#9;" : "\t";
        break;
      default:
        out += c;
    }
  }
}

/// Writes elements, attributes and text. Namespaces of the nodes decide, prefixes are a wish.
class DomWriter {
 public:
  std::string write(const xercesc::DOMElement& root) {
    open(root);
    const DOMNode* node = &root;
    while (node != nullptr) {
      if (const auto* child = node->getFirstChild(); child != nullptr && is_open(*node)) {
        finish_start_tag();
        node = child;
      } else {
        if (is_open(*node)) close();
        // A node without successor ends its parent.
        while (node != &root && node->getNextSibling() == nullptr) {
          node = node->getParentNode();
          close();
        }
        if (node == &root) break;
        node = node->getNextSibling();
      }
      if (node->getNodeType() == DOMNode::ELEMENT_NODE) {
        open(static_cast<const xercesc::DOMElement&>(*node));
      } else if (node->getNodeType() == DOMNode::TEXT_NODE ||
                 node->getNodeType() == DOMNode::CDATA_SECTION_NODE) {
        write_text(static_cast<const xercesc::DOMText&>(*node));
      }
    }
    return std::move(out_);
  }

 private:
  struct Binding {
    std::string prefix;
    std::string uri;
  };
  struct OpenElement {
    std::string name;
    std::size_t outer_bindings = 0;
    bool has_content = false;
  };

  static bool is_open(const DOMNode& node) { return node.getNodeType() == DOMNode::ELEMENT_NODE; }

  /// Nodes made without a namespace (DOM level 1) have no local name.
  static std::string local_name(const DOMNode& node) {
    return to_utf8(node.getLocalName() == nullptr ? node.getNodeName() : node.getLocalName());
  }

  void open(const xercesc::DOMElement& element) {
    OpenElement opened;
    opened.outer_bindings = bindings_.size();
    std::vector<Binding> declared;
    std::string attributes;

    add_declarations(element, declared);
    const auto prefix = element_prefix(element, opened.outer_bindings, declared);
    opened.name = prefix.empty() ? local_name(element) : prefix + ":" + local_name(element);
    add_attributes(element, opened.outer_bindings, declared, attributes);

    out_ += '<';
    out_ += opened.name;
    for (const auto& [bound, uri] : declared) {
      out_ += bound.empty() ? " xmlns" : " xmlns:" + bound;
      out_ += "=\"";
      append_escaped(uri, true, out_);
      out_ += '"';
    }
    out_ += attributes;
    opened_.push_back(std::move(opened));
  }

  void finish_start_tag() {
    if (!opened_.back().has_content) out_ += '>';
    opened_.back().has_content = true;
  }

  void close() {
    const auto& element = opened_.back();
    if (element.has_content) {
      out_ += "</" + element.name + ">";
    } else {
      out_ += "/>";
    }
    bindings_.resize(element.outer_bindings);
    opened_.pop_back();
  }

  void write_text(const xercesc::DOMText& text) {
    require_characters(text.getData(), text.getLength());
    append_escaped(to_utf8(text.getData()), false, out_);
  }

  void add_declarations(const xercesc::DOMElement& element, std::vector<Binding>& declared) {
    const auto* attributes = element.getAttributes();
    for (XMLSize_t i = 0; i < attributes->getLength(); ++i) {
      const auto& attribute = *attributes->item(i);
      if (to_utf8(attribute.getNamespaceURI()) != xmlns_namespace) continue;
      auto prefix = to_utf8(attribute.getPrefix()).empty() ? std::string() : local_name(attribute);
      auto uri = to_utf8(attribute.getNodeValue());
      if (uri_of(prefix) == uri || (uri.empty() && !prefix.empty())) continue;
      bind(std::move(prefix), std::move(uri), declared);
    }
  }

  std::string element_prefix(const xercesc::DOMElement& element, std::size_t outer,
                             std::vector<Binding>& declared) {
    auto prefix = to_utf8(element.getPrefix());
    auto uri = to_utf8(element.getNamespaceURI());
    if (uri.empty()) prefix.clear();
    if (uri == xml_namespace) return "xml";
    if (uri_of(prefix) == uri) return prefix;

    // The name of the element wins over a declaration that says otherwise.
    for (std::size_t i = outer; i < bindings_.size(); ++i) {
      if (bindings_[i].prefix != prefix) continue;
      bindings_[i].uri = uri;
      for (auto& binding : declared) {
        if (binding.prefix == prefix) binding.uri = uri;
      }
      return prefix;
    }
    bind(prefix, std::move(uri), declared);
    return prefix;
  }

  void add_attributes(const xercesc::DOMElement& element, std::size_t outer,
                      std::vector<Binding>& declared, std::string& out) {
    const auto* attributes = element.getAttributes();
    for (XMLSize_t i = 0; i < attributes->getLength(); ++i) {
      const auto& attribute = *attributes->item(i);
      const auto uri = to_utf8(attribute.getNamespaceURI());
      if (uri == xmlns_namespace) continue;
      out += ' ';
      if (!uri.empty()) out += attribute_prefix(attribute, uri, outer, declared) + ':';
      out += local_name(attribute);
      out += "=\"";
      const XMLCh* value = attribute.getNodeValue();
      require_characters(value, xercesc::XMLString::stringLen(value));
      append_escaped(to_utf8(value), true, out);
      out += '"';
    }
  }

  std::string attribute_prefix(const DOMNode& attribute, const std::string& uri, std::size_t outer,
                               std::vector<Binding>& declared) {
    if (uri == xml_namespace) return "xml";
    auto prefix = to_utf8(attribute.getPrefix());
    if (!prefix.empty() && uri_of(prefix) == uri) return prefix;
    for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
      if (!binding->prefix.empty() && binding->uri == uri && uri_of(binding->prefix) == uri) {
        return binding->prefix;
      }
    }
    const auto is_taken = [&](const std::string& wanted) {
      return std::any_of(bindings_.begin() + static_cast<std::ptrdiff_t>(outer), bindings_.end(),
                         [&](const Binding& binding) { return binding.prefix == wanted; });
    };
    for (int number = 1; prefix.empty() || is_taken(prefix); ++number) {
      prefix = "ns" + std::to_string(number);
    }
    bind(prefix, uri, declared);
    return prefix;
  }

  void bind(std::string prefix, std::string uri, std::vector<Binding>& declared) {
    declared.push_back({prefix, uri});
    bindings_.push_back({std::move(prefix), std::move(uri)});
  }

  [[nodiscard]] std::string_view uri_of(std::string_view prefix) const {
    if (prefix == "xml") return xml_namespace;
    for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
      if (binding->prefix == prefix) return binding->uri;
    }
    return {};
  }

  std::string out_;
  std::vector<Binding> bindings_;
  std::vector<OpenElement> opened_;
};

}  // namespace

std::string write_dom(const xercesc::DOMElement& root) { return DomWriter().write(root); }

}  // namespace presentity::tree::detail
