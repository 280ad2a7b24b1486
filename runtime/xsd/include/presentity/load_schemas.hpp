// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>
#include <presentity/schemas.hpp>
#include <presentity/validator.hpp>

#include <span>
#include <string_view>
#include <vector>

/// \file
/// What needs Xerces-C++: schemas of a user, and Xerces as a validator to compare with. The library
/// is presentity::xsd.

namespace presentity {

/// Loads `schemas` beside the built-in ones, which they may import. An import is resolved by its
/// namespace, an include by its file name; only what is built in or in `schemas` is found: no file
/// is opened. The result does not refer to `schemas`.
///
/// Documents that a `Validator` with these schemas takes for valid are shown to Xerces as well: it
/// checks what a user's schema may ask for and we do not, such as identity constraints.
///
/// Errors: `bad-schema`, one diagnostic for each mistake, each with the position in the schema;
/// `path` holds its name.
[[nodiscard]] Result<Schemas, std::vector<Diagnostic>> load_schemas(
    std::span<const SchemaSource> schemas);

/// Checks `document` as `Validator::validate` does, but by Xerces alone: every finding of its is a
/// `schema-violation`, right or wrong, at the element it belongs to. What `Validator` refuses to
/// read is refused here, too. No category values are looked for.
///
/// `schemas` must come from `load_schemas`.
[[nodiscard]] Report validate_with_xerces(const Schemas& schemas, std::string_view document,
                                          const ReadLimits& limits = {});

}  // namespace presentity
