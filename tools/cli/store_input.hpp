// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <presentity/native.hpp>
#include <presentity/presence/store.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// The store that a command works on. docs/cli.md, "Stores", says which documents are one.

namespace presentity::cli {

/// What a command needs of a store.
enum class StorePart : std::uint8_t { instances, members };

/// Returns why this store cannot be used where `part` is needed; nothing: it can.
[[nodiscard]] std::optional<Diagnostic> lack_of(StorePart part, const presence::Store& store);

/// Reads a store that has all that is needed.
[[nodiscard]] ReadResult<presence::Store> store_of(std::string_view bytes,
                                                   const std::vector<StorePart>& needed);

/// A store as the user gave it.
struct StoreInput {
  std::string text;
  presence::Store store;
};

/// Reads the store of a file, which has this text. Nothing if there is no text; and if it is not
/// what is needed: why is on standard error then, and `session.status` says so.
[[nodiscard]] std::optional<StoreInput> read_store(const std::string& path,
                                                   std::optional<std::string> text,
                                                   const std::vector<StorePart>& needed,
                                                   Session& session);

}  // namespace presentity::cli
