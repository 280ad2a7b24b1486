// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <string>

/// \file
/// How results are written as JSON.

namespace presentity::cli {

using Json = nlohmann::ordered_json;

/// Returns `value` in one line, or indented by so many spaces. ASCII only, so that no terminal and
/// no encoding minds; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string json_text(const Json& value, int indentation = -1);

/// Prints the same, and ends the line.
void print_json(std::ostream& out, const Json& value, int indentation = -1);

[[nodiscard]] Json diagnostic_json(const Diagnostic& diagnostic);

}  // namespace presentity::cli
