// SPDX-License-Identifier: MIT
#include "built_in_schemas.hpp"

namespace presentity {

Schemas Schemas::built_in() noexcept { return detail::schemas_of(detail::built_in_schemas); }

}  // namespace presentity
