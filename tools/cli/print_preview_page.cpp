// SPDX-License-Identifier: MIT
#include "cli/html_text.hpp"
#include "cli/preview_report.hpp"
#include "cli/preview_style.hpp"

#include <presentity/binary.hpp>
#include <presentity/presence/describe.hpp>

#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::cli {
namespace {

using namespace presence;

/// Text of the store: whatever its direction, what stands around it stays where it is.
std::string isolated(std::string_view text) { return "<bdi>" + html_text(text) + "</bdi>"; }

/// The value without the indentation that it had in its document, which its last line shows.
std::string without_indentation(std::string_view xml) {
  const auto last = xml.rfind('\n');
  if (last == xml.npos) return std::string(xml);
  const auto depth = xml.find_first_not_of(" \t", last + 1) - (last + 1);
  std::string result;
  for (;;) {
    const auto end = std::min(xml.find('\n'), xml.size());
    result.append(xml.substr(0, end));
    if (end == xml.size()) return result;
    result += '\n';
    xml.remove_prefix(end + 1);
    const auto blank = std::min(xml.find_first_not_of(" \t"), xml.size());
    xml.remove_prefix(std::min(blank, depth));
  }
}

/// Writes the page, from the head to the last row of the matrix.
class Page {
 public:
  Page(std::ostream& out, const PreviewReport& report) : out_(out), report_(report) {
    for (const auto& entry : report.store.entries()) {
      if (!entry.container) continue;
      cells_[entry.name][*entry.container].push_back(&entry);
    }
    for (const auto& container : report.containers) {
      for (const auto& [key, reason] : container.withheld) withheld_.emplace(key, reason);
    }
    for (const auto& watcher : report.watchers) {
      if (watcher.is_owner) continue;
      seen_by_[watcher.resolution.container].push_back(&watcher);
    }
  }

  void print() {
    print_head();
    print_watchers();
    print_matrix();
    out_ << "</body>\n</html>\n";
  }

 private:
  void print_head() {
    const auto owner = "sip:" + to_string(report_.owner.address);
    out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'sha256-"
         << to_string(Base64Binary{parse_hex_binary(preview_style_sha256)->bytes})
         << "'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
         << html_text(owner) << ": who sees what</title>\n<style>" << preview_style
         << "</style>\n</head>\n<body>\n<h1>Who sees what of " << isolated(owner) << "</h1>\n"
         << "<p class=\"quiet\">" << isolated(report_.file) << ", "
         << (report_.at ? "at " + to_string(to_publish_time(*report_.at)) + " UTC"
                        : "taken as it is, whatever has expired since")
         << ", access by " << to_string(report_.policy) << "</p>\n";
  }

  void print_watchers() {
    if (report_.watchers.empty()) return;
    out_ << "<h2>Watchers</h2>\n<ul class=\"watchers\">\n";
    for (const auto& watcher : report_.watchers) {
      out_ << "<li><strong>" << isolated("sip:" + to_string(watcher.watcher)) << "</strong>";
      if (!watcher.is_owner) {
        out_ << " <span class=\"quiet\">" << to_string(watcher.resolution.network) << "</span><p>"
             << "served from <strong>" << container_name(watcher.resolution.container)
             << "</strong></p>";
      }
      out_ << "<p class=\"quiet\">" << isolated(reason_of(watcher)) << "</p><p>"
           << watcher.sent.category.size() << " sent, " << watcher.withheld.size()
           << " withheld</p></li>\n";
    }
    out_ << "</ul>\n";
  }

  void print_matrix() {
    out_ << "<h2>Categories by container</h2>\n<p class=\"quiet\">Open an instance to see its "
            "value. No watcher is sent what is grey. A blue column serves a watcher above.</p>\n"
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
            "aria-label=\"Categories by container\">\n<table>\n<thead>\n<tr><th "
            "scope=\"col\">Category</th>";
    for (const auto& container : report_.containers) print_column_head(container.id);
    out_ << "</tr>\n</thead>\n<tbody>\n";
    for (const auto& [category, containers] : cells_) {
      out_ << "<tr><th scope=\"row\">" << isolated(category) << "</th>";
      for (const auto& container : report_.containers) print_cell(container.id, containers);
      out_ << "</tr>\n";
    }
    out_ << "</tbody>\n</table>\n</div>\n";
  }

