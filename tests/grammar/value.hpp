// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

/// \file
/// Category values as a test compares them: by names, text and order, whatever the spelling.

namespace presentity::testing {

/// A child of a value.
struct Child {
  std::string key;  ///< `title`, `phone[home]`, `ct:delimiter`, `{urn:x}badge` in other namespaces.
  std::string
      text;  ///< The whole child in canonical spelling; white space between elements left out.

  friend bool operator==(const Child&, const Child&) = default;
};

struct Value {
  std::string root;                     ///< `{namespace}name`.
  std::vector<std::string> attributes;  ///< `isUCEnabled="true"`, sorted; `{namespace}name` if any.
  std::string text;                     ///< Text outside children, but white space.
  std::vector<Child> children;

  friend bool operator==(const Value&, const Value&) = default;
};

/// Parses a value that must be well-formed.
[[nodiscard]] Value parse_value(const std::string& xml);

/// Returns the text of a file of `values/`.
[[nodiscard]] std::string value_file(const std::string& name);

/// Whether a child of the kind that `name` says is there: `phone`, `phone[home]`, `@isUCEnabled`,
/// `@manual=false`.
[[nodiscard]] bool holds(const Value& value, const std::string& name);

}  // namespace presentity::testing
