// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.hpp"

#include <presentity/rules.hpp>

#include <cstddef>
#include <initializer_list>
#include <iosfwd>
#include <string_view>
#include <utility>
#include <variant>

/// \file
/// Results as NDJSON: one object a line.

namespace presentity::cli {

/// The result of `validate` for a document.
void print_validated(std::ostream& out, const CheckedDocument& document);

/// The result of `roundtrip` for a document.
void print_round_trip(std::ostream& out, const CheckedDocument& document);

/// An object of strings and numbers, in the order given.
using Field = std::variant<std::string_view, std::size_t>;
using Fields = std::initializer_list<std::pair<std::string_view, Field>>;
void print_object(std::ostream& out, Fields fields);

}  // namespace presentity::cli
