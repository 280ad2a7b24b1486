// SPDX-License-Identifier: MIT
#include "cli/outcome.hpp"

namespace presentity::cli {

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

std::string_view to_string(Outcome outcome) noexcept {
  switch (outcome) {
    case Outcome::valid:
      return "valid";
    case Outcome::equivalent:
      return "equivalent";
    case Outcome::invalid:
      return "invalid";
    case Outcome::malformed:
      return "malformed";
    case Outcome::different:
      return "different";
    case Outcome::unreadable:
      return "unreadable";
    case Outcome::unsupported:
      return "unsupported";
  }
  return {};
}

Outcome outcome_of(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::valid:
      return Outcome::valid;
    case Verdict::invalid:
      return Outcome::invalid;
    case Verdict::malformed:
      return Outcome::malformed;
  }
  return Outcome::malformed;
}

ExitStatus status_of(Outcome outcome) noexcept {
  switch (outcome) {
    case Outcome::valid:
    case Outcome::equivalent:
      return ExitStatus::ok;
    case Outcome::invalid:
    case Outcome::malformed:
    case Outcome::different:
      return ExitStatus::findings;
    case Outcome::unreadable:
    case Outcome::unsupported:
      return ExitStatus::failure;
  }
  return ExitStatus::failure;
}

void make_strict(Report& report) {
  for (auto& diagnostic : report.diagnostics) diagnostic.severity = Severity::error;
  if (report.verdict == Verdict::valid && !report.diagnostics.empty()) {
    report.verdict = Verdict::invalid;
  }
}

void Tally::add(const CheckedDocument& document) {
  ++documents_;
  ++outcomes_[document.outcome];
  for (const auto& diagnostic : document.report.diagnostics) {
    ++(diagnostic.severity == Severity::error ? errors_ : warnings_);
  }
  status_ = worse(status_, status_of(document.outcome));
}

std::string Tally::summary() const {
  std::string text = counted(documents_, "document");
  std::string separator = ": ";
  for (const auto& [outcome, count] : outcomes_) {
    text += separator + std::to_string(count) + ' ' + std::string(to_string(outcome));
    separator = ", ";
  }
  if (errors_ + warnings_ > 0) {
    text += "; " + counted(errors_, "error") + ", " + counted(warnings_, "warning");
  }
  return text;
}

}  // namespace presentity::cli
