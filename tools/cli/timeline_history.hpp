// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/categories.hpp>
#include <presentity/native/richPresence.hpp>
#include <presentity/presence/log.hpp>
#include <presentity/presence/timeline.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// From documents and logs to what happened.

namespace presentity::cli {

/// Something the user should know of a document that was read or left out.
struct HistoryNote {
  std::string where;  ///< File, or file and line.
  std::string text;
  bool is_finding = false;  ///< Something is missing in the result.
};

/// Reads one file after another; an earlier one says what was so before.
class HistoryReader {
 public:
  /// Documents of others than the user with this SIP URI are left out; if it is empty, of others
  /// than the one whom the first document names.
  explicit HistoryReader(std::string_view uri);

  /// Reads a document or log, of which these are the bytes.
  void read(const std::string& path, const std::string& bytes, bool is_log);

  [[nodiscard]] const std::vector<presence::HistoryEvent>& events() const noexcept {
    return events_;
  }
  [[nodiscard]] const std::vector<HistoryNote>& notes() const noexcept { return notes_; }
  [[nodiscard]] const std::string& uri() const noexcept { return uri_; }

 private:
  using Instances = std::vector<native::categories::CategoryType>;

  /// What is known to be there.
  struct Known {
    std::string category;
    presence::Input input;
    std::size_t event = 0;  ///< That published it.
    /// Known from the request only, whose time is not the server's.
    bool is_requested = false;
  };
  using KnownInputs = std::map<presence::InputKey, Known>;

  /// Where a document stands.
  struct Source {
    std::string where;
    std::optional<presence::TimePoint> time;           ///< Of the message.
    const presence::LoggedMessage* message = nullptr;  ///< Null: a file of its own.
  };

  void read_log(const std::string& path, const std::string& bytes);
  void read_document(const Source& source, const std::string& xml);
  void read_roaming_data(const Source& source, const std::string& xml);
  void take_categories(const Source& source, const native::categories::CategoriesType& categories,
                       bool is_own);
  void read_publish(const Source& source, const std::string& xml);
  void publish(const Source& source, const native::rich_presence::PublicationType& publication);

  void replace(const Source& source, const Instances& instances);
  void confirm(const Instances& instances);
  void put(const presence::Input& input, const std::string& category);
  void remove_missing(const Source& source, const Instances& instances,
                      const std::vector<presence::Input>& inputs, presence::TimePoint time);
  [[nodiscard]] bool is_of_user(const Source& source, std::string_view uri);

  void note(std::string where, std::string text) { add_note({std::move(where), std::move(text)}); }
  void find(std::string where, std::string text) {
    add_note({std::move(where), std::move(text), true});
  }
  void add_note(HistoryNote note) { notes_.push_back(std::move(note)); }

  std::string uri_;
  KnownInputs known_;
  std::vector<presence::HistoryEvent> events_;
  std::vector<HistoryNote> notes_;
  std::optional<presence::TimePoint> latest_;  ///< Of the documents so far.
};

}  // namespace presentity::cli
