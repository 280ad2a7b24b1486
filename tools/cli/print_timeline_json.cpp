// SPDX-License-Identifier: MIT
#include "cli/json.hpp"
#include "cli/print_timeline.hpp"

#include <ostream>
#include <string>

namespace presentity::cli {
namespace {

using namespace presence;

std::string time_text(TimePoint time) { return to_string(to_date_time(time)); }

Json json_of(const Activity& activity) {
  auto texts = Json::array();
  for (const auto& custom : activity.custom) {
    Json text = {{"text", custom.text}};
    if (custom.lcid) text["lcid"] = *custom.lcid;
    texts.push_back(std::move(text));
  }
  return {{"token", activity.token}, {"custom", std::move(texts)}};
}

Json json_of(const NamedInput& input) {
  return {{"kind", to_string(input.kind)},
          {"container", input.container},
          {"instance", input.instance},
          {"endpointId", input.endpoint_id}};
}

template <class Stretch>
Json span_of(const Stretch& stretch) {
  Json object = {{"begin", time_text(stretch.begin)}};
  if (stretch.end) object["end"] = time_text(*stretch.end);
  object["endedBy"] = to_string(stretch.ended_by);
  return object;
}

Json json_of(const InputStretch& stretch) {
  auto object = span_of(stretch);
  const auto& input = stretch.input;
  object["kind"] = to_string(input.kind);
  object["endpointId"] = input.endpoint_id;
  if (input.availability) object["availability"] = *input.availability;
  auto& activities = object["activities"] = Json::array();
  for (const auto& activity : input.activities) activities.push_back(json_of(activity));
  object["published"] = time_text(input.publish_time);
  if (input.expires_at) object["expires"] = time_text(*input.expires_at);
  return object;
}

Json json_of(const AggregateStretch& stretch) {
  auto object = span_of(stretch);
  if (stretch.ended_with) object["endedWith"] = json_of(*stretch.ended_with);
  object["availability"] = stretch.availability;
  if (stretch.activity) object["activity"] = json_of(*stretch.activity);
  object["display"] = stretch.display;
  if (stretch.winner) object["winner"] = json_of(*stretch.winner);
  object["rule"] = entry_of(stretch.decided_by).id;
  return object;
}

template <class Row>
Json stretches_of(const Row& row) {
  auto stretches = Json::array();
  for (const auto& stretch : row.stretches) stretches.push_back(json_of(stretch));
  return stretches;
}

}  // namespace

void print_timeline_json(std::ostream& out, const Timeline& timeline) {
  Json object = {{"from", time_text(timeline.from)},
                 {"to", time_text(timeline.to)},
                 {"isCut", timeline.is_cut}};
  auto& inputs = object["inputs"] = Json::array();
  for (const auto& row : timeline.inputs) {
    inputs.push_back({{"containers", row.containers},
                      {"instance", row.instance},
                      {"stretches", stretches_of(row)}});
  }
  auto& aggregates = object["aggregates"] = Json::array();
  for (const auto& row : timeline.aggregates) {
    aggregates.push_back({{"container", row.container}, {"stretches", stretches_of(row)}});
  }
  print_json(out, object, 2);
}

}  // namespace presentity::cli
