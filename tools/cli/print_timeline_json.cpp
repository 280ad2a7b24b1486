// SPDX-License-Identifier: MIT
#include "cli/print_timeline.hpp"

#include <nlohmann/json.hpp>

#include <ostream>
#include <string>

namespace presentity::cli {
namespace {

using namespace presence;
using nlohmann::ordered_json;

std::string time_text(TimePoint time) { return to_string(to_date_time(time)); }

ordered_json json_of(const Activity& activity) {
  auto texts = ordered_json::array();
  for (const auto& custom : activity.custom) {
    ordered_json text = {{"text", custom.text}};
    if (custom.lcid) text["lcid"] = *custom.lcid;
    texts.push_back(std::move(text));
  }
  return {{"token", activity.token}, {"custom", std::move(texts)}};
}

ordered_json json_of(const NamedInput& input) {
  return {{"kind", to_string(input.kind)},
          {"container", input.container},
          {"instance", input.instance},
          {"endpointId", input.endpoint_id}};
}

template <class Stretch>
ordered_json span_of(const Stretch& stretch) {
  ordered_json object = {{"begin", time_text(stretch.begin)}};
  if (stretch.end) object["end"] = time_text(*stretch.end);
  object["endedBy"] = to_string(stretch.ended_by);
  return object;
}

ordered_json json_of(const InputStretch& stretch) {
  auto object = span_of(stretch);
  const auto& input = stretch.input;
  object["kind"] = to_string(input.kind);
  object["endpointId"] = input.endpoint_id;
  if (input.availability) object["availability"] = *input.availability;
  auto& activities = object["activities"] = ordered_json::array();
  for (const auto& activity : input.activities) activities.push_back(json_of(activity));
  object["published"] = time_text(input.publish_time);
  if (input.expires_at) object["expires"] = time_text(*input.expires_at);
  return object;
}

ordered_json json_of(const AggregateStretch& stretch) {
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
ordered_json stretches_of(const Row& row) {
  auto stretches = ordered_json::array();
  for (const auto& stretch : row.stretches) stretches.push_back(json_of(stretch));
  return stretches;
}

}  // namespace

void print_timeline_json(std::ostream& out, const Timeline& timeline) {
  ordered_json object = {{"from", time_text(timeline.from)},
                         {"to", time_text(timeline.to)},
                         {"isCut", timeline.is_cut}};
  auto& inputs = object["inputs"] = ordered_json::array();
  for (const auto& row : timeline.inputs) {
    inputs.push_back({{"containers", row.containers},
                      {"instance", row.instance},
                      {"stretches", stretches_of(row)}});
  }
  auto& aggregates = object["aggregates"] = ordered_json::array();
  for (const auto& row : timeline.aggregates) {
    aggregates.push_back({{"container", row.container}, {"stretches", stretches_of(row)}});
  }
  out << object.dump(2, ' ', true, ordered_json::error_handler_t::replace) << '\n';
}

}  // namespace presentity::cli
