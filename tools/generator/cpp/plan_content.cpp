// SPDX-License-Identifier: MIT
#include "generator/cpp/plan_content.hpp"

#include <algorithm>

namespace presentity::generator::cpp {
namespace {

using detail::Particle;
using Kind = Particle::Kind;

Occurs occurs_of(const Particle& particle) {
  if (particle.max > 1) return Occurs::many;
  return particle.min == 0 ? Occurs::optional : Occurs::once;
}

Occurs combined(Occurs outer, Occurs inner) { return std::max(outer, inner); }

bool is_leaf(const Particle& particle) {
  return particle.kind == Kind::element || particle.kind == Kind::wildcard;
}

/// The parts that can occur at all.
std::vector<const Particle*> live_parts(const Particle& group) {
  std::vector<const Particle*> parts;
  for (const auto& part : group.particles) {
    const bool is_live = part.max > 0 && (is_leaf(part) || !live_parts(part).empty());
    if (is_live) parts.push_back(&part);
  }
  return parts;
}

class Planner {
 public:
  explicit Planner(const Substitutions& substitutions) : substitutions_(substitutions) {}

  ContentPlan run(const detail::SchemaType& type) {
    plan_.groups.emplace_back();
    if (type.content == detail::SchemaType::Content::mixed) {
      plan_mixed(type);
    } else if (type.particle != nullptr) {
      plan_.groups[0].particle = type.particle;
      add({0, {}}, *type.particle, Occurs::once);
    }
    return std::move(plan_);
  }

 private:
  /// The group that fields are added to, and the way there.
  struct Spot {
    std::size_t group = 0;
    std::vector<PlannedLeaf::Hop> hops;
  };

  std::vector<PlannedField>& fields(const Spot& spot) { return plan_.groups[spot.group].fields; }

  std::vector<PlannedAlternative> alternatives(const Particle& leaf) const {
    return leaf.kind == Kind::element ? substitutions_.of_element(leaf.element)
                                      : substitutions_.of_wildcard(*leaf.wildcard);
  }

  void add(const Spot& spot, const Particle& particle, Occurs outer) {
    if (particle.max == 0) return;
    const auto occurs = combined(outer, occurs_of(particle));
    if (is_leaf(particle)) return add_leaf(spot, particle, occurs);
    const auto parts = live_parts(particle);
    if (parts.size() == 1) return add(spot, *parts.front(), occurs);
    if (parts.empty()) return;
    if (particle.kind == Kind::choice) return add_choice(spot, particle, occurs);
    const bool is_inlined =
        occurs == Occurs::once || (occurs == Occurs::optional && particle.has_empty_content);
    if (is_inlined) {
      for (const auto* part : parts) add(spot, *part, Occurs::once);
      return;
    }
    const auto field = fields(spot).size();
    fields(spot).push_back({occurs, detail::none, false, {}});
    add_parts(new_group(spot, field, particle, true), particle);
  }

  void add_leaf(const Spot& spot, const Particle& leaf, Occurs occurs) {
    plan_.leaves[&leaf] = {spot.hops, fields(spot).size()};
    fields(spot).push_back({occurs, leaf.element, false, alternatives(leaf)});
  }

  void add_parts(const Spot& spot, const Particle& group) {
    for (const auto* part : live_parts(group)) add(spot, *part, Occurs::once);
  }

  /// Adds an alternative to a field, a group for `particle`, and returns the spot inside of it.
  Spot new_group(const Spot& spot, std::size_t field, const Particle& particle, bool is_each) {
    const auto group = plan_.groups.size();
    plan_.groups.push_back({&particle, {}});
    auto& list = fields(spot)[field].alternatives;
    Spot inner{group, spot.hops};
    inner.hops.push_back({field, list.size(), &particle, is_each});
    list.push_back({PlannedAlternative::Kind::group, detail::none, detail::none, group});
    return inner;
  }

  void add_choice(const Spot& spot, const Particle& choice, Occurs occurs) {
    const bool is_optional = occurs == Occurs::once && choice.has_empty_content;
    const auto field = fields(spot).size();
    fields(spot).push_back({is_optional ? Occurs::optional : occurs, detail::none, true, {}});
    for (const auto* part : live_parts(choice)) add_branch(spot, field, *part, Occurs::once);
    move_raw_last(spot, field);
  }

  /// In a repeated choice the bounds of a branch say nothing: its occurrences are more items.
  void add_branch(const Spot& spot, std::size_t field, const Particle& branch, Occurs outer) {
    const bool is_repeated = fields(spot)[field].occurs == Occurs::many;
    const bool is_once = combined(outer, occurs_of(branch)) != Occurs::many;
    const auto parts = live_parts(branch);
    if (!is_leaf(branch) && parts.size() == 1) {
      return add_branch(spot, field, *parts.front(), combined(outer, occurs_of(branch)));
    }
    if (!is_once && !is_repeated) {
      const auto inner = new_group(spot, field, branch, false);
      return add(inner, branch, outer);
    }
    if (is_leaf(branch)) {
      plan_.leaves[&branch] = {spot.hops, field};
      for (const auto& alternative : alternatives(branch)) add_once(spot, field, alternative);
    } else if (branch.kind == Kind::choice) {
      for (const auto* part : parts) add_branch(spot, field, *part, Occurs::once);
    } else {
      add_parts(new_group(spot, field, branch, true), branch);
    }
  }

