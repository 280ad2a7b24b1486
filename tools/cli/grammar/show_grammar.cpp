// SPDX-License-Identifier: MIT
#include "cli/grammar/find_grammar.hpp"
#include "cli/grammar/grammar_commands.hpp"
#include "cli/json.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"

#include <presentity/enum_tokens.hpp>

#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presentity::cli {
namespace {

using grammar::PublicationGrammar;
using grammar::Rule;
using grammar::RuleData;
using grammar::RuleType;

std::string_view data_name(RuleData data) {
  switch (data) {
    case RuleData::none:
      return "none";
    case RuleData::value:
      return "value";
    case RuleData::stylesheet:
      return "stylesheet";
  }
  return {};
}

/// `as is`, `stylesheet static *`, `first start: value`.
std::string cell_of(const Rule& rule) {
  if (!rule.type || rule.has_unknown_instance) return "never";
  std::string text = rule.type == RuleType::bootstrap ? "first start: " : "";
  if (rule.type == RuleType::cleanup) {
    text += "deleted";
  } else {
    text += rule.data == RuleData::none ? "as is" : data_name(rule.data);
  }
  if (rule.expire_type) text += ' ' + std::string(to_token(*rule.expire_type));
  if (rule.expire_time != 0) text += ' ' + std::to_string(rule.expire_time) + " s";
  if (rule.is_preferred_for_self) text += " *";
  return text;
}

void print_grammar(const PublicationGrammar& grammar, std::ostream& out) {
  using Key = std::pair<std::string, std::string>;  // category, instance
  std::map<Key, std::map<presence::ContainerId, std::string>> cells;
  std::set<presence::ContainerId> containers;
  for (const auto& rule : grammar.rules()) {
    const auto instance = rule.instance ? std::to_string(*rule.instance) : std::string("all");
    auto& cell = cells[{terminal_text(rule.category), instance}][rule.container];
    cell += (cell.empty() ? "" : ", ") + cell_of(rule);
    containers.insert(rule.container);
  }
  std::vector<std::vector<std::string>> rows = {{"category", "instance"}};
  for (const auto id : containers) rows[0].push_back(std::to_string(id));
  for (const auto& [key, row] : cells) {
    auto& cells_of_row = rows.emplace_back(std::vector{key.first, key.second});
    for (const auto id : containers) {
      const auto found = row.find(id);
      cells_of_row.push_back(found == row.end() ? "-" : found->second);
    }
  }
  print_table(out, rows);
}

void print_rules(const PublicationGrammar& grammar, std::ostream& out) {
  for (const auto& rule : grammar.rules()) {
    Json object = Json::object({{"line", rule.position.line}});
    if (rule.type) object["type"] = to_token(*rule.type);
    object["category"] = rule.category;
    if (rule.instance) object["instance"] = *rule.instance;
    object["container"] = rule.container;
    object["data"] = data_name(rule.data);
    if (rule.expire_type) object["expireType"] = to_token(*rule.expire_type);
    if (rule.expire_time != 0) object["expireTime"] = rule.expire_time;
    object["self"] = rule.is_preferred_for_self;
    print_json(out, object);
  }
}

}  // namespace

ExitStatus show_grammar(const GrammarShowOptions& options, Session& session) {
  const auto grammar = find_grammar(options.grammar, {}, session);
  if (!grammar) return ExitStatus::failure;
  return write_results(options.output, session.console, [&](std::ostream& out) {
    if (options.format == "json") {
      print_rules(*grammar, out);
    } else {
      print_grammar(*grammar, out);
    }
    return ExitStatus::ok;
  });
}

}  // namespace presentity::cli
