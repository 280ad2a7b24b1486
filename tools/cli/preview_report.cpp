// SPDX-License-Identifier: MIT
#include "cli/preview_report.hpp"

#include <presentity/presence/containers.hpp>

#include <algorithm>

namespace presentity::cli {

using namespace presence;

void make_previews(const std::vector<Address>& watchers, PreviewReport& report) {
  for (const auto& watcher : watchers) {
    report.watchers.push_back(
        preview(report.store, report.owner, watcher, report.policy, report.at));
  }
  report.containers = preview_all(report.store, report.at);
  std::erase_if(report.containers, [&](const ContainerPreview& container) {
    const bool serves = std::ranges::any_of(report.watchers, [&](const Preview& watcher) {
      return !watcher.is_owner && watcher.resolution.container == container.id;
    });
    return !serves && container.sent.category.empty() && container.withheld.empty() &&
           member_list(report.store, container.id).empty();
  });
}

std::string container_name(ContainerId id) {
  auto text = std::to_string(id);
  if (const auto* const known = find_predefined(id)) text.append(" ").append(known->name);
  return text;
}

std::vector<std::string> member_list(const Store& store, ContainerId id) {
  std::vector<std::string> result;
  const auto container = std::ranges::find(store.containers(), id, &Container::id);
  if (container == store.containers().end()) return result;
  for (const auto& member : container->members) result.push_back(to_string(member));
  return result;
}

std::string reason_of(const Preview& preview) {
  return preview.is_owner ? "the owner, who is told everything" : explain(preview.resolution);
}

}  // namespace presentity::cli
