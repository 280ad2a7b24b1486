// SPDX-License-Identifier: MIT
#include "cli/history_reader.hpp"

#include "cli/inputs.hpp"
#include "cli/outcome.hpp"

#include <presentity/native/categories.hpp>
#include <presentity/native/containers.hpp>
#include <presentity/native/richPresence.hpp>
#include <presentity/native/roamingSelf.hpp>
#include <presentity/presence/address.hpp>
#include <presentity/presence/instance_id.hpp>
#include <presentity/validator.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace presentity::cli {
namespace {

using presence::LoggedMessage;

// Whether documents with this root say what a user has published.
bool is_told(std::string_view root) {
  return root == "categories" || root == "roamingData" || root == "containers" || root == "publish";
}

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

}  // namespace

HistoryReader::HistoryReader(std::string_view uri) : uri_(uri) {}

void HistoryReader::read(const std::string& path, const std::string& bytes, bool is_log) {
  if (is_log) return read_log(path, bytes);
  const auto utf8 = Validator().to_utf8(bytes);
  if (!utf8) return history_.find(path, utf8.error().message);
  read_document({{path, std::nullopt}, nullptr}, *utf8);
}

void HistoryReader::read_log(const std::string& path, const std::string& bytes) {
  const auto contents = presence::find_in_log(bytes);
  const auto refused = refused_among(contents.messages);
  for (const auto& finding : contents.findings) {
    history_.find(place_name(path, finding.position), finding.message);
  }
  std::size_t others = 0;
  for (const auto& document : contents.documents) {
    if (!is_told(document.root)) {
      ++others;
      continue;
    }
    Source source{{place_name(path, document.position), std::nullopt}, nullptr};
    if (document.message) {
      source.message = &contents.messages[*document.message];
      source.occasion.time = presence::parse_logged_time(source.message->time);
      if (document.root == "publish" && !is_response(*source.message) &&
          refused.contains({source.message->call_id, source.message->cseq})) {
        history_.note(source.occasion.where, "the server refused this request");
        continue;
      }
    }
    read_document(source, document.xml);
  }
  if (contents.documents.empty()) history_.find(path, no_document().message);
  if (others != 0) {
    history_.note(path, counted(others, "document") + " of other kinds left out");
  }
}

void HistoryReader::read_document(const Source& source, const std::string& xml) {
  const auto leave_out = [&](const std::string& why) {
    history_.find(source.occasion.where, "left out: " + why);
  };
  const auto report = Validator().validate(xml);
  if (report.verdict != Verdict::valid) {
    const auto error =
        std::ranges::find(report.diagnostics, Severity::error, &Diagnostic::severity);
    return leave_out(error == report.diagnostics.end() ? "it is not valid" : error->message);
  }
  if (report.root == "roamingData") return read_roaming_data(source, xml);
  if (report.root == "categories") {
    const auto categories = native::categories::read_categories(xml);
    return categories ? take_categories(source, *categories, false)
                      : refuse(source, categories.error());
  }
  if (report.root == "containers") {
    auto containers = native::containers::read_containers(xml);
    return containers ? history_.replace(source.occasion, *std::move(containers))
                      : refuse(source, containers.error());
  }
  if (report.root == "publish") return read_publish(source, xml);
  leave_out(report.root + " is none of roamingData, categories, containers and publish");
}

void HistoryReader::read_roaming_data(const Source& source, const std::string& xml) {
  const auto roaming = native::roaming_self::read_roaming_data(xml);
  if (!roaming) return refuse(source, roaming.error());
  for (const auto& part : roaming->any) {
    if (const auto categories = native::categories::read_categories(part.xml)) {
      take_categories(source, *categories, true);
    } else if (auto containers = native::containers::read_containers(part.xml)) {
      history_.replace(source.occasion, *std::move(containers));
    }
  }
}

// Watchers are not told containers (protocol-facts 3.3): what names one is the user's own.
void HistoryReader::take_categories(const Source& source,
                                    const native::categories::CategoriesType& categories,
                                    bool is_own) {
  const auto& instances = categories.category;
  const bool is_answer = source.message != nullptr && is_response(*source.message) &&
                         source.message->cseq.ends_with("SERVICE");
  const auto has_container = [](const auto& one) { return one.container.has_value(); };
  if (!is_own && !is_answer && std::ranges::none_of(instances, has_container)) {
    return history_.note(source.occasion.where,
                         "left out: it is what a watcher is told, and names no containers");
  }
  if (!is_of_user(source, categories.uri.value_or(""))) return;
  if (is_answer) return history_.confirm(instances);
  history_.replace(source.occasion, instances);
}

void HistoryReader::read_publish(const Source& source, const std::string& xml) {
  const auto request = native::rich_presence::read_publish(xml);
  if (!request) return refuse(source, request.error());
  if (!source.occasion.time) {
    return history_.find(source.occasion.where,
                         "left out: a request has no time of its own, and " +
                             std::string(source.message == nullptr ? "it is in no message of a log"
                                                                   : "its message has none"));
  }
  if (!is_of_user(source, request->publications.uri)) return;
  const auto endpoint = source.message != nullptr ? endpoint_of(*source.message) : std::string();
  for (const auto& publication : request->publications.publication) {
    history_.publish(source.occasion, publication, endpoint);
  }
}

void HistoryReader::refuse(const Source& source, const std::vector<Diagnostic>& errors) {
  history_.find(source.occasion.where, "left out: " + errors.front().message);
}

bool HistoryReader::is_of_user(const Source& source, std::string_view uri) {
  if (uri.empty()) return true;  // the user's own store need not say
  if (uri_.empty()) uri_ = uri;
  const auto a = presence::parse_address(uri);
  const auto b = presence::parse_address(uri_);
  if (a && b ? *a == *b : uri == uri_) return true;
  history_.note(source.occasion.where,
                "left out: it is about " + std::string(uri) + ", not " + uri_);
  return false;
}

}  // namespace presentity::cli
