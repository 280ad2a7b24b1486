// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

/// \file
/// What a command may touch. Commands never see the process's own streams or environment.

namespace presentity {
class Validator;
}  // namespace presentity

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

/// What the caller lends to a run. Must outlive it.
struct Resources {
  using RoundTrip = Result<std::string, std::string> (*)(std::string_view utf8);

  RoundTrip tree_bindings = nullptr;     ///< Null if the build left them out.
  const Validator* validator = nullptr;  ///< As `Validator::create()` makes it; null: make one.
};

struct Session {
  Console console;
  Resources resources;
  ExitStatus status = ExitStatus::ok;
};

}  // namespace presentity::cli
