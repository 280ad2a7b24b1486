// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/categories.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Instance ids: which instance of a category a source of data publishes; and the endpoint ids and
/// GRUUs that some of them are made of.
///
/// Sources: presence-data-source-and-category-instance-id; protocol-facts section 4. No pair of a
/// key and its hash is known from outside, so nobody can tell whether the hashes here are those of
/// Lync. Servers do not mind: all they ask for is an id that no other source uses.

namespace presentity::presence {

/// Which bytes of a digest are its "least significant bits" (D163: no source says). The names say
/// which four bytes, and how they are read as a number.
enum class HashBytes : std::uint8_t {
  last_big_endian,      ///< The digest as one number, read as it is printed. The default.
  last_little_endian,   ///< Its last four bytes, as an Intel processor reads a number.
  first_big_endian,     ///< Its first four bytes, read as they are printed.
  first_little_endian,  ///< The digest as one number, as an Intel processor reads it.
};

[[nodiscard]] std::span<const HashBytes> all_hash_bytes() noexcept;

/// Returns `last-big-endian` and so on.
[[nodiscard]] std::string_view to_string(HashBytes bytes) noexcept;

/// A kind of data source, and how its instance id is made: `prefix`, and of the MD5 digest of its
/// keys, with commas between them, as many bits as are not part of the prefix.
struct InstanceFormula {
  std::string_view name;      ///< Ours: `machine-state`.
  std::string_view category;  ///< `state`.
  std::string_view id;        ///< As in `InstanceInfo::id` of the registry; empty if not there.
  std::uint32_t prefix = 0;
  int hash_bits = 0;                   ///< 0, 28, 30 or 32. 0: the id is `prefix` itself.
  std::vector<std::string_view> keys;  ///< What to hash, in words: `GRUU`. Empty without hash.
};

/// All formulas, those of a category together.
[[nodiscard]] const std::vector<InstanceFormula>& instance_formulas();

/// Returns the formula of this name, or null.
[[nodiscard]] const InstanceFormula* find_instance_formula(std::string_view name);

/// Returns the id. There must be as many keys as `kind` has. They are hashed as they are, byte by
/// byte: whether letter case or a scheme such as `mailto:` belongs to a key, no source says (D163).
[[nodiscard]] std::uint32_t instance_id(const InstanceFormula& kind,
                                        std::span<const std::string> keys,
                                        HashBytes bytes = HashBytes::last_big_endian);

/// Returns an id as sources write it: `0x3979A941`.
[[nodiscard]] std::string to_hex(std::uint32_t id);

/// How sure it is that an id has a meaning, if it is used in that category.
enum class Certainty : std::uint8_t {
  exact,     ///< The id is documented as this number.
  form,      ///< The prefix is that of a documented formula.
  observed,  ///< The prefix is that of ids seen in traffic, and not as documented.
  any,       ///< Every number fits.
};

[[nodiscard]] std::string_view to_string(Certainty certainty) noexcept;

/// What an instance id can mean.
struct InstanceMeaning {
  std::string_view category;
  std::string_view type;     ///< The `xsi:type` of the value, or empty.
  std::string_view kind;     ///< Name of an `InstanceFormula`, or empty.
  std::string_view content;  ///< What the instance holds, in words.
  Certainty certainty = Certainty::any;
};

/// Returns all meanings of an id, the surest first; only those of `category`, unless it is empty.
[[nodiscard]] std::vector<InstanceMeaning> decode_instance_id(std::uint32_t id,
                                                              std::string_view category = {});

/// Returns the endpoint id, such as `458d2a22-9ec7-5d55-b011-f8e31cfe459e`, of a GRUU such as
/// `sip:bob@contoso.com;opaque=user:epid:IiqNRceeVV2wEfjjHP5FngAA;gruu`. Nothing if there is no
/// `opaque=user:epid:` with 24 characters of base64url that end in two zero bytes.
[[nodiscard]] std::optional<std::string> endpoint_id_of_gruu(std::string_view gruu);

/// Returns the GRUU of an endpoint of the user with this SIP URI (`sip:bob@contoso.com`). Nothing
/// if `endpoint_id` is no GUID; letter case does not matter and braces may stand around it.
[[nodiscard]] std::optional<std::string> gruu_of_endpoint(std::string_view sip_uri,
                                                          std::string_view endpoint_id);

/// Returns the endpoint id that clients make of an epid: a GUID of version 5 (RFC 4122 section
/// 4.3) in the namespace fcacfb03-8a73-46ef-91b1-e5ebeeaba4fe, whose fields are hashed and written
/// in little-endian order. Seen in one client only: protocol-facts section 4.
[[nodiscard]] std::string endpoint_id_of_epid(std::string_view epid);

}  // namespace presentity::presence
