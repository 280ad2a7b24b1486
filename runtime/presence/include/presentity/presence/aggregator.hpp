// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/aggregation.hpp>
#include <presentity/presence/aggregation_inputs.hpp>
#include <presentity/presence/aggregation_rules.hpp>
#include <presentity/presence/detail/aggregation_records.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// \file
/// Aggregation kept up to date while instances come and go.

namespace presentity::presence {

/// The inputs of one user, and what they come to.
///
/// A value: copies are independent. A few kilobytes for a user with eight endpoints. Each change
/// computes what depends on it; a moment ahead of the clock counts as the clock's. Times must be in
/// the years 1 to 9999.
class Aggregator {
 public:
  explicit Aggregator(TimePoint now,
                      const AggregationPolicy& policy = AggregationPolicy::lync2013());

  /// Adds the input, or replaces the one with its key. Returns whether the result is another.
  bool publish(const Input& input, TimePoint now);

  /// Removes the input with this key, if there is one. Returns whether the result is another.
  bool remove(const InputKey& key, TimePoint now);

  /// Removes what ends with an endpoint, which is compared without regard to case: it signed out.
  /// Returns whether the result is another.
  bool end_endpoint(std::string_view endpoint_id, TimePoint now);

  /// Lets time pass. Returns whether the result is another.
  bool advance(TimePoint now);

  [[nodiscard]] TimePoint now() const noexcept;

  /// The next moment at which the result will be another if nothing is published; nothing if that
  /// never happens.
  [[nodiscard]] std::optional<TimePoint> next_change() const;

  [[nodiscard]] Aggregation result() const;

  /// The availability that watchers of container 300 see if `container` is 3 or 300, and that all
  /// others see if not. Cheaper than `result`.
  [[nodiscard]] std::uint32_t availability(ContainerId container) const noexcept;

  /// The inputs that have not ended, in the order of their keys.
  [[nodiscard]] std::vector<Input> inputs() const;

  [[nodiscard]] const AggregationPolicy& policy() const noexcept { return policy_; }

 private:
  bool update(std::uint8_t parts);
  [[nodiscard]] bool may_change_until(detail::Instant to) const;
  template <class Change>
  bool change(TimePoint now, Change change);

  AggregationPolicy policy_;
  detail::Instant now_;
  std::vector<detail::Record> records_;  // In the order of their keys.
  detail::Results results_;
};

}  // namespace presentity::presence
