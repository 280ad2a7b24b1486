// SPDX-License-Identifier: MIT
#include <presentity/native.hpp>
#include <presentity/native/documents.hpp>

#include <algorithm>

namespace presentity::native {

Result<std::string, std::string> round_trip(std::string_view xml) {
  const auto element = binding::find_root(Schemas::built_in(), xml);
  const auto& all = documents();
  const auto found = std::ranges::find_if(
      all, [&](const binding::Document& document) { return document.root->element == element; });
  if (element == binding::no_id || found == all.end()) {
    return Unexpected{std::string("the native bindings have no type for the document element")};
  }
  const auto object = found->make();
  const auto errors = binding::read_document(*found->root, xml, {}, object.get());
  if (!errors.empty()) return Unexpected{errors.front().message};
  auto written = binding::write(*found->root, object.get(), WriteCheck::off);
  if (!written) return Unexpected{written.error().front().message};
  return *std::move(written);
}

}  // namespace presentity::native
