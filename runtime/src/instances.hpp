// SPDX-License-Identifier: MIT
#pragma once

#include "assessment.hpp"

#include <presentity/validator.hpp>

#include <vector>

namespace presentity::detail {

/// A category value of the document, with the element it stands in.
struct FoundInstance {
  Instance instance;       ///< Without position and path: those of `entry`.
  NodeId entry = no_node;  ///< The envelope's entry, or the value itself.
  NodeId value = no_node;  ///< The value's root; `no_node` if the entry has none.
};

/// Finds the category values of the document: itself, or the entries of an envelope that was
/// recognised (`publication` of a publish request, `category` of a notification).
///
/// Each value is made self-contained, so all of them together can be longer than the document.
/// Where they exceed the limit for documents, the rest of the values is left out.
///
/// Adds findings: `category-mismatch`, `unknown-category`, `limit-exceeded`.
/// Source: protocol digest, sections on publication and notification.
[[nodiscard]] std::vector<FoundInstance> find_instances(const SchemaModel& model,
                                                        const Outline& outline,
                                                        Assessment& assessment,
                                                        const ReadLimits& limits);

}  // namespace presentity::detail
