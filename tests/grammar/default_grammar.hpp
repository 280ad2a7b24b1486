// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// \file
/// The default grammar, applied by the engine, as the tests of this folder look at it.

namespace presentity::testing {

/// What one container is sent.
struct Sent {
  std::string value;        ///< XML.
  std::string expire_type;  ///< `static`, `endpoint`, `user` or `time`.
  std::uint32_t instance = 0;
  bool is_preferred = false;  ///< preferredSelfConsumption.
};

/// By container.
using Sendings = std::map<unsigned, Sent>;

/// Publishes `xml` as instance `instance` of `category` by `schemas/grammars/lync2013.xml`.
/// `expire_type` is what the publisher asks for; empty: nothing. Empty if no rule holds. Throws if
/// the engine refuses for another reason.
[[nodiscard]] Sendings publish(std::string_view category, std::uint32_t instance,
                               std::string_view xml, std::string_view expire_type = {});

/// What a client publishes at its first start, of this category.
[[nodiscard]] Sendings bootstrap(std::string_view category);

}  // namespace presentity::testing
