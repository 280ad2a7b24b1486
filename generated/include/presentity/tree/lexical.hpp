// SPDX-License-Identifier: MIT
#pragma once

#ifndef XSD_CXX11
#define XSD_CXX11
#endif

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

// libxsd wants its encoding chosen before anything else of it is included.
// clang-format off
#include <xsd/cxx/config.hxx>
#include <xsd/cxx/pre.hxx>
#include <xsd/cxx/xml/char-utf8.hxx>
#include <xsd/cxx/tree/exceptions.hxx>
#include <xsd/cxx/tree/elements.hxx>
#include <xsd/cxx/tree/types.hxx>
#include <xsd/cxx/tree/containers.hxx>
#include <xsd/cxx/tree/parsing.hxx>
#include <xsd/cxx/xml/dom/serialization-header.hxx>
#include <xsd/cxx/tree/serialization.hxx>
// clang-format on

/// \file
/// The XML Schema built-in types of the tree bindings: values that remember how they were written.
///
/// A value read from a document is written back as it was, so that `1` stays `1` for a boolean and
/// `007` stays `007`. A value that the program assigned is written in the canonical form of
/// XML Schema Part 2. Nothing here depends on the locale. See
/// docs/adr/0005-lexical-forms-in-tree-bindings.md.

namespace presentity::tree {

namespace detail {

/// Starts Xerces-C++ before the first object of the bindings is made, and never stops it: every
/// type with a wildcard holds a DOM document, also one that the program makes itself.
struct StartedPlatform {
  StartedPlatform();
};
inline const StartedPlatform started_platform;

}  // namespace detail

/// Thrown by constructors of the bindings when text is not in the lexical space of its type, or
/// outside the range of its C++ type. `Document` turns it into an error.
class LexicalError : public xsd::cxx::tree::exception<char> {
 public:
  explicit LexicalError(std::string message) : message_(std::move(message)) {}
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

 private:
  void print(std::ostream& out) const override;

  std::string message_;
};

/// A whole number of any length, as xs:integer and its unbounded relatives have.
class BigInteger {
 public:
  BigInteger() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a number is a value of the type
  BigInteger(std::int64_t value) : digits_(std::to_string(value)) {}

  /// Reads an optional sign and digits. Throws `LexicalError`.
  static BigInteger parse(std::string_view lexical);

  /// Returns the number, or nothing if it does not fit.
  [[nodiscard]] std::optional<std::int64_t> to_int64() const noexcept;

  /// The canonical form.
  [[nodiscard]] const std::string& to_string() const noexcept { return digits_; }

  friend bool operator==(const BigInteger&, const BigInteger&) = default;

 private:
  std::string digits_ = "0";
};

namespace detail {

/// Returns `text` without XML white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// Reads a lexical form without surrounding white space. Throws `LexicalError`.
template <class T>
[[nodiscard]] T value_of(std::string_view lexical);

/// Returns the canonical form; without exponent if `is_decimal`.
template <class T>
[[nodiscard]] std::string canonical(const T& value, bool is_decimal);

/// Which built-in type a `Kept` value has; only those whose form the base class does not check.
enum class Form : std::uint8_t {
  text,
  date_time,
  date,
  time,
  duration,
  year,
  year_month,
  month,
  month_day,
  day,
  base64,
  hex,
};

/// Throws `LexicalError` if `lexical` is not of `form`. Does not check the calendar.
void require_form(std::string_view lexical, Form form);

[[nodiscard]] std::string element_text(const xercesc::DOMElement& element);
[[nodiscard]] std::string attribute_text(const xercesc::DOMAttr& attribute);

}  // namespace detail

/// A boolean or number, and the lexical form it was read in.
///
/// `IsDecimal` marks xs:decimal, which has no exponent. Assigning a value drops the kept form.
template <class T, bool IsDecimal = false>
class Lexical {
 public:
  Lexical() = default;

  // NOLINTNEXTLINE(google-explicit-constructor): a number is a value of its type
  Lexical(T value) : value_(std::move(value)) {}

  /// Reads `text`; white space around it is ignored and not kept.
  ///
  /// Throws `LexicalError` if `text` is no `T`. A number too large for `T` never wraps.
  static Lexical parse(std::string_view text) {
    const auto lexical = detail::trimmed(text);
    Lexical result(detail::value_of<T>(lexical));
    result.kept_ = lexical;
    return result;
  }

  [[nodiscard]] const T& value() const noexcept { return value_; }

  // NOLINTNEXTLINE(google-explicit-constructor): used as a number
  operator T() const { return value_; }

  /// The form as read, or the canonical form of an assigned value.
  [[nodiscard]] std::string lexical() const {
    return kept_.empty() ? detail::canonical(value_, IsDecimal) : kept_;
  }

