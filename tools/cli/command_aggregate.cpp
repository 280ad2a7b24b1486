// SPDX-License-Identifier: MIT
#include "cli/command_aggregate.hpp"

#include "cli/aggregate_output.hpp"
#include "cli/options.hpp"
#include "cli/presence_options.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/store_input.hpp"
#include "cli/stored_document.hpp"

#include <presentity/presence/aggregation.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace presentity::cli {
namespace {

using native::categories::CategoryType;
using presence::ContainerId;
using presence::HypotheticalChange;
using presence::InputKind;
using presence::TimePoint;
using Diagnostics = std::vector<Diagnostic>;

struct AggregateOptions {
  OutputOptions output;
  std::string store;
  bool is_log = false;
  std::string at;  // xs:dateTime, or empty
  std::vector<std::string> set;
  std::vector<ContainerId> containers;
  bool explains = false;
  std::string format = "text";
};

// A kind of instance that --set can make, and where it is published if there is none.
struct SettableKind {
  std::string_view name;
  InputKind kind;
  std::uint32_t instance;
};
constexpr std::array<SettableKind, 6> settable_kinds = {{
    {"user", InputKind::user_state, 0x20000000},
    {"machine", InputKind::machine_state, 0x30000000},
    {"meeting", InputKind::meeting, 0x40000000},
    {"oof", InputKind::oof_message, 0x60000000},
    {"phone", InputKind::voip_call, 0x80000000},
    {"presenting", InputKind::presenting_state, 0x2A000000},
}};

struct Wish {
  SettableKind kind;
  std::optional<ContainerId> container;       // Nothing: both.
  std::optional<std::uint32_t> availability;  // Nothing: removed.
};

template <class Number>
bool parse_number(std::string_view text, Number& number) {
  const auto* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  return parsed.ec == std::errc() && parsed.ptr == end;
}

// KIND[@CONTAINER]=AVAILABILITY or KIND[@CONTAINER]=none
std::optional<Wish> parse_wish(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  auto name = text.substr(0, equals);
  const auto value = text.substr(equals + 1);
  Wish wish;
  if (const auto at = name.find('@'); at != std::string_view::npos) {
    ContainerId container = 0;
    if (!parse_number(name.substr(at + 1), container)) return std::nullopt;
    if (container != presence::first_aggregation_container &&
        container != presence::second_aggregation_container) {
      return std::nullopt;
    }
    wish.container = container;
    name = name.substr(0, at);
  }
  const auto* const kind = std::ranges::find(settable_kinds, name, &SettableKind::name);
  if (kind == settable_kinds.end()) return std::nullopt;
  wish.kind = *kind;
  if (value == "none") return wish;
  std::uint32_t availability = 0;
  if (!parse_number(value, availability)) return std::nullopt;
  wish.availability = availability;
  return wish;
}

bool is_of(const presence::Input& input, InputKind kind) {
  const auto plain = [](InputKind one) {
    switch (one) {
      case InputKind::timed_user_state:
        return InputKind::user_state;
      case InputKind::rcc_call:
      case InputKind::pstn_call:
      case InputKind::phone_state:
        return InputKind::voip_call;
      default:
        return one;
    }
  };
  return plain(input.kind) == plain(kind);
}

// The instance of this kind that was published last; a new one if there is none.
presence::Input latest_of(const SettableKind& kind, ContainerId container,
                          std::span<const presence::Input> inputs) {
  const presence::Input* latest = nullptr;
  for (const auto& input : inputs) {
    if (input.container != container || !is_of(input, kind.kind)) continue;
    if (latest == nullptr || latest->publish_time <= input.publish_time) latest = &input;
  }
  if (latest != nullptr) return *latest;
  presence::Input made;
  made.kind = kind.kind;
  made.container = container;
  made.instance = kind.instance;
  return made;
}

void add_changes(const Wish& wish, std::span<const presence::Input> inputs, TimePoint now,
                 std::vector<HypotheticalChange>& changes) {
  for (const auto container :
       {presence::first_aggregation_container, presence::second_aggregation_container}) {
    if (wish.container && *wish.container != container) continue;
    auto changed = latest_of(wish.kind, container, inputs);
    if (!wish.availability) {
      changes.emplace_back(presence::RemoveInput{changed.key()});
      continue;
    }
    changed.availability = wish.availability;
    changed.publish_time = now;
    changed.expires_at.reset();
    changes.emplace_back(presence::SetInput{std::move(changed)});
  }
}

// As the store stands: when the last of it was published.
TimePoint latest_time(std::span<const presence::Input> inputs) {
  const auto latest = std::ranges::max_element(inputs, {}, &presence::Input::publish_time);
  return latest != inputs.end() ? latest->publish_time : TimePoint{};
}

struct Request {
  std::optional<TimePoint> at;
  std::vector<Wish> wishes;
};

Result<Request, std::string> read_request(const AggregateOptions& options) {
  Request request;
  const auto at = read_time(options.at);
  if (!at) return Unexpected{at.error()};
  request.at = *at;
  for (const auto& text : options.set) {
    const auto wish = parse_wish(text);
    if (!wish) {
      return Unexpected{"--set '" + text +
                        "' is not KIND[@2 or @3]=AVAILABILITY; the kinds are user, machine, "
                        "meeting, oof, phone and presenting, and 'none' removes"};
    }
    request.wishes.push_back(*wish);
  }
  auto problem = not_aggregated(options.containers);
  if (!problem.empty()) return Unexpected{std::move(problem)};
  return request;
}

Result<AggregateAnswer, Diagnostics> answer(const AggregateOptions& options, const Request& request,
                                            std::span<const CategoryType> instances) {
  auto read = presence::read_inputs(instances);
  AggregateAnswer answer;
  answer.rejected = std::move(read.rejected);
  answer.is_hypothetical = !request.wishes.empty();
  const auto now = request.at.value_or(latest_time(read.inputs));
  if (answer.is_hypothetical) {
    std::vector<HypotheticalChange> changes;
    for (const auto& wish : request.wishes) add_changes(wish, read.inputs, now, changes);
    answer.differences = presence::what_if(read.inputs, now, changes).differences;
    presence::apply(read.inputs, changes);
  }
  answer.explanation = presence::explain(read.inputs, now);
  auto published = presence::publications(answer.explanation.result, now);
  if (!published) return Unexpected{published.error()};
  answer.publications = *std::move(published);
  if (options.explains) answer.explained = {200, 300};
  if (!options.containers.empty()) answer.explained = options.containers;
  return answer;
}

ExitStatus print(const AggregateOptions& options, const AggregateAnswer& answer, Console& console) {
  for (const auto& rejected : answer.rejected) {
    print_note(options.output, console.err,
               rejected.name + " is not aggregated: " + rejected.reason);
  }
  const auto status = write_results(options.output, console, [&](std::ostream& out) {
    if (options.format == "json") {
      print_aggregate_json(out, answer);
    } else if (options.format == "text") {
      print_aggregate_text(out, answer);
    } else {
      const auto xml = native::categories::write_categories({answer.publications, {}, {}});
      if (!xml) return ExitStatus::failure;
      out << *xml << '\n';
    }
    return ExitStatus::ok;
  });
  return worse(status, answer.rejected.empty() ? ExitStatus::ok : ExitStatus::findings);
}

ExitStatus run(const AggregateOptions& options, Session& session) {
  auto& console = session.console;
  auto request = read_request(options);
  if (!request) {
    print_error(console.err, request.error());
    return ExitStatus::usage;
  }
  auto text =
      read_stored({options.store, options.is_log, {}}, request->at, options.output, session);
  const auto input = read_store(options.store, std::move(text), {StorePart::instances}, session);
  if (!input) return session.status;
  const auto found = answer(options, *request, input->store.entries());
  if (found) return worse(session.status, print(options, *found, console));
  print_diagnostics(console.err, options.store, found.error());
  return worse(session.status, ExitStatus::findings);
}

}  // namespace

