// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/categories.hpp>
#include <presentity/diagnostic.hpp>
#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>
#include <presentity/schemas.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Checks category values, envelopes and manifests against the schemas.

namespace presentity {

/// The answer about one document.
enum class Verdict : std::uint8_t {
  valid,      ///< Nothing worse than warnings.
  invalid,    ///< Well-formed, but against the schemas.
  malformed,  ///< Not well-formed, forbidden, or beyond a limit; nothing else was checked.
};

[[nodiscard]] std::string_view to_string(Verdict verdict) noexcept;

/// A category value found in a document, with what the envelope says about it.
struct Instance {
  std::string category;                   ///< From the envelope, else from the root element.
  std::string type;                       ///< Local part of `xsi:type`, or empty.
  std::optional<std::uint64_t> instance;  ///< Instance id.
  std::optional<std::uint32_t> container;
  std::optional<std::uint32_t> version;
  std::string expire_type;               ///< `static`, `user`, `endpoint`, `time`, or empty.
  std::optional<std::uint32_t> expires;  ///< Seconds; 0 deletes.
  std::string publish_time;              ///< As written, or empty.
  Position position;                     ///< Of the envelope's entry, or of the value.
  std::string path;                      ///< The same, as a path.
  std::string value;                     ///< The value's XML, self-contained; empty if none.
};

/// All that was found out about one document.
struct Report {
  Verdict verdict = Verdict::valid;
  std::string root;  ///< Local name of the document element, empty if there is none.
  std::vector<Instance> instances;
  std::vector<Diagnostic> diagnostics;  ///< In the order of their positions.
};

/// Validates documents. Immutable: any number of threads may share one. Copies are cheap and share
/// the schemas.
class Validator {
 public:
  explicit Validator(Schemas schemas = Schemas::built_in(), const ReadLimits& limits = {});

  /// Checks `document`: bytes in UTF-8, UTF-16, ISO-8859-1 or US-ASCII.
  [[nodiscard]] Report validate(std::string_view document) const;

  /// Returns `validate(document).verdict`, without a report: at memory speed for valid documents,
  /// and without allocating once the calling thread has read documents like it.
  [[nodiscard]] Verdict verdict(std::string_view document) const;

  /// Names what differs between `before` and `after`, two well-formed documents that should say
  /// the same. Empty means equivalent: the same elements, attributes and text by expanded name and
  /// in order; ignored are prefixes, the order of attributes and of the parts of an xs:all,
  /// comments, processing instructions, CDATA, white space between elements where only elements may
  /// stand, and white space that a known simple type collapses. How a value is spelled counts: `1`
  /// is not `true`. Each sentence starts with a path.
  [[nodiscard]] std::vector<std::string> differences(std::string_view before,
                                                     std::string_view after) const;

  /// Returns `document` as UTF-8 without a byte order mark, or why it cannot be read. An encoding
  /// that it declares becomes UTF-8; nothing else changes.
  [[nodiscard]] Result<std::string, Diagnostic> to_utf8(std::string_view document) const;

  /// That of the schemas. Valid as long as this object or a copy of it.
  [[nodiscard]] const CategoryRegistry& registry() const noexcept;
  [[nodiscard]] const ReadLimits& limits() const noexcept;

 private:
  struct State;

  std::shared_ptr<const State> state_;
};

}  // namespace presentity
