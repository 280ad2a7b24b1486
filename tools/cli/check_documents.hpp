// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"
#include "cli/outcome.hpp"
#include "cli/session.hpp"

#include <presentity/validator.hpp>

#include <functional>
#include <iosfwd>
#include <string>

/// \file
/// The frame of every command that checks documents.

namespace presentity::cli {

/// How a command differs from the others.
struct DocumentCheck {
  /// Finishes a document that is valid; `bytes` are the document's. May be called in any thread.
  std::function<void(const Validator&, const std::string& bytes, CheckedDocument&)> finish;

  /// Prints the result of a document as an NDJSON object.
  void (*print_json)(std::ostream&, const CheckedDocument&) = nullptr;

  /// The NDJSON object does not hold the diagnostics: print them to standard error.
  bool json_lacks_diagnostics = false;

  /// With one document named: print what it was turned into, and findings to standard error.
  bool is_filter = false;
};

/// Loads the schemas, validates every input in parallel, hands the valid ones to `check.finish`,
/// and prints the results in the order of the inputs.
[[nodiscard]] ExitStatus check_documents(const DocumentOptions& options, const DocumentCheck& check,
                                         Session& session);

}  // namespace presentity::cli
