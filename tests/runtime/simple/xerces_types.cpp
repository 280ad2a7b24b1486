// SPDX-License-Identifier: MIT
#include "xerces_types.hpp"

#include "unicode.hpp"

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/framework/psvi/XSConstants.hpp>
#include <xercesc/framework/psvi/XSModel.hpp>
#include <xercesc/framework/psvi/XSSimpleTypeDefinition.hpp>
#include <xercesc/parsers/XercesDOMParser.hpp>
#include <xercesc/sax/HandlerBase.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLException.hpp>
#include <xercesc/util/regx/RegularExpression.hpp>
#include <xercesc/validators/common/Grammar.hpp>
#include <xercesc/validators/datatype/DatatypeValidator.hpp>

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace presentity::detail::testing {
namespace {

using Utf16 = std::basic_string<XMLCh>;

Utf16 to_utf16(std::string_view utf8) {
  Utf16 result;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [code, length] = decode_utf8(utf8, at);
    if (code >= 0x10000) {
      result.push_back(static_cast<XMLCh>(0xD800 + ((code - 0x10000) >> 10U)));
      result.push_back(static_cast<XMLCh>(0xDC00 + ((code - 0x10000) & 0x3FFU)));
    } else {
      result.push_back(static_cast<XMLCh>(code));
    }
    at += std::max<std::size_t>(length, 1);
  }
  return result;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '<')
      result += "&lt;";
    else if (c == '&')
      result += "&amp;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

std::string schema_text(const std::vector<TypeSpec>& specs) {
  std::string text = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>";
  for (const auto& spec : specs) {
    text += "<xs:simpleType name=\"" + spec.name + "\">";
    std::string of;
    for (const auto& name : spec.of) of += (of.empty() ? "" : " ") + name;
    if (spec.kind == TypeSpec::Kind::list) {
      text += "<xs:list itemType=\"" + of + "\"/>";
    } else if (spec.kind == TypeSpec::Kind::any_of) {
      text += "<xs:union memberTypes=\"" + of + "\"/>";
    } else {
      text += "<xs:restriction base=\"" + of + "\">";
      for (const auto& [facet, value] : spec.facets) {
        text += "<xs:" + facet + " value=\"" + escaped(value) + "\"/>";
      }
      text += "</xs:restriction>";
    }
    text += "</xs:simpleType>";
  }
  return text + "</xs:schema>";
}

class ThrowingHandler : public xercesc::HandlerBase {
 public:
  void error(const xercesc::SAXParseException& e) override { report(e); }
  void fatalError(const xercesc::SAXParseException& e) override { report(e); }

 private:
  static void report(const xercesc::SAXParseException& e) {
    char* text = xercesc::XMLString::transcode(e.getMessage());
    std::string message(text);
    xercesc::XMLString::release(&text);
    throw std::runtime_error("schema: " + message);
  }
};

struct Platform {
  Platform() { xercesc::XMLPlatformUtils::Initialize(); }
};

void start_xerces() { static const Platform platform; }

Utf16 white_space_treated(std::string_view text, short rule) {
  std::string result(text);
  if (rule == xercesc::DatatypeValidator::PRESERVE) return to_utf16(result);
  std::ranges::replace_if(result, is_space, ' ');
  if (rule == xercesc::DatatypeValidator::REPLACE) return to_utf16(result);
  const auto is_repeated = [](char a, char b) { return a == ' ' && b == ' '; };
  result.erase(std::unique(result.begin(), result.end(), is_repeated), result.end());
  return to_utf16(trimmed(result));
}

xercesc::DatatypeValidator* find_validator(xercesc::XSModel& model, const std::string& name) {
  const bool is_built_in = name.starts_with("xs:");
  const auto local = to_utf16(is_built_in ? name.substr(3) : name);
  const auto uri = to_utf16(is_built_in ? "http://www.w3.org/2001/XMLSchema" : "");
  auto* definition = model.getTypeDefinition(local.c_str(), uri.c_str());
  if (definition == nullptr) throw std::runtime_error("Xerces has no type " + name);
  return static_cast<xercesc::XSSimpleTypeDefinition*>(definition)->getDatatypeValidator();
}

}  // namespace

struct XercesTypes::State {
  State() : pool((start_xerces(), xercesc::XMLPlatformUtils::fgMemoryManager)) {}

  xercesc::XMLGrammarPoolImpl pool;
  xercesc::XSModel* model = nullptr;
  std::unordered_map<std::string, xercesc::DatatypeValidator*> validators;
};

XercesTypes::XercesTypes(const std::vector<TypeSpec>& specs) : state_(std::make_unique<State>()) {
  const auto text = schema_text(specs);
  xercesc::MemBufInputSource source(reinterpret_cast<const XMLByte*>(text.data()), text.size(),
                                    "memory.xsd");
  xercesc::XercesDOMParser parser(nullptr, xercesc::XMLPlatformUtils::fgMemoryManager,
                                  &state_->pool);
  ThrowingHandler handler;
  parser.setErrorHandler(&handler);
  parser.setDoNamespaces(true);
  parser.setDoSchema(true);
  parser.setValidationSchemaFullChecking(true);
  parser.loadGrammar(source, xercesc::Grammar::SchemaGrammarType, true);
  bool is_changed = false;
  state_->model = state_->pool.getXSModel(is_changed);
}

XercesTypes::~XercesTypes() = default;

bool XercesTypes::accepts(const std::string& name, std::string_view text) const {
  auto& validator = state_->validators[name];
  if (validator == nullptr) validator = find_validator(*state_->model, name);
  try {
    validator->validate(white_space_treated(text, validator->getWSFacet()).c_str(), nullptr,
                        xercesc::XMLPlatformUtils::fgMemoryManager);
    return true;
  } catch (const xercesc::XMLException&) {
    return false;
  }
}

struct XercesPattern::State {
  std::unique_ptr<xercesc::RegularExpression> expression;
};

XercesPattern::XercesPattern(std::string_view pattern) : state_(std::make_unique<State>()) {
  start_xerces();
  try {
    state_->expression = std::make_unique<xercesc::RegularExpression>(to_utf16(pattern).c_str(),
                                                                      to_utf16("X").c_str());
  } catch (const xercesc::XMLException&) {
    state_->expression.reset();
  }
}

XercesPattern::~XercesPattern() = default;

bool XercesPattern::is_valid() const { return state_->expression != nullptr; }

bool XercesPattern::matches(std::string_view text) const {
  return is_valid() && state_->expression->matches(to_utf16(text).c_str());
}

}  // namespace presentity::detail::testing
