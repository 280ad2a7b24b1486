// SPDX-License-Identifier: MIT
#include "cli/timeline_history.hpp"

#include <presentity/native/roamingSelf.hpp>
#include <presentity/presence/address.hpp>
#include <presentity/presence/instance_id.hpp>
#include <presentity/presence/publish.hpp>
#include <presentity/validator.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace presentity::cli {
namespace {

using native::categories::CategoryType;
using presence::Input;
using presence::InputKey;
using presence::LoggedMessage;
using presence::TimePoint;

bool is_response(const LoggedMessage& message) { return message.start_line.starts_with("SIP/2.0"); }

using Transaction = std::pair<std::string, std::string>;  // Call-ID and CSeq

// The requests that a response says were refused.
std::set<Transaction> refused_among(const std::vector<LoggedMessage>& messages) {
  constexpr std::size_t code_at = std::string_view("SIP/2.0 ").size();
  std::set<Transaction> refused;
  for (const auto& message : messages) {
    if (is_response(message) && !message.call_id.empty() && message.start_line[code_at] >= '3') {
      refused.emplace(message.call_id, message.cseq);
    }
  }
  return refused;
}

// The endpoint that sent the request. Source: instance_id.hpp.
std::string endpoint_of(const LoggedMessage& message) {
  constexpr std::string_view parameter = ";epid=";
  const auto at = message.from.find(parameter);
  if (at == std::string::npos) return {};
  const auto epid = message.from.substr(at + parameter.size());
  return presence::endpoint_id_of_epid(epid.substr(0, epid.find_first_of("; \t>,")));
}

std::optional<TimePoint> published_at(const CategoryType& instance) {
  return instance.publish_time ? presence::to_instant(*instance.publish_time) : std::nullopt;
}

std::optional<TimePoint> latest_publication(const std::vector<CategoryType>& instances) {
  std::optional<TimePoint> latest;
  for (const auto& instance : instances) latest = std::max(latest, published_at(instance));
  return latest;
}

bool says_the_same(const Input& a, const Input& b) {
  return a.kind == b.kind && a.availability == b.availability && a.activities == b.activities &&
         a.place == b.place && a.capabilities == b.capabilities && a.working_hours == nullptr &&
         b.working_hours == nullptr;
}

std::string category_of(const Input& input) {
  if (input.kind == presence::InputKind::device) return "device";
  return input.kind == presence::InputKind::working_hours ? "calendarData" : "state";
}

// Whether the document lists instances of this category and container: then it lists all.
bool mentions(const std::vector<CategoryType>& instances, std::string_view category,
              std::uint32_t container) {
  return std::ranges::any_of(instances, [&](const CategoryType& instance) {
    if (instance.name != category) return false;
    const bool is_empty_entry = !instance.instance;
    return !is_empty_entry || !instance.container || *instance.container == container;
  });
}

}  // namespace

HistoryReader::HistoryReader(std::string_view uri) : uri_(uri) {}

void HistoryReader::read(const std::string& path, const std::string& bytes, bool is_log) {
  if (is_log) return read_log(path, bytes);
  const auto utf8 = Validator().to_utf8(bytes);
  if (!utf8) return find(path, utf8.error().message);
  read_document({path, std::nullopt, nullptr}, *utf8);
}

void HistoryReader::read_log(const std::string& path, const std::string& bytes) {
  const auto contents = presence::find_in_log(bytes);
  const auto refused = refused_among(contents.messages);
  const auto place = [&](const Position& position) {
    return path + ":" + std::to_string(position.line);
  };
  for (const auto& finding : contents.findings) find(place(finding.position), finding.message);
  std::size_t others = 0;
  for (const auto& document : contents.documents) {
    if (document.root != "categories" && document.root != "roamingData" &&
        document.root != "publish") {
      ++others;
      continue;
    }
    Source source{place(document.position), std::nullopt, nullptr};
    if (document.message) {
      source.message = &contents.messages[*document.message];
      source.time = presence::parse_logged_time(source.message->time);
      if (document.root == "publish" && !is_response(*source.message) &&
          refused.contains({source.message->call_id, source.message->cseq})) {
        note(source.where, "the server refused this request");
        continue;
      }
    }
    read_document(source, document.xml);
  }
  if (contents.documents.empty()) find(path, "no presence documents were found in this log");
  if (others != 0) {
    note(path, std::to_string(others) + (others == 1 ? " document" : " documents") +
                   " of other kinds left out");
  }
}

