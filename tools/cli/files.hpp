// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>

#include <cstddef>
#include <fstream>
#include <iosfwd>
#include <string>
#include <string_view>

/// \file
/// Reading files up to a limit; writing files whole or not at all.

namespace presentity::cli {

/// Returns the first `most` bytes of the file, or all of it if it is smaller; or why it cannot be
/// read. Reads pipes too, but no folders.
[[nodiscard]] Result<std::string, std::string> read_file(const std::string& path, std::size_t most);

/// The same for a stream.
[[nodiscard]] Result<std::string, std::string> read_stream(std::istream& in, std::size_t most);

/// A file that appears under its name, complete, when it is committed, and otherwise never.
///
/// The bytes go to a neighbour with a temporary name. What is no regular file (a device, a pipe) is
/// written directly.
class PendingFile {
 public:
  /// Errors: why the file cannot be written, as a sentence without its name.
  static Result<PendingFile, std::string> create(const std::string& path);

  PendingFile(PendingFile&& other) noexcept;
  PendingFile& operator=(PendingFile&&) = delete;
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;
  ~PendingFile();

  [[nodiscard]] std::ostream& stream() noexcept { return stream_; }

  /// Gives the file its name. Returns why that failed, or an empty string.
  [[nodiscard]] std::string commit();

 private:
  PendingFile(std::string target, std::string temporary);

  std::string target_;
  std::string temporary_;  // Empty: written directly, or already gone.
  std::ofstream stream_;
};

/// Writes `text` to the file, whole or not at all. Returns why that failed, or an empty string.
[[nodiscard]] std::string write_file(const std::string& path, std::string_view text);

}  // namespace presentity::cli
