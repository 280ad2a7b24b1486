// SPDX-License-Identifier: MIT
#include "cli/history.hpp"

#include <presentity/native/categories.hpp>
#include <presentity/native/roamingSelf.hpp>
#include <presentity/presence/store.hpp>

#include <algorithm>
#include <set>

namespace presentity::cli {
namespace {

using presence::CategoryInstance;
using presence::Input;
using presence::InstanceKey;
using presence::TimePoint;

std::optional<TimePoint> published_at(const CategoryInstance& instance) {
  return instance.publish_time ? presence::to_instant(*instance.publish_time) : std::nullopt;
}

std::optional<TimePoint> latest_publication(History::Instances instances) {
  std::optional<TimePoint> latest;
  for (const auto& instance : instances) latest = std::max(latest, published_at(instance));
  return latest;
}

bool says_the_same(const Input& a, const Input& b) {
  return a.kind == b.kind && a.availability == b.availability && a.activities == b.activities &&
         a.place == b.place && a.capabilities == b.capabilities && a.working_hours == nullptr &&
         b.working_hours == nullptr;
}

/// What a document lists. Of a category that it names it lists all; an entry without an instance
/// says that there is none, in all containers or in the one that it names.
class Listed {
 public:
  explicit Listed(History::Instances instances) {
    for (const auto& instance : instances) {
      if (auto key = presence::key_of(instance)) instances_.insert(*std::move(key));
      if (presence::says_there_is_none(instance) && instance.container) {
        containers_.emplace(instance.name, *instance.container);
      } else {
        categories_.insert(instance.name);
      }
    }
  }

  [[nodiscard]] bool lacks(const InstanceKey& key) const {
    const bool is_named =
        categories_.contains(key.category) || containers_.contains({key.category, key.container});
    return is_named && !instances_.contains(key);
  }

