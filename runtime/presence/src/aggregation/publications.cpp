// SPDX-License-Identifier: MIT
#include "aggregation/native_activity.hpp"
#include "aggregation/services.hpp"

#include <presentity/native/legacyInterop.hpp>
#include <presentity/native/service.hpp>
#include <presentity/native/state.hpp>
#include <presentity/presence/aggregation.hpp>
#include <presentity/presence/availability.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace presentity::presence {
namespace {

namespace ns = native::state;
using enum AggregationRule;
using native::categories::CategoryType;
using native::categories::ExpireTypeEnum;
using Publications = std::vector<CategoryType>;
using Diagnostics = std::vector<Diagnostic>;

constexpr ContainerId default_container = 0;
constexpr ContainerId external_container = 100;
constexpr ContainerId workgroup_container_id = 300;
constexpr ContainerId blocked_container = 32000;
constexpr std::array<ContainerId, 4> watched_containers = {100, 200, 300, 400};

constexpr std::uint32_t aggregate_state_id = 1;
constexpr std::uint32_t aggregate_machine_id = 0x10000000;  // D158
constexpr std::uint32_t legacy_interop_id = 1;

template <class E>
std::variant<E, std::string> token_or_text(const std::string& text) {
  if (const auto known = from_token<E>(text)) return *known;
  return text;
}

// Time zone and device stand behind ct:delimiter, as in all examples (D100).
void add_place(ns::AggregateState& state, const Place& place) {
  if (place.location) {
    state.endpoint_location = token_or_text<ns::EndpointLocationEnum>(*place.location);
  }
  ns::DelimiterGroup group;
  if (place.time_zone_bias) group.any.emplace_back(ns::TimeZoneBias{*place.time_zone_bias});
  if (place.time_zone_name) group.any.emplace_back(ns::TimeZoneName{*place.time_zone_name});
  if (place.time_zone_abbreviation) {
    group.any.emplace_back(ns::TimeZoneAbbreviation{*place.time_zone_abbreviation});
  }
  if (place.device) group.any.emplace_back(ns::Device{ns::DeviceTypeEnumEx(*place.device)});
  if (group.any.empty()) return;
  state.delimiter_group.push_back(std::move(group));
  state.end.emplace();
}

ns::AggregateState make_state(const AggregateState& aggregate, bool is_availability_only) {
  ns::AggregateState state;
  state.availability = aggregate.availability;
  if (is_availability_only) return state;
  if (aggregate.activity) state.activity.push_back(detail::make_activity(*aggregate.activity));
  if (aggregate.last_active) state.last_active = to_date_time(*aggregate.last_active);
  add_place(state, aggregate.place);
  return state;
}

native::service::CapabilitiesTypeChoice make_choice(CapabilityKind kind,
                                                    native::service::CapabilityType value) {
  namespace nv = native::service;
  switch (kind) {
    case CapabilityKind::container_integrity:
      return nv::ContainerIntegrity{std::move(value)};
    case CapabilityKind::text:
      return nv::Text{std::move(value)};
    case CapabilityKind::gif_ink:
      return nv::GifInk{std::move(value)};
    case CapabilityKind::isf_ink:
      return nv::IsfInk{std::move(value)};
    case CapabilityKind::application_sharing:
      return nv::ApplicationSharing{std::move(value)};
    case CapabilityKind::conf_invite:
      return nv::ConfInvite{std::move(value)};
    case CapabilityKind::voice:
      return nv::Voice{std::move(value)};
    case CapabilityKind::video:
      return nv::Video{std::move(value)};
    case CapabilityKind::breakthrough:
      return nv::Breakthrough{std::move(value)};
    case CapabilityKind::content_whiteboard:
      return nv::ContentWhiteboard{std::move(value)};
    case CapabilityKind::content_poll:
      return nv::ContentPoll{std::move(value)};
    case CapabilityKind::content_power_point:
      return nv::ContentPowerPoint{std::move(value)};
    case CapabilityKind::content_native_file:
      return nv::ContentNativeFile{std::move(value)};
    case CapabilityKind::ucs:
      return nv::Ucs{std::move(value)};
    case CapabilityKind::calendar:
      return nv::Calendar{std::move(value)};
    case CapabilityKind::remote_call_control:
      return nv::RemoteCallControl{std::move(value)};
    case CapabilityKind::cccp:
      return nv::CCCP{std::move(value)};
  }
  return {};
}

// What watchers do not get to see (D167).
bool is_for_owner(CapabilityKind kind) noexcept {
  return kind == CapabilityKind::container_integrity || kind == CapabilityKind::conf_invite ||
         kind == CapabilityKind::breakthrough || kind == CapabilityKind::ucs;
}

native::service::ServiceType make_service(const Service& service, bool is_filtered) {
  native::service::ServiceType result;
  result.uri = service.uri;
  result.capabilities.emplace();
  for (const auto& [capability, endpoint, availability] : service.capabilities) {
    if (is_filtered && is_for_owner(capability.kind)) continue;
    native::service::CapabilityType value;
    value.render = capability.render;
    value.capture = capability.capture;
    value.device_availability = availability;
    if (!is_filtered) {
      value.publish = capability.publish;
      value.version = capability.version;
      if (!endpoint.empty()) value.preferred_endpoint_id = endpoint;
    }
    result.capabilities->choice.push_back(make_choice(capability.kind, std::move(value)));
  }
  return result;
}

native::service::ServicesType make_services(std::span<const Service> services, bool is_filtered) {
  native::service::ServicesType result;
  for (const auto& service : services) {
    if (is_filtered && !detail::is_presence_service(service.uri)) continue;
    result.service.push_back(make_service(service, is_filtered));
  }
  return result;
}

class Publisher {
 public:
  Publisher(const Aggregation& aggregation, TimePoint time, const AggregationPolicy& policy)
      : aggregation_(aggregation), time_(to_publish_time(time)), policy_(policy) {}

