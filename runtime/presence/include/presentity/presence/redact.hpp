// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/log.hpp>
#include <presentity/result.hpp>
#include <presentity/schemas.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

/// \file
/// Takes people out of documents, so that these can be shown to others.

namespace presentity::presence {

/// Gives each name, address and number another one, the same each time, in all documents it sees.
///
/// Replaced is whatever could say who somebody is: every text and attribute value but those that
/// the schema types as numbers, booleans, times or binaries, tokens that it lists, names of
/// categories and provisioning settings, and the attributes of XML Schema itself. Of what no schema
/// knows, everything is replaced. Comments and processing instructions go.
///
/// Kept are, therefore: when somebody was free or busy, availabilities, ids of containers and
/// instances. Instance ids are hashes of addresses (see instance_id.hpp): who can guess an address
/// can find out whether it was this one.
///
/// Addresses keep their form: `sip:mary@contoso.com` becomes `sip:user1@domain1.example`, and
/// `mary@contoso.com` in another place `user1@domain1.example`. Numbers become numbers of +1 555.
class Redactor {
 public:
  explicit Redactor(Schemas schemas = Schemas::built_in()) : schemas_(std::move(schemas)) {}

  /// Returns the document with everything replaced. A valid one stays valid.
  ///
  /// Errors: it is not well-formed, or (a schema of a user with narrow types) could not be kept
  /// valid; one sentence.
  [[nodiscard]] Result<std::string, std::string> redact(std::string_view xml);

  /// The same for the message's header fields.
  [[nodiscard]] LoggedMessage redact(const LoggedMessage& message);

  /// The replacement of a value that is not typed as something harmless.
  [[nodiscard]] std::string replace(std::string_view value);

 private:
  std::string number_of(std::string_view kind, std::string original);
  std::string host(std::string_view text);
  std::string address(std::string_view text);
  std::string phone(std::string_view text);

  Schemas schemas_;
  std::map<std::string, std::map<std::string, std::size_t, std::less<>>, std::less<>> seen_;
};

}  // namespace presentity::presence
