// SPDX-License-Identifier: MIT
#include "cli/presence_json.hpp"
#include "cli/preview_report.hpp"

#include <presentity/presence/describe.hpp>

#include <ostream>
#include <string>

namespace presentity::cli {
namespace {

using namespace presence;

std::string_view id_of(Withholding reason) {
  switch (reason) {
    case Withholding::owner_only_container:
      return "owner-only-container";
    case Withholding::other_container:
      return "other-container";
    case Withholding::expired:
      return "expired";
    case Withholding::private_category:
      return "private-category";
  }
  return {};
}

Json instances_json(const native::categories::CategoriesType& sent) {
  auto list = Json::array();
  for (const auto& entry : sent.category) {
    Json json{{"category", entry.name}};
    if (entry.instance) json["instance"] = *entry.instance;
    if (entry.container) json["container"] = *entry.container;
    if (entry.publish_time) json["publishTime"] = to_string(*entry.publish_time);
    if (entry.any) {
      json["summary"] = headline(*entry.any, entry.name);
      json["value"] = entry.any->xml;
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json withheld_json(const std::vector<Withheld>& withheld) {
  auto list = Json::array();
  for (const auto& [key, reason] : withheld) {
    list.push_back({{"category", key.category},
                    {"instance", key.instance},
                    {"container", key.container},
                    {"reason", id_of(reason)}});
  }
  return list;
}

Json watcher_json(const Preview& watcher) {
  Json json{{"watcher", "sip:" + to_string(watcher.watcher)}, {"owner", watcher.is_owner}};
  if (!watcher.is_owner) {
    const auto& resolution = watcher.resolution;
    json["network"] = to_string(resolution.network);
    json["container"] = resolution.container;
    json["decidedBy"] = resolution.decided_by ? match_json(*resolution.decided_by) : Json();
    auto matches = Json::array();
    for (const auto& match : resolution.matches) matches.push_back(match_json(match));
    json["matches"] = std::move(matches);
  }
  json["why"] = reason_of(watcher);
  json["sent"] = instances_json(watcher.sent);
  json["withheld"] = withheld_json(watcher.withheld);
  return json;
}

Json container_json(const PreviewReport& report, const ContainerPreview& container) {
  Json json{{"container", container.id}};
  if (const auto* const known = find_predefined(container.id)) json["name"] = known->name;
  auto members = Json::array();
  for (const auto& stored : report.store.containers()) {
    if (stored.id != container.id) continue;
    for (const auto& member : stored.members) members.push_back(member_json(member));
  }
  json["members"] = std::move(members);
  json["sent"] = instances_json(container.sent);
  json["withheld"] = withheld_json(container.withheld);
  return json;
}

}  // namespace

void print_preview_json(std::ostream& out, const PreviewReport& report) {
  Json json{{"file", report.file},
            {"presentity", "sip:" + to_string(report.owner.address)},
            {"at", report.at ? Json(to_string(to_publish_time(*report.at)) + "Z") : Json()},
            {"policy", to_string(report.policy)},
            {"watchers", Json::array()},
            {"containers", Json::array()}};
  for (const auto& watcher : report.watchers) json["watchers"].push_back(watcher_json(watcher));
  for (const auto& container : report.containers) {
    json["containers"].push_back(container_json(report, container));
  }
  print_json(out, json, 2);
}

}  // namespace presentity::cli
