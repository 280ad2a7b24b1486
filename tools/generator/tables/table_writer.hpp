// SPDX-License-Identifier: MIT
#pragma once

#include "generator/tables/row_fields.hpp"
#include "generator/tables/row_names.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace presentity::generator {

/// Returns `text` as a string literal of C++, in ASCII.
[[nodiscard]] std::string literal(std::string_view text);

/// Words values as C++ initializers. The rows that a value refers to are collected in arrays, one
/// for each type of row; equal runs of rows are kept once.
class TableWriter {
 public:
  struct Array {
    std::vector<std::string> rows;
    std::map<std::vector<std::string>, std::size_t> places;  ///< Where a run of rows begins.
  };

  template <class Value>
  [[nodiscard]] std::string value(const Value& value) {
    if constexpr (std::is_same_v<Value, std::string_view>) {
      return value.empty() ? "{}" : literal(value) + "sv";
    } else if constexpr (std::is_same_v<Value, bool>) {
      return value ? "true" : "false";
    } else if constexpr (std::is_enum_v<Value>) {
      static_assert(!enumeration_name<Value>.empty(), "give it a name in row_names.hpp");
      return std::string(enumeration_name<Value>) + '(' +
             std::to_string(static_cast<unsigned>(value)) + ')';
    } else if constexpr (std::is_same_v<Value, std::uint32_t>) {
      return value == none ? "none" : std::to_string(value);
    } else if constexpr (std::is_integral_v<Value>) {
      return std::to_string(value) + (std::is_unsigned_v<Value> && sizeof(value) > 4 ? "U" : "");
    } else {
      return aggregate(value);
    }
  }

  template <class Row>
  [[nodiscard]] std::string value(std::span<const Row> rows) {
    if (rows.empty()) return "{}";
    return '{' + place(rows) + ", " + std::to_string(rows.size()) + '}';
  }

  template <class Row, std::size_t Size>
  [[nodiscard]] std::string value(const std::array<Row, Size>& rows) {
    std::string text;
    for (const auto& row : rows) text += (text.empty() ? "{" : ", ") + value(row);
    return text + '}';
  }

  template <class Row>
  [[nodiscard]] std::string value(const Row* const& row) {
    return row == nullptr ? "nullptr" : place(std::span<const Row>(row, 1));
  }

  /// Empty if nothing refers to such rows.
  [[nodiscard]] const std::vector<std::string>& rows(std::string_view array) {
    return arrays_[array].rows;
  }

 private:
  template <class Row>
  std::string aggregate(const Row& row) {
    return std::apply(
        [&](const auto&... field) {
          std::string text;
          ((text += (text.empty() ? "{" : ", ") + value(field)), ...);
          return text + '}';
        },
        fields(row));
  }

  /// Adds the rows to their array, unless they are there, and says where.
  template <class Row>
  std::string place(std::span<const Row> rows) {
    static_assert(!row_name<Row>.array.empty(), "give it a name in row_names.hpp");
    std::vector<std::string> run;
    for (const auto& row : rows) run.push_back(value(row));
    return place(row_name<Row>.array, std::move(run));
  }
  std::string place(std::string_view array, std::vector<std::string> run);

  std::map<std::string_view, Array> arrays_;
};

}  // namespace presentity::generator