  void add_once(const Spot& spot, std::size_t field, const PlannedAlternative& alternative) {
    auto& list = fields(spot)[field].alternatives;
    const bool is_new = std::ranges::none_of(list, [&](const PlannedAlternative& other) {
      return other.kind == alternative.kind && other.element == alternative.element &&
             other.type == alternative.type;
    });
    if (is_new) list.push_back(alternative);
  }

  /// "Any other element" is said after those that are known. The paths of groups change with it.
  void move_raw_last(const Spot& spot, std::size_t field) {
    auto& list = fields(spot)[field].alternatives;
    const auto is_raw = [](const PlannedAlternative& alternative) {
      return alternative.kind == PlannedAlternative::Kind::raw;
    };
    const auto raw = std::ranges::find_if(list, is_raw);
    if (raw == list.end()) return;
    const auto index = static_cast<std::size_t>(raw - list.begin());
    std::rotate(raw, raw + 1, list.end());
    const auto depth = spot.hops.size();
    for (auto& [particle, leaf] : plan_.leaves) {
      if (leaf.groups.size() <= depth || !begins_with(leaf.groups, spot.hops)) continue;
      auto& hop = leaf.groups[depth];
      if (hop.field == field && hop.alternative > index) --hop.alternative;
    }
  }

  static bool begins_with(const std::vector<PlannedLeaf::Hop>& hops,
                          const std::vector<PlannedLeaf::Hop>& begin) {
    return std::ranges::equal(
        begin.begin(), begin.end(), hops.begin(),
        hops.begin() + static_cast<std::ptrdiff_t>(begin.size()), {},
        [](const auto& hop) { return std::pair(hop.particle, hop.is_each); },
        [](const auto& hop) { return std::pair(hop.particle, hop.is_each); });
  }

  void plan_mixed(const detail::SchemaType& type) {
    const Spot spot;
    fields(spot).push_back({Occurs::many, detail::none, true, {}});
    add_once(spot, 0, {PlannedAlternative::Kind::text, detail::none, detail::none, 0});
    if (type.particle != nullptr) add_mixed(*type.particle);
    move_raw_last(spot, 0);
  }

  void add_mixed(const Particle& particle) {
    if (particle.max == 0) return;
    if (is_leaf(particle)) {
      plan_.leaves[&particle] = {};
      for (const auto& alternative : alternatives(particle)) add_once({}, 0, alternative);
    }
    for (const auto& part : particle.particles) add_mixed(part);
  }

  const Substitutions& substitutions_;
  ContentPlan plan_;
};

using Path = std::vector<const Particle*>;

bool find_path(const Particle& root, const Particle* wanted, Path& path) {
  path.push_back(&root);
  if (&root == wanted) return true;
  for (const auto& part : root.particles) {
    if (find_path(part, wanted, path)) return true;
  }
  path.pop_back();
  return false;
}

/// How many particles of `path`, from the outside, have an occurrence that holds both ends of the
/// step. If the step begins a new occurrence of the last of them, `is_new`.
struct Common {
  std::size_t count = 0;
  bool is_new = false;
};

Common common_part(const Path& from, const Path& to) {
  std::size_t common = 0;
  while (common < std::min(from.size(), to.size()) && from[common] == to[common]) ++common;
  const bool goes_on = common < from.size() && common < to.size() &&
                       to[common - 1]->kind != Kind::choice && to[common] > from[common];
  if (goes_on || common == 0) return {common, false};
  while (common > 1 && to[common - 1]->max <= 1) --common;
  return {common, true};
}

}  // namespace

ContentPlan plan_content(const detail::SchemaType& type, const Substitutions& substitutions) {
  return Planner(substitutions).run(type);
}

unsigned kept_groups(const Particle& content, const Particle* from, const Particle* to,
                     const PlannedLeaf& leaf) {
  Path path_from;
  Path path_to;
  if (leaf.groups.empty() || from == nullptr || !find_path(content, from, path_from) ||
      !find_path(content, to, path_to)) {
    return 0;
  }
  const auto common = common_part(path_from, path_to);
  unsigned kept = 0;
  for (const auto& hop : leaf.groups) {
    const auto depth =
        static_cast<std::size_t>(std::ranges::find(path_to, hop.particle) - path_to.begin()) + 1;
    const bool is_around = depth < common.count || (depth == common.count && !common.is_new) ||
                           (depth == common.count && !hop.is_each);
    if (!is_around) break;
    ++kept;
  }
  return kept;
}

}  // namespace presentity::generator::cpp
