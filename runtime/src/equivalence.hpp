// SPDX-License-Identifier: MIT
#pragma once

#include "assessment.hpp"

#include <string>
#include <vector>

namespace presentity::detail {

/// One of two documents that are compared.
struct Side {
  const Outline& outline;
  const Assessment& assessment;  ///< Says where white space matters and which values are QNames.
};

/// Names what differs, at most 20 sentences; see `Validator::differences`.
[[nodiscard]] std::vector<std::string> find_differences(const SchemaModel& model,
                                                        const Side& before, const Side& after);

}  // namespace presentity::detail
