// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_model.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace presentity::detail {

/// A content model as an automaton: state 0 is the start, every other state is an occurrence of a
/// leaf particle that has just been matched.
///
/// Made by Glushkov's construction, occurrences written out, and then made deterministic: a count
/// like that of `(a{1,2}, b?){2}` leaves open which occurrence an element belongs to. Under Unique
/// Particle Attribution at most one particle matches in each state, and then in one way.
struct Automaton {
  struct State {
    const Particle* leaf = nullptr;   ///< Null for the start.
    std::vector<std::size_t> follow;  ///< States that may come next.
    bool is_final = false;
  };
  std::vector<State> states;
};

/// Nothing if the automaton would have more than `most` states or 64 times as many transitions, or
/// if the content is an `xs:all` with several particles.
[[nodiscard]] std::optional<Automaton> make_automaton(const Particle& content,
                                                      std::size_t most = 10'000);

}  // namespace presentity::detail
