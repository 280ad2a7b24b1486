// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/validator.hpp>

#include <filesystem>
#include <string>
#include <vector>

/// \file
/// The samples: documents, each with what is said about it.

namespace presentity::samples {

/// A document of the collection.
struct Sample {
  std::string name;   ///< `warned/missing-end/state.xml`
  std::string group;  ///< `valid`, `warned` or `invalid`: the first folder.
  std::string topic;  ///< `missing-end`: the second folder.
  std::string bytes;
  std::string expected;  ///< Findings as in the text file beside it; empty without such a file.
};

/// Returns the content of a file. Throws if it cannot be read.
[[nodiscard]] std::string content_of(const std::filesystem::path& file);

/// Returns the lines of a file. Throws if it cannot be read.
[[nodiscard]] std::vector<std::string> lines_of(const std::filesystem::path& file);

/// Returns every `*.xml` below `folder` in the order of the names. Throws if there is none.
[[nodiscard]] std::vector<std::filesystem::path> documents_below(
    const std::filesystem::path& folder);

/// Returns the samples of a group.
[[nodiscard]] std::vector<Sample> samples_of(const std::string& group);

/// Returns the findings of a report as `presentity validate` prints them, without the file name.
[[nodiscard]] std::string findings_as_text(const Report& report);

/// Returns the validator that all tests share.
[[nodiscard]] const Validator& validator();

}  // namespace presentity::samples