void HistoryReader::read_document(const Source& source, const std::string& xml) {
  const auto report = Validator().validate(xml);
  if (report.verdict != Verdict::valid) {
    const auto error =
        std::ranges::find(report.diagnostics, Severity::error, &Diagnostic::severity);
    return find(source.where, "left out: " + (error == report.diagnostics.end() ? "it is not valid"
                                                                                : error->message));
  }
  if (report.root == "roamingData") return read_roaming_data(source, xml);
  if (report.root == "categories") {
    const auto categories = native::categories::read_categories(xml);
    if (!categories) return find(source.where, "left out: " + categories.error().front().message);
    return take_categories(source, *categories, false);
  }
  if (report.root == "publish") return read_publish(source, xml);
  find(source.where,
       "left out: " + report.root + " is none of roamingData, categories and publish");
}

void HistoryReader::read_roaming_data(const Source& source, const std::string& xml) {
  const auto roaming = native::roaming_self::read_roaming_data(xml);
  if (!roaming) return find(source.where, "left out: " + roaming.error().front().message);
  for (const auto& part : roaming->any) {
    const auto categories = native::categories::read_categories(part.xml);
    if (categories) take_categories(source, *categories, true);
  }
}

// Watchers are not told containers (protocol-facts 3.3): what names one is the user's own.
void HistoryReader::take_categories(const Source& source,
                                    const native::categories::CategoriesType& categories,
                                    bool is_own) {
  const auto& instances = categories.category;
  const bool is_answer = source.message != nullptr && is_response(*source.message) &&
                         source.message->cseq.ends_with("SERVICE");
  const auto has_container = [](const CategoryType& one) { return one.container.has_value(); };
  if (!is_own && !is_answer && std::ranges::none_of(instances, has_container)) {
    return note(source.where, "left out: it is what a watcher is told, and names no containers");
  }
  if (!is_of_user(source, categories.uri.value_or(""))) return;
  if (is_answer) return confirm(instances);
  replace(source, instances);
}

// The answer to a request names what it has published, without the values.
void HistoryReader::confirm(const Instances& instances) {
  for (const auto& instance : instances) {
    const auto time = published_at(instance);
    if (!time || !instance.instance || !instance.container) continue;
    const auto place =
        known_.find({*instance.container, instance.name == "device", *instance.instance});
    if (place == known_.end() || !place->second.is_requested) continue;
    auto input = place->second.input;
    if (input.expires_at) *input.expires_at += *time - input.publish_time;
    input.publish_time = *time;
    put(input, place->second.category);
  }
}

void HistoryReader::replace(const Source& source, const Instances& instances) {
  auto values = instances;
  // An entry without an instance says that there is none.
  std::erase_if(values, [](const CategoryType& one) { return !one.instance && !one.any; });
  const auto read = presence::read_inputs(values);
  for (const auto& rejected : read.rejected) {
    find(source.where, rejected.name + " is not aggregated: " + rejected.reason);
  }
  const auto time = source.time ? source.time : latest_publication(instances);
  if (!time) {
    return find(source.where, "left out: neither a message nor a publishTime says when it was so");
  }
  // What a file lists is not older than what the one before it lists.
  const auto seen = source.time ? *time : std::max(latest_.value_or(*time), *time);
  latest_ = std::max(latest_.value_or(seen), seen);
  remove_missing(source, instances, read.inputs, seen);
  for (const auto& input : read.inputs) put(input, category_of(input));
}

void HistoryReader::put(const Input& input, const std::string& category) {
  const auto place = known_.find(input.key());
  if (place != known_.end()) {
    auto& known = place->second;
    const bool says_same = says_the_same(known.input, input);
    if (says_same && known.input.publish_time == input.publish_time) return;
    if (says_same && known.is_requested) {  // the same, with the time of the server
      known.input = input;
      known.is_requested = false;
      events_[known.event] = {input.publish_time, presence::SetInput{input}};
      return;
    }
  }
  known_.insert_or_assign(input.key(), Known{category, input, events_.size(), false});
  events_.push_back({input.publish_time, presence::SetInput{input}});
}

