// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presentity::detail {

/// Keeps the rows and strings that the views of a model made in memory refer to.
class RowStore {
 public:
  /// Returns a view of a copy; equal strings share one.
  std::string_view keep(std::string_view text) { return *strings_.emplace(text).first; }

  template <class Row>
  std::span<const Row> keep(std::vector<Row> rows) {
    if (rows.empty()) return {};
    auto kept = std::make_shared<const std::vector<Row>>(std::move(rows));
    kept_.push_back(kept);
    return *kept;
  }

  /// The only row of its kind.
  template <class Row>
  const Row* keep_row(Row row) {
    return keep(std::vector<Row>{std::move(row)}).data();
  }

 private:
  std::set<std::string, std::less<>> strings_;  // a set: what it holds does not move
  std::vector<std::shared_ptr<const void>> kept_;
};

}  // namespace presentity::detail