  void publish_states() {
    for (const auto container : {2U, 3U, 100U, 200U, 300U, 400U}) {
      const bool is_availability_only =
          container == external_container && policy_.has(external_availability_only);
      add("state", aggregate_state_id, container, ExpireTypeEnum::user,
          ns::write_state(make_state(seen_from(container), is_availability_only)));
    }
  }

  void publish_machine() {
    // The element must name the endpoint.
    if (!aggregation_.machine || aggregation_.machine->endpoint_id.empty()) return;
    ns::AggregateMachineState state;
    state.availability = aggregation_.machine->availability;
    state.endpoint_id = aggregation_.machine->endpoint_id;
    add("state", aggregate_machine_id, first_aggregation_container, ExpireTypeEnum::user,
        ns::write_state(state));
  }

  void publish_services() {
    const auto write = [&](ContainerId container, std::span<const Service> services,
                           bool filtered) {
      add("services", 0, container, ExpireTypeEnum::user,
          native::service::write_services(make_services(services, filtered)));
    };
    write(first_aggregation_container, aggregation_.services, false);
    for (const auto container : watched_containers) {
      write(container, aggregation_.services, policy_.has(services_filtered));
    }
    if (policy_.has(services_blocked)) write(blocked_container, {}, false);
  }

  void publish_legacy_interop() {
    if (!policy_.has(legacy_interop)) return;
    for (const auto container : watched_containers) {
      const auto& state = seen_from(container);
      native::categories::LegacyInteropType legacy{state.availability, std::nullopt};
      const bool is_availability_only =
          container == external_container && policy_.has(external_availability_only);
      if (state.activity && !state.activity->token.empty() && !is_availability_only) {
        legacy.token = state.activity->token;
      }
      add_legacy(container, legacy);
    }
    if (policy_.has(legacy_interop_blocked)) {
      add_legacy(blocked_container, {published::offline, std::nullopt});
    }
  }

  void publish_dnd() {
    if (!policy_.has(dnd_flag)) return;
    for (const auto container : {default_container, 2U, 3U, 100U, 200U, 300U, 400U}) {
      const bool is_second =
          container == second_aggregation_container || container == workgroup_container_id;
      const bool is_set =
          is_second ? aggregation_.second.is_do_not_disturb && policy_.has(dnd_second_container)
                    : aggregation_.first.is_do_not_disturb;
      ns::UserState state;
      state.manual = true;
      if (is_set) state.availability = published::do_not_disturb;
      add("dndState", 0, container, ExpireTypeEnum::static_, ns::write_state(state));
    }
  }

  [[nodiscard]] Result<Publications, Diagnostics> finish() && {
    if (!errors_.empty()) return Unexpected{std::move(errors_)};
    std::ranges::stable_sort(publications_, {}, &CategoryType::container);
    return std::move(publications_);
  }

 private:
  [[nodiscard]] const AggregateState& seen_from(ContainerId container) const {
    const bool is_second =
        container == second_aggregation_container ||
        (container == workgroup_container_id && policy_.has(workgroup_container));
    return is_second ? aggregation_.second : aggregation_.first;
  }

  void add_legacy(ContainerId container, const native::categories::LegacyInteropType& legacy) {
    add("legacyInterop", legacy_interop_id, container, ExpireTypeEnum::user,
        native::categories::write_legacy_interop(legacy));
  }

  void add(std::string name, std::uint32_t instance, ContainerId container, ExpireTypeEnum expiry,
           const WriteResult& xml) {
    if (!xml) {
      std::ranges::copy(xml.error(), std::back_inserter(errors_));
      return;
    }
    CategoryType publication;
    publication.any = RawElement{*xml};
    publication.name = std::move(name);
    publication.instance = instance;
    publication.publish_time = time_;
    publication.container = container;
    publication.expire_type = expiry;
    publications_.push_back(std::move(publication));
  }

  const Aggregation& aggregation_;
  DateTime time_;
  AggregationPolicy policy_;
  Publications publications_;
  Diagnostics errors_;
};

}  // namespace

ns::ActivityType detail::make_activity(const Activity& activity) {
  ns::ActivityType result;
  if (!activity.token.empty()) result.token = ns::ActivityTokenEnumEx(activity.token);
  if (activity.least != 0) result.min_availability = activity.least;
  if (activity.greatest != Activity::no_limit) result.max_availability = activity.greatest;
  for (const auto& custom : activity.custom) {
    result.custom.push_back({custom.text, custom.lcid, std::nullopt, {}});
  }
  return result;
}

Result<Publications, Diagnostics> publications(const Aggregation& aggregation,
                                               TimePoint publish_time,
                                               const AggregationPolicy& policy) {
  Publisher publisher(aggregation, publish_time, policy);
  publisher.publish_states();
  publisher.publish_machine();
  publisher.publish_services();
  publisher.publish_legacy_interop();
  publisher.publish_dnd();
  return std::move(publisher).finish();
}

Publications changed_publications(std::span<const CategoryType> before,
                                  std::span<const CategoryType> after) {
  const auto key = [](const CategoryType& publication) {
    return std::tie(publication.container, publication.name, publication.instance);
  };
  Publications changed;
  for (const auto& publication : after) {
    const auto known = std::ranges::find_if(
        before, [&](const CategoryType& candidate) { return key(candidate) == key(publication); });
    if (known == before.end() || known->any != publication.any) changed.push_back(publication);
  }
  return changed;
}

}  // namespace presentity::presence
