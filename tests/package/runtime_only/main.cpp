// SPDX-License-Identifier: MIT
#include <presentity/validator.hpp>

#include <iostream>

int main() {
  const presentity::Validator validator;
  const auto report = validator.validate(
      R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" manual="yes"/>)");
  for (const auto& finding : report.diagnostics) std::cout << finding.message << '\n';
  return report.verdict == presentity::Verdict::invalid ? 0 : 1;
}
