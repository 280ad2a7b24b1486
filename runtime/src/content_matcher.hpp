// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_model.hpp>

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace presentity::detail {

/// Follows the children of one element through its content model.
///
/// Needs the Unique Particle Attribution constraint (XML Schema Part 1, section 3.8.6), which the
/// loader has checked: each child then belongs to one particle, and no choice is ever undone.
class ContentMatcher {
 public:
  /// `content` may be null: no children at all. Both must outlive the matcher.
  ContentMatcher(const SchemaModel& model, const Particle* content);

  /// What a child was matched by.
  struct Match {
    const Particle* particle = nullptr;  ///< Null if there is no match.
    ElementId element = none;            ///< `none` for a wildcard.
  };

  /// Moves past a child with this name. Without a match the state stays as it was. With `lenient`,
  /// required particles before the match may be missing, and wildcards match nothing: they would
  /// take every misspelt name.
  Match advance(std::string_view namespace_uri, std::string_view local, bool lenient = false);

  /// Whether the children so far are complete.
  [[nodiscard]] bool is_complete() const;

  /// The elements and wildcards that may follow, in the order of the schema.
  [[nodiscard]] std::vector<const Particle*> expected() const;

  /// The declaration that a name has anywhere in the content model, or `none`.
  [[nodiscard]] ElementId find_anywhere(std::string_view namespace_uri,
                                        std::string_view local) const;

  /// Names of all elements of the content model.
  [[nodiscard]] std::vector<std::string> all_names() const;

 private:
  struct Frame {
    const Particle* particle;
    std::size_t count = 0;   ///< Occurrences: of a leaf, begun; of a group, completed.
    std::size_t index = 0;   ///< Of the part that is being matched.
    std::vector<bool> used;  ///< Of an `xs:all`: parts that have occurred.
  };
  using Frames = std::vector<Frame>;
  using Visit = std::function<bool(const Particle&)>;

  /// Offers the particles that may come next to `visit` until it takes one. Returns whether it did;
  /// `frames` is then the state behind it. If it did not, `at_end` says whether the content could
  /// end here.
  static bool step(Frames& frames, const Visit& visit, bool lenient, bool& at_end);
  static bool continue_occurrence(Frames& frames, const Visit& visit, bool lenient, bool& at_end);
  static bool open(Frames& frames, const Particle& particle, const Visit& visit, bool lenient);
  static bool begin_occurrence(Frames& frames, const Visit& visit, bool lenient);
  static bool open_from(Frames& frames, std::size_t first, const Visit& visit, bool lenient,
                        bool& passed_all);
  bool walk(Frames& frames, const Visit& visit, bool lenient, bool& at_end) const;

  [[nodiscard]] ElementId match_element(const Particle& particle, std::string_view namespace_uri,
                                        std::string_view local) const;

  const SchemaModel* model_;
  const Particle* content_;
  Frames frames_;
  bool has_started_ = false;
};

}  // namespace presentity::detail
