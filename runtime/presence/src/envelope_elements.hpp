// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/categories.hpp>

/// \file
/// The document elements of envelopes that are taken apart.

namespace presentity::presence {

inline constexpr ExpandedName roaming_data_element{
    "http://schemas.microsoft.com/2006/09/sip/roaming-self", "roamingData"};
inline constexpr ExpandedName categories_element{
    "http://schemas.microsoft.com/2006/09/sip/categories", "categories"};
inline constexpr ExpandedName containers_element{
    "http://schemas.microsoft.com/2006/09/sip/containers", "containers"};
inline constexpr ExpandedName publish_element{
    "http://schemas.microsoft.com/2006/09/sip/rich-presence", "publish"};

}  // namespace presentity::presence
