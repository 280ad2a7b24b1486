// SPDX-License-Identifier: MIT
#include "generator/cpp/naming.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace presentity::generator::cpp {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_lower(c) || is_upper(c) || is_digit(c); }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

/// The code point at `position`, which is moved behind it. `text` is valid UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto lead = byte(position++);
  if (lead < 0x80) return lead;
  char32_t code = lead >= 0xF0 ? lead & 0x07U : lead >= 0xE0 ? lead & 0x0FU : lead & 0x1FU;
  while (position < text.size() && (byte(position) & 0xC0U) == 0x80U) {
    code = code << 6U | (byte(position++) & 0x3FU);
  }
  return code;
}

std::string hex(char32_t code) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (; code > 0 || text.size() < 4; code >>= 4U) text.insert(0, 1, digits[code & 15U]);
  return text;
}

/// Letters and digits as they are, separators as one space, anything else as "u00e9".
std::string spelled(std::string_view name) {
  constexpr std::string_view separators = "-._:/ ";
  std::string result;
  for (std::size_t i = 0; i < name.size();) {
    const auto code = next_code_point(name, i);
    const auto c = code < 0x80 ? static_cast<char>(code) : '\0';
    if (is_word(c)) {
      result += c;
    } else if (c != '\0' && separators.find(c) != std::string_view::npos) {
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else {
      result += "u" + hex(code);
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  if (result.empty() && !name.empty()) {
    for (const auto c : name) result += "u" + hex(static_cast<unsigned char>(c));
  }
  return result;
}

constexpr auto keywords = std::to_array<std::string_view>({
    "alignas",
    "alignof",
    "and",
    "and_eq",
    "asm",
    "auto",
    "bitand",
    "bitor",
    "bool",
    "break",
    "case",
    "catch",
    "char",
    "char16_t",
    "char32_t",
    "char8_t",
    "class",
    "co_await",
    "co_return",
    "co_yield",
    "compl",
    "concept",
    "const",
    "const_cast",
    "consteval",
    "constexpr",
    "constinit",
    "continue",
    "decltype",
    "default",
    "delete",
    "do",
    "double",
    "dynamic_cast",
    "else",
    "enum",
    "explicit",
    "export",
    "extern",
    "false",
    "float",
    "for",
    "friend",
    "goto",
    "if",
    "inline",
    "int",
    "long",
    "mutable",
    "namespace",
    "new",
    "noexcept",
    "not",
    "not_eq",
    "nullptr",
    "operator",
    "or",
    "or_eq",
    "private",
    "protected",
    "public",
    "register",
    "requires",
    "return",
    "short",
    "signed",
    "sizeof",
    "static",
    "static_assert",
    "static_cast",
    "struct",
    "switch",
    "template",
    "this",
    "thread_local",
    "throw",
    "true",
    "try",
    "typedef",
    "typeid",
    "typename",
    "union",
    "unsigned",
    "using",
    "virtual",
    "void",
    "volatile",
    "wchar_t",
    "while",
    "xor",
    "xor_eq",
    // macros of common headers and compilers
    "assert",
    "errno",
    "far",
    "interface",
    "linux",
    "major",
    "makedev",
    "minor",
    "near",
    "small",
    "stderr",
    "stdin",
    "stdout",
    "unix",
    "BUFSIZ",
    "DOMAIN",
    "EOF",
    "ERROR",
    "FALSE",
    "INFINITY",
    "NAN",
    "NULL",
    "OVERFLOW",
    "TRUE",
    "UNDERFLOW",
});

/// Functions and types that C headers declare in the global namespace: no namespace can have their
/// names.
constexpr auto global_names = std::to_array<std::string_view>({
    "abort",    "abs",      "accept",   "access",  "acos",      "alarm",   "asin",     "atan",
    "atexit",   "atof",     "atoi",     "atol",    "bind",      "calloc",  "cbrt",     "ceil",
    "chdir",    "chown",    "clearerr", "clock",   "close",     "connect", "copysign", "cos",
    "ctime",    "daylight", "difftime", "div",     "dup",       "environ", "erf",      "exit",
    "exp",      "fabs",     "fclose",   "fdim",    "feof",      "ferror",  "fflush",   "floor",
    "fma",      "fmax",     "fmin",     "fmod",    "fopen",     "fork",    "fprintf",  "fputs",
    "fread",    "free",     "frexp",    "fscanf",  "fseek",     "ftell",   "fwrite",   "gamma",
    "getc",     "getchar",  "getenv",   "gets",    "gmtime",    "hypot",   "index",    "ioctl",
    "isalnum",  "isalpha",  "isdigit",  "isspace", "j0",        "j1",      "jn",       "kill",
    "labs",     "ldexp",    "link",     "listen",  "localtime", "log",     "lround",   "malloc",
    "memchr",   "memcmp",   "memcpy",   "memset",  "mktime",    "modf",    "nan",      "nice",
    "open",     "pause",    "perror",   "pipe",    "pow",       "printf",  "putc",     "puts",
    "qsort",    "raise",    "rand",     "random",  "read",      "realloc", "recv",     "remove",
    "rename",   "rewind",   "rindex",   "rint",    "round",     "scanf",   "select",   "send",
    "shutdown", "signal",   "sin",      "sleep",   "socket",    "sqrt",    "srand",    "stat",
    "strcat",   "strcmp",   "strcpy",   "strlen",  "strtol",    "swab",    "sync",     "system",
    "tan",      "time",     "timezone", "tmpfile", "tmpnam",    "tolower", "toupper",  "trunc",
    "ungetc",   "unlink",   "wait",     "write",   "y0",        "y1",      "yn",
});

bool is_global(std::string_view name) {
  return std::ranges::find(global_names, name) != global_names.end();
}

std::string not_reserved(std::string name) {
  const bool is_reserved = std::ranges::find(keywords, name) != keywords.end();
  return is_reserved ? name + "_" : name;
}

std::string snake_case(std::string_view words) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c == ' ' || c == '_') {
      if (!result.empty() && result.back() != '_') result += '_';
      continue;
    }
    const char before = i > 0 ? words[i - 1] : ' ';
    const char behind = i + 1 < words.size() ? words[i + 1] : ' ';
    const bool begins_word = is_upper(c) && (is_lower(before) || is_digit(before) ||
                                             (is_upper(before) && is_lower(behind)));
    if (begins_word && result.back() != '_') result += '_';
    result += to_lower(c);
  }
  return result;
}

}  // namespace

