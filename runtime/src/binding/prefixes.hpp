// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/binding.hpp>
#include <presentity/detail/schema_rows.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace presentity::detail {

/// Gives prefixes to the namespaces of a document that is being written.
class Prefixes : public binding::WriteScope {
 public:
  /// A namespace that has a prefix, to be declared on the document element.
  struct Declaration {
    std::string_view uri;
    NamespaceId id = no_row;  ///< If an element or attribute of the schema has asked for it.
    std::string prefix;       ///< With the colon.
  };

  /// Begins a document. `program` must outlive it.
  void begin(const SchemaProgram& program) {
    program_ = &program;
    declarations_.clear();
  }

  [[nodiscard]] const std::vector<Declaration>& declarations() const { return declarations_; }

  // What these return is valid until the next call of one of them.

  /// With the colon; empty for no namespace.
  [[nodiscard]] std::string_view of(NamespaceId id);
  /// Likewise. `uri` must live as long as the document is being written.
  [[nodiscard]] std::string_view of(std::string_view uri);
  /// Without the colon.
  std::string_view prefix(std::string_view uri) override;

 private:
  Declaration& declaration_of(std::string_view uri);

  const SchemaProgram* program_ = nullptr;
  std::vector<Declaration> declarations_;
};

}  // namespace presentity::detail
