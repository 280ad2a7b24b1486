// SPDX-License-Identifier: MIT
#include "cli/history_reader.hpp"

#include "cli/inputs.hpp"
#include "cli/outcome.hpp"

#include <presentity/presence/address.hpp>
#include <presentity/presence/instance_id.hpp>

#include <set>
#include <string>
#include <utility>
#include <variant>

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
  read_document({{path, std::nullopt}, nullptr}, bytes);
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
  const auto document = presence::read_store_document(xml);
  if (!document) return refuse(source, document.error().front());
  if (const auto* const request = std::get_if<presence::PublishRequest>(&*document)) {
    return read_request(source, *request);
  }
  const auto& store = std::get<presence::Store>(*document);
  if (store.lists_instances()) take_instances(source, store);
  if (store.lists_members()) history_.replace(source.occasion, store.memberships());
}

void HistoryReader::refuse(const Source& source, const Diagnostic& error) {
  const auto why = "left out: " + error.message;
  // Logs are full of what users are told of each other.
  const bool is_for_watcher = error.rule == "stored-without-container";
  is_for_watcher ? history_.note(source.occasion.where, why)
                 : history_.find(source.occasion.where, why);
}

void HistoryReader::take_instances(const Source& source, const presence::Store& store) {
  if (!is_of_user(source, store.uri())) return;
  const bool is_answer = source.message != nullptr && is_response(*source.message) &&
                         source.message->cseq.ends_with("SERVICE");
  if (is_answer) return history_.confirm(store.entries());
  history_.replace(source.occasion, store.entries());
}

void HistoryReader::read_request(const Source& source, const presence::PublishRequest& request) {
  if (!source.occasion.time) {
    return history_.find(source.occasion.where,
                         "left out: a request has no time of its own, and " +
                             std::string(source.message == nullptr ? "it is in no message of a log"
                                                                   : "its message has none"));
  }
  if (!is_of_user(source, request.publications.uri)) return;
  const auto endpoint = source.message != nullptr ? endpoint_of(*source.message) : std::string();
  for (const auto& publication : request.publications.publication) {
    history_.publish(source.occasion, publication, endpoint);
  }
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
