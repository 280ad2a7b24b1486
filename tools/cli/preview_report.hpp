// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/access.hpp>
#include <presentity/presence/preview.hpp>
#include <presentity/presence/store.hpp>
#include <presentity/presence/time.hpp>

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

/// \file
/// What `preview` shows, and the forms in which it does.

namespace presentity::cli {

struct PreviewReport {
  std::string file;  ///< As given.
  presence::Store store;
  presence::Owner owner;
  presence::AccessPolicy policy = presence::AccessPolicy::member_kind;
  std::optional<presence::TimePoint> at;
  std::vector<presence::Preview> watchers;             ///< In the order given.
  std::vector<presence::ContainerPreview> containers;  ///< Those that hold or serve something.
};

/// Fills `watchers` and `containers`.
void make_previews(const std::vector<presence::Address>& watchers, PreviewReport& report);

/// Returns `300 Workgroup`, or the bare number of a custom container.
[[nodiscard]] std::string container_name(presence::ContainerId id);

/// Returns the members of a container, each such as `sameEnterprise` or `user bob@contoso.com`.
[[nodiscard]] std::vector<std::string> member_list(const presence::Store& store,
                                                   presence::ContainerId id);

/// Returns why the watcher is sent what he is sent, in one sentence.
[[nodiscard]] std::string reason_of(const presence::Preview& preview);

/// One line for each instance. The watchers, or, if there are none, the containers.
void print_preview_text(std::ostream& out, const PreviewReport& report);

/// One JSON object, ASCII only.
void print_preview_json(std::ostream& out, const PreviewReport& report);

/// One HTML page that needs no other resource and runs no script. Nothing of the store is markup.
void print_preview_page(std::ostream& out, const PreviewReport& report);

}  // namespace presentity::cli
