// SPDX-License-Identifier: MIT
#pragma once

#include "outline.hpp"
#include "schema_model.hpp"

#include <xercesc/util/XercesDefs.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

XERCES_CPP_NAMESPACE_BEGIN
class XSAnnotation;
XERCES_CPP_NAMESPACE_END

namespace presentity::detail {

inline constexpr std::string_view remarks_namespace = "urn:presentity:schema";

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

  /// The text of `xs:documentation`, white space collapsed.
  [[nodiscard]] std::string documentation() const;

  [[nodiscard]] const std::string& schema() const noexcept { return schema_; }

 private:
  std::string text_;
  std::string schema_;
  std::optional<Outline> outline_;
};

/// Adds the remarks on a component, type or use; those on document roots are left out.
void add_remarks(const Annotation& annotation, Remarks& remarks);

/// Splits on white space.
[[nodiscard]] std::vector<std::string> words(std::string_view text);

}  // namespace presentity::detail
