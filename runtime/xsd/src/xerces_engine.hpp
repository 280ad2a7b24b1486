// SPDX-License-Identifier: MIT
#pragma once

#include "schema_set.hpp"

#include <xercesc/framework/XMLGrammarPool.hpp>

#include <vector>

namespace presentity::detail {

/// Validates with Xerces-C++, hardened: no document type, no external entity, no schema but those
/// of the pool. At most 20 findings are returned.
///
/// Xerces 3.2.4 holds elements that no schema declares, below a lax wildcard, against local
/// declarations of the same name, and confuses the declared elements inside of them: hence the
/// filter.
class XercesEngine : public ReferenceEngine {
 public:
  /// `pool` must be locked and outlive the engine.
  explicit XercesEngine(xercesc::XMLGrammarPool& pool) : pool_(pool) {}

  [[nodiscard]] std::vector<ReferenceFinding> check(const Outline& outline,
                                                    const Filter& counts) const override;

 private:
  xercesc::XMLGrammarPool& pool_;
};

}  // namespace presentity::detail
