// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/categories.hpp>
#include <presentity/diagnostic.hpp>
#include <presentity/enum_tokens.hpp>
#include <presentity/presence/time.hpp>
#include <presentity/read_limits.hpp>
#include <presentity/schemas.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Finds SIP messages and presence documents in logs and pasted text.

namespace presentity::presence {

/// A SIP message of a log. Header fields are as written, unfolded; empty if absent.
struct LoggedMessage {
  Position position;       ///< Of the start line.
  std::string start_line;  ///< `NOTIFY sip:... SIP/2.0` or `SIP/2.0 200 OK`.
  std::string from;
  std::string to;
  std::string call_id;
  std::string cseq;
  std::string event;
  std::string content_type;
  std::string time;  ///< When it was logged or sent: as the log says, else the Date field.
};

/// How a document stood in the log.
enum class LoggedForm : std::uint8_t {
  plain,    ///< As it is.
  quoted,   ///< Each line behind the same prefix, such as `> ` or a time.
  escaped,  ///< `&lt;` for `<`, once or several times.
  literal,  ///< In a string literal of JSON or C: `\"`, `\n`, `\u003c`.
};

/// Bytes of a document that stand in the log as they are, one behind the other.
struct LoggedRun {
  std::size_t in_document = 0;  ///< Offset of the first of them in the document.
  std::size_t in_log = 0;       ///< The same in the log, as `Position::offset`.
};

/// A document of a log.
struct LoggedDocument {
  Position position;  ///< Of its first byte in the log.
  LoggedForm form = LoggedForm::plain;
  std::string root;  ///< Local name of the document element.
  RootKind kind = RootKind::category;
  std::string xml;                     ///< UTF-8; well-formed, and not validated.
  std::optional<std::size_t> message;  ///< Index of the SIP message that carried it.
  std::vector<LoggedRun> runs;         ///< All of `xml`, in order; never empty.
};

/// An entry of a resource list (RLMI, RFC 4662): what a batched subscription says of one user.
struct LoggedResource {
  Position position;
  std::string uri;
  std::string state;  ///< `active`, `pending`, `terminated`, or another word; empty if absent.
  std::string pool;   ///< `poolFqdn` of the instance; empty if absent.
};

struct LogContents {
  std::string text;  ///< The log in UTF-8, without a byte order mark: offsets count in it.
  std::vector<LoggedMessage> messages;
  std::vector<LoggedDocument> documents;
  std::vector<LoggedResource> resources;
  /// Warnings about documents that are left out: `incomplete-document` if the log has only a part
  /// of one, `malformed-xml` and `limit-exceeded` if it cannot be read as XML.
  std::vector<Diagnostic> findings;
};

/// Finds all that is known in `log`: bytes in UTF-8 or, with a byte order mark, UTF-16; what is no
/// text is passed over. Everything is in the order in which it stands there.
///
/// A document is an element that `schemas` know as a root. It is found wherever it stands: alone,
/// in the body of a SIP message, in a part of multipart/related, in a trace record, escaped, or
/// quoted. An element inside another that was found is not found again.
///
/// Cost: linear in the size of the log.
[[nodiscard]] LogContents find_in_log(std::string_view log,
                                      const Schemas& schemas = Schemas::built_in(),
                                      const ReadLimits& limits = {});

/// Returns where in the log the byte at `offset` of the document's `xml` stands; of a byte that an
/// escape stands for, where that begins. `document` is one of `contents`.
[[nodiscard]] Position position_in_log(const LogContents& contents, const LoggedDocument& document,
                                       std::size_t offset);

/// Reads the time of a message: an xs:dateTime, month/day/year and a time of day behind `|` or `-`,
/// or a Date field (RFC 3261 section 20.17). UTC where no zone is written, though debug logs of
/// clients are in the time of their machine. Nothing if it is no time, or not of the years 1 to
/// 9999.
[[nodiscard]] std::optional<TimePoint> parse_logged_time(std::string_view time);

}  // namespace presentity::presence

template <>
struct presentity::EnumTokens<presentity::presence::LoggedForm> {
  static std::span<const std::string_view> all() noexcept;
};
