// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <presentity/validator.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// What was found out about a document, and about all of a run.

namespace presentity::cli {

/// The verdicts of all commands, in the order of the summary.
enum class Outcome : std::uint8_t {
  valid,
  equivalent,
  invalid,
  malformed,
  different,
  unreadable,
  unsupported,  ///< The bindings have no type for it.
};

[[nodiscard]] std::string_view to_string(Outcome outcome) noexcept;
[[nodiscard]] Outcome outcome_of(Verdict verdict) noexcept;
[[nodiscard]] ExitStatus status_of(Outcome outcome) noexcept;

struct CheckedDocument {
  std::string path;  ///< As given; of a document in a log, its place there.
  std::string file;  ///< That the positions count in: the path, or the log.
  Outcome outcome = Outcome::unreadable;
  std::string problem;  ///< Why it is unreadable or unsupported, else empty.
  Report report;
  std::vector<std::string> differences;  ///< Of a round trip.
  std::string serialized;                ///< Result of a round trip.
};

/// Makes errors of the report's warnings.
void make_strict(Report& report);

/// Returns `1 error`, `2 errors`.
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

/// Counts a run.
class Tally {
 public:
  void add(const CheckedDocument& document);

  /// Returns `3 documents: 2 valid, 1 invalid; 1 error, 4 warnings`.
  [[nodiscard]] std::string summary() const;
  [[nodiscard]] ExitStatus status() const noexcept { return status_; }

 private:
  std::map<Outcome, std::size_t> outcomes_;
  std::size_t documents_ = 0;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  ExitStatus status_ = ExitStatus::ok;
};

}  // namespace presentity::cli
