// SPDX-License-Identifier: MIT
#include <presentity/value_error.hpp>

namespace presentity {

std::string_view to_string(ValueError::Reason reason) noexcept {
  switch (reason) {
    case ValueError::Reason::not_a_literal:
      return "is not a literal of";
    case ValueError::Reason::out_of_range:
      return "is out of the range of";
    case ValueError::Reason::too_many_digits:
      return "has more digits than are supported of";
  }
  return "";
}

}  // namespace presentity
