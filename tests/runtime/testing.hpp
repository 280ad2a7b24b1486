// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/load_schemas.hpp>
#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// What the tests of the runtime share.

namespace presentity::testing {

/// A validator without schemas of a user; made once.
const Validator& built_in();

/// The root of the sources.
std::filesystem::path source_folder();

std::string read_file(const std::filesystem::path& path);

/// The files directly in `folder` with this extension, in the order of their names.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                            std::string_view extension);

/// "error unexpected-element 2:3 /state/x: element 'x' is ... | did you mean 'y'?"
std::string line(const Diagnostic& diagnostic);
std::vector<std::string> lines(const Report& report);

/// The rules of the diagnostics, in their order.
std::vector<std::string> rules_of(const Report& report);

/// `text`, `count` times.
std::string repeated(std::string_view text, std::size_t count);

/// `ascii` as UTF-16 with a byte order mark.
std::string utf16(std::string_view ascii, bool is_little);

/// A state value: `start` goes into the start tag behind the namespaces.
std::string state(std::string_view content, std::string_view start = R"(xsi:type="userState")");

/// An `xs:schema` for the namespace `urn:test`, prefix `t`.
std::string schema(std::string_view content);

/// An element `r` of namespace `urn:test`, prefix none.
std::string root(std::string_view content, std::string_view start = "");

/// A validator with one schema, `schema(content)`. The schema must be good.
Validator with_schema(std::string_view content);

/// The findings about one schema of a user, as lines.
std::vector<std::string> schema_errors(std::string_view text);

}  // namespace presentity::testing

namespace doctest {

template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& list) {
    std::string text;
    for (const auto& item : list) text += "\n  " + item;
    return text.c_str();
  }
};

template <>
struct StringMaker<presentity::Verdict> {
  static String convert(presentity::Verdict verdict) {
    return std::string(presentity::to_string(verdict)).c_str();
  }
};

}  // namespace doctest
