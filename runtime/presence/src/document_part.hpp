// SPDX-License-Identifier: MIT
#pragma once

#include "encoding.hpp"
#include "outline.hpp"

#include <presentity/categories.hpp>
#include <presentity/diagnostic.hpp>
#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// An element within an envelope as a document of its own, and the way back to places in the
/// envelope.

namespace presentity::presence {

/// A valid document whose parts are looked for.
class PartedDocument {
 public:
  using Condition = std::function<bool(const detail::Outline&, detail::NodeId)>;

  /// Validates the document.
  ///
  /// Errors: those of the validator.
  static Result<PartedDocument, std::vector<Diagnostic>> open(std::string_view bytes,
                                                              const ReadLimits& limits);

  /// What the validator warns of.
  [[nodiscard]] const std::vector<Diagnostic>& warnings() const noexcept { return warnings_; }

  [[nodiscard]] const detail::Outline& outline() const noexcept { return *outline_; }

  /// Whether this is the name of the document element.
  [[nodiscard]] bool has_root(const ExpandedName& name) const noexcept;

  /// An error about the document element.
  [[nodiscard]] Diagnostic refusal(std::string_view rule, std::string message,
                                   std::string help = {}) const;

  /// The first element of this name, in document order, that meets the condition; `no_node` if
  /// there is none.
  [[nodiscard]] detail::NodeId find(const ExpandedName& name,
                                    const Condition& condition = {}) const;

  /// Gives diagnostics about the part that begins at `part` their positions. Their paths begin with
  /// the name of that element, and get the rest of the way to the document element.
  void locate(detail::NodeId part, std::vector<Diagnostic>& diagnostics) const;

 private:
  PartedDocument() = default;

  std::unique_ptr<const detail::Utf8Text> text_;  // The outline refers to it.
  std::unique_ptr<const detail::Outline> outline_;
  std::vector<Diagnostic> warnings_;
};

/// `container[2]`, or `container` where it is the only one.
[[nodiscard]] std::string path_step(std::string_view name, std::size_t index, std::size_t count);

}  // namespace presentity::presence
