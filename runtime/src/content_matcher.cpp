// SPDX-License-Identifier: MIT
#include "content_matcher.hpp"

#include <algorithm>
#include <utility>

namespace presentity::detail {
namespace {

bool is_leaf(const Particle& particle) {
  return particle.kind == Particle::Kind::element || particle.kind == Particle::Kind::wildcard;
}

template <class Visit>
void for_each_leaf(const Particle& particle, const Visit& visit) {
  if (is_leaf(particle)) visit(particle);
  for (const auto& part : particle.particles) for_each_leaf(part, visit);
}

}  // namespace

ContentMatcher::ContentMatcher(const SchemaModel& model, const Particle* content)
    : model_(&model), content_(content) {}

ElementId ContentMatcher::match_element(const Particle& particle, std::string_view namespace_uri,
                                        std::string_view local) const {
  if (particle.kind != Particle::Kind::element) return none;
  const auto has_name = [&](ElementId id) {
    const auto& name = model_->element(id).name;
    return name.local == local && name.namespace_uri == namespace_uri;
  };
  if (has_name(particle.element)) return particle.element;
  const auto& substitutes = model_->element(particle.element).substitutes;
  const auto found = std::ranges::find_if(substitutes, has_name);
  return found == substitutes.end() ? none : *found;
}

ContentMatcher::Match ContentMatcher::advance(std::string_view namespace_uri,
                                              std::string_view local, bool lenient) {
  Match match;
  const auto visit = [&](const Particle& particle) {
    match.element = match_element(particle, namespace_uri, local);
    const bool is_match =
        match.element != none || (!lenient && particle.kind == Particle::Kind::wildcard &&
                                  particle.wildcard->allows(namespace_uri));
    if (is_match) match.particle = &particle;
    return is_match;
  };
  auto frames = frames_;
  bool at_end = false;
  if (!walk(frames, visit, lenient, at_end)) return {};
  frames_ = std::move(frames);
  has_started_ = true;
  return match;
}

bool ContentMatcher::is_complete() const {
  auto frames = frames_;
  bool at_end = false;
  walk(
      frames, [](const Particle&) { return false; }, false, at_end);
  return at_end;
}

std::vector<const Particle*> ContentMatcher::expected() const {
  std::vector<const Particle*> particles;
  auto frames = frames_;
  bool at_end = false;
  const auto note = [&](const Particle& particle) {
    particles.push_back(&particle);
    return false;
  };
  walk(frames, note, false, at_end);
  return particles;
}

ElementId ContentMatcher::find_anywhere(std::string_view namespace_uri,
                                        std::string_view local) const {
  ElementId found = none;
  if (content_ == nullptr) return found;
  for_each_leaf(*content_, [&](const Particle& particle) {
    if (found == none) found = match_element(particle, namespace_uri, local);
  });
  return found;
}

std::vector<std::string> ContentMatcher::all_names() const {
  std::vector<std::string> names;
  if (content_ == nullptr) return names;
  for_each_leaf(*content_, [&](const Particle& particle) {
    if (particle.kind != Particle::Kind::element) return;
    names.emplace_back(model_->element(particle.element).name.local);
  });
  return names;
}

bool ContentMatcher::walk(Frames& frames, const Visit& visit, bool lenient, bool& at_end) const {
  at_end = content_ == nullptr;
  if (content_ == nullptr) return false;
  if (has_started_) return step(frames, visit, lenient, at_end);
  if (open(frames, *content_, visit, lenient)) return true;
  at_end = content_->is_optional();
  return false;
}

bool ContentMatcher::step(Frames& frames, const Visit& visit, bool lenient, bool& at_end) {
  at_end = false;
  while (!frames.empty()) {
    const auto& particle = *frames.back().particle;
    if (is_leaf(particle)) {
      if (frames.back().count < particle.max && visit(particle)) {
        ++frames.back().count;
        return true;
      }
      if (frames.back().count < particle.min && !lenient) return false;
    } else {
      bool may_leave = false;
      if (continue_occurrence(frames, visit, lenient, may_leave)) return true;
      if (!may_leave) return false;
    }
    frames.pop_back();
  }
  at_end = true;
  return false;
}

/// The part at `index` of the group on top has been matched: goes on behind it, then with the
/// group's next occurrence.
bool ContentMatcher::continue_occurrence(Frames& frames, const Visit& visit, bool lenient,
                                         bool& may_leave) {
  const auto& particle = *frames.back().particle;
  bool passed_all = true;
  if (particle.kind == Particle::Kind::sequence) {
    if (open_from(frames, frames.back().index + 1, visit, lenient, passed_all)) return true;
  } else if (particle.kind == Particle::Kind::all) {
    frames.back().used[frames.back().index] = true;
    if (open_from(frames, 0, visit, lenient, passed_all)) return true;
  }
  if (!passed_all) return false;

  const auto count = frames.back().count + 1;
  if (count < particle.max) {
    const auto before = frames.back();
    frames.back().count = count;
    frames.back().used.assign(frames.back().used.size(), false);
    if (begin_occurrence(frames, visit, lenient)) return true;
    frames.back() = before;
  }
  may_leave = count >= particle.min || particle.has_empty_content || lenient;
  return false;
}

bool ContentMatcher::open(Frames& frames, const Particle& particle, const Visit& visit,
                          bool lenient) {
  if (particle.max == 0) return false;
  if (is_leaf(particle)) {
    if (!visit(particle)) return false;
    frames.push_back({&particle, 1, 0, {}});
    return true;
  }
  frames.push_back(
      {&particle, 0, 0,
       std::vector<bool>(particle.kind == Particle::Kind::all ? particle.particles.size() : 0)});
  if (begin_occurrence(frames, visit, lenient)) return true;
  frames.pop_back();
  return false;
}

bool ContentMatcher::begin_occurrence(Frames& frames, const Visit& visit, bool lenient) {
  bool passed_all = false;
  return open_from(frames, 0, visit, lenient, passed_all);
}

/// Opens one of the parts of the group on top, from `first` on. A sequence stops at a part that
/// must be there.
bool ContentMatcher::open_from(Frames& frames, std::size_t first, const Visit& visit, bool lenient,
                               bool& passed_all) {
  const auto top = frames.size() - 1;
  const auto& particle = *frames[top].particle;
  passed_all = true;
  for (auto i = first; i < particle.particles.size(); ++i) {
    const auto& part = particle.particles[i];
    if (particle.kind == Particle::Kind::all && frames[top].used[i]) continue;
    const auto index = std::exchange(frames[top].index, i);
    if (open(frames, part, visit, lenient)) return true;
    frames[top].index = index;
    if (part.is_optional() || lenient || particle.kind == Particle::Kind::choice) continue;
    passed_all = false;
    if (particle.kind == Particle::Kind::sequence) return false;
  }
  return false;
}

}  // namespace presentity::detail
