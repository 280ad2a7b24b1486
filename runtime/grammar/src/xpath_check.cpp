// SPDX-License-Identifier: MIT
#include "xpath_check.hpp"

#include "names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace presentity::grammar::detail {
namespace {

using presentity::detail::did_you_mean;
using presentity::detail::quoted;

constexpr std::string_view xml_space = " \t\r\n";

// XPath 1.0 section 4, XSLT 1.0 section 12, and the node tests, which look like functions.
constexpr std::array<std::string_view, 38> known_functions = {"boolean",
                                                              "ceiling",
                                                              "comment",
                                                              "concat",
                                                              "contains",
                                                              "count",
                                                              "current",
                                                              "element-available",
                                                              "false",
                                                              "floor",
                                                              "format-number",
                                                              "function-available",
                                                              "generate-id",
                                                              "id",
                                                              "key",
                                                              "lang",
                                                              "last",
                                                              "local-name",
                                                              "name",
                                                              "namespace-uri",
                                                              "node",
                                                              "normalize-space",
                                                              "not",
                                                              "number",
                                                              "position",
                                                              "processing-instruction",
                                                              "round",
                                                              "starts-with",
                                                              "string",
                                                              "string-length",
                                                              "substring",
                                                              "substring-after",
                                                              "substring-before",
                                                              "sum",
                                                              "system-property",
                                                              "text",
                                                              "translate",
                                                              "true"};

// Operators that may stand before a bracket.
constexpr std::array<std::string_view, 4> word_operators = {"and", "div", "mod", "or"};

constexpr std::array<std::string_view, 2> functions_that_open = {"document", "unparsed-entity-uri"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') || c == '_' || c == '-' || c == '.' || c == ':';
}

bool begins_name(char c) {
  return is_name_byte(c) && c != '-' && c != '.' && c != ':' && (c < '0' || c > '9');
}

std::optional<ExpressionProblem> check_function(std::string_view name) {
  if (contains(functions_that_open, name)) {
    return ExpressionProblem{"stylesheet-unsafe",
                             "function " + quoted(name) + " is not allowed: it reads documents",
                             "a rule sees nothing but the value that is published"};
  }
  if (contains(known_functions, name) || contains(word_operators, name)) return std::nullopt;
  if (name.find(':') != name.npos && name.find("::") == name.npos) {
    return ExpressionProblem{"stylesheet-unsafe",
                             "function " + quoted(name) + " is not allowed: it is an extension",
                             "use the functions of XPath 1.0 and XSLT 1.0"};
  }
  // An axis may stand before a node test: `child::node()`.
  const auto axis = name.rfind("::");
  if (axis != name.npos && contains(known_functions, name.substr(axis + 2))) return std::nullopt;
  const std::vector<std::string> names(known_functions.begin(), known_functions.end());
  return ExpressionProblem{"stylesheet-broken", "unknown function " + quoted(name),
                           did_you_mean(name, names, "XPath 1.0 has no such function")};
}

/// U+2264 and U+2265, as the reference prints them (categorypublicationmanifest-element).
std::optional<ExpressionProblem> check_sign(std::string_view rest) {
  const bool is_greater = rest.starts_with("\xE2\x89\xA5");
  if (!is_greater && !rest.starts_with("\xE2\x89\xA4")) return std::nullopt;
  const std::string sign(rest.substr(0, 3));
  return ExpressionProblem{"typographic-operator", "'" + sign + "' is no operator of XPath",
                           is_greater ? "write &gt;= (printed examples have the sign)"
                                      : "write &lt;= (printed examples have the sign)"};
}

/// Goes through an expression from left to right.
class Scan {
 public:
  Scan(std::string_view text, const StylesheetLimits& limits) : text_(text), limits_(limits) {}

  std::optional<ExpressionProblem> run() {
    while (at_ < text_.size()) {
      if (auto problem = step()) return problem;
    }
    return std::nullopt;
  }

 private:
  std::optional<ExpressionProblem> step() {
    const char c = text_[at_];
    if (c == '\'' || c == '"') {
      at_ = std::min(text_.find(c, at_ + 1), text_.size() - 1) + 1;
      return std::nullopt;
    }
    if (auto problem = check_sign(text_.substr(at_))) return problem;
    if (begins_name(c)) return name();
    ++at_;
    if (c == '(' || c == '[') return open();
    if ((c == ')' || c == ']') && depth_ > 0) --depth_;
    return std::nullopt;
  }

  std::optional<ExpressionProblem> open() {
    if (++depth_ <= limits_.expression_depth) return std::nullopt;
    return ExpressionProblem{
        "stylesheet-limit",
        "expression with more than " + std::to_string(limits_.expression_depth) + " open brackets",
        {}};
  }

  std::optional<ExpressionProblem> name() {
    const auto begin = at_;
    // A sign may stick to a name: both are of bytes beyond ASCII.
    while (at_ < text_.size() && is_name_byte(text_[at_]) && !check_sign(text_.substr(at_))) ++at_;
    const auto name = text_.substr(begin, at_ - begin);
    const auto next = text_.find_first_not_of(xml_space, at_);
    const bool is_call = next != text_.npos && text_[next] == '(';
    return is_call ? check_function(name) : std::nullopt;
  }

  std::string_view text_;
  const StylesheetLimits& limits_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<ExpressionProblem> check_expression(std::string_view expression,
                                                  const StylesheetLimits& limits) {
  if (expression.size() > limits.expression_bytes) {
    return ExpressionProblem{
        "stylesheet-limit",
        "expression of more than " + std::to_string(limits.expression_bytes) + " bytes",
        {}};
  }
  return Scan(expression, limits).run();
}

std::vector<std::string_view> template_expressions(std::string_view value) {
  std::vector<std::string_view> found;
  std::size_t at = 0;
  while ((at = value.find('{', at)) != value.npos) {
    if (value.substr(at).starts_with("{{")) {
      at += 2;
      continue;
    }
    char quote = 0;
    std::size_t end = at + 1;
    for (; end < value.size() && (quote != 0 || value[end] != '}'); ++end) {
      const char c = value[end];
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      }
    }
    found.push_back(value.substr(at + 1, end - at - 1));
    at = end;
  }
  return found;
}

}  // namespace presentity::grammar::detail
