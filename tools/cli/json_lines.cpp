// SPDX-License-Identifier: MIT
#include "cli/json_lines.hpp"

#include <nlohmann/json.hpp>

#include <ostream>
#include <string>

namespace presentity::cli {
namespace {

using Json = nlohmann::ordered_json;

void print_line(std::ostream& out, const Json& object) {
  constexpr bool ascii_only = true;
  out << object.dump(-1, ' ', ascii_only, Json::error_handler_t::replace) << '\n';
}

Json instance_object(const Instance& instance) {
  Json object = Json::object({{"category", instance.category}});
  if (!instance.type.empty()) object["type"] = instance.type;
  if (instance.instance) object["instance"] = *instance.instance;
  if (instance.container) object["container"] = *instance.container;
  return object;
}

Json diagnostic_object(const Diagnostic& diagnostic) {
  return {{"severity", to_string(diagnostic.severity)},
          {"rule", diagnostic.rule},
          {"line", diagnostic.position.line},
          {"column", diagnostic.position.column},
          {"path", diagnostic.path},
          {"message", diagnostic.message},
          {"help", diagnostic.help}};
}

Json document_object(const CheckedDocument& document) {
  Json object = Json::object({{"file", document.path}, {"verdict", to_string(document.outcome)}});
  if (!document.problem.empty()) object["problem"] = document.problem;
  return object;
}

}  // namespace

void print_validated(std::ostream& out, const CheckedDocument& document) {
  Json object = document_object(document);
  object["root"] = document.report.root;
  object["instances"] = Json::array();
  for (const auto& instance : document.report.instances) {
    object["instances"].push_back(instance_object(instance));
  }
  object["diagnostics"] = Json::array();
  for (const auto& diagnostic : document.report.diagnostics) {
    object["diagnostics"].push_back(diagnostic_object(diagnostic));
  }
  print_line(out, object);
}

void print_round_trip(std::ostream& out, const CheckedDocument& document) {
  Json object = document_object(document);
  object["differences"] = document.differences;
  print_line(out, object);
}

void print_object(std::ostream& out, Fields fields) {
  Json object = Json::object();
  for (const auto& [name, value] : fields) {
    auto& member = object[std::string(name)];
    std::visit([&member](const auto& one) { member = one; }, value);
  }
  print_line(out, object);
}

}  // namespace presentity::cli
