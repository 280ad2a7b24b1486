// SPDX-License-Identifier: MIT
#pragma once

#include "program/byte_scan.hpp"
#include "program/schema_program.hpp"

#include <presentity/read_limits.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

/// \file
/// Start tags as the schema lets expect them.

namespace presentity::detail {

/// A start tag that is one of the next few in a content model, written the usual way: no prefixes,
/// no declarations, attributes in the order of the schema, values in double quotes and without
/// references. Nothing needs to be looked up to read it.
class ExpectedTag {
 public:
  struct Value {
    std::uint32_t use;  ///< Which of the type's attributes.
    const char* begin;
    const char* end;

    [[nodiscard]] std::string_view text() const noexcept {
      return {begin, static_cast<std::size_t>(end - begin)};
    }
  };

  ExpectedTag(const SchemaProgram& program, const ReadLimits& limits) noexcept
      : program_(program), limits_(limits) {}

  /// Reads the tag that begins at `at`, which is a '<'. Returns false if it is another one.
  /// `namespace_id` is that of names without a prefix.
  bool read(const StateRow& state, NamespaceId namespace_id, const char* at,
            const char* end) noexcept {
    ++at;
    const auto stop = state.edges.begin + std::min(state.edges.count, most_edges);
    for (edge_ = state.edges.begin; edge_ < stop; ++edge_) {
      const auto& edge = program_.edges[edge_];
      const auto* const behind = match(program_.names[edge.name], namespace_id, at, end);
      if (behind == nullptr || !is(*behind, name_end)) continue;
      name_ = {at, static_cast<std::size_t>(behind - at)};
      return read_attributes(program_.types[program_.elements[edge.element].type], behind, end);
    }
    return false;
  }

  [[nodiscard]] std::uint32_t edge() const noexcept { return edge_; }
  [[nodiscard]] std::string_view name() const noexcept { return name_; }
  [[nodiscard]] bool is_empty() const noexcept { return is_empty_; }
  [[nodiscard]] const char* end() const noexcept { return end_; }
  [[nodiscard]] std::span<const Value> values() const noexcept {
    return std::span(values_).first(count_);
  }

 private:
  static constexpr std::uint32_t most_edges = 6;  ///< A look at more takes longer than a search.
  static constexpr std::size_t most_values = 16;

  /// Where a name ends that stands at `at`, or null. At least eight bytes follow it.
  const char* match(const NameRow& name, NamespaceId namespace_id, const char* at,
                    const char* end) const noexcept {
    const auto size = name.local.size();
    if (static_cast<std::size_t>(end - at) < size + 8 || size > limits_.name_bytes) return nullptr;
    if (static_cast<char>(name.key.first & 0xFFU) != *at) return nullptr;
    const bool is_same = name_key_within(at, size) == name.key && name.namespace_id == namespace_id;
    if (!is_same || (size > 16 && std::memcmp(name.local.data(), at, size) != 0)) return nullptr;
    return at + size;
  }

  bool read_attributes(const TypeRow& type, const char* at, const char* end) noexcept {
    const auto uses = program_.attributes.subspan(type.attributes.begin, type.attributes.count);
    std::uint32_t use = 0;
    for (count_ = 0; is(*at, space); ++count_) {
      at = skip_blanks(at + 1, end);
      const char* begin = nullptr;
      while (use < uses.size() && begin == nullptr) {
        begin = match(program_.names[uses[use++].name], 0, at, end);
        if (begin != nullptr && (begin[0] != '=' || begin[1] != '"')) begin = nullptr;
      }
      if (begin == nullptr || count_ == std::min(most_values, limits_.attributes)) return false;
      begin += 2;
      at = skip_plain_value(begin, end, '"');
      values_[count_] = {use - 1, begin, at};
      if (end - at < 2 || *at != '"' || values_[count_].text().size() > limits_.value_bytes) {
        return false;
      }
      ++at;
    }
    is_empty_ = *at == '/';
    if (is_empty_) ++at;
    end_ = at + 1;
    return at != end && *at == '>';
  }

  const SchemaProgram& program_;
  const ReadLimits& limits_;
  std::uint32_t edge_ = 0;
  std::string_view name_;
  bool is_empty_ = false;
  const char* end_ = nullptr;
  std::array<Value, most_values> values_;  ///< Not cleared: most documents are small.
  std::size_t count_ = 0;                  ///< Of those that were read.
};

}  // namespace presentity::detail
