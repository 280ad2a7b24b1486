// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <optional>

/// \file
/// What the two programs have in common: the process around a run.

namespace presentity::cli {

/// Runs with the process's own streams; returns as `run` does. What escapes from it becomes a
/// message and the status for failure.
[[nodiscard]] std::optional<int> run_process(int argc, char** argv, const Resources& resources);

/// Replaces the process by the program that does the work: `presentity-generate` if the command is
/// `generate`, `presentity-grammar` if it is about grammars without schemas of the user, else
/// `presentity-xsd`. They lie beside this program or, where it is installed, in
/// libexec/presentity. Returns the exit code only if that fails, having said why.
[[nodiscard]] int become_second_program(int argc, char** argv);

}  // namespace presentity::cli
