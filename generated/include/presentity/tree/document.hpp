// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>
#include <presentity/tree/xml_schema.hpp>
#include <presentity/xml_platform.hpp>

#include <xercesc/dom/DOMDocument.hpp>
#include <xercesc/dom/DOMElement.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>

#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

/// \file
/// Reads documents into the tree bindings and writes them back.
///
/// Use this instead of the parsing constructors of the generated classes: those leave the start and
/// stop of Xerces-C++, the parsing of hostile text and every kind of exception to the caller, and
/// those of the element classes ignore `xsi:type`.

namespace presentity::tree {

/// How the document element was written, so that it can be written the same way.
struct RootStyle {
  std::string prefix;  ///< Of the document element; empty for none.
  std::vector<std::pair<std::string, std::string>> namespaces;        ///< Prefix, URI.
  std::vector<std::pair<std::string, std::string>> schema_locations;  ///< Local part in xsi, value.
};

namespace detail {

struct ReleaseDom {
  void operator()(xercesc::DOMDocument* document) const noexcept { document->release(); }
};
using Dom = std::unique_ptr<xercesc::DOMDocument, ReleaseDom>;

/// Reads UTF-8, UTF-16, ISO-8859-1 or US-ASCII. Nothing but `bytes` is read: no document type, no
/// entity, no schema. Errors: "line:column: message".
[[nodiscard]] Result<Dom, std::string> read_dom(std::string_view bytes, const ReadLimits& limits);

/// Returns UTF-8 without XML declaration. Declares the namespaces of all elements and attributes
/// where the tree does not. Throws if a character is none of XML's.
[[nodiscard]] std::string write_dom(const xercesc::DOMElement& root);

[[nodiscard]] RootStyle style_of(const xercesc::DOMElement& root);
[[nodiscard]] Dom new_dom(std::string_view namespace_uri, std::string_view local,
                          const RootStyle& style);

/// Returns why `root` is not the element of this name; empty if it is.
[[nodiscard]] std::string root_mismatch(const xercesc::DOMElement& root,
                                        std::string_view namespace_uri, std::string_view local);

using Type = xsd::cxx::tree::type;
using MakeType = std::unique_ptr<Type> (*)(const xercesc::DOMElement&, xsd::cxx::tree::flags,
                                           Type*);

/// Reads the value of `element`, whose type is that of its `xsi:type` if it has one, else the one
/// that `make_declared` makes.
[[nodiscard]] std::unique_ptr<Type> read_type(const xercesc::DOMElement& element,
                                              MakeType make_declared);

/// Writes `value`, which is of a type derived from the declared one, and its `xsi:type`.
void write_derived_type(xercesc::DOMElement& element, const Type& value);

/// Reads the value of an element that `Element` declares. Unlike the constructor of `Element` it
/// heeds `xsi:type`.
template <class Element>
std::unique_ptr<Element> read_element(const xercesc::DOMElement& element) {
  using Value = typename Element::value_type;
  if constexpr (std::is_base_of_v<Type, Value>) {
    auto value = read_type(element,
                           [](const xercesc::DOMElement& from, xsd::cxx::tree::flags flags,
                              Type* container) -> std::unique_ptr<Type> {
                             return std::make_unique<Value>(from, flags, container);
                           });
    auto* typed = dynamic_cast<Value*>(value.get());
    if (typed == nullptr) throw xsd::cxx::tree::not_derived<char>();
    value.release();
    return std::make_unique<Element>(std::unique_ptr<Value>(typed));
  } else {
    return std::make_unique<Element>(element);
  }
}

/// Writes the value of `from` into `element`, with its `xsi:type` if it is of a derived type.
template <class Element>
void write_element(xercesc::DOMElement& element, const Element& from) {
  const auto& value = from.value();
  if constexpr (std::is_base_of_v<Type, typename Element::value_type>) {
    if (typeid(value) != typeid(typename Element::value_type)) {
      write_derived_type(element, value);
      return;
    }
  }
  element << value;
}

/// Says what the exception being handled means. Call it in a handler only.
[[nodiscard]] std::string current_exception_message();

/// Calls `function`, which returns a `Result<..., std::string>`, and turns exceptions into errors.
/// `std::bad_alloc` propagates.
template <class Function>
auto without_exceptions(Function&& function) -> decltype(function()) {
  try {
    return function();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const xercesc::OutOfMemoryException&) {
    throw std::bad_alloc();
  } catch (...) {
    return Unexpected{current_exception_message()};
  }
}

}  // namespace detail

/// A document with the document element `Element`, one of the generated element classes, such as
/// `state::state`. Owns all its data and keeps Xerces-C++ alive for it.
///
/// Nothing is lost between `parse` and `serialize`: lexical forms, `xsi:type`, content behind
/// `ct:delimiter`, foreign elements and attributes keep their form, place and order. Comments,
/// processing instructions and white space between elements are dropped.
///
/// In a type with element content the order of children is kept apart from the children: a child
/// that is added must also be added to `content_order()`, see the generated class.
///
/// Different threads may use different documents at the same time.
template <class Element>
class Document {
 public:
  using Value = typename Element::value_type;

  explicit Document(const Value& value, RootStyle style = {})
      : style_(std::move(style)), element_(std::make_unique<Element>(value)) {}

  /// Reads a document that a `Validator` found valid. `bytes` are UTF-8, UTF-16, ISO-8859-1 or
  /// US-ASCII.
  ///
  /// This is no validation: it fails where text cannot be represented, not wherever the schema
  /// forbids something. Errors: one sentence, after "line:column: " where the place is known.
  static Result<Document, std::string> parse(std::string_view bytes,
                                             const ReadLimits& limits = {}) {
    return detail::without_exceptions([&]() -> Result<Document, std::string> {
      const XmlPlatform platform;
      const auto dom = detail::read_dom(bytes, limits);
      if (!dom) return Unexpected{dom.error()};
      const auto& root = *(*dom)->getDocumentElement();
      auto mismatch = detail::root_mismatch(root, Element::namespace_(), Element::name());
      if (!mismatch.empty()) return Unexpected{std::move(mismatch)};
      return Document(detail::style_of(root), detail::read_element<Element>(root));
    });
  }

  [[nodiscard]] Value& value() noexcept { return element_->value(); }
  [[nodiscard]] const Value& value() const noexcept {
    return static_cast<const Element&>(*element_).value();
  }

  /// Namespace prefixes and schema locations of the document element.
  [[nodiscard]] RootStyle& style() noexcept { return style_; }

  /// Returns the document in UTF-8, without XML declaration.
  ///
  /// Errors: text that is not valid UTF-8, or has a character that XML cannot hold.
  [[nodiscard]] Result<std::string, std::string> serialize() const {
    return detail::without_exceptions([&]() -> Result<std::string, std::string> {
      const auto dom = detail::new_dom(Element::namespace_(), Element::name(), style_);
      auto& root = *dom->getDocumentElement();
      detail::write_element<Element>(root, *element_);
      return detail::write_dom(root);
    });
  }

 private:
  Document(RootStyle style, std::unique_ptr<Element> element)
      : style_(std::move(style)), element_(std::move(element)) {}

  XmlPlatform platform_;  // before the element, which holds Xerces objects
  RootStyle style_;
  std::unique_ptr<Element> element_;
};

}  // namespace presentity::tree
