// SPDX-License-Identifier: MIT
#pragma once

#include "assessment.hpp"

#include <presentity/validator.hpp>

#include <array>
#include <string_view>
#include <vector>

namespace presentity::detail {

/// An element of an envelope that holds one value, and its attribute with the category's name.
struct EntryForm {
  std::string_view namespace_uri;
  std::string_view local;
  std::string_view name_attribute;
};

inline constexpr std::array entry_forms{
    EntryForm{"http://schemas.microsoft.com/2006/09/sip/rich-presence", "publication",
              "categoryName"},
    EntryForm{"http://schemas.microsoft.com/2006/09/sip/categories", "category", "name"},
};

/// A category value of the document, with the element it stands in.
struct FoundInstance {
  Instance instance;       ///< Without position and path: those of `entry`.
  NodeId entry = no_node;  ///< The envelope's entry, or the value itself.
  NodeId value = no_node;  ///< The value's root; `no_node` if the entry has none.
};

/// The instance that a category value is which stands alone.
///
/// `local` and `namespace_uri` name its root, `type` is the local part of its `xsi:type`.
[[nodiscard]] Instance bare_instance(const SchemaModel& model, std::string_view local,
                                     std::string_view namespace_uri, std::string_view type,
                                     std::string_view xml);

/// Finds the category values of the document: itself, or the entries of an envelope that was
/// recognised (`publication` of a publish request, `category` of a notification).
///
/// Each value is made self-contained, so all of them together can be longer than the document.
/// Where they exceed the limit for documents, the rest of the values is left out.
///
/// Adds findings: `category-mismatch`, `unknown-category`, `limit-exceeded`.
/// Source: protocol digest, sections on publication and notification.
[[nodiscard]] std::vector<FoundInstance> find_instances(const SchemaModel& model,
                                                        const Outline& outline,
                                                        Assessment& assessment,
                                                        const ReadLimits& limits);

}  // namespace presentity::detail
