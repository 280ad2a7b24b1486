// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/presence/free_busy.hpp>
#include <presentity/presence/time.hpp>
#include <presentity/raw.hpp>
#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// What a document says, in plain language.

namespace presentity::presence {

/// One thing that a document says, and the things it consists of.
struct Fact {
  std::string label;  ///< `availability`.
  std::string text;   ///< `6500, Busy`; may be empty if there are details.
  std::vector<Fact> details;

  friend bool operator==(const Fact&, const Fact&) = default;
};

/// What a document says. Texts of the document are in it as they are: whoever prints them takes
/// care of control characters.
struct Description {
  std::string root;      ///< Local name of the document element.
  std::string headline;  ///< The document in one line.
  std::vector<Fact> facts;

  friend bool operator==(const Description&, const Description&) = default;
};

struct DescribeOptions {
  /// What time it is, for "Away for 5 hours". Nothing: how long is not told.
  std::optional<TimePoint> now = std::nullopt;
  SlotOrder slot_order = SlotOrder::low_bits_first;
  /// Unfolds the values in envelopes, each of which is one line otherwise.
  bool unfolds_envelopes = false;
  /// The category of a document that is a value, where its root does not tell, as with `dndState`.
  std::string category = {};
  ReadLimits limits = {};
};

/// Describes a document in UTF-8: the value of a category, an envelope or a manifest. What is in it
/// and not known is said to be unknown.
///
/// Errors: what is wrong with the document, as `Validator::validate` tells; the rule `unknown-root`
/// for an element that no built-in schema declares; `category-mismatch` for a document that is no
/// value of the category of the options.
[[nodiscard]] Result<Description, std::vector<Diagnostic>> describe(
    std::string_view xml, const DescribeOptions& options = {});

/// Returns what the value of an instance says, in one line: the headline of its description. The
/// category tells what the value does not (and not that of the options); it may be empty. A value
/// that cannot be described has a line that says so.
[[nodiscard]] std::string headline(const RawElement& value, std::string_view category,
                                   const DescribeOptions& options = {});

}  // namespace presentity::presence