 private:
  T value_{};
  std::string kept_;
};

using Boolean = Lexical<bool>;
using Byte = Lexical<std::int8_t>;
using UnsignedByte = Lexical<std::uint8_t>;
using Short = Lexical<std::int16_t>;
using UnsignedShort = Lexical<std::uint16_t>;
using Int = Lexical<std::int32_t>;
using UnsignedInt = Lexical<std::uint32_t>;
using Long = Lexical<std::int64_t>;
using UnsignedLong = Lexical<std::uint64_t>;
/// xs:integer, xs:nonNegativeInteger, xs:positiveInteger, ...
using Integer = Lexical<BigInteger>;
using Float = Lexical<float>;
using Double = Lexical<double>;
/// xs:decimal; `value()` is the nearest double, the form as read keeps every digit.
using Decimal = Lexical<double, true>;

template <class T, bool D>
void operator<<(xercesc::DOMElement& element, const Lexical<T, D>& value) {
  element << value.lexical();
}
template <class T, bool D>
void operator<<(xercesc::DOMAttr& attribute, const Lexical<T, D>& value) {
  attribute << value.lexical();
}
template <class T, bool D>
void operator<<(xsd::cxx::tree::list_stream<char>& list, const Lexical<T, D>& value) {
  list.os_ << value.lexical();
}
template <class T, bool D>
void operator<<(xercesc::DOMElement& element,
                const xsd::cxx::tree::as_decimal<Lexical<T, D>>& value) {
  element << value.x;
}
template <class T, bool D>
void operator<<(xercesc::DOMAttr& attribute,
                const xsd::cxx::tree::as_decimal<Lexical<T, D>>& value) {
  attribute << value.x;
}
template <class T, bool D>
void operator<<(xsd::cxx::tree::list_stream<char>& list,
                const xsd::cxx::tree::as_decimal<Lexical<T, D>>& value) {
  list << value.x;
}
template <class T, bool D>
void operator<<(xercesc::DOMElement& element,
                const xsd::cxx::tree::as_double<Lexical<T, D>>& value) {
  element << value.x;
}
template <class T, bool D>
void operator<<(xercesc::DOMAttr& attribute,
                const xsd::cxx::tree::as_double<Lexical<T, D>>& value) {
  attribute << value.x;
}
template <class T, bool D>
void operator<<(xsd::cxx::tree::list_stream<char>& list,
                const xsd::cxx::tree::as_double<Lexical<T, D>>& value) {
  list << value.x;
}

/// A value of a built-in type that the bindings represent by the class `Base`, and the lexical form
/// it was read in.
///
/// The kept form is written as long as it still means the value, so any change of the value,
/// through whatever member of `Base`, drops it.
template <class Base, detail::Form Kind>
class Kept : public Base {
 public:
  using Base::Base;

  // The constructors and `_clone` are what generated code calls.
  Kept() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a Base is a value of its type
  Kept(const Base& value) : Base(value) {}
  Kept(const Kept& other, xsd::cxx::tree::flags flags = 0,
       xsd::cxx::tree::type* container = nullptr)
      : Base(other, flags, container), kept_(other.kept_) {}
  explicit Kept(const xercesc::DOMElement& element, xsd::cxx::tree::flags flags = 0,
                xsd::cxx::tree::type* container = nullptr)
      : Kept(detail::element_text(element), &element, flags, container) {}
  explicit Kept(const xercesc::DOMAttr& attribute, xsd::cxx::tree::flags flags = 0,
                xsd::cxx::tree::type* container = nullptr)
      : Kept(detail::attribute_text(attribute), attribute.getOwnerElement(), flags, container) {}
  Kept(const std::string& text, const xercesc::DOMElement* element, xsd::cxx::tree::flags flags = 0,
       xsd::cxx::tree::type* container = nullptr)
      : Base(checked(text), element, flags, container),
        kept_(Kind == detail::Form::text ? std::string_view(text) : detail::trimmed(text)) {}
  Kept& operator=(const Kept&) = default;
  ~Kept() override = default;

  Kept* _clone(xsd::cxx::tree::flags flags = 0,
               xsd::cxx::tree::type* container = nullptr) const override {
    return new Kept(*this, flags, container);
  }

  /// The form as read if it still means the value, else the canonical form.
  [[nodiscard]] std::string lexical() const;

 private:
  static const std::string& checked(const std::string& text) {
    detail::require_form(detail::trimmed(text), Kind);
    return text;
  }

