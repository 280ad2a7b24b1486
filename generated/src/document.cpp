// SPDX-License-Identifier: MIT
#include "polymorphic_plate.hpp"
#include "xerces_text.hpp"

#include <presentity/tree/document.hpp>

#include <xercesc/dom/DOMAttr.hpp>
#include <xercesc/dom/DOMException.hpp>
#include <xercesc/dom/DOMImplementation.hpp>
#include <xercesc/dom/DOMNamedNodeMap.hpp>
#include <xercesc/sax/SAXException.hpp>
#include <xercesc/util/XMLException.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xsd/cxx/tree/type-factory-map.hxx>
#include <xsd/cxx/tree/type-serializer-map.hxx>
#include <xsd/cxx/xml/dom/parsing-source.hxx>
#include <xsd/cxx/xml/dom/serialization-source.hxx>
#include <xsd/cxx/xml/string.hxx>

#include <sstream>

namespace presentity::tree::detail {
namespace {

using presentity::detail::to_utf16;
using presentity::detail::to_utf8;

constexpr std::string_view xsi_namespace = "http://www.w3.org/2001/XMLSchema-instance";
constexpr std::string_view xmlns_namespace = "http://www.w3.org/2000/xmlns/";

void set_attribute(xercesc::DOMElement& element, std::string_view namespace_uri,
                   const std::string& name, const std::string& value) {
  element.setAttributeNS(to_utf16(namespace_uri).c_str(), to_utf16(name).c_str(),
                         to_utf16(value).c_str());
}

std::string in_words(std::string_view namespace_uri, std::string_view local) {
  auto words = "'" + std::string(local) + "'";
  words += namespace_uri.empty() ? " in no namespace"
                                 : " in namespace '" + std::string(namespace_uri) + "'";
  return words;
}

}  // namespace

RootStyle style_of(const xercesc::DOMElement& root) {
  RootStyle style;
  style.prefix = to_utf8(root.getPrefix());
  const auto* attributes = root.getAttributes();
  for (XMLSize_t i = 0; i < attributes->getLength(); ++i) {
    const auto& attribute = *attributes->item(i);
    const auto uri = to_utf8(attribute.getNamespaceURI());
    const auto local = to_utf8(attribute.getLocalName());
    const auto value = to_utf8(attribute.getNodeValue());
    if (uri == xmlns_namespace) {
      const bool is_default = to_utf8(attribute.getPrefix()).empty();
      style.namespaces.emplace_back(is_default ? std::string() : local, value);
    } else if (uri == xsi_namespace &&
               (local == "schemaLocation" || local == "noNamespaceSchemaLocation")) {
      style.schema_locations.emplace_back(local, value);
    }
  }
  return style;
}

Dom new_dom(std::string_view namespace_uri, std::string_view local, const RootStyle& style) {
  Dom dom(xercesc::DOMImplementation::getImplementation()->createDocument());
  const auto prefix = namespace_uri.empty() ? std::string() : style.prefix;
  const auto name = (prefix.empty() ? "" : prefix + ":") + std::string(local);
  const auto uri = to_utf16(namespace_uri);
  auto* root = dom->createElementNS(uri.empty() ? nullptr : uri.c_str(), to_utf16(name).c_str());
  dom->appendChild(root);
  for (const auto& [declared, target] : style.namespaces) {
    set_attribute(*root, xmlns_namespace, declared.empty() ? "xmlns" : "xmlns:" + declared, target);
  }
  for (const auto& [attribute, value] : style.schema_locations) {
    set_attribute(
        *root, xsi_namespace,
        xsd::cxx::xml::dom::prefix<char>(xsi_namespace.data(), *root, "xsi") + ":" + attribute,
        value);
  }
  return dom;
}

std::string root_mismatch(const xercesc::DOMElement& root, std::string_view namespace_uri,
                          std::string_view local) {
  const auto uri = to_utf8(root.getNamespaceURI());
  const auto name = to_utf8(root.getLocalName());
  if (uri == namespace_uri && name == local) return {};
  return "the document element is " + in_words(uri, name) + ", not " +
         in_words(namespace_uri, local);
}

std::unique_ptr<Type> read_type(const xercesc::DOMElement& element, MakeType make_declared) {
  require_builtin_types();
  const auto name = xsd::cxx::xml::dom::name<char>(element);
  return xsd::cxx::tree::type_factory_map_instance<polymorphic_plate, char>().create(
      name.name().c_str(), name.namespace_().c_str(), make_declared, true, true, element, name, 0,
      nullptr);
}

void write_derived_type(xercesc::DOMElement& element, const Type& value) {
  const auto name = xsd::cxx::xml::dom::name<char>(element);
  xsd::cxx::tree::type_serializer_map_instance<polymorphic_plate, char>().serialize(
      name.name().c_str(), name.namespace_().c_str(), element, name, value);
}

std::string current_exception_message() {
  try {
    throw;
  } catch (const LexicalError& error) {
    return error.what();
  } catch (const xsd::cxx::tree::exception<char>& error) {
    std::ostringstream text;
    text << error;
    return text.str();
  } catch (const xsd::cxx::xml::invalid_utf8_string&) {
    return "a value is not valid UTF-8";
  } catch (const xsd::cxx::xml::invalid_utf16_string&) {
    return "a value is not valid UTF-16";
  } catch (const std::exception& error) {
    return error.what();
  } catch (const xercesc::DOMException& error) {
    return "Xerces: " + to_utf8(error.getMessage());
  } catch (const xercesc::XMLException& error) {
    return "Xerces: " + to_utf8(error.getMessage());
  } catch (const xercesc::SAXException& error) {
    return "Xerces: " + to_utf8(error.getMessage());
  } catch (...) {
    return "unknown failure";
  }
}

}  // namespace presentity::tree::detail
