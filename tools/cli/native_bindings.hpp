// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#if PRESENTITY_HAS_NATIVE
#include <presentity/native/documents.hpp>
#endif

namespace presentity::cli {

/// Null if this build has none.
#if PRESENTITY_HAS_NATIVE
inline constexpr Resources::RoundTrip native_bindings = &native::round_trip;
#else
inline constexpr Resources::RoundTrip native_bindings = nullptr;
#endif

}  // namespace presentity::cli