std::string type_name(std::string_view xml_name) {
  std::string result;
  bool begins_word = true;
  for (const char c : spelled(xml_name)) {
    if (c != ' ') result += begins_word ? to_upper(c) : c;
    begins_word = c == ' ';
  }
  if (result.empty() || is_digit(result.front())) result.insert(0, "X");
  return not_reserved(result);
}

std::string snake_name(std::string_view xml_name) {
  auto result = snake_case(spelled(xml_name));
  if (result.empty()) result = "empty";
  if (is_digit(result.front())) result.insert(0, "value_");
  return result;
}

std::string member_name(std::string_view xml_name) { return not_reserved(snake_name(xml_name)); }

std::string namespace_name(std::string_view uri) {
  std::vector<std::string> parts(1);
  for (const char c : uri) {
    if (c == '/' || c == ':' || c == '#' || c == '?') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  for (; !parts.empty(); parts.pop_back()) {
    const auto& part = parts.back();
    if (part.empty() || is_digit(part.front())) continue;
    const auto name = member_name(part);
    const bool is_taken =
        name == "std" || name == "posix" || name == "presentity" || is_global(name);
    return is_taken ? name + "_" : name;
  }
  return {};
}

bool is_namespace(std::string_view name) {
  while (true) {
    const auto end = name.find("::");
    const auto part = name.substr(0, end);
    const bool is_identifier =
        !part.empty() && !is_digit(part.front()) && part.front() != '_' &&
        std::ranges::all_of(part, [](char c) { return is_word(c) || c == '_'; }) &&
        part.find("__") == std::string_view::npos;
    if (!is_identifier || part == "std" || not_reserved(std::string(part)) != part) return false;
    if (end == std::string_view::npos) return true;
    name.remove_prefix(end + 2);
  }
}

std::string Scope::add(const std::string& wanted) {
  auto name = wanted;
  for (int number = 2; contains(name); ++number) {
    const bool is_type = is_upper(wanted.front()) && !is_digit(wanted.back());
    name = wanted + (is_type || wanted.ends_with('_') ? "" : "_") + std::to_string(number);
  }
  used_.insert(snake_case(name));
  return name;
}

bool Scope::contains(std::string_view name) const { return used_.contains(snake_case(name)); }

}  // namespace presentity::generator::cpp
