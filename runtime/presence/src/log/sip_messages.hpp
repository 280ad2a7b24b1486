// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/log.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace presentity::presence::log {

/// A message, and which part of the log belongs to it.
struct MessageSpan {
  LoggedMessage message;  ///< Without position.
  std::size_t begin = 0;  ///< Of the start line.
  std::size_t end = 0;    ///< Behind the body: where the next message or record begins.
};

/// Finds the SIP messages of `log`: a start line at the begin of a line, or behind `Start-Line:` in
/// records of server traces, and the header fields that follow. Source: RFC 3261 section 7.
[[nodiscard]] std::vector<MessageSpan> find_messages(std::string_view log);

}  // namespace presentity::presence::log
