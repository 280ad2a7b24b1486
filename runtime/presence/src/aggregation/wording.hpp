// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/aggregation_explanation.hpp>

#include <string>

namespace presentity::presence::detail {

/// `Busy (6500)`.
[[nodiscard]] std::string name_of(std::uint32_t availability);

/// `Busy (6500), on-the-phone`.
[[nodiscard]] std::string name_of(std::uint32_t availability,
                                  const std::optional<Activity>& activity);

/// `on-the-phone`, or the first text; empty if there is none.
[[nodiscard]] std::string name_of(const std::optional<Activity>& activity);

/// The input, as explanations name it.
[[nodiscard]] NamedInput name_input(const Input& input);

/// `the machine state of pc`; a user state is `the status set by hand`.
[[nodiscard]] std::string name_of(const NamedInput& input);

/// `2013-06-03 12:00`, with seconds if there are any; without the date if it is that of `today`.
[[nodiscard]] std::string clock_text(TimePoint time, TimePoint today);
[[nodiscard]] std::string clock_text(TimePoint time);

}  // namespace presentity::presence::detail
