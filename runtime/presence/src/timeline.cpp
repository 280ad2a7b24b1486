// SPDX-License-Identifier: MIT
#include "aggregation/compute.hpp"
#include "aggregation/decide.hpp"
#include "aggregation/native_activity.hpp"
#include "aggregation/wording.hpp"
#include "ascii.hpp"

#include <presentity/presence/activity_display.hpp>
#include <presentity/presence/aggregator.hpp>
#include <presentity/presence/timeline.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace presentity::presence {
namespace {

constexpr ContainerId external_container = 100;

bool has_row(const Input& input) {
  return input.kind != InputKind::device && input.kind != InputKind::working_hours;
}

// Something that happened to an instance at the instant that is looked at.
struct Cause {
  StretchEnd kind{};
  NamedInput input;
};

bool is_about(const Cause& cause, const std::optional<NamedInput>& input) {
  return input && cause.input.container == input->container &&
         cause.input.instance == input->instance;
}

bool is_same_instance(const std::optional<NamedInput>& a, const std::optional<NamedInput>& b) {
  return a.has_value() == b.has_value() &&
         (!a || (a->container == b->container && a->instance == b->instance));
}

// Whether watchers see the same for the same reason.
bool is_same(const AggregateStretch& a, const AggregateStretch& b) {
  return a.availability == b.availability && a.activity == b.activity && a.display == b.display &&
         a.decided_by == b.decided_by && is_same_instance(a.winner, b.winner);
}

std::string display_of(const AggregateStretch& stretch) {
  if (!stretch.activity) return activity_display(stretch.availability, {}).text;
  const auto activity = detail::make_activity(*stretch.activity);
  return activity_display(stretch.availability, std::span(&activity, 1)).text;
}

/// Lets the events happen one after the other, and writes down what comes of each.
class Tracer {
 public:
  Tracer(std::span<const HistoryEvent> events, const TimelineOptions& options)
      : options_(options), events_(events.begin(), events.end()) {
    std::ranges::stable_sort(events_, {}, &HistoryEvent::at);
  }

  Timeline trace() {
    if (events_.empty()) return {};
    timeline_.from = options_.from.value_or(first_state());
    now_ = events_.front().at;
    for (const auto container : options_.containers) {
      if (aggregated_from(container)) timeline_.aggregates.push_back({container, {}});
    }
    Aggregator aggregator(now_, options_.policy);
    for (std::optional<TimePoint> moment = now_; moment; moment = next_moment(aggregator)) {
      if (options_.to && *moment > *options_.to) break;
      timeline_.is_cut = stretches_ >= options_.most_stretches;
      if (timeline_.is_cut) break;
      now_ = *moment;
      step(aggregator);
    }
    timeline_.to = timeline_.is_cut ? now_ : options_.to.value_or(now_);
    collect_rows();
    leave_out_the_past();
    return std::move(timeline_);
  }

 private:
  // When the first state is published: working hours may be years older.
  [[nodiscard]] TimePoint first_state() const {
    const auto first = std::ranges::find_if(events_, [](const HistoryEvent& event) {
      const auto* const set = std::get_if<SetInput>(&event.change);
      return set != nullptr && has_row(set->input);
    });
    return (first != events_.end() ? *first : events_.front()).at;
  }

  // What happens next, by itself or not. Without a limit nothing is waited for but events and ends:
  // working hours begin every day.
  [[nodiscard]] std::optional<TimePoint> next_moment(const Aggregator& aggregator) const {
    std::optional<TimePoint> next;
    const auto consider = [&](std::optional<TimePoint> moment) {
      if (moment && *moment > now_ && (!next || *moment < *next)) next = moment;
    };
    if (next_event_ < events_.size()) consider(events_[next_event_].at);
    for (const auto& [key, input] : live_) {
      consider(input.publish_time);
      consider(end_of(input));
    }
    if (next || options_.to) consider(aggregator.next_change());
    return next;
  }

