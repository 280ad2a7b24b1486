// SPDX-License-Identifier: MIT
#include "cli/container_results.hpp"

#include "cli/json.hpp"
#include "cli/outcome.hpp"
#include "cli/presence_json.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/terminal_text.hpp"

#include <presentity/presence/container_documents.hpp>
#include <presentity/rules.hpp>

#include <cassert>
#include <ostream>
#include <span>
#include <utility>

namespace presentity::cli {
namespace {

using namespace presence;
Json decision_object(const BlockDecision& decision) {
  Json object = {{"blocked", decision.is_blocked}, {"reason", decision.reason}};
  if (decision.rule) object["blockRule"] = *decision.rule;
  return object;
}

void print_resolved_json(const ResolvedWatcher& one, std::ostream& out) {
  const auto& resolution = one.resolution;
  Json object = {{"watcher", to_string(one.watcher)},
                 {"network", to_string(resolution.network)},
                 {"policy", to_string(resolution.policy)},
                 {"container", resolution.container},
                 {"decidedBy", nullptr},
                 {"matches", Json::array()},
                 {"why", explain(resolution)},
                 {"invites", decision_object(one.calls)},
                 {"subscriberPrompt", decision_object(one.prompts)}};
  if (resolution.decided_by) object["decidedBy"] = match_json(*resolution.decided_by);
  for (const auto& match : resolution.matches) object["matches"].push_back(match_json(match));
  print_json(out, object);
}

void print_decision(std::string_view what, const BlockDecision& decision, std::ostream& out) {
  out << "    " << what << (decision.is_blocked ? " are blocked: " + decision.reason : " pass")
      << '\n';
}

void print_resolved_text(const ResolvedWatcher& one, std::ostream& out) {
  const auto& resolution = one.resolution;
  out << terminal_text(to_string(one.watcher)) << ": " << describe(resolution.container) << '\n'
      << "    " << terminal_text(explain(resolution)) << '\n'
      << "    network " << to_string(resolution.network) << ", policy "
      << to_string(resolution.policy) << '\n';
  // The first decided, and is explained; the sentence names the next one in another container.
  for (const auto& match :
       std::span(resolution.matches).subspan(resolution.matches.empty() ? 0 : 1)) {
    out << "    also member of " << describe(match.container) << " as "
        << terminal_text(to_string(match.member)) << '\n';
  }
  print_decision("calls", one.calls, out);
  print_decision("subscriber prompts", one.prompts, out);
}

Json request_object(const SetContainerMembers& request) {
  Json containers = Json::array();
  for (const auto& container : request.container) {
    Json entry = {{"id", container.id},
                  {"version", container.version.value_or(0)},
                  {"members", Json::array()}};
    for (const auto& member : container.member) {
      Json one = {{"action", member.action.text()}, {"type", member.type.text()}};
      if (member.value) one["value"] = *member.value;
      entry["members"].push_back(std::move(one));
    }
    containers.push_back(std::move(entry));
  }
  return containers;
}

Json placement_object(const Placement& placement) {
  Json object = {
      {"changes", placement.request ? request_object(*placement.request) : Json::array()},
      {"roles", Json::array()},
      {"steps", Json::array()}};
  for (const auto& [user, role] : placement.after.roles) {
    object["roles"].push_back({{"user", user}, {"role", to_token(role)}});
  }
  for (const auto& step : placement.steps) {
    Json entry = {{"rule", step.rule}, {"sentence", step.sentence}};
    if (step.member_rule) entry["memberRule"] = *step.member_rule;
    object["steps"].push_back(std::move(entry));
  }
  return object;
}

}  // namespace

void print_resolved(const std::vector<ResolvedWatcher>& watchers, Format format,
                    std::ostream& out) {
  for (const auto& one : watchers) {
    format == Format::ndjson ? print_resolved_json(one, out) : print_resolved_text(one, out);
  }
}

ExitStatus print_placement(const Placement& placement, Format format, Console& console,
                           std::ostream& out) {
  if (format == Format::ndjson) {
    print_json(out, placement_object(placement));
    return ExitStatus::ok;
  }
  for (const auto& step : placement.steps) {
    console.err << terminal_text(step.sentence);
    if (step.rule != "request") console.err << " [" << step.rule << ']';
    console.err << '\n';
  }
  if (!placement.request) return ExitStatus::ok;
  const auto xml = native::container_management::write_set_container_members(*placement.request);
  assert(xml && "members are normalized, so that the request is valid");
  out << *xml << '\n';
  return ExitStatus::ok;
}

std::vector<Diagnostic> to_diagnostics(const ContainersInput& input,
                                       const std::vector<Violation>& violations) {
  std::vector<Diagnostic> result;
  for (const auto& violation : violations) {
    const auto* const rule = find_rule(violation.rule);
    assert(rule != nullptr && "the catalogue has every rule");
    const auto container =
        violation.containers.empty() ? ContainerId{0} : violation.containers.back();
    auto help = violation.help;
    if (violation.is_resolvable) help += "; a client that keeps to the manifest mends this";
    result.push_back({rule->severity,
                      rule->id,
                      {},
                      path_of(input.store.memberships(), container, violation.member),
                      {},
                      violation.message,
                      std::move(help)});
  }
  locate_memberships(input.text, result);
  return result;
}

void print_refusal(const std::string& path, const std::vector<Diagnostic>& problems,
                   Console& console) {
  for (const auto& problem : problems) {
    if (!problem.path.empty()) {
      print_diagnostic(console.err, path, problem, Palette{});
      continue;
    }
    print_error(console.err, problem.message + " [" + std::string(problem.rule) + "]" +
                                 (problem.help.empty() ? "" : "; " + problem.help));
  }
}

ExitStatus print_findings(const std::vector<CheckedFile>& files, const OutputOptions& options,
                          const Console& console, std::ostream& out) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const auto& [path, findings] : files) {
    for (const auto& finding : findings) {
      finding.severity == Severity::error ? ++errors : ++warnings;
      if (options.format == Format::ndjson) {
        Json object = {{"file", path}};
        object.update(diagnostic_json(finding));
        print_json(out, object);
      } else {
        print_diagnostic(out, path, finding, result_palette(options, console));
      }
    }
  }
  out.flush();
  if (!options.quiet) {
    console.err << counted(errors, "error") << ", " << counted(warnings, "warning") << '\n';
  }
  return errors == 0 ? ExitStatus::ok : ExitStatus::findings;
}

}  // namespace presentity::cli
