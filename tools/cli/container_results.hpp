// SPDX-License-Identifier: MIT
#pragma once

#include "cli/containers_input.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <presentity/diagnostic.hpp>
#include <presentity/presence/placement.hpp>

#include <iosfwd>
#include <string>
#include <vector>

/// \file
/// What the commands of `presentity containers` print.

namespace presentity::cli {

struct ResolvedWatcher {
  presence::Address watcher;
  presence::Resolution resolution;
  presence::BlockDecision calls;
  presence::BlockDecision prompts;
};

void print_resolved(const std::vector<ResolvedWatcher>& watchers, Format format, std::ostream& out);

/// Prints the request; as text the steps go to standard error.
[[nodiscard]] ExitStatus print_placement(const presence::Placement& placement, Format format,
                                         Console& console, std::ostream& out);

/// Breaches as diagnostics with places in the store.
[[nodiscard]] std::vector<Diagnostic> to_diagnostics(
    const ContainersInput& input, const std::vector<presence::Violation>& violations);

/// Prints why a change cannot be made. What has no place is about the change.
void print_refusal(const std::string& path, const std::vector<Diagnostic>& problems,
                   Console& console);

struct CheckedFile {
  std::string path;
  std::vector<Diagnostic> findings;
};

/// Prints the findings and, on standard error, how many there are.
[[nodiscard]] ExitStatus print_findings(const std::vector<CheckedFile>& files,
                                        const OutputOptions& options, const Console& console,
                                        std::ostream& out);

}  // namespace presentity::cli