void add_aggregate_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "aggregate", "Aggregate what endpoints publish as a server does, and say why");
  const auto options = std::make_shared<AggregateOptions>();
  auto* store = command->add_option("store", options->store,
                                    "roamingData or categories, or a log; - is standard input");
  store->required()->type_name("STORE-OR-LOG");
  take_literally(*store);
  add_time_option(*command, "--at", options->at,
                  "When; default: when the last instance was published; of a log, its end");
  add_log_option(*command, options->is_log);
  command->add_flag("--explain", options->explains, "Say why, to watchers of 200 and 300");
  add_aggregated_option(*command, options->containers,
                        "Say why, to watchers of this container (repeatable)");
  command
      ->add_option("--set", options->set,
                   "What if: KIND[@CONTAINER]=AVAILABILITY, or none to remove")
      ->type_name("CHANGE")
      ->allow_extra_args(false);
  add_format_option(*command, {"text", "json", "xml"}, options->format);
  add_file_option(*command, options->output);
  add_quiet_option(*command, options->output);
  command->footer(
      "The kinds of --set are user, machine, meeting, oof, phone and presenting. It changes the\n"
      "instance of that kind which was published last, in containers 2 and 3 unless one is named.\n"
      "Examples:\n"
      "  presentity aggregate --explain roaming.xml\n"
      "  presentity aggregate --at 2013-02-01T12:00:00Z --format xml roaming.xml\n"
      "  presentity aggregate --set machine=3500 --container 100 roaming.xml");
  command->callback([options, &session] { session.status = run(*options, session); });
}

}  // namespace presentity::cli
