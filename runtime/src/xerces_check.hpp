// SPDX-License-Identifier: MIT
#pragma once

#include "outline.hpp"
#include "schema_set.hpp"

#include <functional>
#include <string>
#include <vector>

namespace presentity::detail {

/// What Xerces says against one element.
struct XercesFinding {
  NodeId element = 0;
  bool is_fatal = false;  ///< Not well-formed to Xerces.
  std::string message;
};

/// Validates the document with Xerces-C++, hardened: no document type, no external entity, no
/// schema but those of `schemas`. At most 20 findings are returned.
///
/// Xerces 3.2.4 holds elements that no schema declares, below a lax wildcard, against local
/// declarations of the same name, and confuses the declared elements inside of them. `counts` says
/// of which elements findings are kept; fatal ones always are.
[[nodiscard]] std::vector<XercesFinding> check_with_xerces(
    const SchemaSet& schemas, const Outline& outline, const std::function<bool(NodeId)>& counts);

}  // namespace presentity::detail
