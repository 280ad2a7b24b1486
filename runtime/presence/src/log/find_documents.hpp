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
  std::vector<LoggedRun> runs;
};

/// A document that is left out.
struct BrokenDocument {
  std::size_t at = 0;     ///< Offset in the log of its begin, or of what is wrong with it.
  std::string_view rule;  ///< `incomplete-document`, `malformed-xml` or `limit-exceeded`.
  std::string message;
  std::string help;
};

struct FoundDocuments {
  std::vector<FoundDocument> documents;
  std::vector<BrokenDocument> broken;
};

/// Finds documents in `text`, which `readable` returned.
[[nodiscard]] FoundDocuments find_documents(std::string_view text, const CategoryRegistry& registry,
                                            const ReadLimits& limits);

}  // namespace presentity::presence::log
