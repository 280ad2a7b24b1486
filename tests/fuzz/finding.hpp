// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

/// \file
/// How a fuzz target says that something is wrong.

namespace presentity::fuzz {

/// Ends the program with this sentence. libFuzzer keeps the input and prints where.
[[noreturn]] inline void report(std::string_view sentence, std::string_view detail = {}) {
  std::fprintf(stderr, "finding: %.*s: %.*s\n", static_cast<int>(sentence.size()), sentence.data(),
               static_cast<int>(detail.size()), detail.data());
  std::abort();
}

inline void require(bool holds, std::string_view sentence, std::string_view detail = {}) {
  if (!holds) report(sentence, detail);
}

}  // namespace presentity::fuzz
