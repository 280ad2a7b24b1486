// SPDX-License-Identifier: MIT
#include "cli/json_lines.hpp"

#include "cli/json.hpp"

#include <ostream>
#include <string>

namespace presentity::cli {
namespace {

Json instance_object(const Instance& instance) {
  Json object = Json::object({{"category", instance.category}});
  if (!instance.type.empty()) object["type"] = instance.type;
  if (instance.instance) object["instance"] = *instance.instance;
  if (instance.container) object["container"] = *instance.container;
  return object;
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
    object["diagnostics"].push_back(diagnostic_json(diagnostic));
  }
  print_json(out, object);
}

void print_round_trip(std::ostream& out, const CheckedDocument& document) {
  Json object = document_object(document);
  object["differences"] = document.differences;
  print_json(out, object);
}

void print_object(std::ostream& out, Fields fields) {
  Json object = Json::object();
  for (const auto& [name, value] : fields) {
    auto& member = object[std::string(name)];
    std::visit([&member](const auto& one) { member = one; }, value);
  }
  print_json(out, object);
}

}  // namespace presentity::cli
