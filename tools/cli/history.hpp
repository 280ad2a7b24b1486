// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/containers.hpp>
#include <presentity/presence/aggregation_inputs.hpp>
#include <presentity/presence/publish.hpp>
#include <presentity/presence/time.hpp>
#include <presentity/presence/timeline.hpp>
#include <presentity/raw.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// \file
/// What a user published in the course of time, from what a server said of it.

namespace presentity::cli {

/// Something the user should know of a document that was read or left out.
struct HistoryNote {
  std::string where;  ///< File, or place in a log.
  std::string text;
  bool is_finding = false;  ///< Something is missing in the result.
};

/// Where and when a document said something.
struct Occasion {
  std::string where;
  std::optional<presence::TimePoint> time;  ///< Of the message.
};

/// Something that happened to an instance.
struct InstanceEvent {
  presence::TimePoint at;
  presence::InstanceKey key;
  std::optional<presence::CategoryInstance> published;  ///< Nothing: it ended.
  /// What that is to aggregation, if it is anything.
  std::optional<presence::HistoryChange> change = std::nullopt;
};

/// The instances and containers of one user. What is told later was so later.
class History {
 public:
  using Instances = std::span<const presence::CategoryInstance>;

  /// Takes what a server says is there: all instances of the categories and containers that it
  /// mentions. Nothing can be taken if neither the occasion nor a publishTime says when.
  void replace(const Occasion& occasion, Instances instances);

  /// Takes the answer to a request: what it has published, without the values.
  void confirm(Instances instances);

  /// Takes what a request publishes; `endpoint_id` sent it, or is empty. The occasion has a time.
  void publish(const Occasion& occasion, const presence::Publication& publication,
               const std::string& endpoint_id);

  /// Takes containers; those of the same ids are replaced.
  void replace(const Occasion& occasion, const native::containers::ContainersType& containers);

  /// What is aggregated, as it happened.
  [[nodiscard]] std::vector<presence::HistoryEvent> changes() const;

  /// When the last of it happened; nothing if there is nothing.
  [[nodiscard]] std::optional<presence::TimePoint> end() const;

  /// What was there at this time: the `roamingData` that a server would tell the user with this
  /// URI. Without a time in the end, in the order in which it was told: how far apart the clocks of
  /// a log and of the server are does not matter then.
  [[nodiscard]] WriteResult store(const std::string& uri,
                                  std::optional<presence::TimePoint> at) const;

  void note(std::string where, std::string text);
  void find(std::string where, std::string text);
  [[nodiscard]] const std::vector<HistoryNote>& notes() const noexcept { return notes_; }

 private:
  /// What is known to be there.
  struct Known {
    presence::CategoryInstance instance;
    std::optional<presence::Input> input;  ///< If it is aggregated.
    std::size_t event = 0;                 ///< That published it.
    /// Known from the request only, whose time is not the server's.
    bool is_requested = false;
  };
  using KnownInstances = std::map<presence::InstanceKey, Known>;
  using Memberships = std::pair<presence::TimePoint, native::containers::ContainersType>;

  [[nodiscard]] std::optional<presence::Input> read(const Occasion& occasion,
                                                    const presence::CategoryInstance& instance);
  [[nodiscard]] std::vector<presence::CategoryInstance> instances(
      std::optional<presence::TimePoint> at) const;
  void put(const presence::CategoryInstance& instance, const std::optional<presence::Input>& input,
           presence::TimePoint at);
  void remove_missing(const Occasion& occasion, Instances instances, presence::TimePoint time);
  [[nodiscard]] std::vector<KnownInstances::value_type> take_missing(Instances instances);
  [[nodiscard]] std::set<std::string> endpoints() const;

  KnownInstances known_;
  std::vector<InstanceEvent> events_;
  std::vector<Memberships> memberships_;
  std::vector<HistoryNote> notes_;
  std::optional<presence::TimePoint> latest_;  ///< Of what servers said so far.
};

}  // namespace presentity::cli
