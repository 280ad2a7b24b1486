// SPDX-License-Identifier: MIT
#include "cli/preview_report.hpp"
#include "cli/print_text.hpp"
#include "cli/terminal_text.hpp"

#include <presentity/presence/describe.hpp>

#include <map>
#include <ostream>
#include <sstream>
#include <string>

namespace presentity::cli {
namespace {

using namespace presence;

constexpr std::size_t longest_summary = 100;  // bytes, so that a line is one line

std::string shortened(std::string text) {
  if (text.size() <= longest_summary) return text;
  auto end = longest_summary;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

/// Instances in aligned columns. The owner sees containers, too.
void print_sent(std::ostream& out, const native::categories::CategoriesType& sent,
                bool has_containers) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : sent.category) {
    std::vector<std::string> row{"    " + terminal_text(entry.name),
                                 entry.instance ? std::to_string(*entry.instance) : "-"};
    if (has_containers) row.push_back(entry.container ? std::to_string(*entry.container) : "-");
    row.push_back(entry.any ? terminal_text(shortened(headline(*entry.any, entry.name))) : "none");
    rows.push_back(std::move(row));
  }
  if (rows.empty()) {
    out << "    nothing\n";
  } else {
    print_table(out, rows);
  }
}

/// What was withheld, by reason: the instances of the watcher's own container, and how many there
/// are in others.
void print_withheld(std::ostream& out, const std::vector<Withheld>& withheld) {
  if (withheld.empty()) return;
  std::map<Withholding, std::string> lists;
  std::map<Withholding, std::map<ContainerId, std::size_t>> counts;
  const auto add = [&](Withholding reason, const std::string& item) {
    auto& list = lists[reason];
    list.append(list.empty() ? "" : ", ").append(item);
  };
  for (const auto& [key, reason] : withheld) {
    const bool is_own = reason == Withholding::expired || reason == Withholding::private_category;
    if (is_own) add(reason, key.category + " " + std::to_string(key.instance));
    if (!is_own) ++counts[reason][key.container];
  }
  for (const auto& [reason, containers] : counts) {
    for (const auto& [id, count] : containers) {
      add(reason, container_name(id) + " (" + std::to_string(count) + ")");
    }
  }
  out << "  withheld:\n";
  for (const auto& [reason, list] : lists) {
    out << "    " << to_string(reason) << ": " << terminal_text(list) << '\n';
  }
}

/// The instances of a container for the owner only.
void print_kept(std::ostream& out, const std::vector<Withheld>& withheld) {
  std::string list;
  for (const auto& [key, reason] : withheld) {
    list.append(list.empty() ? "" : ", ").append(key.category).append(" ");
    list.append(std::to_string(key.instance));
  }
  out << "  for the owner only: " << (list.empty() ? "nothing" : terminal_text(list)) << '\n';
}

void print_watcher(std::ostream& out, const PreviewReport& report, const Preview& watcher) {
  out << "sip:" << terminal_text(to_string(report.owner.address))
      << " as seen by sip:" << terminal_text(to_string(watcher.watcher));
  if (watcher.is_owner) {
    out << "\n  " << reason_of(watcher) << '\n';
  } else {
    out << " (" << to_string(watcher.resolution.network) << ")\n  container "
        << container_name(watcher.resolution.container) << ": " << terminal_text(reason_of(watcher))
        << '\n';
  }
  out << "  sent:\n";
  print_sent(out, watcher.sent, watcher.is_owner);
  print_withheld(out, watcher.withheld);
}

void print_container(std::ostream& out, const PreviewReport& report,
                     const ContainerPreview& container) {
  std::string members;
  for (const auto& member : member_list(report.store, container.id)) {
    members.append(members.empty() ? "" : ", ").append(member);
  }
  const auto* const known = find_predefined(container.id);
  out << "container " << container_name(container.id) << '\n';
  if (known != nullptr && known->is_for_owner_only) return print_kept(out, container.withheld);
  out << "  members: "
      << (container.id == 0 ? "everybody who is in no other container"
          : members.empty() ? "none"
                            : terminal_text(members))
      << "\n  sent:\n";
  print_sent(out, container.sent, false);
  print_withheld(out, container.withheld);
}

}  // namespace

void print_preview_text(std::ostream& out, const PreviewReport& report) {
  bool is_first = true;
  const auto separate = [&] {
    if (!is_first) out << '\n';
    is_first = false;
  };
  for (const auto& watcher : report.watchers) {
    separate();
    print_watcher(out, report, watcher);
  }
  if (!report.watchers.empty()) return;
  for (const auto& container : report.containers) {
    separate();
    print_container(out, report, container);
  }
}

}  // namespace presentity::cli
