// SPDX-License-Identifier: MIT
#pragma once

#include "outline.hpp"

#include <presentity/detail/schema_tables.hpp>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace presentity::detail {

/// What another schema processor says against one element.
struct ReferenceFinding {
  NodeId element = 0;
  bool is_fatal = false;  ///< Not well-formed to that processor.
  std::string message;
};

/// Another schema processor that knows the same schemas. The runtime has none: whoever loads
/// schemas brings it along.
class ReferenceEngine {
 public:
  ReferenceEngine() = default;
  ReferenceEngine(const ReferenceEngine&) = delete;
  ReferenceEngine& operator=(const ReferenceEngine&) = delete;
  virtual ~ReferenceEngine() = default;

  using Filter = std::function<bool(NodeId)>;

  /// Validates the document. `counts` says of which elements findings are kept and which are shown
  /// to the processor as they are; findings that we know to be wrong are left out. Without it all
  /// are kept.
  [[nodiscard]] virtual std::vector<ReferenceFinding> check(const Outline& outline,
                                                            const Filter& counts) const = 0;
};

/// The way to and from the public handle.
struct SchemaAccess {
  static Schemas make(std::shared_ptr<const SchemaSet> set) { return Schemas(std::move(set)); }
  static const std::shared_ptr<const SchemaSet>& set(const Schemas& schemas) noexcept {
    return schemas.set_;
  }
};

}  // namespace presentity::detail
