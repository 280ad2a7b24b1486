// SPDX-License-Identifier: MIT
#pragma once

#include "contender.hpp"
#include "samples.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace presentity::bench {

/// Drops the samples that any of the contenders refuses, so that all do the same work, and says on
/// `log` who refuses what.
void drop_refused(std::vector<SampleClass>& classes, const Contenders& contenders,
                  std::ostream& log);

/// Does the contender's job once for each sample of the class.
void pass(const Contender& contender, const SampleClass& samples);

/// Does the contender's job `passes` times for each category value. For callgrind, which can be
/// told to count this function only.
void measured_passes(const Contender& contender, const std::vector<SampleClass>& classes,
                     int passes);

/// Returns the allocations for each category value, after a pass that does not count.
[[nodiscard]] double allocations_of(const Contender& contender,
                                    const std::vector<SampleClass>& classes);

[[nodiscard]] std::size_t value_count(const std::vector<SampleClass>& classes);

}  // namespace presentity::bench
