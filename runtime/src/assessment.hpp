// SPDX-License-Identifier: MIT
#pragma once

#include "outline.hpp"

#include <presentity/detail/schema_model.hpp>
#include <presentity/diagnostic.hpp>
#include <presentity/read_limits.hpp>

#include <string>
#include <string_view>
#include <vector>

/// \file
/// Schema validity assessment: which declaration and type governs each element, and what is wrong.
///
/// Source: XML Schema Part 1, sections 2.6, 3.3.4, 3.4.4, 3.9.4 and 3.10.4.

namespace presentity::detail {

/// Something wrong with, or remarkable about, one element.
struct Finding {
  Severity severity = Severity::error;
  std::string_view rule;
  NodeId element = 0;
  std::string_view attribute;  ///< Qualified name as written; empty if the element is meant.
  std::size_t offset = 0;
  std::string message;
  std::string help;
};

/// What governs one element. An element inside of content that no schema knows has no type.
struct Governed {
  TypeId type = none;
  ElementId declaration = none;
};

/// With this many findings the assessment ends: a document of mistakes must not take unlimited time
/// and memory.
inline constexpr std::size_t most_findings = 10'000;

struct Assessment {
  std::vector<Governed> elements;  ///< By node; text runs have neither.
  std::vector<Finding> findings;   ///< In no particular order.
};

/// Whether the element and everything around it has a type.
[[nodiscard]] bool is_assessed(const Outline& outline, const Assessment& assessment, NodeId id);

/// Assesses the document against `root`, the declaration of its document element.
[[nodiscard]] Assessment assess(const SchemaModel& model, const Outline& outline, ElementId root,
                                const ReadLimits& limits);

}  // namespace presentity::detail
