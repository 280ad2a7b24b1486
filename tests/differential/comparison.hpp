// SPDX-License-Identifier: MIT
#pragma once

#include "disagreements.hpp"
#include "peers.hpp"

#include <presentity/validator.hpp>

#include <functional>
#include <string>
#include <vector>

namespace presentity::differential {

/// Whether only rules of ours speak against the document: no schema processor has them.
[[nodiscard]] bool has_only_own_errors(const detail::SchemaModel& model, const Document& document,
                                       const Report& report);

[[nodiscard]] bool has_own_errors(const Report& report);

/// One verdict of ours beside one of a peer.
struct Comparison {
  bool is_agreed = true;
  std::vector<const Disagreement*> reasons;  ///< Of a disagreement, one for each error.
  std::vector<Evidence> unexplained;         ///< Errors without a reason.
};

[[nodiscard]] Comparison compare(const Document& document, const Report& report, const Peer& peer,
                                 const std::vector<PeerError>& errors);

/// The same about the verdict `malformed`, which no mutant may get.
[[nodiscard]] Comparison compare_form(const Document& document, const Report& report);

/// A smaller document for which `holds` is still true: elements, attributes and text are removed
/// one after the other.
[[nodiscard]] std::string shrunk(const detail::SchemaModel& model, std::string text,
                                 const std::function<bool(const std::string&)>& holds);

}  // namespace presentity::differential
