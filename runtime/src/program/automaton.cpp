// SPDX-License-Identifier: MIT
#include "program/automaton.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace presentity::detail {
namespace {

using States = std::vector<std::size_t>;

/// A part of a content model: where it can begin and end.
struct Fragment {
  States first;
  States last;
  bool is_nullable = true;
};

class Glushkov {
 public:
  explicit Glushkov(std::size_t most) : most_(most) { result_.states.emplace_back(); }

  std::optional<Automaton> run(const Particle& content) {
    const auto whole = occurrences(content);
    connect({0}, whole.first);
    result_.states.front().is_final = whole.is_nullable;
    for (const auto state : whole.last) result_.states[state].is_final = true;
    if (has_failed_) return std::nullopt;
    return std::move(result_);
  }

 private:
  /// The particle as often as its bounds allow: the required occurrences, then those that may
  /// follow, each only behind the one before it. An occurrence that can be empty is not required.
  Fragment occurrences(const Particle& particle) {
    if (particle.max == 0) return {};
    const auto required = particle.has_empty_content ? 0 : particle.min;
    const bool has_limit = particle.max != unbounded;
    const auto copies = has_limit ? particle.max : std::max<std::size_t>(required, 1);
    Fragment whole = once(particle);
    auto previous = whole;
    for (std::size_t i = 1; i < copies && !has_failed_; ++i) {
      auto next = once(particle);
      connect(previous.last, next.first);
      if (i >= required) {
        merge(whole.last, next.last);
      } else {
        whole.last = next.last;
      }
      previous = std::move(next);
    }
    if (!has_limit) connect(previous.last, previous.first);
    whole.is_nullable = required == 0;
    return whole;
  }

  Fragment once(const Particle& particle) {
    switch (particle.kind) {
      case Particle::Kind::sequence:
        return sequence(particle);
      case Particle::Kind::choice:
        return choice(particle);
      case Particle::Kind::all:
        has_failed_ |= particle.particles.size() > 1;
        return sequence(particle);
      default:
        return leaf(particle);
    }
  }

  Fragment leaf(const Particle& particle) {
    const auto state = result_.states.size();
    if (state > most_) {
      has_failed_ = true;
      return {};
    }
    result_.states.push_back({&particle, {}, false});
    return {{state}, {state}, false};
  }

  Fragment sequence(const Particle& particle) {
    Fragment whole;
    for (const auto& part : particle.particles) {
      const auto next = occurrences(part);
      connect(whole.last, next.first);
      if (whole.is_nullable) merge(whole.first, next.first);
      if (next.is_nullable) {
        merge(whole.last, next.last);
      } else {
        whole.last = next.last;
      }
      whole.is_nullable &= next.is_nullable;
    }
    return whole;
  }

  Fragment choice(const Particle& particle) {
    Fragment whole;
    whole.is_nullable = particle.particles.empty();
    for (const auto& part : particle.particles) {
      const auto branch = occurrences(part);
      merge(whole.first, branch.first);
      merge(whole.last, branch.last);
      whole.is_nullable |= branch.is_nullable;
    }
    return whole;
  }

  static void merge(States& states, const States& more) {
    for (const auto state : more) {
      if (std::ranges::find(states, state) == states.end()) states.push_back(state);
    }
  }

  void connect(const States& from, const States& to) {
    for (const auto state : from) {
      auto& follow = result_.states[state].follow;
      const auto before = follow.size();
      merge(follow, to);
      transitions_ += follow.size() - before;
      if (transitions_ > most_ * 64) has_failed_ = true;
      if (has_failed_) return;
    }
  }

  std::size_t most_;
  Automaton result_;
  std::size_t transitions_ = 0;
  bool has_failed_ = false;
};

/// The subset construction, where states are told apart by their particle only: names decide which
/// particle matches, so all that follow with the same particle are one way to go on.
class Determinizer {
 public:
  Determinizer(const Automaton& source, std::size_t most) : source_(source), most_(most) {}

  std::optional<Automaton> run() {
    add({0});
    for (std::size_t state = 0; state < result_.states.size(); ++state) {
      for (auto& [leaf, targets] : targets_of(state)) {
        const auto target = add(std::move(targets));
        result_.states[state].follow.push_back(target);
      }
      if (result_.states.size() > most_) return std::nullopt;
    }
    return std::move(result_);
  }

 private:
  using Targets = std::vector<std::pair<const Particle*, States>>;

  /// Where a set of states leads, in the order of its transitions.
  [[nodiscard]] Targets targets_of(std::size_t state) const {
    Targets targets;
    for (const auto position : *sets_[state]) {
      for (const auto next : source_.states[position].follow) {
        const auto* const leaf = source_.states[next].leaf;
        auto found = std::ranges::find(targets, leaf, &Targets::value_type::first);
        if (found == targets.end()) found = targets.insert(found, {leaf, {}});
        if (std::ranges::find(found->second, next) == found->second.end()) {
          found->second.push_back(next);
        }
      }
    }
    return targets;
  }

  std::size_t add(States set) {
    std::ranges::sort(set);
    const auto [found, is_new] = ids_.try_emplace(std::move(set), result_.states.size());
    if (!is_new) return found->second;
    sets_.push_back(&found->first);
    const auto is_final = std::ranges::any_of(
        found->first, [&](std::size_t position) { return source_.states[position].is_final; });
    result_.states.push_back({source_.states[found->first.front()].leaf, {}, is_final});
    return found->second;
  }

  const Automaton& source_;
  std::size_t most_;
  std::map<States, std::size_t> ids_;
  std::vector<const States*> sets_;  ///< By state; points into `ids_`.
  Automaton result_;
};

bool is_deterministic(const Automaton& automaton) {
  return std::ranges::none_of(automaton.states, [&](const Automaton::State& state) {
    std::vector<const Particle*> leaves;
    for (const auto next : state.follow) leaves.push_back(automaton.states[next].leaf);
    std::ranges::sort(leaves);
    return std::ranges::adjacent_find(leaves) != leaves.end();
  });
}

}  // namespace

std::optional<Automaton> make_automaton(const Particle& content, std::size_t most) {
  auto automaton = Glushkov(most).run(content);
  if (!automaton || is_deterministic(*automaton)) return automaton;
  return Determinizer(*automaton, most).run();
}

}  // namespace presentity::detail
