// SPDX-License-Identifier: MIT
#include "cli/grammar/find_grammar.hpp"
#include "cli/grammar/grammar_commands.hpp"
#include "cli/inputs.hpp"
#include "cli/json.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"

#include <presentity/enum_tokens.hpp>
#include <presentity/presence/default_instance.hpp>
#include <presentity/validator.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presentity::cli {
namespace {

using grammar::CategoryValue;
using grammar::ExpireType;
using grammar::PublicationGrammar;
using grammar::PublishFailure;
using grammar::Publishing;

constexpr std::string_view placeholder = "sip:user@example.com";

/// A value to publish, or the status of a run that ends without one.
using FoundValue = Result<CategoryValue, ExitStatus>;

ExitStatus report(std::ostream& err, std::string_view path, const std::vector<Diagnostic>& found,
                  ExitStatus status) {
  print_diagnostics(err, path, found);
  return status;
}

ExitStatus say(std::ostream& err, std::string_view path, std::string_view message,
               ExitStatus status) {
  print_problem(err, path, message);
  return status;
}

/// The category of a document that is one value; empty if it is something else.
std::string category_of(const Validator& validator, const Report& report) {
  if (report.instances.size() != 1) return {};
  const auto& instance = report.instances.front();
  const bool is_root = instance.path == '/' + report.root;
  return is_root && validator.registry().find(instance.category) != nullptr ? instance.category
                                                                            : std::string();
}

/// Where no option says it, as a client does. Returns why that cannot be told, or nothing.
std::string number(const PublishOptions& options, const Validator& validator,
                   CategoryValue& value) {
  const auto natural = presence::default_instance(
      value.xml, value.category, {options.endpoint, options.mailbox}, validator.registry());
  if (!options.instance && !natural) {
    return "which instance is this? " + natural.error() + "; give --instance";
  }
  value.instance = options.instance.value_or(natural ? natural->id : 0);
  grammar::NaturalExpiry expiry;
  if (natural && natural->id == value.instance) expiry = {natural->expire_type, natural->expires};
  if (!options.expire_type.empty()) {
    const auto type = *from_token<ExpireType>(options.expire_type);
    expiry = {type, type == expiry.type ? expiry.seconds : 0};
  }
  if (options.expires) expiry = {ExpireType::time, *options.expires};
  if (expiry.type == ExpireType::time && expiry.seconds == 0) {
    return "the publication ends with time; give --expires";
  }
  value.expiry = expiry;
  return {};
}

FoundValue find_value(const PublishOptions& options, Session& session) {
  auto& err = session.console.err;
  const Validator validator;
  const auto bytes = read_document({options.value, {}}, validator.limits(), session);
  if (!bytes) return Unexpected{session.status};
  const auto utf8 = validator.to_utf8(*bytes);
  const auto found = validator.validate(*bytes);
  const bool is_own =
      !options.category.empty() && validator.registry().find(options.category) == nullptr;
  // A value of a category that no schema declares is any element.
  if (!utf8 || found.verdict == Verdict::malformed ||
      (!is_own && found.verdict != Verdict::valid)) {
    return Unexpected{report(err, options.value, found.diagnostics, ExitStatus::findings)};
  }
  CategoryValue value;
  value.xml = *utf8;
  value.category = options.category.empty() ? category_of(validator, found) : options.category;
  if (value.category.empty()) {
    const auto problem = "element '" + found.root + "' is not the value of a category";
    return Unexpected{say(err, options.value, problem, ExitStatus::findings)};
  }
  if (auto problem = number(options, validator, value); !problem.empty()) {
    return Unexpected{say(err, options.value, problem, ExitStatus::usage)};
  }
  return value;
}

std::string request_of(const Publishing& publishing, const std::string& uri) {
  native::rich_presence::PublishType request;
  request.publications.publication = publishing.publications;
  request.publications.uri = uri;
  auto written = native::rich_presence::write_publish(request);
  // What the grammar makes of valid values is valid.
  return written ? *std::move(written) + '\n' : std::string();
}

Json publication_object(const grammar::Publication& one) {
  Json object = Json::object({{"category", one.category_name},
                              {"instance", one.instance},
                              {"container", one.container},
                              {"version", one.version.value_or(0)}});
  if (one.expire_type) object["expireType"] = one.expire_type->text();
  if (one.expires) object["expires"] = *one.expires;
  object["value"] = one.any ? one.any->xml : std::string();
  return object;
}

void print_publishing(const PublicationGrammar& grammar, const Publishing& publishing,
                      const std::string& uri, std::ostream& out) {
  Json object = Json::object({{"uri", uri}, {"publications", Json::array()}});
  for (const auto& one : publishing.publications) {
    object["publications"].push_back(publication_object(one));
  }
  object["rules"] = Json::array();
  for (const auto& one : publishing.explanations) {
    const auto& rule = grammar.rules()[one.rule];
    Json entry = Json::object({{"line", rule.position.line},
                               {"container", rule.container},
                               {"outcome", to_string(one.outcome)}});
    if (!one.reason.empty()) entry["reason"] = one.reason;
    object["rules"].push_back(std::move(entry));
  }
  print_json(out, object);
}

void print_rows(const PublicationGrammar& grammar, const Publishing& publishing,
                std::ostream& out) {
  std::vector<std::vector<std::string>> rows = {
      {"container", "category", "instance", "expires", "rule"}};
  for (const auto& one : publishing.explanations) {
    const auto& rule = grammar.rules()[one.rule];
    const auto outcome = std::string(to_string(one.outcome)) +
                         (one.reason.empty() ? "" : ": " + one.reason) + " (line " +
                         std::to_string(rule.position.line) + ')';
    auto& row = rows.emplace_back(
        std::vector{std::to_string(rule.container), terminal_text(rule.category)});
    if (!one.publication) {
      row.insert(row.end(), {"-", "-", outcome});
      continue;
    }
    const auto& made = publishing.publications[*one.publication];
    auto expiry = std::string(made.expire_type ? made.expire_type->text() : "-");
    if (made.expires) expiry += ' ' + std::to_string(*made.expires) + " s";
    row.insert(row.end(), {std::to_string(made.instance), std::move(expiry), outcome});
  }
  print_table(out, rows);
}

ExitStatus print(const PublishOptions& options, const PublicationGrammar& grammar,
                 const Publishing& publishing, Session& session) {
  auto uri = options.uri;
  if (uri.empty() && options.format != "text") {
    uri = placeholder;
    print_note(options.output, session.console.err,
               "no --uri was given: " + uri + " stands in the request");
  }
  return write_results(options.output, session.console, [&](std::ostream& out) {
    if (options.format == "json") {
      print_publishing(grammar, publishing, uri, out);
    } else if (options.format == "text") {
      print_rows(grammar, publishing, out);
    } else {
      out << request_of(publishing, uri);
    }
    return ExitStatus::ok;
  });
}

ExitStatus publish_with(const PublishOptions& options, const PublicationGrammar& grammar,
                        Session& session) {
  auto& err = session.console.err;
  const auto value = find_value(options, session);
  if (!value) return value.error();
  const auto publishing = grammar.publish(*value);
  if (!publishing) {
    const auto& failure = publishing.error();
    const bool is_value = failure.place == PublishFailure::Place::value;
    return report(err, is_value ? options.value : options.grammar, failure.diagnostics,
                  is_value ? ExitStatus::findings : ExitStatus::failure);
  }
  if (publishing->publications.empty()) {
    const auto problem = "no rule of the grammar publishes instance " +
                         std::to_string(value->instance) + " of category '" + value->category + "'";
    return say(err, options.value, problem, ExitStatus::findings);
  }
  return print(options, grammar, *publishing, session);
}

}  // namespace

ExitStatus publish_value(const PublishOptions& options, Session& session) {
  const auto grammar = find_grammar(options.grammar, options.registered, session);
  if (!grammar) return ExitStatus::failure;
  if (!options.is_bootstrap) return publish_with(options, *grammar, session);
  const auto publishing = grammar->bootstrap();
  if (publishing.publications.empty()) {
    return say(session.console.err, options.grammar, "the grammar has no bootstrap rules",
               ExitStatus::findings);
  }
  return print(options, *grammar, publishing, session);
}

}  // namespace presentity::cli