  [[nodiscard]] std::optional<TimePoint> end_of(const Input& input) const {
    return options_.policy.has(AggregationRule::expiry) ? input.expires_at : std::nullopt;
  }

  void step(Aggregator& aggregator) {
    causes_.clear();
    (void)aggregator.advance(now_);
    end_expired();
    for (; next_event_ < events_.size() && events_[next_event_].at == now_; ++next_event_) {
      std::visit([&](const auto& change) { apply(change, aggregator); },
                 events_[next_event_].change);
    }
    const auto records = detail::make_records(aggregator.inputs());
    for (auto& row : timeline_.aggregates) look_at(row, records, aggregator.result());
  }

  void end_expired() {
    for (auto place = live_.begin(); place != live_.end();) {
      const auto end = end_of(place->second);
      if (!end || *end > now_) {
        ++place;
        continue;
      }
      close(place->first, StretchEnd::expired);
      place = live_.erase(place);
    }
  }

  void apply(const SetInput& change, Aggregator& aggregator) {
    const auto& input = change.input;
    const auto key = input.key();
    (void)aggregator.publish(input, now_);
    const bool is_new = !live_.contains(key);
    if (!is_new) close(key, StretchEnd::replaced);
    if (is_new) causes_.push_back({StretchEnd::published, detail::name_input(input)});
    live_.insert_or_assign(key, input);
    const auto begin = std::max(now_, input.publish_time);
    open(key, input, begin);
    if (const auto end = end_of(input); end && *end <= begin) {
      close(key, StretchEnd::expired);
      live_.erase(key);
    }
  }

  void apply(const RemoveInput& change, Aggregator& aggregator) {
    (void)aggregator.remove(change.key, now_);
    if (!live_.contains(change.key)) return;
    close(change.key, StretchEnd::removed);
    live_.erase(change.key);
  }

  void apply(const EndpointSignedOut& change, Aggregator& aggregator) {
    (void)aggregator.end_endpoint(change.endpoint_id, now_);
    const auto id = presentity::detail::in_lower_case(change.endpoint_id);
    for (auto place = live_.begin(); place != live_.end();) {
      const auto& input = place->second;
      if (!input.ends_with_endpoint || presentity::detail::in_lower_case(input.endpoint_id) != id) {
        ++place;
        continue;
      }
      close(place->first, StretchEnd::signed_out);
      place = live_.erase(place);
    }
  }

  void open(const InputKey& key, const Input& input, TimePoint begin) {
    if (!has_row(input)) return;
    rows_[key].push_back({begin, std::nullopt, StretchEnd::none, input});
    count_stretch();
  }

  void count_stretch() {
    if (now_ >= timeline_.from) ++stretches_;
  }

  void close(const InputKey& key, StretchEnd end) {
    causes_.push_back({end, detail::name_input(live_.at(key))});
    const auto row = rows_.find(key);
    if (row == rows_.end() || row->second.back().end) return;
    auto& stretch = row->second.back();
    stretch.end = std::max(now_, stretch.begin);
    stretch.ended_by = end;
  }

  void look_at(AggregateRow& row, std::span<const detail::Record> records,
               const Aggregation& result) {
    const auto source = *aggregated_from(row.container);
    const auto& state = source == first_aggregation_container ? result.first : result.second;
    const auto instant = detail::to_instant(now_);
    const detail::Decider decider(detail::states_of(records, source), options_.policy, instant,
                                  detail::hours_of(records, options_.policy, instant));
    AggregateStretch stretch;
    stretch.begin = now_;
    stretch.availability = state.availability;
    if (row.container != external_container) stretch.activity = state.activity;
    stretch.display = display_of(stretch);
    stretch.decided_by = decider.decided_by();
    if (decider.winner() != nullptr) {
      stretch.winner = detail::name_input(detail::make_input(*decider.winner()));
    }
    if (!row.stretches.empty()) {
      auto& last = row.stretches.back();
      if (is_same(last, stretch)) return;
      last.end = now_;
      explain_end(last, stretch, source);
    }
    row.stretches.push_back(std::move(stretch));
    count_stretch();
  }

