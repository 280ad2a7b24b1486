// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/categories.hpp>
#include <presentity/presence/log.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::presence::log {

/// A document element that stands in a text.
struct FoundDocument {
  std::size_t begin = 0;  ///< Offset of its `<` in the log.
  LoggedForm form = LoggedForm::plain;
  const RootInfo* root = nullptr;  ///< Null: a resource list.
  std::string xml;
};

/// A document that begins and does not end.
struct CutDocument {
  std::size_t begin = 0;
  std::string name;
  std::string reason;
};

struct FoundDocuments {
  std::vector<FoundDocument> documents;
  std::vector<CutDocument> cut;
};

/// Finds documents in `text`, which `readable` returned.
[[nodiscard]] FoundDocuments find_documents(std::string_view text, const CategoryRegistry& registry,
                                            const ReadLimits& limits);

}  // namespace presentity::presence::log
