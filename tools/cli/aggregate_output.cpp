// SPDX-License-Identifier: MIT
#include "cli/aggregate_output.hpp"

#include "cli/json.hpp"
#include "cli/print_text.hpp"
#include "cli/terminal_text.hpp"

#include <presentity/presence/aggregation_rules.hpp>
#include <presentity/presence/availability.hpp>

#include <ostream>
#include <sstream>
#include <string>

namespace presentity::cli {
namespace {

using namespace presence;

std::string availability_text(std::uint32_t availability) {
  return std::string(availability_range(availability_class(availability)).name) + " (" +
         std::to_string(availability) + ")";
}

std::string time_text(TimePoint time) { return to_string(to_date_time(time)); }

std::string activity_text(const std::optional<Activity>& activity) {
  if (!activity) return {};
  if (!activity->token.empty() || activity->custom.empty()) return activity->token;
  return activity->custom.front().text;
}

std::vector<std::string> row_of(std::string containers, const AggregateState& state) {
  auto text = availability_text(state.availability);
  const auto add = [&](std::string_view label, const std::string& part) {
    if (!part.empty()) text += ", " + std::string(label) + terminal_text(part);
  };
  add("", activity_text(state.activity));
  add("location ", state.place.location.value_or(""));
  add("device ", state.place.device.value_or(""));
  if (state.last_active) add("last active ", time_text(*state.last_active));
  return {std::move(containers), std::move(text)};
}

void print_state(std::ostream& out, const Aggregation& result) {
  AggregateState external;
  external.availability = result.first.availability;
  out << "At " << time_text(result.at) << ":\n";
  print_table(out, {{"container", "state"},
                    row_of("2, 200, 400", result.first),
                    row_of("100", external),
                    row_of("3, 300", result.second)});
}

void print_accounts(std::ostream& out, const AggregateAnswer& answer) {
  for (const auto container : answer.explained) {
    out << '\n';
    std::istringstream lines(account(answer.explanation, container));
    for (std::string line; std::getline(lines, line);) out << terminal_text(line) << '\n';
  }
}

Json json_of(const Judgement& judgement) {
  const auto& input = judgement.input;
  Json object = {{"kind", to_string(input.kind)},
                 {"instance", input.instance},
                 {"endpointId", input.endpoint_id},
                 {"published", time_text(input.publish_time)}};
  if (input.expires_at) object["expires"] = time_text(*input.expires_at);
  if (input.availability) object["availability"] = *input.availability;
  object["outcome"] = to_string(judgement.outcome);
  object["rule"] = entry_of(judgement.rule).id;
  object["givesActivity"] = judgement.gives_activity;
  object["isMostActive"] = judgement.is_most_active;
  object["makesIdle"] = judgement.makes_idle;
  object["setsDnd"] = judgement.sets_dnd;
  return object;
}

Json json_of(const StateExplanation& state) {
  Json object = {{"container", state.container},
                 {"availability", state.availability},
                 {"decidedBy", entry_of(state.decided_by).id},
                 {"offWork", state.is_off_work}};
  if (state.winner) object["winner"] = *state.winner;
  if (state.next_change) object["nextChange"] = time_text(*state.next_change);
  auto states = Json::array();
  for (const auto& judgement : state.judgements) states.push_back(json_of(judgement));
  object["states"] = std::move(states);
  return object;
}

Json json_of(const Counterfactual& other) {
  Json object = {{"container", other.container},
                 {"condition", other.condition},
                 {"availability", other.availability},
                 {"activity", activity_text(other.activity)}};
  if (other.at) object["at"] = time_text(*other.at);
  return object;
}

Json json_of(const Explanation& explanation) {
  auto others = Json::array();
  for (const auto& other : explanation.counterfactuals) others.push_back(json_of(other));
  return {{"states", {json_of(explanation.first), json_of(explanation.second)}},
          {"wouldBe", std::move(others)}};
}

Json json_of(const native::categories::CategoryType& publication) {
  return {{"category", publication.name},
          {"instance", publication.instance.value_or(0)},
          {"container", publication.container.value_or(0)},
          {"expireType", publication.expire_type ? publication.expire_type->text() : ""},
          {"xml", publication.any ? publication.any->xml : ""}};
}

}  // namespace

void print_aggregate_text(std::ostream& out, const AggregateAnswer& answer) {
  print_state(out, answer.explanation.result);
  if (answer.is_hypothetical) {
    out << "\nWhat --set changes:" << (answer.differences.empty() ? " nothing" : "") << '\n';
    for (const auto& difference : answer.differences) {
      out << "  container " << difference.container << ", " << difference.what << ": "
          << terminal_text(difference.before.empty() ? "none" : difference.before) << " -> "
          << terminal_text(difference.after.empty() ? "none" : difference.after) << '\n';
    }
  }
  print_accounts(out, answer);
}

void print_aggregate_json(std::ostream& out, const AggregateAnswer& answer) {
  Json object = {{"at", time_text(answer.explanation.result.at)}};
  if (answer.explanation.next_change) {
    object["nextChange"] = time_text(*answer.explanation.next_change);
  }
  auto& publications = object["publications"] = Json::array();
  for (const auto& publication : answer.publications) publications.push_back(json_of(publication));
  auto& rejected = object["rejected"] = Json::array();
  for (const auto& input : answer.rejected) {
    rejected.push_back({{"name", input.name}, {"reason", input.reason}});
  }
  if (answer.is_hypothetical) {
    auto& differences = object["differences"] = Json::array();
    for (const auto& difference : answer.differences) {
      differences.push_back({{"container", difference.container},
                             {"what", difference.what},
                             {"before", difference.before},
                             {"after", difference.after}});
    }
  }
  if (!answer.explained.empty()) object["explanation"] = json_of(answer.explanation);
  print_json(out, object, 2);
}

}  // namespace presentity::cli
