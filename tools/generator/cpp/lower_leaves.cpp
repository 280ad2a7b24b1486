// SPDX-License-Identifier: MIT
#include "generator/cpp/lower_file.hpp"

#include <algorithm>

namespace presentity::generator::cpp {

namespace {

std::string comment_for(const detail::Particle& leaf, const detail::SchemaModel& model) {
  return leaf.kind == detail::Particle::Kind::element
             ? std::string(model.element(leaf.element).name.local)
             : "any";
}

}  // namespace

/// The way from each state of the content model to the member that holds what stands there.
void FileLowering::add_leaves(const StructNode& node, StructBinding& binding) {
  const auto& type = model_.type(node.owner);
  const auto& row = rows_.types[node.owner];
  if (type.content == detail::SchemaType::Content::simple) return;
  if (row.states.count == 0) {
    const auto place = *types_[node.owner].place;
    diagnostics_.push_back({Severity::error, "unsupported-content-model", sources_.position(place),
                            sources_.file(place.file).path, "",
                            "the content of type '" + types_[node.owner].name +
                                "' is too large for tables, or an xs:all",
                            "bind smaller parts, or allow the parts any number of times"});
    return;
  }
  if (row.states.count == 1) return;  // only the start
  const auto& plan = nodes_.plan(node.owner);
  bool is_any_kept = false;
  std::vector<std::vector<unsigned>> element_rows;
  std::vector<std::vector<unsigned>> wild_rows;
  for (auto id = row.states.begin; id < row.states.begin + row.states.count; ++id) {
    const auto* particle = rows_.state_particles[id];
    LeafBinding leaf;
    leaf.is_start = particle == nullptr;
    leaf.comment = particle == nullptr ? "start" : comment_for(*particle, model_);
    if (particle != nullptr) {
      const auto& planned = plan.leaves.at(particle);
      for (const auto& hop : planned.groups) leaf.groups.emplace_back(hop.field, hop.alternative);
      leaf.field = planned.field;
    }
    binding.leaves.push_back(std::move(leaf));
    const auto kept = [&](detail::StateId target) {
      const auto* next = rows_.state_particles[target];
      const auto count = kept_groups(*type.particle, particle, next, plan.leaves.at(next));
      is_any_kept |= count > 0;
      return count;
    };
    const auto& state = rows_.states[id];
    auto& elements = element_rows.emplace_back();
    for (auto edge = state.edges.begin; edge < state.edges.begin + state.edges.count; ++edge) {
      elements.push_back(kept(rows_.edges[edge].target));
    }
    auto& wild = wild_rows.emplace_back();
    for (auto edge = state.wild_edges.begin; edge < state.wild_edges.begin + state.wild_edges.count;
         ++edge) {
      wild.push_back(kept(rows_.wild_edges[edge].target));
    }
  }
  if (!is_any_kept) return;
  binding.kept_groups = std::move(element_rows);
  binding.kept_groups.insert(binding.kept_groups.end(), wild_rows.begin(), wild_rows.end());
}

}  // namespace presentity::generator::cpp
