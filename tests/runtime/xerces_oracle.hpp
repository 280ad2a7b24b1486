// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace presentity::testing {

/// Whether Xerces-C++, namespaces on and validation off, takes the document. It knows two things
/// less strictly than the recommendations: see the comments where it is used.
bool is_well_formed(std::string_view bytes);

}  // namespace presentity::testing
