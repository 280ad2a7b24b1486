// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// \file
/// What is published where: every instance of every category against the nine containers.

namespace presentity::matrix {

/// The columns of the matrix.
inline constexpr std::array<unsigned, 9> containers{0, 1, 2, 3, 100, 200, 300, 400, 32000};

/// What a cell holds.
enum class Content : std::uint8_t {
  none,     ///< `-`: no instance.
  empty,    ///< `E`: the root element without content.
  part,     ///< `P`: the named children of the full value, all of them and nothing else.
  full,     ///< `F`: the whole value.
  depends,  ///< `C`: 9500 in Do Not Disturb, no child otherwise.
  urgent,   ///< `U`: the whole value; in Do Not Disturb busy with urgent interruptions only.
  fixed,    ///< `K`: the same for everybody: calls blocked (routing), offline (state).
  unknown,  ///< `?`: no page says.
};

struct Row {
  std::string category;
  std::string type;       ///< `xsi:type` where the category has several, or `-`.
  std::string instance;   ///< As the pages write it; `-` if they do not.
  std::string publisher;  ///< `client`, `server`, `aggregation` or `-`.
  std::string expiry;     ///< `expireType`, or `-` where no page says.
  std::array<Content, 9> cells{};
  std::string doubts;
  std::vector<std::string> holds;  ///< What the full value has at least; `?` marks the optional.
  /// By container, for `Content::part`: names of children, `name[x]` for those with type x.
  std::map<unsigned, std::vector<std::string>> parts;
};

/// All rows, in the order of the reference.
[[nodiscard]] const std::vector<Row>& rows();

/// Returns how tables write a content.
[[nodiscard]] std::string letter(Content content);

/// Returns `contactCard 0x3` or `state/userState 0x20000000`.
[[nodiscard]] std::string name(const Row& row);

}  // namespace presentity::matrix
