// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// \file
/// The documents that are measured.

namespace presentity::bench {

struct Sample {
  std::string name;
  std::string root;  ///< Local name of the document element.
  std::string bytes;
};

/// Documents that are measured together.
struct SampleClass {
  std::string name;   ///< Without spaces, for the names of benchmarks: `to-256B`.
  std::string label;  ///< For people.
  enum class Kind { values, envelopes, generated } kind = Kind::values;
  std::vector<Sample> samples;

  [[nodiscard]] std::size_t bytes() const;
};

/// Reads tests/samples/valid. Throws if a document cannot be read or is not valid.
[[nodiscard]] std::vector<SampleClass> load_samples();

/// Returns classes of one generated document each, from 200 bytes to 2 million.
[[nodiscard]] std::vector<SampleClass> generate_samples();

/// Reads those of tests/samples/invalid that any validator has to refuse: not those that break a
/// rule or a limit of our own.
[[nodiscard]] std::vector<Sample> load_invalid_samples();

/// A contactCard of at least `bytes`, longer by one telephone number at most.
[[nodiscard]] std::string generated_card(std::size_t bytes);

}  // namespace presentity::bench
