// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

/// \file
/// Counts allocations: those of `operator new`, which this program replaces, and those that a C
/// library reports. The program has one thread.

namespace presentity::bench {

inline std::uint64_t allocations = 0;

}  // namespace presentity::bench
