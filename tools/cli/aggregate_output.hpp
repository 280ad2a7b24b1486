// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/categories.hpp>
#include <presentity/presence/aggregation_explanation.hpp>

#include <iosfwd>
#include <vector>

namespace presentity::cli {

/// What `presentity aggregate` found.
struct AggregateAnswer {
  std::vector<native::categories::CategoryType> publications;
  std::vector<presence::RejectedInput> rejected;
  presence::Explanation explanation;
  std::vector<presence::Difference> differences;  ///< That the changes of --set make.
  std::vector<presence::ContainerId> explained;   ///< Containers to tell about; may be none.
  bool is_hypothetical = false;                   ///< There was a --set.
};

void print_aggregate_text(std::ostream& out, const AggregateAnswer& answer);
void print_aggregate_json(std::ostream& out, const AggregateAnswer& answer);

}  // namespace presentity::cli
