// SPDX-License-Identifier: MIT
#include "check_simple.hpp"
#include "datatypes.hpp"
#include "differential_values.hpp"
#include "native_types.hpp"
#include "unicode.hpp"
#include "xerces_types.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace presentity::detail;
using namespace presentity::detail::testing;

namespace {

constexpr std::size_t values_per_type = 3'000;
constexpr std::string_view alphabet = "0123456789-+:.TZPYMDHSE =abAFz%#/[]";

bool has_designator_without_digits(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool needs_digit = std::string_view("YMDHS.").find(text[at]) != std::string_view::npos;
    if (needs_digit && (text[at - 1] < '0' || text[at - 1] > '9')) return true;
  }
  return false;
}

bool has_point_alone(std::string_view text) {
  std::string padded = " " + std::string(text) + " ";
  for (auto& c : padded) c = is_space(c) || c == '+' || c == '-' ? ' ' : c;
  return padded.find(" . ") != padded.npos;
}

/// The heading of disagreements.md that explains why the engines differ; empty if none does.
std::string_view explanation(const std::string& type, std::string_view text, bool is_ours) {
  if (text.find('\xF0') != text.npos) return "Characters beyond U+FFFF";
  if (type == "xs:NOTATION" && text.find(':') != text.npos) return "NOTATION with a prefix";
  const auto number = std::abs(std::strtod(std::string(text).c_str(), nullptr));
  if (type == "double_nan" && number > 0 && number < 2.3e-308) return "Small floats";
  if (is_ours) {
    if (type == "hex_enum") return "Enumeration of hexBinary";
    if (type == "float_range" && number < 1.2e-38) {
      return "Small floats";
    }
    return {};
  }
  if (has_point_alone(text)) return "Decimal without digits";
  const auto trimmed_text = trimmed(text);
  if (type == "datetime_local" &&
      compare(Primitive::date_time, trimmed_text, "2000-01-16T02:00:00Z") == Order::equal) {
    return "Exactly fourteen hours";
  }
  if (trimmed_text.find('P') < 2 && has_designator_without_digits(trimmed_text)) {
    return "Duration without numbers";
  }
  if (trimmed_text.starts_with("--") && trimmed_text.substr(4, 2) == "--") {
    return "gMonth of the first edition";
  }
  return {};
}

std::vector<std::string> type_names(const std::vector<TypeSpec>& specs) {
  std::vector<std::string> names;
  for (const auto& type : built_in_types().types) {
    names.push_back("xs:" + std::string(type.built_in));
  }
  for (const auto& spec : specs) names.push_back(spec.name);
  return names;
}

}  // namespace

TEST_SUITE("differential") {
  TEST_CASE("values are accepted where Xerces accepts them, but for the listed disagreements") {
    const auto specs = derived_types();
    const NativeTypes native(specs);
    const XercesTypes xerces(specs);
    std::map<std::string_view, std::size_t> explained;
    std::string scratch;
    std::size_t total = 0;
    std::size_t accepted = 0;
    Random random(20131);

    for (const auto& name : type_names(specs)) {
      CAPTURE(name);
      const auto type = native.find(name);
      const auto seeds = seeds_for(native, name);
      std::size_t valid = 0;
      for (std::size_t i = 0; i < values_per_type; ++i, ++total) {
        const auto text = i < seeds.size() ? seeds[i] : mutated(seeds, alphabet, random);
        const bool is_ours = accepts(native.table(), type, text, scratch);
        valid += is_ours ? 1 : 0;
        if (is_ours == xerces.accepts(name, text)) continue;
        CAPTURE(text);
        const auto why = explanation(name, text, is_ours);
        CHECK_FALSE(why.empty());
        ++explained[why];
      }
      CHECK(valid > 50);  // otherwise the test says little
      accepted += valid;
    }
    CHECK(total >= 200'000);
    MESSAGE(total << " values, " << accepted << " accepted");
    for (const auto& [why, count] : explained) MESSAGE(why << ": " << count);
  }
}
