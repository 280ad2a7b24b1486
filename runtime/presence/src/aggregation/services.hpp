// SPDX-License-Identifier: MIT
#pragma once

#include "aggregation/decide.hpp"

#include <presentity/presence/aggregation_rules.hpp>
#include <presentity/presence/detail/aggregation_records.hpp>

#include <span>
#include <string_view>

namespace presentity::presence::detail {

/// Merges what the devices of container 2 can do into `results`. `states` are those that `decider`
/// looks at.
void merge_services(std::span<const Record> devices, std::span<const Record> states,
                    const Decider& decider, const AggregationPolicy& policy, Results& results);

/// Whether the address of a service is that of presence, `sip:`; others are of calendars.
[[nodiscard]] bool is_presence_service(std::string_view uri) noexcept;

}  // namespace presentity::presence::detail
