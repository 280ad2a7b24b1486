// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.hpp"

#include <presentity/rules.hpp>

#include <initializer_list>
#include <iosfwd>
#include <string_view>
#include <utility>

/// \file
/// Results as NDJSON: one object a line.

namespace presentity::cli {

/// The result of `validate` for a document.
void print_validated(std::ostream& out, const CheckedDocument& document);

/// The result of `roundtrip` for a document.
void print_round_trip(std::ostream& out, const CheckedDocument& document);

/// An object of strings, in the order given.
using Fields = std::initializer_list<std::pair<std::string_view, std::string_view>>;
void print_object(std::ostream& out, Fields fields);

}  // namespace presentity::cli
