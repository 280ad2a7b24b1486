// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>
#include <presentity/schemas.hpp>
#include <presentity/validator.hpp>

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

/// \file
/// What a command may touch. Commands never see the process's own streams or environment.

namespace presentity::cli {

/// The public exit codes. See docs/cli.md.
enum class ExitStatus : std::uint8_t {
  ok = 0,
  findings = 1,  ///< A document is invalid, malformed or different.
  usage = 2,     ///< The command line makes no sense.
  failure = 3,   ///< The work could not be done; wins over `findings`.
};

/// Returns the status of a run with both outcomes.
[[nodiscard]] constexpr ExitStatus worse(ExitStatus one, ExitStatus other) noexcept {
  return one < other ? other : one;
}

/// Streams and terminal of a run. The streams must outlive the run.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool no_color = false;  ///< The environment has a non-empty NO_COLOR.
};

struct Session;
struct GrammarCommands;
struct LoggedDocument;

/// A command: its name and what adds it to the command line.
struct Command {
  std::string_view name;
  void (*add)(CLI::App&, Session&) = nullptr;
};

/// What needs other libraries than the runtime. Null where the program does not link them.
struct Resources {
  using LoadSchemas = Result<Schemas, std::vector<Diagnostic>> (*)(std::span<const SchemaSource>);
  using Validate = Report (*)(const Schemas&, std::string_view document, const ReadLimits&);
  using FindInLog = std::vector<LoggedDocument> (*)(std::string_view log, const Schemas&,
                                                    const ReadLimits&);
  using RoundTrip = Result<std::string, std::string> (*)(std::string_view utf8);

  LoadSchemas load_schemas = nullptr;
  Validate validate_with_xerces = nullptr;
  FindInLog find_in_log = nullptr;
  RoundTrip native_bindings = nullptr;
  RoundTrip tree_bindings = nullptr;
  const GrammarCommands* grammar_commands = nullptr;  ///< Has static storage.
  std::span<const Command> commands = {};             ///< Beside those that every program has.
  bool can_delegate = false;  ///< A second program may have what is null here.
};

struct Session {
  Console console;
  Resources resources;
  ExitStatus status = ExitStatus::ok;
  bool is_delegated = false;  ///< The second program must do this; nothing was touched.

  /// Leaves the work to the second program if this one lacks something and there is a second.
  bool delegate_without(bool is_there) noexcept {
    is_delegated = !is_there && resources.can_delegate;
    return is_delegated;
  }
};

}  // namespace presentity::cli
