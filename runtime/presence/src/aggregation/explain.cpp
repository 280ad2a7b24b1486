// SPDX-License-Identifier: MIT
#include "aggregation/compute.hpp"
#include "aggregation/decide.hpp"
#include "aggregation/wording.hpp"

#include <presentity/presence/aggregation_explanation.hpp>
#include <presentity/presence/aggregator.hpp>
#include <presentity/presence/availability.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace presentity::presence {
namespace {

using detail::Decider;
using detail::Record;
using enum AggregationRule;

// Why a state that counts did not win.
AggregationRule outvoting_rule(const Record& record, const Decider& decider) {
  if (decider.winner() == nullptr) return no_machine_offline;
  return record.availability == decider.winner()->availability ? latest_of_equals
                                                               : least_available_wins;
}

Judgement judge(const Record& record, const Decider& decider) {
  Judgement judgement;
  judgement.input = detail::name_input(detail::make_input(record));
  const auto dropped = decider.dropped_by(record);
  if (dropped) {
    judgement.outcome = InputOutcome::dropped;
    judgement.rule = *dropped;
  } else if (!decider.votes(record)) {
    judgement.outcome = InputOutcome::text_only;
    judgement.rule = record.has_availability ? undefined_availability : text_only_states;
  } else if (&record == decider.winner()) {
    judgement.outcome = InputOutcome::won;
    judgement.rule = least_available_wins;
  } else {
    judgement.outcome = InputOutcome::outvoted;
    judgement.rule = outvoting_rule(record, decider);
  }
  judgement.gives_activity = &record == decider.speaker();
  judgement.is_most_active = &record == decider.machine();
  judgement.makes_idle = &record == decider.machine() && decider.is_idle();
  judgement.sets_dnd = decider.sets_dnd(record);
  judgement.voids_older = &record == decider.user();
  return judgement;
}

StateExplanation explain_state(std::span<const Record> records, ContainerId container,
                               const AggregationPolicy& policy, detail::Instant now) {
  const auto states = detail::states_of(records, container);
  const Decider decider(states, policy, now, detail::hours_of(records, policy, now));
  StateExplanation explanation;
  explanation.container = container;
  explanation.availability = decider.availability();
  explanation.is_off_work = decider.is_off_work();
  explanation.decided_by = decider.decided_by();
  for (const auto& record : states) {
    if (&record == decider.winner()) explanation.winner = explanation.judgements.size();
    explanation.judgements.push_back(judge(record, decider));
  }
  return explanation;
}

// Asks what would be and keeps what is another state.
class Questions {
 public:
  Questions(std::span<const Input> inputs, TimePoint now, const AggregationPolicy& policy,
            const Aggregation& is)
      : inputs_(inputs), now_(now), policy_(policy), is_(is) {}

  void ask(ContainerId container, std::string condition, const HypotheticalChange& change,
           std::optional<TimePoint> at = std::nullopt) {
    ask(container, std::move(condition), std::span(&change, 1), at);
  }

  void ask(ContainerId container, std::string condition,
           std::span<const HypotheticalChange> changes, std::optional<TimePoint> at) {
    const auto would_be = what_if(inputs_, now_, changes, policy_, &is_).result;
    const auto& before = state_of(is_, container);
    const auto& after = state_of(would_be, container);
    if (before.availability == after.availability && before.activity == after.activity) return;
    answers_.push_back({container, std::move(condition), after.availability, after.activity, at});
  }

  [[nodiscard]] std::vector<Counterfactual> answers() && { return std::move(answers_); }

 private:
  static const AggregateState& state_of(const Aggregation& aggregation, ContainerId container) {
    return container == first_aggregation_container ? aggregation.first : aggregation.second;
  }

