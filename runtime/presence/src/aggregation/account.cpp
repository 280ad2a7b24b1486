// SPDX-License-Identifier: MIT
#include "aggregation/wording.hpp"

#include <presentity/presence/aggregation_explanation.hpp>

namespace presentity::presence {
namespace {

using detail::name_of;

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

// Tells the story of one container.
class Account {
 public:
  Account(const Explanation& explanation, const StateExplanation& state,
          const AggregateState& result)
      : explanation_(explanation), state_(state), result_(result) {}

  [[nodiscard]] std::string tell(ContainerId container) {
    text_ = "Watchers of container " + std::to_string(container) + " see " +
            name_of(result_.availability, shown_activity(container)) + " at " +
            detail::clock_text(explanation_.result.at) + " UTC.\n";
    tell_winner();
    tell_activity();
    tell_list("It counted, but did not decide:", InputOutcome::outvoted);
    tell_list("It only says what the user does:", InputOutcome::text_only);
    tell_dropped();
    tell_counterfactuals();
    return text_;
  }

 private:
  // Container 100 shows no activity.
  [[nodiscard]] std::optional<Activity> shown_activity(ContainerId container) const {
    constexpr ContainerId external = 100;
    return container == external ? std::nullopt : result_.activity;
  }

  [[nodiscard]] std::string describe(const NamedInput& input) const {
    auto text = name_of(input);
    if (input.availability) text += ", " + name_of(*input.availability);
    text += ", published " + clock(input.publish_time);
    if (input.expires_at) text += ", ends " + clock(*input.expires_at);
    return text;
  }

  [[nodiscard]] std::string clock(TimePoint time) const {
    return detail::clock_text(time, explanation_.result.at);
  }

  void line(const std::string& text) { text_ += text + "\n"; }

  void tell_winner() {
    if (!state_.winner) {
      line("No machine state counts: nobody is signed in. (" +
           std::string(entry_of(AggregationRule::no_machine_offline).id) + ")");
      return;
    }
    const auto& winner = state_.judgements[*state_.winner].input;
    const bool by_availability = explanation_.policy.has(AggregationRule::least_available_wins);
    line(capitalized(describe(winner)) + ", decides: of all that counts it " +
         (by_availability ? "is the least available." : "was published last.") + " (" +
         std::string(entry_of(AggregationRule::least_available_wins).id) + ")");
    if (state_.decided_by == AggregationRule::busy_idle) {
      line("The most active computer is idle, which makes it Busy - Idle. (" +
           std::string(entry_of(AggregationRule::busy_idle).id) + ")");
    }
  }

  void tell_activity() {
    if (state_.is_off_work) line("It is outside the working hours. (off-work)");
    for (const auto& judgement : state_.judgements) {
      if (!judgement.gives_activity || judgement.outcome == InputOutcome::won) continue;
      line("What the user does is said by " + name_of(judgement.input) + ".");
    }
    if (result_.last_active) line("Last active: " + clock(*result_.last_active) + ".");
  }

  void tell_list(std::string_view heading, InputOutcome outcome) {
    bool is_first = true;
    for (const auto& judgement : state_.judgements) {
      if (judgement.outcome != outcome) continue;
      if (is_first) line(std::string(heading));
      is_first = false;
      line("  " + describe(judgement.input));
    }
  }

  void tell_dropped() {
    bool is_first = true;
    for (const auto& judgement : state_.judgements) {
      if (judgement.outcome != InputOutcome::dropped) continue;
      if (is_first) line("It did not count:");
      is_first = false;
      const auto& rule = entry_of(judgement.rule);
      line("  " + describe(judgement.input));
      line("    " + std::string(rule.sentence) + " (" + std::string(rule.id) + ")");
    }
  }

  void tell_counterfactuals() {
    bool is_first = true;
    for (const auto& other : explanation_.counterfactuals) {
      if (other.container != state_.container) continue;
      if (is_first) line("What would change it:");
      is_first = false;
      line("  " + capitalized(other.condition) + ": " +
           name_of(other.availability, other.activity));
    }
    if (!state_.next_change) line("It does not change by itself.");
  }

  const Explanation& explanation_;
  const StateExplanation& state_;
  const AggregateState& result_;
  std::string text_;
};

}  // namespace

std::string account(const Explanation& explanation, ContainerId container) {
  constexpr ContainerId workgroup = 300;
  const bool is_second = container == second_aggregation_container || container == workgroup;
  return Account(explanation, is_second ? explanation.second : explanation.first,
                 is_second ? explanation.result.second : explanation.result.first)
      .tell(container);
}

}  // namespace presentity::presence
