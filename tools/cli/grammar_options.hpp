// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// \file
/// The options of the commands that work with publication grammars, and the functions that carry
/// them out. Those need libxslt, so they are in a library of their own, and come as `Resources`.

namespace presentity::cli {

struct GrammarCheckOptions {
  DocumentOptions documents;
  std::vector<std::string> registered;  ///< Category names of the user's own.
};

struct GrammarShowOptions {
  OutputOptions output;
  std::string grammar = "lync2013";  ///< Or a file.
  std::string format = "text";       ///< Or `json`.
};

struct PublishOptions {
  OutputOptions output;
  std::string value;  ///< A file or `-`; empty with `is_bootstrap`.
  std::string grammar = "lync2013";
  std::string format = "xml";  ///< `json` or `text`.
  std::string uri;
  std::string endpoint;
  std::string mailbox;
  std::string category;                   ///< Empty: that of the value's root.
  std::optional<std::uint32_t> instance;  ///< Nothing: as a client numbers it.
  std::string expire_type;                ///< Empty: as a client does.
  std::optional<std::uint32_t> expires;
  std::vector<std::string> registered;
  bool is_bootstrap = false;
};

/// The commands. Each returns the status of its run.
struct GrammarCommands {
  ExitStatus (*check)(const GrammarCheckOptions&, Session&);
  ExitStatus (*show)(const GrammarShowOptions&, Session&);
  ExitStatus (*publish)(const PublishOptions&, Session&);
};

/// Says that this build has no grammars, and returns the status for that.
ExitStatus lacks_grammars(Session& session);

/// Runs `command` with the commands of this program; leaves it to the second program if this one
/// has none, or not `is_able`.
template <class Command>
ExitStatus run_with_grammars(Session& session, bool is_able, Command command) {
  const auto* const commands = session.resources.grammar_commands;
  if (session.delegate_without(commands != nullptr && is_able)) return ExitStatus::ok;
  return commands != nullptr ? command(*commands) : lacks_grammars(session);
}

}  // namespace presentity::cli