  std::span<const Input> inputs_;
  TimePoint now_;
  AggregationPolicy policy_;
  const Aggregation& is_;
  std::vector<Counterfactual> answers_;
};

// What begins or ends at `moment`, in words.
std::string reason_of(const Explanation& explanation, const StateExplanation& state,
                      TimePoint moment) {
  const auto time = "at " + detail::clock_text(moment, explanation.result.at);
  for (const auto& judgement : state.judgements) {
    if (judgement.input.expires_at == moment) {
      return time + ", when " + detail::name_of(judgement.input) + " ends by itself";
    }
    if (judgement.input.publish_time == moment) {
      return time + ", when " + detail::name_of(judgement.input) + " begins to count";
    }
  }
  return time + ", by the working hours";
}

void ask_about_machines(ContainerId container, TimePoint now, std::span<const Input> inputs,
                        Questions& questions) {
  constexpr std::size_t asked_machines = 8;
  std::size_t machines = 0;
  for (const auto& input : inputs) {
    if (input.kind != InputKind::machine_state || input.container != container) continue;
    if (input.availability == published::available || machines++ == asked_machines) continue;
    auto active = input;
    active.availability = published::available;
    active.publish_time = now;
    questions.ask(container, "if " + detail::name_of(detail::name_input(input)) + " became active",
                  SetInput{active});
  }
}

void ask_about_reset(ContainerId container, TimePoint now, Questions& questions) {
  Input reset;
  reset.kind = InputKind::user_state;
  reset.container = container;
  reset.instance = 0x20000000;
  reset.publish_time = now;
  reset.availability = published::available;
  // A client replaces what was set by hand for a time, too.
  const std::array<HypotheticalChange, 2> changes = {RemoveInput{{container, false, 0x24000000}},
                                                     SetInput{reset}};
  questions.ask(container, "if the user set Available by hand", changes, std::nullopt);
}

void ask_about(const StateExplanation& state, const Explanation& explanation,
               std::span<const Input> inputs, Questions& questions) {
  const auto container = state.container;
  const auto now = explanation.result.at;
  if (state.next_change) {
    questions.ask(container, reason_of(explanation, state, *state.next_change),
                  MoveClock{*state.next_change}, state.next_change);
  }
  if (state.winner) {
    const auto& winner = state.judgements[*state.winner].input;
    questions.ask(container, "if " + detail::name_of(winner) + " were removed",
                  RemoveInput{{container, false, winner.instance}});
  }
  ask_about_machines(container, now, inputs, questions);
  ask_about_reset(container, now, questions);
}

}  // namespace

std::string_view to_string(InputOutcome outcome) noexcept {
  constexpr std::array<std::string_view, 4> names = {"won", "outvoted", "text-only", "dropped"};
  return names[static_cast<std::size_t>(outcome)];
}

Explanation explain(std::span<const Input> inputs, TimePoint now, const AggregationPolicy& policy,
                    const Aggregation* previous) {
  Explanation explanation;
  explanation.policy = policy;
  explanation.result = aggregate(inputs, now, policy, previous);
  const auto records = detail::make_records(inputs);
  const auto instant = detail::to_instant(now);
  explanation.first = explain_state(records, first_aggregation_container, policy, instant);
  explanation.second = explain_state(records, second_aggregation_container, policy, instant);

  detail::Results results;
  detail::compute(records, policy, instant, detail::all_parts, results);
  const auto next = [&](detail::Parts parts) {
    const auto moment = detail::next_difference(records, policy, instant, parts, results);
    return moment ? std::optional(detail::to_time_point(*moment)) : std::nullopt;
  };
  explanation.next_change = next(detail::all_parts);
  explanation.first.next_change = next(static_cast<detail::Parts>(detail::Part::first));
  explanation.second.next_change = next(static_cast<detail::Parts>(detail::Part::second));
  Questions questions(inputs, now, policy, explanation.result);
  ask_about(explanation.first, explanation, inputs, questions);
  ask_about(explanation.second, explanation, inputs, questions);
  explanation.counterfactuals = std::move(questions).answers();
  return explanation;
}

}  // namespace presentity::presence
