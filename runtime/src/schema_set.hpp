// SPDX-License-Identifier: MIT
#pragma once

#include "program/compile_program.hpp"
#include "schema_model.hpp"

#include <presentity/diagnostic.hpp>
#include <presentity/result.hpp>
#include <presentity/validator.hpp>
#include <presentity/xml_platform.hpp>

#include <xercesc/framework/XMLGrammarPool.hpp>

#include <memory>
#include <span>
#include <vector>

namespace presentity::detail {

/// The built-in schemas and those of the user, loaded, checked and locked. Immutable.
class SchemaSet {
 public:
  /// Loads `schemas` beside the built-in ones. An import is resolved by its namespace, an include
  /// by its file name; only what is built in or in `schemas` is found.
  ///
  /// Errors: `bad-schema`, one diagnostic for each mistake; `path` holds the name of the schema.
  static Result<std::shared_ptr<const SchemaSet>, std::vector<Diagnostic>> load(
      std::span<const SchemaSource> schemas);

  [[nodiscard]] const SchemaModel& model() const noexcept { return model_; }

  /// The same as tables; refers to the model.
  [[nodiscard]] const SchemaProgram& program() const noexcept { return program_; }

  /// Whether there are schemas of a user, which may use what only Xerces checks.
  [[nodiscard]] bool has_user_schemas() const noexcept { return has_user_schemas_; }

  /// The compiled grammars, for parsers. Locked, so that many threads may use it.
  [[nodiscard]] xercesc::XMLGrammarPool& pool() const noexcept { return *pool_; }

 private:
  SchemaSet() = default;

  XmlPlatform platform_;
  std::unique_ptr<xercesc::XMLGrammarPool> pool_;
  SchemaModel model_;
  ProgramStorage rows_;
  SchemaProgram program_;
  bool has_user_schemas_ = false;
};

}  // namespace presentity::detail
