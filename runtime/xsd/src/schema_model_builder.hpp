// SPDX-License-Identifier: MIT
#pragma once

#include "program/compile_program.hpp"
#include "row_store.hpp"
#include "simple/simple_type_store.hpp"

#include <presentity/detail/schema_model.hpp>

#include <xercesc/util/XercesDefs.hpp>

#include <set>
#include <string>

XERCES_CPP_NAMESPACE_BEGIN
class XSModel;
XERCES_CPP_NAMESPACE_END

namespace presentity::detail {

/// What a model made in memory refers to.
struct ModelStorage {
  RowStore rows;
  SimpleTypeStore simple_types;
  ProgramStorage program;
};

/// Copies what is needed from `components`, and makes the program of it. `storage` must outlive the
/// model and not move.
///
/// A global element is a document root if its remarks say so, or if its namespace is not one of
/// `built_in`.
[[nodiscard]] SchemaModel build_model(xercesc::XSModel& components,
                                      const std::set<std::string>& built_in, ModelStorage& storage);

}  // namespace presentity::detail
