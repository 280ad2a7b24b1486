// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_model.hpp>

#include <xercesc/framework/psvi/XSModelGroup.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

/// \file
/// What is found out about particles while they are copied.

namespace presentity::detail {

/// A bound as particles keep it; what is too large for that is no bound.
[[nodiscard]] std::uint32_t count(std::size_t occurrences);

/// Makes one range of two where a group repeats a single part: (a{2,3}){2,2} is a{4,6}. The
/// matcher counts each range for itself and would take three of four as the first occurrence.
/// Ranges with gaps, as of (a{3,4}){1,2}, stay as they are.
void merge_bounds(Particle& group, std::vector<Particle>& parts);

/// Whether one occurrence of the particle may consist of nothing.
[[nodiscard]] bool is_emptiable(const Particle& particle);

[[nodiscard]] Particle::Kind kind_of(xercesc::XSModelGroup& group);

}  // namespace presentity::detail
