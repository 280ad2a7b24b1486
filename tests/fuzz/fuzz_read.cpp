// SPDX-License-Identifier: MIT
// The native bindings read a document if, and only if, it is valid; and what they write says the
// same and is read as the same.
#include "finding.hpp"

#include <presentity/native/documents.hpp>
#include <presentity/validator.hpp>

#include <cstdint>
#include <string_view>

using namespace presentity;
using presentity::fuzz::report;
using presentity::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Validator validator;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto after = native::round_trip(bytes);
  const bool is_valid = validator.verdict(bytes) == Verdict::valid;
  if (after && !is_valid) report("the bindings read what is not valid", std::string(bytes));
  if (!after && is_valid) {
    // Valid, but beyond what C++ types hold: said in the error, and nothing was lost.
    require(after.error().find("beyond what can be held") != std::string::npos,
            "the bindings refuse a valid document");
  }
  if (!after) return 0;
  const auto differences = validator.differences(bytes, *after);
  if (!differences.empty()) report("a round trip changes the document", differences.front());
  const auto again = native::round_trip(*after);
  require(again && *again == *after, "what was written is not read as the same");
  return 0;
}
