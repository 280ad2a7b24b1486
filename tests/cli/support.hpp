// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::cli::test {

/// A folder that is gone, with all that is in it, when the test is over.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  /// Writes a file, and the folders it is in. Returns its path.
  std::string write(const std::string& name, std::string_view text) const;

  [[nodiscard]] std::string path(const std::string& name = {}) const;

  /// The names in the folder, sorted.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

[[nodiscard]] std::string text_of(const std::string& path);

/// What a run of the program gave.
struct Answer {
  int status = -1;
  std::string out;
  std::string err;
};

struct Surroundings {
  std::string_view input = {};
  bool out_is_terminal = false;
  bool no_color = false;
  bool knows_logs = true;
  Resources resources = {};
};

Answer run_presentity(const std::vector<std::string>& arguments,
                      const Surroundings& surroundings = {});

[[nodiscard]] bool contains(std::string_view text, std::string_view part);

/// The lines of the text.
[[nodiscard]] std::vector<std::string> lines(const std::string& text);

inline constexpr std::string_view valid_state =
    R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
    R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="userState" manual="true">)"
    R"(<availability>6500</availability></state>)";

/// The availability, on line 3, is no number.
inline constexpr std::string_view invalid_state =
    R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
    R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="userState" manual="true">)"
    "\n\n  <availability>abc</availability>\n</state>";

/// Has a token that is none of the documented ones: a warning.
inline constexpr std::string_view warned_alerts =
    R"(<alerts xmlns="http://schemas.microsoft.com/2006/09/sip/options/alerts">)"
    R"(<alertsWhenDoNotDisturb>sometimes</alertsWhenDoNotDisturb></alerts>)";

inline constexpr std::string_view malformed = "<state>";

}  // namespace presentity::cli::test
