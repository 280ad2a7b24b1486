// SPDX-License-Identifier: MIT
#include "scenario.hpp"

#include <presentity/native/legacyInterop.hpp>
#include <presentity/native/service.hpp>
#include <presentity/native/state.hpp>
#include <presentity/presence/aggregator.hpp>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace presentity::presence::test {
namespace {

namespace ns = native::state;
using native::categories::CategoryType;

struct Run {
  Inputs inputs;
  Aggregation aggregation;
};

Run run(const Scenario& scenario, const AggregationPolicy& policy) {
  Run result;
  result.inputs = read_inputs(scenario.published);
  const Aggregation* previous = nullptr;
  Aggregation earlier;
  for (const auto moment : scenario.before) {
    earlier = aggregate(result.inputs.inputs, moment, policy, previous);
    previous = &earlier;
  }
  result.aggregation = aggregate(result.inputs.inputs, scenario.now, policy, previous);
  return result;
}

std::string location_text(const ns::EndpointLocationEnumEx& location) {
  if (const auto* const token = std::get_if<ns::EndpointLocationEnum>(&location)) {
    return std::string(ns::to_string(*token));
  }
  return std::get<std::string>(location);
}

void describe_activity(std::ostream& out, const ns::ActivityType& activity) {
  if (activity.token) out << ' ' << activity.token->text();
  if (activity.min_availability) out << " from " << *activity.min_availability;
  if (activity.max_availability) out << " to " << *activity.max_availability;
  for (const auto& custom : activity.custom) {
    out << ' ' << custom.lcid.value_or(0) << "='" << custom.value << "'";
  }
}

void describe_extension(std::ostream& out, const ns::DelimiterGroupAny& child) {
  if (const auto* const bias = std::get_if<ns::TimeZoneBias>(&child))
    out << " zone=" << bias->value;
  if (const auto* const name = std::get_if<ns::TimeZoneName>(&child))
    out << ",'" << name->value << "'";
  if (const auto* const name = std::get_if<ns::TimeZoneAbbreviation>(&child)) {
    out << ",'" << name->value << "'";
  }
  if (const auto* const device = std::get_if<ns::Device>(&child)) {
    out << " device=" << device->value.text();
  }
}

std::string describe(const ns::AggregateState& state) {
  std::ostringstream out;
  out << state.availability.value();
  for (const auto& activity : state.activity) describe_activity(out, activity);
  if (state.endpoint_location)
    out << " location='" << location_text(*state.endpoint_location) << "'";
  for (const auto& group : state.delimiter_group) {
    for (const auto& child : group.any) describe_extension(out, child);
  }
  if (state.last_active) out << " last=" << clock_text(*to_instant(*state.last_active));
  return out.str();
}

std::string describe_state(const std::string& xml) {
  const auto value = ns::read_state(xml);
  if (const auto* const aggregate = std::get_if<ns::AggregateState>(&*value)) {
    return describe(*aggregate);
  }
  if (const auto* const machine = std::get_if<ns::AggregateMachineState>(&*value)) {
    return std::to_string(machine->availability.value()) + " " + machine->endpoint_id;
  }
  const auto& user = std::get<ns::UserState>(*value);
  return user.availability ? std::to_string(*user.availability) : "empty";
}

void describe_capability(std::ostream& out, const native::service::CapabilitiesTypeChoice& choice) {
  const auto xml_name = [&] {
    return to_string(std::visit(
        []<class Choice>(const Choice&) {
          namespace nv = native::service;
          using enum CapabilityKind;
          if constexpr (std::is_same_v<Choice, nv::Text>) return text;
          if constexpr (std::is_same_v<Choice, nv::Voice>) return voice;
          if constexpr (std::is_same_v<Choice, nv::Video>) return video;
          if constexpr (std::is_same_v<Choice, nv::GifInk>) return gif_ink;
          if constexpr (std::is_same_v<Choice, nv::IsfInk>) return isf_ink;
          if constexpr (std::is_same_v<Choice, nv::ApplicationSharing>) return application_sharing;
          if constexpr (std::is_same_v<Choice, nv::ConfInvite>) return conf_invite;
          if constexpr (std::is_same_v<Choice, nv::Breakthrough>) return breakthrough;
          if constexpr (std::is_same_v<Choice, nv::Ucs>) return ucs;
          if constexpr (std::is_same_v<Choice, nv::ContainerIntegrity>) return container_integrity;
          if constexpr (std::is_same_v<Choice, nv::ContentWhiteboard>) return content_whiteboard;
          if constexpr (std::is_same_v<Choice, nv::ContentPoll>) return content_poll;
          if constexpr (std::is_same_v<Choice, nv::ContentPowerPoint>) return content_power_point;
          if constexpr (std::is_same_v<Choice, nv::ContentNativeFile>) return content_native_file;
          if constexpr (std::is_same_v<Choice, nv::Calendar>) return calendar;
          if constexpr (std::is_same_v<Choice, nv::RemoteCallControl>) return remote_call_control;
          return cccp;
        },
        choice));
  };
  const auto& value = std::visit(
      [](const auto& held) -> const auto& { return held.value; }, choice);
  out << ' ' << xml_name() << ':';
  if (value.render.value()) out << 'r';
  if (value.capture.value()) out << 'c';
  if (value.publish && *value.publish) out << 'p';
  if (value.version) out << '/' << *value.version;
  if (value.preferred_endpoint_id) out << '@' << *value.preferred_endpoint_id;
  out << '=' << value.device_availability.value();
}

std::string describe_services(const std::string& xml) {
  std::ostringstream out;
  const auto services = native::service::read_services(xml);
  for (const auto& service : services->service) {
    out << (out.str().empty() ? "" : " ") << service.uri;
    for (const auto& choice : service.capabilities->choice) describe_capability(out, choice);
  }
  return out.str().empty() ? "empty" : out.str();
}

std::string describe_value(const CategoryType& publication) {
  const auto& xml = publication.any->xml;
  if (publication.name == "services") return describe_services(xml);
  if (publication.name != "legacyInterop") return describe_state(xml);
  const auto legacy = native::categories::read_legacy_interop(xml);
  return std::to_string(legacy->availability) + (legacy->token ? " " + *legacy->token : "");
}

std::string describe_rejected(const Inputs& inputs) {
  std::string text;
  for (const auto& rejected : inputs.rejected) {
    text += (text.empty() ? "" : "; ") + rejected.name + ": " + rejected.reason;
  }
  return text.empty() ? "none" : text;
}

std::string next_change(const Scenario& scenario, const AggregationPolicy& policy) {
  Aggregator aggregator(scenario.now, policy);
  for (const auto& input : read_inputs(scenario.published).inputs) {
    (void)aggregator.publish(input, scenario.now);
  }
  const auto next = aggregator.next_change();
  return next ? clock_text(*next) : "never";
}

// `200 state`, `2 machine`, `100 services`, `300 legacyInterop`, `0 dndState`.
std::string published_value(const Scenario& scenario, const AggregationPolicy& policy,
                            std::string_view what) {
  const auto published = publications(run(scenario, policy).aggregation, scenario.now, policy);
  const auto space = what.find(' ');
  const auto container = static_cast<ContainerId>(std::stoul(std::string(what.substr(0, space))));
  auto category = what.substr(space + 1);
  const bool is_machine = category == "machine";
  if (is_machine) category = "state";
  for (const auto& publication : *published) {
    if (publication.container == container && publication.name == category &&
        (publication.instance == 0x10000000U) == is_machine) {
      return describe_value(publication);
    }
  }
  return "none";
}

}  // namespace

std::string outcome(const Scenario& scenario, const AggregationPolicy& policy,
                    std::string_view what) {
  if (what == "rejected") return describe_rejected(read_inputs(scenario.published));
  if (what == "next") return next_change(scenario, policy);
  return published_value(scenario, policy, what);
}

}  // namespace presentity::presence::test
