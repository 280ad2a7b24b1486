// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace presentity::generator {

/// C++ namespace of the native bindings of the built-in schema `stem`.xsd. The same table names the
/// namespaces of the tree bindings: cmake/PresentitySchemas.cmake.
[[nodiscard]] std::string built_in_namespace(std::string_view stem);

}  // namespace presentity::generator
