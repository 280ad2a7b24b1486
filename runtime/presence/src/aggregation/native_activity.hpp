// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/state.hpp>
#include <presentity/presence/aggregation_inputs.hpp>

namespace presentity::presence::detail {

[[nodiscard]] native::state::ActivityType make_activity(const Activity& activity);

}  // namespace presentity::presence::detail
