// SPDX-License-Identifier: MIT
#pragma once

namespace presentity::tree::detail {

/// Which of libxsd's type maps is ours, so that CodeSynthesis code of the embedding program cannot
/// replace our types by its own. As --polymorphic-plate in PresentityGenerate.cmake.
inline constexpr unsigned long polymorphic_plate = 5061;

/// Does nothing, but makes the linker take xml_schema.cpp, which registers the built-in types.
void require_builtin_types() noexcept;

}  // namespace presentity::tree::detail
