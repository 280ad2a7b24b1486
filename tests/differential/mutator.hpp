// SPDX-License-Identifier: MIT
#pragma once

#include "document.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Makes documents that are well-formed and nearly valid. A mutation knows the schemas: it takes
/// names that are declared elsewhere, and values from the edges of the type that stands there.

namespace presentity::differential {

/// A name that a document has.
struct Name {
  std::string namespace_uri;
  std::string local;

  friend auto operator<=>(const Name&, const Name&) = default;
};

/// What mutations choose from.
struct Vocabulary {
  const detail::SchemaModel& model;
  std::vector<Document> documents;
  std::vector<Name> elements;
  std::vector<Name> attributes;
  std::vector<Name> types;  ///< Of the types that elements have.
};

/// The vocabulary of all well-formed `*.xml` below `folders`, as UTF-8.
Vocabulary load_vocabulary(const detail::SchemaModel& model,
                           const std::vector<std::filesystem::path>& folders);

/// Returns the mutated text, or nothing if the document has no place for this mutation.
using Mutate = std::optional<std::string> (*)(const Document&, const Vocabulary&, Random&);

struct Mutation {
  std::string_view name;
  Mutate mutate;
};

/// The mutations of each file.
std::vector<Mutation> structure_mutations();
std::vector<Mutation> insert_mutations();
std::vector<Mutation> attribute_mutations();
std::vector<Mutation> schema_attribute_mutations();
std::vector<Mutation> value_mutations();

struct Mutant {
  std::string origin;  ///< Name of the document, then the mutations.
  std::string text;
};

class Mutator {
 public:
  Mutator(const Vocabulary& vocabulary, std::uint64_t seed);

  /// The next mutant: one mutation, sometimes two.
  Mutant next();

 private:
  const Vocabulary& vocabulary_;
  std::vector<Mutation> mutations_;
  Random random_;
};

/// An element that is not the root, or `no_node` if the root stands alone.
detail::NodeId pick_inner(const Document& document, Random& random);

/// `<m:name xmlns:m="...">content</m:name>`
std::string element_text(const Name& name, std::string_view content);

}  // namespace presentity::differential
