// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/native.hpp>
#include <presentity/native/categories.hpp>
#include <presentity/native/fault.hpp>
#include <presentity/native/richPresence.hpp>
#include <presentity/presence/category_names.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/raw.hpp>
#include <presentity/result.hpp>
#include <presentity/validator.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Publish requests that name category, instance and container themselves, without a grammar.
///
/// Requests are `native::rich_presence::PublishType`. What stands here makes them, checks what no
/// schema says, and corrects them when the server knows other versions.
///
/// Sources: creating-enhanced-presence-category-instances; deleting-an-existing-publication;
/// protocol-facts sections 3.1 and 3.2.

namespace presentity::presence {

using Publication = native::rich_presence::PublicationType;
using PublishRequest = native::rich_presence::PublishType;
using ExpireType = native::rich_presence::ExpireTypeEnum;

/// An instance as an envelope tells it: its value and its operational attributes.
using CategoryInstance = native::categories::CategoryType;

/// What tells instances of one presentity apart.
struct InstanceKey {
  std::string category;
  std::uint32_t instance = 0;
  ContainerId container = 0;

  friend auto operator<=>(const InstanceKey&, const InstanceKey&) = default;
};

[[nodiscard]] InstanceKey key_of(const Publication& publication);

/// Nothing if the instance or the container is not stated.
[[nodiscard]] std::optional<InstanceKey> key_of(const CategoryInstance& instance);

/// Whether an entry of a notification, without instance and value, says that the presentity has no
/// instance of its category: in the container that it names, or at all.
///
/// Source: protocol-facts sections 3.3 and 6 (7).
[[nodiscard]] bool says_there_is_none(const CategoryInstance& entry) noexcept;

/// Returns `note instance 0 in container 200`.
[[nodiscard]] std::string to_string(const InstanceKey& key);

/// What ends a publication. Endpoint-bound unless said otherwise, as in UCMA.
struct Expiry {
  ExpireType type = ExpireType::endpoint;
  std::uint32_t seconds = 0;  ///< From the publication on; with `ExpireType::time`, at least 1.
};

/// Returns a publication. `version` is the one that the client knows; 0 for a new instance.
[[nodiscard]] Publication make_publication(InstanceKey key, RawElement value,
                                           std::uint32_t version = 0, Expiry expiry = {});

/// Returns a deletion: no value, and no time left.
///
/// Pages contradict each other about the expire type of a deletion: `time`, or the one that the
/// instance has. The page about deletion says `time`.
[[nodiscard]] Publication make_deletion(InstanceKey key, std::uint32_t version,
                                        ExpireType type = ExpireType::time);

[[nodiscard]] bool is_deletion(const Publication& publication) noexcept;

/// Returns a request of the user with this SIP URI.
[[nodiscard]] PublishRequest make_request(std::string uri, std::vector<Publication> publications);

/// Returns the value that `document` holds, if it is a valid value of `category`, or the errors. A
/// category that no schema of the validator declares takes any element.
[[nodiscard]] Result<RawElement, std::vector<Diagnostic>> read_value(
    std::string_view document, std::string_view category, const Validator& validator = Validator());

/// Returns what is wrong with a request beyond what its schema says; nothing if it can be sent.
///
/// Errors: `container-out-of-range`, `duplicate-publication`, `invalid-value` (of `uri`),
/// `publication-expiry`, `publication-value`, `unregistered-category`. Diagnostics have a path but
/// no position: there is no document yet. Values are not looked at.
[[nodiscard]] std::vector<Diagnostic> check(const PublishRequest& request,
                                            const CategoryNames& names);

/// Reads a request. Values are checked as their category, and the request as `check` does, with
/// positions.
[[nodiscard]] ReadResult<PublishRequest> read_request(std::string_view document,
                                                      const CategoryNames& names,
                                                      const Validator& validator = Validator());

/// Writes a request that passes all that `read_request` checks, or returns what is wrong.
[[nodiscard]] WriteResult write_request(const PublishRequest& request, const CategoryNames& names,
                                        const Validator& validator = Validator());

/// Why a request cannot be corrected after a fault.
struct CannotRetry {
  enum class Reason : std::uint8_t {
    not_a_conflict,      ///< The fault is about something else than versions.
    no_operation,        ///< It names no publication.
    index_out_of_range,  ///< It names one that the request does not have.
    other_request,       ///< It repeats a version that the request does not state.
    no_current_version,  ///< It does not say which version is current.
    same_version,        ///< The current version is the one that was sent: it would never end.
  };

  Reason reason = Reason::not_a_conflict;
  std::uint32_t index = 0;  ///< Of the operation in question, as the fault has it; else 0.

  friend bool operator==(const CannotRetry&, const CannotRetry&) = default;
};

/// Returns one sentence, lower case, no full stop.
[[nodiscard]] std::string to_string(const CannotRetry& problem);

/// Returns `request` with the versions that the fault names, which is that of a 409 answer; its
/// indices count from 1. What the fault does not name stays as it is.
[[nodiscard]] Result<PublishRequest, CannotRetry> retry(const PublishRequest& request,
                                                        const native::fault::FaultType& fault);

}  // namespace presentity::presence
