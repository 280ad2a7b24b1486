// SPDX-License-Identifier: MIT
#include "contender.hpp"
#include "passes.hpp"
#include "samples.hpp"
#include "summary.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::bench {
namespace {

constexpr std::string_view usage = R"(usage:
  presentity_bench [--benchmark_...]            measure, report as Google Benchmark does
  presentity_bench --summary [--benchmark_...]  measure, print the tables of docs/performance.md
  presentity_bench --list                       print the contenders
  presentity_bench --only JOB/NAME --passes N   N passes over the category values, untimed
)";

struct Options {
  bool prints_summary = false;
  bool lists = false;
  std::string only;
  int passes = 0;
  std::vector<char*> rest;  ///< For Google Benchmark; the program first.
};

/// Collects the fastest repetition of each benchmark.
class Collector : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& /*context*/) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const auto& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      if (run.error_occurred) throw std::runtime_error(run.error_message);
      const double time = run.cpu_accumulated_time * 1e9 / static_cast<double>(run.iterations);
      const auto [found, is_new] = times.emplace(run.run_name.function_name, time);
      if (!is_new) found->second = std::min(found->second, time);
    }
  }

  Times times;
};

Options parse_options(int argc, char** argv) {
  // Several repetitions in random order: what else the machine does hits all contenders alike.
  static std::array<std::string, 3> defaults{"--benchmark_repetitions=5",
                                             "--benchmark_min_time=0.05",
                                             "--benchmark_enable_random_interleaving=true"};
  Options options;
  options.rest.push_back(argv[0]);
  for (auto& option : defaults) options.rest.push_back(option.data());
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const bool has_value = i + 1 < argc;
    if (argument == "--summary") {
      options.prints_summary = true;
    } else if (argument == "--list") {
      options.lists = true;
    } else if (argument == "--only" && has_value) {
      options.only = argv[++i];
    } else if (argument == "--passes" && has_value) {
      options.passes = std::stoi(argv[++i]);
    } else {
      options.rest.push_back(argv[i]);
    }
  }
  return options;
}

int count(const Options& options, const Contenders& contenders,
          const std::vector<SampleClass>& classes) {
  const auto found = std::ranges::find(contenders, options.only, &Contender::full_name);
  if (found == contenders.end()) {
    std::cerr << "there is no contender '" << options.only << "'; see --list\n";
    return 2;
  }
  const auto allocated = allocations_of(*found, classes);  // warms up, too
  measured_passes(*found, classes, options.passes);
  std::cout << found->full_name() << ": " << options.passes << " passes over "
            << value_count(classes) << " documents, " << allocated << " allocations per document\n";
  return 0;
}

void measure_class(benchmark::State& state, const Contender& contender,
                   const SampleClass& samples) {
  while (state.KeepRunning()) pass(contender, samples);
  const auto passes = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(passes * static_cast<std::int64_t>(samples.bytes()));
  state.SetItemsProcessed(passes * static_cast<std::int64_t>(samples.samples.size()));
}

void register_benchmark(const Contender& contender, const SampleClass& samples) {
  const auto name = contender.full_name() + "/" + samples.name;
  benchmark::RegisterBenchmark(
      name.c_str(), [&](benchmark::State& state) { measure_class(state, contender, samples); });
}

int measure(Options& options, const Contenders& contenders,
            const std::vector<SampleClass>& classes) {
  int count = static_cast<int>(options.rest.size());
  benchmark::Initialize(&count, options.rest.data());
  if (benchmark::ReportUnrecognizedArguments(count, options.rest.data())) {
    std::cerr << usage;
    return 2;
  }
  for (const auto& contender : contenders) {
    for (const auto& samples : classes) register_benchmark(contender, samples);
  }
  if (!options.prints_summary) {
    benchmark::RunSpecifiedBenchmarks();
    return 0;
  }
  Collector collector;
  benchmark::RunSpecifiedBenchmarks(&collector);
  print_summary(std::cout, contenders, classes, collector.times);
  return 0;
}

int run(int argc, char** argv) {
  auto options = parse_options(argc, argv);
  const auto contenders = all_contenders();
  if (options.lists) {
    for (const auto& contender : contenders) {
      std::cout << contender.full_name() << '\t' << contender.label << '\n';
    }
    return 0;
  }
  auto classes = load_samples();
  if (options.only.empty()) std::ranges::move(generate_samples(), std::back_inserter(classes));
  drop_refused(classes, contenders, std::cerr);
  return options.only.empty() ? measure(options, contenders, classes)
                              : count(options, contenders, classes);
}

}  // namespace
}  // namespace presentity::bench

int main(int argc, char** argv) {
  try {
    return presentity::bench::run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "presentity_bench: " << e.what() << '\n';
    return 1;
  }
}
