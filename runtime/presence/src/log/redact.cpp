// SPDX-License-Identifier: MIT
#include "ascii.hpp"
#include "assessment.hpp"
#include "outline.hpp"
#include "schema_set.hpp"
#include "simple_values.hpp"
#include "unicode.hpp"
#include "xml_scanner.hpp"

#include <presentity/detail/schema_tables.hpp>
#include <presentity/presence/redact.hpp>
#include <presentity/validator.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace presentity::presence {
namespace {

using detail::in_lower_case;
using detail::is_digit;
using detail::NodeId;
using detail::none;
using detail::Outline;
using detail::OutlineAttribute;
using detail::SchemaModel;
using detail::SimpleFacts;
using detail::Variety;

constexpr auto npos = std::string_view::npos;

bool is_guid(std::string_view text) {
  constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  const auto fits = [](char form, char c) {
    return form == 'x' ? detail::hex_digit(c) < 16 : form == c;
  };
  return std::ranges::equal(shape, text, fits);
}

bool is_phone(std::string_view text) {
  const auto digits = std::ranges::count_if(text, is_digit);
  return digits >= 3 && text.find_first_not_of("0123456789+()-./ xX") == npos;
}

// The scheme of a URI with its colon, or nothing.
std::string_view scheme_of(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == npos || colon == 0) return {};
  const auto scheme = text.substr(0, colon);
  const auto fits = [](char c) { return is_digit(c) || detail::is_letter(c); };
  return std::ranges::all_of(scheme, fits) ? text.substr(0, colon + 1) : std::string_view{};
}

bool is_harmless_type(std::string_view built_in) {
  constexpr std::array<std::string_view, 7> texts{
      "string", "normalizedString", "token", "anyURI", "anySimpleType", "Name", "NCName"};
  constexpr std::array<std::string_view, 8> more{"NMTOKEN", "ID",       "IDREF",    "ENTITY",
                                                 "QName",   "NOTATION", "language", ""};
  return std::ranges::find(texts, built_in) == texts.end() &&
         std::ranges::find(more, built_in) == more.end();
}

// Attributes that hold a word of the protocol although the schema allows any text.
bool is_protocol_word(std::string_view element, std::string_view attribute) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> words{
      {{"category", "name"},
       {"publication", "categoryName"},
       {"publicationRule", "categoryName"},
       {"provisionGroup", "name"},
       {"property", "name"},
       {"routing", "name"}}};
  return std::ranges::find(words, std::pair(element, attribute)) != words.end();
}

/// Writes a document anew, with other values.
class Rewriter {
 public:
  Rewriter(const SchemaModel& model, const Outline& outline, const detail::Assessment& assessment,
           const std::function<std::string(std::string_view)>& replace)
      : model_(model), outline_(outline), assessment_(assessment), replace_(replace) {}

  std::string run() {
    write(0);
    return std::move(out_);
  }

 private:
  // As deep as the document, which `ReadLimits` bounds.
  void write(NodeId id) {
    const auto& node = outline_.node(id);
    (out_ += '<') += node.qname;
    for (const auto& declaration : outline_.declarations(id)) {
      const auto colon = declaration.prefix.empty() ? "" : ":";
      put_attribute(("xmlns" + std::string(colon)).append(declaration.prefix), declaration.uri);
    }
    for (const auto& attribute : outline_.attributes(id)) {
      put_attribute(attribute.qname, keeps(id, attribute) ? std::string(attribute.value)
                                                          : replace_(attribute.value));
    }
    if (node.first_child == detail::no_node) {
      out_ += "/>";
      return;
    }
    out_ += '>';
    for (auto child = node.first_child; child != detail::no_node;
         child = outline_.node(child).next_sibling) {
      if (outline_.node(child).is_text) {
        put_text(id, outline_.node(child).text);
      } else {
        write(child);
      }
    }
    ((out_ += "</") += node.qname) += '>';
  }

  void put_attribute(std::string_view name, std::string_view value) {
    (((out_ += ' ') += name) += "=\"") += detail::escaped(value);
    out_ += '"';
  }

  void put_text(NodeId parent, std::string_view text) {
    const auto type = assessment_.elements[parent].type;
    const bool is_kept =
        detail::is_blank(text) ||
        (type != none && model_.type(type).content == detail::SchemaType::Content::simple &&
         is_harmless(model_.type(type).simple, text));
    out_ += detail::escaped(is_kept ? std::string(text) : replace_(text));
  }

  [[nodiscard]] bool keeps(NodeId id, const OutlineAttribute& attribute) const {
    const bool is_type = attribute.local == "type" || attribute.local == "nil";
    if (attribute.namespace_uri == detail::xsi_namespace && is_type) return true;
    const auto& node = outline_.node(id);
    if (attribute.namespace_uri.empty() && is_protocol_word(node.local, attribute.local)) {
      return true;
    }
    const auto type = assessment_.elements[id].type;
    if (type == none) return false;
    const auto& uses = model_.type(type).attributes;
    const ExpandedName name{attribute.namespace_uri, attribute.local};
    const auto use = std::ranges::find(uses, name, &detail::AttributeUse::name);
    return use != uses.end() && is_harmless(model_.type(use->type).simple, attribute.value);
  }

  [[nodiscard]] bool is_harmless(const SimpleFacts& type, std::string_view text) const {
    const auto value = detail::normalized(type, text);
    const auto tokens = detail::known_tokens(model_, type);
    if (std::ranges::find(tokens, value) != tokens.end()) return true;
    if (type.variety == Variety::atomic) {
      return type.enumeration.empty() && is_harmless_type(type.built_in) && is_valid(type, text);
    }
    if (type.variety == Variety::list && !type.member_types.empty()) {
      return is_harmless_list(model_.type(type.member_types.front()).simple, value);
    }
    return std::ranges::any_of(type.member_types, [&](detail::TypeId member) {
      return is_harmless(model_.type(member).simple, text);
    });
  }

