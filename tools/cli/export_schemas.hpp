// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <presentity/embedded_schemas.hpp>

#include <span>
#include <string>

namespace presentity::cli {

struct ExportOptions {
  std::string directory;
  bool force = false;
  bool quiet = false;
  bool verbose = false;
};

/// Writes the files to the folder, which is made if need be. A file that is there and differs is
/// replaced only with `force`; without, nothing at all is written.
[[nodiscard]] ExitStatus export_schemas(const ExportOptions& options,
                                        std::span<const EmbeddedFile> files, Console& console);

}  // namespace presentity::cli