 private:
  std::set<InstanceKey> instances_;
  std::set<std::string> categories_;
  std::set<std::pair<std::string, presence::ContainerId>> containers_;
};

// Servers tell of containers that changed, each with all its members.
void merge(native::containers::ContainersType& all,
           const native::containers::ContainersType& told) {
  for (const auto& container : told.container) {
    std::erase_if(all.container, [&](const auto& one) { return one.id == container.id; });
    all.container.push_back(container);
  }
}

CategoryInstance make_instance(const presence::Publication& publication, TimePoint time,
                               const std::string& endpoint_id) {
  CategoryInstance instance;
  instance.any = publication.any;
  instance.name = publication.category_name;
  instance.instance = publication.instance;
  instance.container = publication.container;
  instance.publish_time = presence::to_publish_time(time);
  if (publication.expire_type) {
    instance.expire_type =
        native::categories::ExpireTypeEnumEx(std::string(publication.expire_type->text()));
  }
  instance.expires = publication.expires;
  if (!endpoint_id.empty()) instance.endpoint_id = endpoint_id;
  return instance;
}

}  // namespace

void History::replace(const Occasion& occasion, Instances instances) {
  const auto time = occasion.time ? occasion.time : latest_publication(instances);
  if (!time) {
    return find(occasion.where,
                "left out: neither a message nor a publishTime says when it was so");
  }
  // What a file lists is not older than what the one before it lists.
  const auto seen = occasion.time ? *time : std::max(latest_.value_or(*time), *time);
  latest_ = std::max(latest_.value_or(seen), seen);
  remove_missing(occasion, instances, seen);
  for (const auto& instance : instances) {
    if (presence::says_there_is_none(instance)) continue;
    put(instance, read(occasion, instance), published_at(instance).value_or(seen));
  }
}

std::optional<Input> History::read(const Occasion& occasion, const CategoryInstance& instance) {
  if (!presence::is_input(instance)) return std::nullopt;
  auto input = presence::read_input(instance);
  if (input) return *std::move(input);
  find(occasion.where, input.error().name + " is not aggregated: " + input.error().reason);
  return std::nullopt;
}

void History::confirm(Instances instances) {
  for (const auto& confirmed : instances) {
    const auto time = published_at(confirmed);
    const auto key = presence::key_of(confirmed);
    if (!time || !key) continue;
    const auto place = known_.find(*key);
    if (place == known_.end() || !place->second.is_requested) continue;
    auto [instance, input, event, is_requested] = place->second;
    instance.publish_time = confirmed.publish_time;
    instance.version = confirmed.version;
    if (input) {
      if (input->expires_at) *input->expires_at += *time - input->publish_time;
      input->publish_time = *time;
    }
    put(instance, input, *time);
  }
}

void History::publish(const Occasion& occasion, const presence::Publication& publication,
                      const std::string& endpoint_id) {
  if (publication.container > presence::max_container) {
    return find(occasion.where,
                "left out: there is no container " + std::to_string(publication.container));
  }
  const auto key = presence::key_of(publication);
  const auto time = *occasion.time;
  if (!presence::is_deletion(publication)) {
    const auto instance = make_instance(publication, time, endpoint_id);
    put(instance, read(occasion, instance), time);
    known_.at(key).is_requested = true;
    return;
  }
  const auto place = known_.find(key);
  if (place == known_.end()) return;
  InstanceEvent event{time, key, std::nullopt};
  if (const auto& input = place->second.input) event.change = presence::RemoveInput{input->key()};
  events_.push_back(std::move(event));
  known_.erase(place);
}

void History::put(const CategoryInstance& instance, const std::optional<Input>& input,
                  TimePoint at) {
  const auto key = *presence::key_of(instance);
  InstanceEvent event{at, key, instance};
  if (input) event.change = presence::SetInput{*input};
  const auto place = known_.find(key);
  if (place != known_.end()) {
    auto& known = place->second;
    const bool says_same = known.input && input ? says_the_same(*known.input, *input)
                                                : known.instance.any == instance.any;
    if (says_same && published_at(known.instance) == published_at(instance)) return;
    if (says_same && known.is_requested) {  // the same, with the time of the server
      events_[known.event] = std::move(event);
      known = {instance, input, known.event, false};
      return;
    }
    if (known.input && !input) event.change = presence::RemoveInput{known.input->key()};
  }
  known_.insert_or_assign(key, Known{instance, input, events_.size(), false});
  events_.push_back(std::move(event));
}

// Takes what is known but no longer listed. Source: protocol-facts 3.3: a notification lists all
// instances of the categories that it names.
std::vector<History::KnownInstances::value_type> History::take_missing(Instances instances) {
  const Listed listed(instances);
  std::vector<KnownInstances::value_type> missing;
  for (auto place = known_.begin(); place != known_.end();) {
    if (!listed.lacks(place->first)) {
      ++place;
      continue;
    }
    missing.push_back(std::move(*place));
    place = known_.erase(place);
  }
  return missing;
}

std::set<std::string> History::endpoints() const {
  std::set<std::string> endpoints;
  for (const auto& [key, known] : known_) {
    const auto& input = known.input;
    if (input && input->ends_with_endpoint) endpoints.insert(input->endpoint_id);
  }
  return endpoints;
}

void History::remove_missing(const Occasion& occasion, Instances instances, TimePoint time) {
  const auto missing = take_missing(instances);
  const auto endpoints = this->endpoints();
  std::size_t untimed = 0;
  for (const auto& [key, known] : missing) {
    const auto expiry = known.input ? known.input->expires_at : presence::expiry_of(known.instance);
    if (expiry && *expiry <= time) continue;  // it expired
    if (!occasion.time) ++untimed;
    InstanceEvent event{time, key, std::nullopt};
    if (const auto& input = known.input) {
      const bool is_signed_out = input->ends_with_endpoint && !input->endpoint_id.empty() &&
                                 !endpoints.contains(input->endpoint_id);
      if (is_signed_out) {
        event.change = presence::EndpointSignedOut{input->endpoint_id};
      } else {
        event.change = presence::RemoveInput{input->key()};
      }
    }
    events_.push_back(std::move(event));
  }
  if (untimed != 0) {
    note(occasion.where, std::to_string(untimed) +
                             (untimed == 1 ? " instance is" : " instances are") +
                             " gone; when is not known, and taken to be when the last of the "
                             "others was published");
  }
}

void History::replace(const Occasion& occasion,
                      const native::containers::ContainersType& containers) {
  const auto time = occasion.time ? occasion.time : latest_;
  memberships_.emplace_back(time.value_or(TimePoint{}), containers);
}

std::vector<presence::HistoryEvent> History::changes() const {
  std::vector<presence::HistoryEvent> changes;
  for (const auto& event : events_) {
    if (event.change) changes.push_back({event.at, *event.change});
  }
  return changes;
}

std::optional<TimePoint> History::end() const {
  std::optional<TimePoint> end;
  for (const auto& event : events_) end = std::max(end, std::optional(event.at));
  for (const auto& [at, containers] : memberships_) end = std::max(end, std::optional(at));
  return end;
}

std::vector<CategoryInstance> History::instances(std::optional<TimePoint> at) const {
  std::vector<const InstanceEvent*> events;
  for (const auto& event : events_) {
    if (!at || event.at <= *at) events.push_back(&event);
  }
  if (at) std::ranges::stable_sort(events, {}, &InstanceEvent::at);
  std::map<InstanceKey, const InstanceEvent*> last;
  for (const auto* const event : events) last[event->key] = event;
  std::vector<CategoryInstance> instances;
  for (const auto& event : events_) {  // as the server listed them
    const auto node = last.extract(event.key);
    if (node && node.mapped()->published) instances.push_back(*node.mapped()->published);
  }
  return instances;
}

WriteResult History::store(const std::string& uri, std::optional<TimePoint> at) const {
  native::categories::CategoriesType categories;
  if (!uri.empty()) categories.uri = uri;
  categories.category = instances(at);
  native::containers::ContainersType containers;
  for (const auto& [time, told] : memberships_) {
    if (!at || time <= *at) merge(containers, told);
  }
  auto first = native::categories::write_categories(categories);
  if (!first) return first;
  auto second = native::containers::write_containers(containers);
  if (!second) return second;
  native::roaming_self::RoamingDataType document;
  document.any = {{*std::move(first)}, {*std::move(second)}};
  return native::roaming_self::write_roaming_data(document);
}

void History::note(std::string where, std::string text) {
  notes_.push_back({std::move(where), std::move(text)});
}

void History::find(std::string where, std::string text) {
  notes_.push_back({std::move(where), std::move(text), true});
}

}  // namespace presentity::cli
