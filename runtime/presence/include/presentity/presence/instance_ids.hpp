// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/categories.hpp>
#include <presentity/native/richPresence.hpp>
#include <presentity/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// \file
/// Instance ids: how a client numbers what it publishes.
///
/// Sources: presence-data-source-and-category-instance-id;
/// publication-behaviors-of-category-instances; protocol-facts section 4.

namespace presentity::presence {

/// What has an id that is made of a hash. In brackets: the key that is hashed.
enum class InstanceKind : std::uint8_t {
  device,             ///< [GRUU]
  machine_state,      ///< [GRUU]
  meeting_state,      ///< Calendar state of a meeting. [SMTP address]
  oof_meeting_state,  ///< Calendar state of a meeting out of office. [SMTP address]
  oof_message_state,  ///< Calendar state of an out-of-office message. [SMTP address]
  rcc_call_state,     ///< Phone state of a call by remote call control. [TEL URI]
  voip_call_state,    ///< Phone state of a call over IP. [SIP URI,GRUU]
  pstn_call_state,    ///< Phone state of a call over the telephone network. [PSTN URI,GRUU]
  free_busy,          ///< Calendar data. [mailbox URI]
  oof_note,           ///< Out-of-office note. [mailbox URI]
};

/// Returns the id. `key` is hashed as it is; keys of two parts are joined by a comma.
///
/// D163: no page says in which order the bytes of the digest are read, and no known pair of key and
/// id decides it. Here the digest is one number with its first byte first, of which the least
/// significant bits are taken. Servers compare ids and never compute them. D162 and real ids of
/// notes: ids that begin with the bits 01 have 30 bits of the hash.
[[nodiscard]] std::uint32_t instance_id(InstanceKind kind, std::string_view key);

/// What ids are made of. Empty: not known.
struct InstanceKeys {
  std::string gruu;     ///< Of the endpoint.
  std::string mailbox;  ///< Of the user. A value that names its mailbox comes first.
};

/// How a client publishes a value.
struct DefaultInstance {
  std::uint32_t id = 0;
  native::rich_presence::ExpireTypeEnum expire_type =
      native::rich_presence::ExpireTypeEnum::static_;
  std::uint32_t expires = 0;  ///< Seconds, if they are documented; else 0.
};

/// Returns how Lync 2013 numbers and ends `document`, a valid value of `category`, or why that
/// cannot be told: one sentence.
[[nodiscard]] Result<DefaultInstance, std::string> default_instance(
    std::string_view document, std::string_view category, const InstanceKeys& keys,
    const CategoryRegistry& registry);

}  // namespace presentity::presence
