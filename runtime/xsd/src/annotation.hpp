// SPDX-License-Identifier: MIT
#pragma once

#include "outline.hpp"

#include <xercesc/util/XercesDefs.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

XERCES_CPP_NAMESPACE_BEGIN
class XSAnnotation;
XERCES_CPP_NAMESPACE_END

namespace presentity::detail {

inline constexpr std::string_view remarks_namespace = "urn:presentity:schema";

/// The remarks on a component, type or use, with words of their own; see `Remarks`.
struct RemarkWords {
  bool is_undocumented = false;
  bool is_open_enumeration = false;
  std::uint16_t extension_block = 0;
  std::vector<std::string> order;
  std::vector<std::string> required;
  std::vector<std::string> one_of;
};

/// One `xs:annotation`, parsed.
class Annotation {
 public:
  /// `annotation` may be null: nothing is annotated.
  explicit Annotation(xercesc::XSAnnotation* annotation);
  Annotation(const Annotation&) = delete;
  Annotation& operator=(const Annotation&) = delete;

  /// Calls `visit(outline, node)` for each remark below `xs:appinfo`.
  template <class Visit>
  void for_each_remark(Visit visit) const {
    if (!outline_) return;
    for (NodeId id = 0; id < outline_->size(); ++id) {
      const auto& node = outline_->node(id);
      if (!node.is_text && node.namespace_uri == remarks_namespace) visit(*outline_, id);
    }
  }

  /// Adds all remarks but those on document roots to `words`.
  void add_remarks(RemarkWords& words) const;

  /// The text of `xs:documentation`, white space collapsed.
  [[nodiscard]] std::string documentation() const;

  [[nodiscard]] const std::string& schema() const noexcept { return schema_; }

 private:
  std::string text_;
  std::string schema_;
  std::optional<Outline> outline_;
};

/// Splits on white space.
[[nodiscard]] std::vector<std::string> words(std::string_view text);

}  // namespace presentity::detail
