// SPDX-License-Identifier: MIT
#include "cli/json.hpp"

#include <ostream>

namespace presentity::cli {

std::string json_text(const Json& value, int indentation) {
  constexpr bool ascii_only = true;
  return value.dump(indentation, ' ', ascii_only, Json::error_handler_t::replace);
}

void print_json(std::ostream& out, const Json& value, int indentation) {
  out << json_text(value, indentation) << '\n';
}

Json diagnostic_json(const Diagnostic& diagnostic) {
  return {{"severity", to_string(diagnostic.severity)},
          {"rule", diagnostic.rule},
          {"line", diagnostic.position.line},
          {"column", diagnostic.position.column},
          {"path", diagnostic.path},
          {"message", diagnostic.message},
          {"help", diagnostic.help}};
}

}  // namespace presentity::cli
