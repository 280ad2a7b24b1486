// SPDX-License-Identifier: MIT
#include "particle_facts.hpp"

#include <algorithm>

namespace presentity::detail {

std::uint32_t count(std::size_t occurrences) {
  return static_cast<std::uint32_t>(std::min<std::size_t>(occurrences, unbounded));
}

void merge_bounds(Particle& group, std::vector<Particle>& parts) {
  if (parts.size() != 1 || !parts.front().particles.empty() || group.max < 2) return;
  auto& part = parts.front();
  const bool is_leaf =
      part.kind == Particle::Kind::element || part.kind == Particle::Kind::wildcard;
  const auto fewest = std::max<std::size_t>(group.min, 1);
  const bool has_gap = part.max != unbounded && fewest < group.max &&
                       fewest * part.max + 1 < (fewest + 1) * part.min;
  if (!is_leaf || has_gap || part.max == 0) return;
  const bool has_limit = part.max != unbounded && group.max != unbounded;
  part.min = count(part.min * fewest);
  part.max = count(has_limit ? std::size_t{part.max} * group.max : unbounded);
  group.min = std::min<std::uint32_t>(group.min, 1);
  group.max = 1;
}

bool is_emptiable(const Particle& particle) {
  const auto can_be_absent = [](const Particle& part) { return part.is_optional(); };
  switch (particle.kind) {
    case Particle::Kind::element:
    case Particle::Kind::wildcard:
      return false;
    case Particle::Kind::choice:
      return particle.particles.empty() || std::ranges::any_of(particle.particles, can_be_absent);
    default:
      return std::ranges::all_of(particle.particles, can_be_absent);
  }
}

Particle::Kind kind_of(xercesc::XSModelGroup& group) {
  switch (group.getCompositor()) {
    case xercesc::XSModelGroup::COMPOSITOR_CHOICE:
      return Particle::Kind::choice;
    case xercesc::XSModelGroup::COMPOSITOR_ALL:
      return Particle::Kind::all;
    default:
      return Particle::Kind::sequence;
  }
}

}  // namespace presentity::detail
