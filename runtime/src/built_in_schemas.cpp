// SPDX-License-Identifier: MIT
#include "built_in_schemas.hpp"

namespace presentity {

Schemas Schemas::built_in() noexcept {
  // Nobody owns constant data.
  return Schemas(std::shared_ptr<const detail::SchemaSet>(std::shared_ptr<const void>(),
                                                          &detail::built_in_schemas));
}

}  // namespace presentity