// Source: protocol-facts 3.3: a notification lists all instances of the categories that it names.
void HistoryReader::remove_missing(const Source& source, const Instances& instances,
                                   const std::vector<Input>& inputs, TimePoint time) {
  std::set<InputKey> listed;
  std::set<std::string> present;  // endpoints
  for (const auto& input : inputs) listed.insert(input.key());
  std::vector<Known> missing;
  for (auto place = known_.begin(); place != known_.end();) {
    const auto& [key, known] = *place;
    if (listed.contains(key) || !mentions(instances, known.category, key.container)) {
      if (known.input.ends_with_endpoint) present.insert(known.input.endpoint_id);
      ++place;
      continue;
    }
    missing.push_back(known);
    place = known_.erase(place);
  }
  std::size_t untimed = 0;
  for (const auto& [category, input, event, is_requested] : missing) {
    if (input.expires_at && *input.expires_at <= time) continue;  // it expired
    if (source.time == std::nullopt) ++untimed;
    const bool is_signed_out = input.ends_with_endpoint && !input.endpoint_id.empty() &&
                               !present.contains(input.endpoint_id);
    if (is_signed_out) {
      events_.push_back({time, presence::EndpointSignedOut{input.endpoint_id}});
    } else {
      events_.push_back({time, presence::RemoveInput{input.key()}});
    }
  }
  if (untimed != 0) {
    note(source.where, std::to_string(untimed) +
                           (untimed == 1 ? " instance is" : " instances are") +
                           " gone; when is not known, and taken to be when the last of the others "
                           "was published");
  }
}

void HistoryReader::read_publish(const Source& source, const std::string& xml) {
  const auto request = native::rich_presence::read_publish(xml);
  if (!request) return find(source.where, "left out: " + request.error().front().message);
  if (!source.time) {
    return find(source.where,
                "left out: a request has no time of its own, and " +
                    std::string(source.message == nullptr ? "it is in no message of a log"
                                                          : "its message has none"));
  }
  if (!is_of_user(source, request->publications.uri)) return;
  for (const auto& publication : request->publications.publication) publish(source, publication);
}

void HistoryReader::publish(const Source& source,
                            const native::rich_presence::PublicationType& publication) {
  CategoryType instance;
  instance.name = publication.category_name;
  instance.instance = publication.instance;
  instance.container = publication.container;
  if (!presence::is_input(instance)) return;
  if (presence::is_deletion(publication)) {
    const InputKey key{publication.container, publication.category_name == "device",
                       publication.instance};
    if (known_.erase(key) != 0) events_.push_back({*source.time, presence::RemoveInput{key}});
    return;
  }
  instance.any = publication.any;
  instance.publish_time = presence::to_publish_time(*source.time);
  if (publication.expire_type) {
    instance.expire_type =
        native::categories::ExpireTypeEnumEx(std::string(publication.expire_type->text()));
  }
  instance.expires = publication.expires;
  if (source.message != nullptr) {
    if (auto endpoint = endpoint_of(*source.message); !endpoint.empty()) {
      instance.endpoint_id = std::move(endpoint);
    }
  }
  const auto input = presence::read_input(instance);
  if (!input) {
    return find(source.where, input.error().name + " is not aggregated: " + input.error().reason);
  }
  put(*input, category_of(*input));
  known_.at(input->key()).is_requested = true;
}

bool HistoryReader::is_of_user(const Source& source, std::string_view uri) {
  if (uri.empty()) return true;  // the user's own store need not say
  if (uri_.empty()) uri_ = uri;
  const auto a = presence::parse_address(uri);
  const auto b = presence::parse_address(uri_);
  if (a && b ? *a == *b : uri == uri_) return true;
  note(source.where, "left out: it is about " + std::string(uri) + ", not " + uri_);
  return false;
}

}  // namespace presentity::cli