  [[nodiscard]] std::string_view column_class(ContainerId id) const {
    if (seen_by_.contains(id)) return " class=\"served\"";
    const auto* const known = find_predefined(id);
    return known != nullptr && known->is_for_owner_only ? " class=\"own\"" : "";
  }

  void print_column_head(ContainerId id) {
    const auto* const known = find_predefined(id);
    out_ << "<th scope=\"col\"" << column_class(id) << '>' << container_name(id);
    if (known != nullptr && known->is_for_owner_only) {
      out_ << "<span class=\"members\">the owner only</span>";
    } else if (id == 0) {
      out_ << "<span class=\"members\">everybody else</span>";
    } else {
      for (const auto& member : member_list(report_.store, id)) {
        out_ << "<span class=\"members\">" << isolated(member) << "</span>";
      }
    }
    const auto watchers = seen_by_.find(id);
    if (watchers != seen_by_.end()) {
      for (const auto* const watcher : watchers->second) {
        out_ << "<span class=\"seen\">serves " << isolated(to_string(watcher->watcher))
             << "</span>";
      }
    }
    out_ << "</th>";
  }

  using Instances = std::vector<const CategoryInstance*>;

  void print_cell(ContainerId id, const std::map<ContainerId, Instances>& containers) {
    out_ << "<td" << column_class(id) << '>';
    const auto found = containers.find(id);
    if (found != containers.end()) {
      for (const auto* const instance : found->second) print_instance(*instance);
    }
    out_ << "</td>";
  }

  void print_instance(const CategoryInstance& instance) {
    const auto key = key_of(instance);
    if (!key) {
      out_ << "<span class=\"quiet\">none left</span>";
      return;
    }
    const auto reason = withheld_.find(*key);
    const bool is_withheld = reason != withheld_.end();
    const auto summary = instance.any ? headline(*instance.any, instance.name) : "no value";
    const bool hides = summary.starts_with("empty ");
    out_ << "<details class=\""
         << (is_withheld ? "withheld"
             : hides     ? "empty"
                         : "sent")
         << "\"><summary><span>" << isolated(summary) << " <span class=\"id\">#" << key->instance
         << "</span>";
    if (is_withheld) print_tag(reason->second);
    out_ << "</span></summary>";
    print_attributes(instance);
    if (instance.any)
      out_ << "<pre>" << html_text(without_indentation(instance.any->xml)) << "</pre>";
    out_ << "</details>";
  }

  void print_tag(Withholding reason) {
    if (reason == Withholding::private_category) out_ << " <span class=\"tag\">private</span>";
    if (reason == Withholding::expired) out_ << " <span class=\"tag\">expired</span>";
  }

  void print_attributes(const CategoryInstance& instance) {
    const auto print = [&](std::string_view name, const std::string& value) {
      out_ << "<dt>" << name << "</dt><dd>" << html_text(value) << "</dd>";
    };
    out_ << "<dl>";
    if (instance.publish_time) print("publishTime", to_string(*instance.publish_time));
    if (instance.version) print("version", std::to_string(*instance.version));
    if (instance.expire_type) print("expireType", to_string(*instance.expire_type));
    if (instance.expires) print("expires", std::to_string(*instance.expires) + " s");
    if (instance.endpoint_id) print("endpointId", *instance.endpoint_id);
    out_ << "</dl>";
  }

  std::ostream& out_;
  const PreviewReport& report_;
  std::map<std::string_view, std::map<ContainerId, Instances>> cells_;
  std::map<InstanceKey, Withholding> withheld_;
  std::map<ContainerId, std::vector<const Preview*>> seen_by_;
};

}  // namespace

void print_preview_page(std::ostream& out, const PreviewReport& report) {
  Page(out, report).print();
}

}  // namespace presentity::cli
