// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/native/containers.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/read_limits.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Memberships as documents hold them, and as the rules of access need them.
///
/// Source: protocol-facts sections 3.4 and 3.5; schema containers.xsd.

namespace presentity::presence {

/// What a document says about memberships.
struct ReadContainers {
  std::vector<Container> containers;  ///< Each id once, in the order of the document.
  /// What is not in `containers`, or not as it is written. Paths begin with `/containers`; the
  /// positions are unset. Rules: `container-out-of-range`, `bad-member`, `duplicate-container`,
  /// `duplicate-member`. A member of an unknown kind is left out without a word here: the validator
  /// has one, `unknown-token`.
  std::vector<Diagnostic> findings;
};

/// Reads memberships. Members are normalized (`make_member`); of a container that stands there
/// several times the members are taken together, with the greatest version (ours: nothing that
/// grants or blocks is overlooked).
[[nodiscard]] ReadContainers containers_of(const native::containers::ContainersType& document);

/// Makes `document` hold `containers`, so that `containers_of` returns them. Everything else stays:
/// how members are written, their order, unknown kinds, other attributes and elements. A container
/// that is not in `containers` is removed.
void update(native::containers::ContainersType& document, std::span<const Container> containers);

/// The path of a membership in a document, as the paths of findings, or of its container if the
/// member is not there, or of the document element.
[[nodiscard]] std::string path_of(const native::containers::ContainersType& document,
                                  ContainerId container, const Member& member);

/// Gives diagnostics with paths as `path_of` makes them the positions and full paths in `bytes`, a
/// `containers` document or `roamingData` with one inside. Other documents change nothing.
void locate_memberships(std::string_view bytes, std::vector<Diagnostic>& diagnostics,
                        const ReadLimits& limits = {});

}  // namespace presentity::presence
