// SPDX-License-Identifier: MIT
#pragma once

#include "generator/generator.hpp"

#include <string>
#include <vector>

namespace presentity::generator {

/// The files in `folder` that are missing or differ from `files`.
[[nodiscard]] std::vector<std::string> stale_files(const std::vector<GeneratedFile>& files,
                                                   const std::string& folder);

/// Writes the files that differ. Returns why that failed, or an empty string.
[[nodiscard]] std::string write_changed(const std::vector<GeneratedFile>& files,
                                        const std::string& folder);

/// A rule in Make's syntax: all of `files` depend on `inputs`.
[[nodiscard]] std::string depfile(const std::vector<GeneratedFile>& files,
                                  const std::string& folder,
                                  const std::vector<std::string>& inputs);

}  // namespace presentity::generator
