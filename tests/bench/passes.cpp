// SPDX-License-Identifier: MIT
#include "passes.hpp"

#include "allocations.hpp"

#include <ostream>
#include <stdexcept>

namespace presentity::bench {
namespace {

bool is_refused(const Sample& sample, const Contenders& contenders, std::ostream& log) {
  for (const auto& contender : contenders) {
    if (contender.run(sample)) continue;
    log << "left out: " << contender.full_name() << " refuses " << sample.name << '\n';
    return true;
  }
  return false;
}

void pass_values(const Contender& contender, const std::vector<SampleClass>& classes) {
  for (const auto& samples : classes) {
    if (samples.kind == SampleClass::Kind::values) pass(contender, samples);
  }
}

}  // namespace

void drop_refused(std::vector<SampleClass>& classes, const Contenders& contenders,
                  std::ostream& log) {
  for (auto& samples : classes) {
    std::erase_if(samples.samples,
                  [&](const Sample& sample) { return is_refused(sample, contenders, log); });
    if (samples.samples.empty()) throw std::runtime_error("nothing left of " + samples.name);
  }
}

void pass(const Contender& contender, const SampleClass& samples) {
  for (const auto& sample : samples.samples) {
    if (!contender.run(sample)) {
      throw std::runtime_error(contender.full_name() + " refuses " + sample.name);
    }
  }
}

[[gnu::noinline]] void measured_passes(const Contender& contender,
                                       const std::vector<SampleClass>& classes, int passes) {
  for (int i = 0; i < passes; ++i) pass_values(contender, classes);
}

double allocations_of(const Contender& contender, const std::vector<SampleClass>& classes) {
  pass_values(contender, classes);
  const auto before = allocations;
  pass_values(contender, classes);
  return static_cast<double>(allocations - before) / static_cast<double>(value_count(classes));
}

std::size_t value_count(const std::vector<SampleClass>& classes) {
  std::size_t count = 0;
  for (const auto& samples : classes) {
    if (samples.kind == SampleClass::Kind::values) count += samples.samples.size();
  }
  return count;
}

}  // namespace presentity::bench