  [[nodiscard]] bool is_harmless_list(const SimpleFacts& item, std::string_view words) const {
    while (!words.empty()) {
      const auto word = words.substr(0, words.find(' '));
      if (!is_harmless(item, word)) return false;
      words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
    return true;
  }

  [[nodiscard]] bool is_valid(const SimpleFacts& type, std::string_view text) const {
    return !detail::check_value(model_, type, text, {});
  }

  const SchemaModel& model_;
  const Outline& outline_;
  const detail::Assessment& assessment_;
  const std::function<std::string(std::string_view)>& replace_;
  std::string out_;
};

}  // namespace

std::string Redactor::number_of(std::string_view kind, std::string original) {
  auto& numbers = seen_[std::string(kind)];
  return std::to_string(numbers.emplace(std::move(original), numbers.size() + 1).first->second);
}

std::string Redactor::host(std::string_view text) {
  return "domain" + number_of("domain", in_lower_case(text)) + ".example";
}

// `mary@contoso.com`, perhaps with parameters.
std::string Redactor::address(std::string_view text) {
  const auto parameters = text.find_first_of(";?>");
  const auto whole = text.substr(0, parameters);
  const auto at = whole.rfind('@');
  const auto domain = whole.substr(at + 1, whole.find(':', at) - at - 1);
  auto result = "user" + number_of("user", in_lower_case(whole)) + "@" + host(domain);
  if (parameters == npos || text[parameters] != ';') return result;
  const auto rest = text.substr(parameters);
  if (rest.find("user:epid:") == npos) return result;
  result += ";opaque=user:epid:endpoint" + number_of("epid", std::string(rest));
  return rest.find(";gruu") != npos ? result + ";gruu" : result;
}

std::string Redactor::phone(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  constexpr std::size_t national = 7;  // a number may be written with and without country and area
  const auto tail = digits.substr(digits.size() - std::min(digits.size(), national));
  const auto number = number_of("phone", tail);
  return "+1555" + std::string(national - std::min(national, number.size()), '0') + number;
}

std::string Redactor::replace(std::string_view value) {
  const auto text = detail::trimmed(value);
  if (text.empty()) return std::string(value);
  if (is_guid(text)) {
    const auto number = number_of("guid", in_lower_case(text));
    return "00000000-0000-0000-0000-" +
           std::string(12 - std::min<std::size_t>(12, number.size()), '0') + number;
  }
  const auto scheme = scheme_of(text);
  const auto rest = text.substr(scheme.size());
  const auto known = in_lower_case(scheme);
  const bool has_space = text.find_first_of(" \t\r\n") != npos;
  if (known == "tel:") return known + phone(rest);
  if (rest.find('@') != npos && !has_space && !rest.starts_with('/')) return known + address(rest);
  if (rest.starts_with("//")) {
    const auto authority = rest.substr(2, rest.find_first_of("/?#", 2) - 2);
    return known + "//" + host(authority) + "/" + number_of("path", std::string(text));
  }
  if (known == "sip:" || known == "sips:") return known + host(rest);
  if (is_phone(text)) return phone(text);
  const bool is_name = text.find('.') != npos && !has_space;
  return is_name ? host(text) : "text" + number_of("text", std::string(text));
}

Result<std::string, std::string> Redactor::redact(std::string_view xml) {
  const Validator validator(schemas_);
  auto utf8 = validator.to_utf8(xml);
  if (!utf8) return Unexpected{utf8.error().message};
  const auto outline = Outline::read(*utf8, validator.limits());
  if (!outline) return Unexpected{outline.error().message};
  const auto& model = detail::SchemaAccess::set(schemas_)->model;
  const auto root = model.find_element(outline->root().namespace_uri, outline->root().local);
  detail::Assessment assessment;
  assessment.elements.resize(outline->size());
  if (root != none) assessment = detail::assess(model, *outline, root, validator.limits());
  const std::function<std::string(std::string_view)> by = [this](std::string_view value) {
    return replace(value);
  };
  auto result = Rewriter(model, *outline, assessment, by).run();
  if (validator.verdict(result) != Verdict::valid && validator.verdict(xml) == Verdict::valid) {
    return Unexpected{std::string("a value of a narrow type has no replacement")};
  }
  return result;
}

LoggedMessage Redactor::redact(const LoggedMessage& message) {
  auto result = message;
  const auto uri = [&](const std::string& field) {
    const auto begin = field.find('<');
    const auto text = std::string_view(field).substr(begin == std::string::npos ? 0 : begin + 1);
    return "<" + replace(text.substr(0, text.find_first_of(">;"))) + ">";
  };
  if (!result.from.empty()) result.from = uri(result.from);
  if (!result.to.empty()) result.to = uri(result.to);
  if (!result.call_id.empty()) result.call_id = "call" + number_of("call", result.call_id);
  const auto& line = message.start_line;
  const auto space = line.find(' ');
  const auto method = line.substr(0, space);
  result.start_line = method == "SIP/2.0"
                          ? line.substr(0, 11)  // the reason may be any text
                          : method + " " +
                                replace(line.substr(space + 1, line.rfind(' ') - space - 1)) +
                                " SIP/2.0";
  result.event = message.event.substr(0, message.event.find(';'));
  result.content_type = message.content_type.substr(0, message.content_type.find(';'));
  return result;
}

}  // namespace presentity::presence
