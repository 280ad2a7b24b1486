// SPDX-License-Identifier: MIT
#include "samples.hpp"

#include <presentity/validator.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <tuple>
#include <utility>

namespace presentity::bench {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> documents_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

Sample make_sample(const Validator& validator, std::string name, std::string bytes) {
  auto report = validator.validate(bytes);
  if (report.verdict != Verdict::valid) throw std::runtime_error(name + " is not valid");
  return {std::move(name), std::move(report.root), std::move(bytes)};
}

SampleClass& class_of(std::vector<SampleClass>& classes, bool is_envelope, std::size_t bytes) {
  if (is_envelope) return classes[3];
  return classes[bytes <= 256 ? 0 : bytes <= 1024 ? 1 : 2];
}

}  // namespace

std::size_t SampleClass::bytes() const {
  return std::accumulate(samples.begin(), samples.end(), std::size_t{0},
                         [](std::size_t sum, const Sample& s) { return sum + s.bytes.size(); });
}

std::string generated_card(std::size_t bytes) {
  std::string text =
      "<contactCard xmlns=\"http://schemas.microsoft.com/2006/09/sip/contactcard\" "
      "isUCEnabled=\"true\">";
  const std::string_view end = "</contactCard>";
  for (std::size_t i = 0; text.size() + end.size() < bytes; ++i) {
    const auto number = std::to_string(5550000 + i % 10000);
    text.append("<phone type=\"work\"><uri>tel:+1425").append(number);
    text.append("</uri><displayString>+1 (425) ").append(number);
    text.append("</displayString></phone>\n");
  }
  return text.append(end);
}

std::vector<SampleClass> load_samples() {
  using Kind = SampleClass::Kind;
  const Validator validator;
  std::vector<SampleClass> classes{{"to-256B", "to 256 B", Kind::values, {}},
                                   {"to-1KB", "to 1 KB", Kind::values, {}},
                                   {"over-1KB", "over 1 KB", Kind::values, {}},
                                   {"envelopes", "envelopes", Kind::envelopes, {}}};
  const fs::path folder = fs::path(PRESENTITY_BENCH_SAMPLES) / "valid";
  for (const auto& file : documents_below(folder)) {
    auto name = file.lexically_relative(folder).generic_string();
    auto bytes = content_of(file);
    auto& its_class = class_of(classes, name.starts_with("envelopes/"), bytes.size());
    its_class.samples.push_back(make_sample(validator, std::move(name), std::move(bytes)));
  }
  return classes;
}

std::vector<SampleClass> generate_samples() {
  const Validator validator;
  std::vector<SampleClass> classes;
  for (const auto& [name, label, bytes] : {std::tuple{"card-200B", "200 B", 200U},
                                           {"card-2KB", "2 KB", 2'000U},
                                           {"card-20KB", "20 KB", 20'000U},
                                           {"card-2MB", "2 MB", 2'000'000U}}) {
    classes.push_back({name, label, SampleClass::Kind::generated, {}});
    classes.back().samples.push_back(make_sample(validator, name, generated_card(bytes)));
  }
  return classes;
}

std::vector<Sample> load_invalid_samples() {
  const Validator validator;
  const fs::path folder = fs::path(PRESENTITY_BENCH_SAMPLES) / "invalid";
  std::vector<Sample> samples;
  for (const auto& file : documents_below(folder)) {
    auto name = file.lexically_relative(folder).generic_string();
    // The first two would make others open what the document names.
    constexpr std::array ours{"doctype-",
                              "schema-location-",
                              "limit-",
                              "category-mismatch",
                              "unsupported-encoding",
                              "unknown-root/extension-element",
                              "malformed-xml/version-1.1"};
    if (std::ranges::any_of(ours, [&](auto* rule) { return name.starts_with(rule); })) continue;
    auto bytes = content_of(file);
    auto root = validator.validate(bytes).root;
    samples.push_back({std::move(name), std::move(root), std::move(bytes)});
  }
  return samples;
}

}  // namespace presentity::bench