  // Says what ended `last`: what happened to the new winner, or to the old one, or to another.
  void explain_end(AggregateStretch& last, const AggregateStretch& next, ContainerId source) const {
    const Cause* found = nullptr;
    int best = 0;
    for (const auto& cause : causes_) {
      if (cause.input.container != source && cause.input.kind != InputKind::working_hours) continue;
      const int rank = is_about(cause, next.winner) ? 3 : is_about(cause, last.winner) ? 2 : 1;
      if (rank > best) {
        best = rank;
        found = &cause;
      }
    }
    if (found != nullptr) {
      last.ended_by = found->kind;
      last.ended_with = found->input;
      return;
    }
    last.ended_by = StretchEnd::working_hours;
    for (const auto& [key, input] : live_) {
      if (key.container != source || !has_row(input) || input.publish_time != now_) continue;
      last.ended_by = StretchEnd::published;  // ahead of its time
      last.ended_with = detail::name_input(input);
    }
  }

  void collect_rows() {
    for (auto& row : rows_) {
      const auto container = row.first.container;
      const auto instance = row.first.instance;
      auto& stretches = row.second;
      const auto is_wanted = [container](const AggregateRow& aggregate) {
        return aggregated_from(aggregate.container) == container;
      };
      if (std::ranges::none_of(timeline_.aggregates, is_wanted)) continue;
      const auto twin = std::ranges::find_if(timeline_.inputs, [&](const InputRow& other) {
        return other.instance == instance &&
               std::ranges::equal(other.stretches, stretches, is_twin);
      });
      if (twin != timeline_.inputs.end()) {
        twin->containers.push_back(container);
      } else {
        timeline_.inputs.push_back({{container}, instance, std::move(stretches)});
      }
    }
    std::ranges::stable_sort(timeline_.inputs, {}, &InputRow::instance);
  }

  // Says the same in another container.
  static bool is_twin(const InputStretch& a, const InputStretch& b) {
    return a.begin == b.begin && a.end == b.end && a.ended_by == b.ended_by &&
           a.input.kind == b.input.kind && a.input.availability == b.input.availability &&
           a.input.activities == b.input.activities && a.input.endpoint_id == b.input.endpoint_id &&
           a.input.place == b.input.place && a.input.expires_at == b.input.expires_at;
  }

  void leave_out_the_past() {
    const auto is_past = [from = timeline_.from](const auto& stretch) {
      return stretch.end && *stretch.end <= from && stretch.begin < from;
    };
    for (auto& row : timeline_.inputs) std::erase_if(row.stretches, is_past);
    for (auto& row : timeline_.aggregates) std::erase_if(row.stretches, is_past);
    std::erase_if(timeline_.inputs, [](const InputRow& row) { return row.stretches.empty(); });
  }

  const TimelineOptions& options_;
  std::vector<HistoryEvent> events_;
  std::size_t next_event_ = 0;
  TimePoint now_;
  Timeline timeline_;
  std::size_t stretches_ = 0;
  std::map<InputKey, Input> live_;  // What counts now, or will.
  std::map<InputKey, std::vector<InputStretch>> rows_;
  std::vector<Cause> causes_;
};

}  // namespace

std::string_view to_string(StretchEnd end) noexcept {
  constexpr std::array<std::string_view, 7> names = {
      "goes-on", "published", "replaced", "expired", "removed", "signed-out", "working-hours"};
  return names[static_cast<std::size_t>(end)];
}

std::optional<ContainerId> aggregated_from(ContainerId container) noexcept {
  switch (container) {
    case 2:
    case 100:
    case 200:
    case 400:
      return first_aggregation_container;
    case 3:
    case 300:
      return second_aggregation_container;
    default:
      return std::nullopt;
  }
}

Timeline make_timeline(std::span<const HistoryEvent> events, const TimelineOptions& options) {
  return Tracer(events, options).trace();
}

}  // namespace presentity::presence
