// SPDX-License-Identifier: MIT
#include "summary.hpp"

#include "passes.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <optional>
#include <ostream>
#include <sstream>

namespace presentity::bench {
namespace {

using Kind = SampleClass::Kind;

/// Numbers as people read them: 1,234 or 1.23.
std::string readable(double number) {
  std::ostringstream text;
  if (number < 100) {
    text << std::fixed << std::setprecision(number < 0.1 ? 3 : number < 10 ? 2 : 1) << number;
    return text.str();
  }
  auto digits = std::to_string(std::llround(number));
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string cell(const std::optional<double>& number) { return number ? readable(*number) : "-"; }

bool refuses(const Contender& contender, const Sample& sample) {
  try {
    if (!contender.run(sample)) return true;
  } catch (...) {  // those of Xerces have no common base with others
    return true;
  }
  std::cerr << "missed: " << contender.full_name() << " accepts invalid/" << sample.name << '\n';
  return false;
}

class Summary {
 public:
  Summary(std::ostream& out, const std::vector<SampleClass>& classes, const Times& times)
      : out_(out), classes_(classes), times_(times) {}

  void print_job(const std::string& job, const Contenders& contenders) {
    out_ << "#### " << job << "\n\n| | mean of all values | times ours";
    for (const auto& samples : classes_) {
      if (samples.kind != Kind::generated) out_ << " | " << samples.label;
    }
    out_ << (job == "validate" ? " | allocations | invalid refused |\n" : " | allocations |\n")
         << "|---|--:|--:|--:|--:|--:|--:|--:|";
    out_ << (job == "validate" ? "--:|\n" : "\n");
    for (const auto& contender : contenders) {
      if (contender.job == job) print_row(contender);
    }
    out_ << '\n';
  }

  void print_scaling(const Contenders& contenders) {
    out_ << "#### nanoseconds per byte, by the size of a generated contactCard\n\n| |";
    for (const auto& samples : classes_) {
      if (samples.kind == Kind::generated) out_ << ' ' << samples.label << " |";
    }
    out_ << "\n|---|--:|--:|--:|--:|\n";
    for (const auto& contender : contenders) {
      out_ << "| " << contender.full_name() << " |";
      for (const auto& samples : classes_) {
        if (samples.kind != Kind::generated) continue;
        auto time = time_of(contender.full_name(), samples);
        if (time) *time /= static_cast<double>(samples.bytes());
        out_ << ' ' << cell(time) << " |";
      }
      out_ << '\n';
    }
    out_ << '\n';
  }

  void print_documents() {
    out_ << "| documents | number | mean size in bytes |\n|---|--:|--:|\n";
    for (const auto& samples : classes_) {
      if (samples.kind == Kind::generated) continue;
      const auto count = samples.samples.size();
      out_ << "| " << (samples.kind == Kind::values ? "values " : "") << samples.label << " | "
           << count << " | "
           << readable(static_cast<double>(samples.bytes()) / static_cast<double>(count)) << " |\n";
    }
    out_ << '\n';
  }

 private:
  [[nodiscard]] std::optional<double> time_of(std::string_view contender,
                                              const SampleClass& samples) const {
    const auto found = times_.find(std::string(contender) + "/" + samples.name);
    if (found == times_.end()) return {};
    return found->second;
  }

  /// Over all values, whatever their size.
  [[nodiscard]] std::optional<double> mean(std::string_view contender) const {
    double sum = 0;
    for (const auto& samples : classes_) {
      if (samples.kind != Kind::values) continue;
      const auto time = time_of(contender, samples);
      if (!time) return {};
      sum += *time;
    }
    return sum / static_cast<double>(value_count(classes_));
  }

  void print_row(const Contender& contender) {
    const auto name = contender.full_name();
    const auto its_mean = mean(name);
    const auto our_mean = mean(ours_of(contender.job));
    const bool has_ratio = its_mean && our_mean;
    out_ << "| " << contender.label << " | " << cell(its_mean) << " | "
         << (has_ratio ? readable(*its_mean / *our_mean) : "-");
    for (const auto& samples : classes_) {
      if (samples.kind == Kind::generated) continue;
      auto time = time_of(name, samples);
      if (time) *time /= static_cast<double>(samples.samples.size());
      out_ << " | " << cell(time);
    }
    out_ << " | "
         << (contender.hides_allocations ? "-" : readable(allocations_of(contender, classes_)));
    if (contender.job == "validate") {
      const auto refused = std::ranges::count_if(
          invalid_, [&](const Sample& sample) { return refuses(contender, sample); });
      out_ << " | " << refused << " of " << invalid_.size();
    }
    out_ << " |\n";
  }

  std::ostream& out_;
  const std::vector<SampleClass>& classes_;
  const Times& times_;
  std::vector<Sample> invalid_ = load_invalid_samples();
};

}  // namespace

void print_summary(std::ostream& out, const Contenders& contenders,
                   const std::vector<SampleClass>& classes, const Times& times) {
  Summary summary(out, classes, times);
  summary.print_documents();
  out << "Nanoseconds per document; ours is the first of each table.\n\n";
  for (const std::string job : {"validate", "read", "write", "round-trip"}) {
    summary.print_job(job, contenders);
  }
  summary.print_scaling(contenders);
}

}  // namespace presentity::bench
