// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/presence/containers.hpp>

#include <string>
#include <utility>

namespace presentity::presence {

/// `container-out-of-range` at `path`: the id is greater than `max_container`.
[[nodiscard]] inline Diagnostic container_out_of_range(std::uint32_t id, std::string path) {
  return {Severity::error,
          "container-out-of-range",
          {},
          std::move(path),
          {},
          "there is no container " + std::to_string(id),
          "container ids are 0 to " + std::to_string(max_container)};
}

}  // namespace presentity::presence
