// SPDX-License-Identifier: MIT
#include "cli/find_in_log.hpp"

#include <presentity/presence/log.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace presentity::cli {

std::vector<LoggedDocument> find_in_log(std::string_view log, const Schemas& schemas,
                                        const ReadLimits& limits) {
  const auto contents =
      std::make_shared<presence::LogContents>(presence::find_in_log(log, schemas, limits));
  std::vector<LoggedDocument> found;
  for (auto& document : contents->documents) {
    const auto place = [contents, &document](std::size_t offset) {
      return position_in_log(*contents, document, offset);
    };
    found.push_back({document.position, std::move(document.xml), std::nullopt, place});
  }
  for (auto& finding : contents->findings) {
    found.push_back({finding.position, {}, std::move(finding)});
  }
  std::ranges::stable_sort(found, {},
                           [](const LoggedDocument& document) { return document.position.offset; });
  return found;
}

}  // namespace presentity::cli