  std::string kept_;
};

namespace detail {
using SimpleType = xsd::cxx::tree::simple_type<char, xsd::cxx::tree::type>;
using StockString = xsd::cxx::tree::string<char, SimpleType>;
using StockNormalizedString = xsd::cxx::tree::normalized_string<char, StockString>;
}  // namespace detail

using NormalizedString = Kept<detail::StockNormalizedString, detail::Form::text>;
using Token = Kept<xsd::cxx::tree::token<char, NormalizedString>, detail::Form::text>;
using Uri = Kept<xsd::cxx::tree::uri<char, detail::SimpleType>, detail::Form::text>;
using DateTime = Kept<xsd::cxx::tree::date_time<char, detail::SimpleType>, detail::Form::date_time>;
using Date = Kept<xsd::cxx::tree::date<char, detail::SimpleType>, detail::Form::date>;
using Time = Kept<xsd::cxx::tree::time<char, detail::SimpleType>, detail::Form::time>;
using Duration = Kept<xsd::cxx::tree::duration<char, detail::SimpleType>, detail::Form::duration>;
using Gyear = Kept<xsd::cxx::tree::gyear<char, detail::SimpleType>, detail::Form::year>;
using GyearMonth =
    Kept<xsd::cxx::tree::gyear_month<char, detail::SimpleType>, detail::Form::year_month>;
using Gmonth = Kept<xsd::cxx::tree::gmonth<char, detail::SimpleType>, detail::Form::month>;
using GmonthDay =
    Kept<xsd::cxx::tree::gmonth_day<char, detail::SimpleType>, detail::Form::month_day>;
using Gday = Kept<xsd::cxx::tree::gday<char, detail::SimpleType>, detail::Form::day>;
using Base64Binary =
    Kept<xsd::cxx::tree::base64_binary<char, detail::SimpleType>, detail::Form::base64>;
using HexBinary = Kept<xsd::cxx::tree::hex_binary<char, detail::SimpleType>, detail::Form::hex>;

template <class Base, detail::Form Kind>
void operator<<(xercesc::DOMElement& element, const Kept<Base, Kind>& value) {
  element << value.lexical();
}
template <class Base, detail::Form Kind>
void operator<<(xercesc::DOMAttr& attribute, const Kept<Base, Kind>& value) {
  attribute << value.lexical();
}
template <class Base, detail::Form Kind>
void operator<<(xsd::cxx::tree::list_stream<char>& list, const Kept<Base, Kind>& value) {
  list.os_ << value.lexical();
}

}  // namespace presentity::tree

namespace xsd::cxx::tree {

// Generated code takes the numeric built-in types for C++ arithmetic types. These three templates
// are the places where libxsd asks what it may do with them.

template <class T, bool D>
struct fundamental_p<presentity::tree::Lexical<T, D>> {
  static const bool r = true;
};

template <class T, bool D, schema_type::value Kind>
struct traits<presentity::tree::Lexical<T, D>, char, Kind> {
  using type = presentity::tree::Lexical<T, D>;

  static type create(const xercesc::DOMElement& element, flags, container*) {
    return type::parse(presentity::tree::detail::element_text(element));
  }
  static type create(const xercesc::DOMAttr& attribute, flags, container*) {
    return type::parse(presentity::tree::detail::attribute_text(attribute));
  }
  static type create(const std::string& text, const xercesc::DOMElement*, flags, container*) {
    return type::parse(text);
  }
};

/// A restriction of a numeric type: usable wherever the number is.
template <class T, bool D, class B, schema_type::value Kind>
class fundamental_base<presentity::tree::Lexical<T, D>, char, B, Kind>
    : public B, public presentity::tree::Lexical<T, D> {
  using Value = presentity::tree::Lexical<T, D>;
  using Traits = traits<Value, char, Kind>;

 public:
  fundamental_base() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): as the primary template
  fundamental_base(const Value& value) : Value(value) {}
  fundamental_base(const fundamental_base& other, flags f = 0, container* c = nullptr)
      : B(other, f, c), Value(other) {}
  explicit fundamental_base(const xercesc::DOMElement& e, flags f = 0, container* c = nullptr)
      : B(e, f, c), Value(Traits::create(e, f, c)) {}
  explicit fundamental_base(const xercesc::DOMAttr& a, flags f = 0, container* c = nullptr)
      : B(a, f, c), Value(Traits::create(a, f, c)) {}
  fundamental_base(const std::string& text, const xercesc::DOMElement* e, flags f = 0,
                   container* c = nullptr)
      : B(text, e, f, c), Value(Traits::create(text, e, f, c)) {}
  fundamental_base& operator=(const fundamental_base&) = default;
  fundamental_base& operator=(const Value& value) {
    Value::operator=(value);
    return *this;
  }
  fundamental_base* _clone(flags f = 0, container* c = nullptr) const override {
    return new fundamental_base(*this, f, c);
  }

  [[nodiscard]] const facet* _facet_table() const { return facet_table_; }

 protected:
  void _facet_table(const facet* table) { facet_table_ = table; }

 private:
  const facet* facet_table_ = nullptr;
};

}  // namespace xsd::cxx::tree

#include <xsd/cxx/post.hxx>
