// SPDX-License-Identifier: MIT
#pragma once

#include "cli/history.hpp"

#include <presentity/diagnostic.hpp>
#include <presentity/presence/log.hpp>
#include <presentity/presence/store.hpp>

#include <string>
#include <string_view>

/// \file
/// From documents and logs to what happened.

namespace presentity::cli {

/// Reads one file after another; an earlier one says what was so before.
class HistoryReader {
 public:
  /// Documents of others than the user with this SIP URI are left out; if it is empty, of others
  /// than the one whom the first document names.
  explicit HistoryReader(std::string_view uri);

  /// Reads a document or log, of which these are the bytes.
  void read(const std::string& path, const std::string& bytes, bool is_log);

  [[nodiscard]] const History& history() const noexcept { return history_; }
  [[nodiscard]] const std::string& uri() const noexcept { return uri_; }

 private:
  /// Where a document stands.
  struct Source {
    Occasion occasion;
    const presence::LoggedMessage* message = nullptr;  ///< Null: a file of its own.
  };

  void read_log(const std::string& path, const std::string& bytes);
  void read_document(const Source& source, const std::string& xml);
  void take_instances(const Source& source, const presence::Store& store);
  void read_request(const Source& source, const presence::PublishRequest& request);
  void refuse(const Source& source, const Diagnostic& error);
  [[nodiscard]] bool is_of_user(const Source& source, std::string_view uri);

  std::string uri_;
  History history_;
};

}  // namespace presentity::cli
