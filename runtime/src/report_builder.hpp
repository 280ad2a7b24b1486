// SPDX-License-Identifier: MIT
#pragma once

#include "assessment.hpp"
#include "encoding.hpp"
#include "instances.hpp"
#include "outline.hpp"
#include "schema_set.hpp"

#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>
#include <presentity/validator.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

/// \file
/// From findings to the report that users see.

namespace presentity::detail {

/// Decodes a document that is not longer than the limits allow.
[[nodiscard]] Result<Utf8Text, ScanError> decode_within(std::string_view document,
                                                        const ReadLimits& limits);

[[nodiscard]] Diagnostic to_diagnostic(std::string_view text, const ScanError& error);

/// The report on a document that cannot be read.
[[nodiscard]] Report malformed(std::string_view text, const ScanError& error);

/// The errors of a report, without its warnings.
[[nodiscard]] std::vector<Diagnostic> errors_of(Report report);

[[nodiscard]] bool has_errors(const std::vector<Finding>& findings);

/// Adds what a reference engine found, as `schema-violation` or `malformed-xml`.
void add_findings(const Outline& outline, std::vector<ReferenceFinding> found,
                  std::vector<Finding>& findings);

/// Puts findings in order and words their places; `limits` say how many are shown.
[[nodiscard]] Report make_report(const Outline& outline, std::vector<Finding> findings,
                                 std::vector<FoundInstance> instances, const ReadLimits& limits);

}  // namespace presentity::detail
