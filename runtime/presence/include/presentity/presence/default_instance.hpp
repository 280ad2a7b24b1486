// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/categories.hpp>
#include <presentity/native/richPresence.hpp>
#include <presentity/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// \file
/// How a client numbers and ends what it publishes, told by the value.
///
/// Sources: presence-data-source-and-category-instance-id;
/// publication-behaviors-of-category-instances; protocol-facts section 4.

namespace presentity::presence {

/// What ids are made of. Empty: not known.
struct InstanceKeys {
  std::string gruu;     ///< Of the endpoint.
  std::string mailbox;  ///< Of the user. A value that names its mailbox comes first.
};

/// How a client publishes a value.
struct DefaultInstance {
  std::uint32_t id = 0;
  native::rich_presence::ExpireTypeEnum expire_type =
      native::rich_presence::ExpireTypeEnum::static_;
  std::uint32_t expires = 0;  ///< Seconds, if they are documented; else 0.
};

/// Returns how Lync 2013 numbers and ends `document`, a valid value of `category`, or why that
/// cannot be told: one sentence.
[[nodiscard]] Result<DefaultInstance, std::string> default_instance(
    std::string_view document, std::string_view category, const InstanceKeys& keys,
    const CategoryRegistry& registry);

}  // namespace presentity::presence
