// SPDX-License-Identifier: MIT
#include "binding/object_writer.hpp"
#include "report_builder.hpp"
#include "schema_set.hpp"

#include <presentity/native.hpp>
#include <presentity/validator.hpp>

#include <utility>

namespace presentity::binding {

namespace d = ::presentity::detail;

WriteResult write(const Root& root, const void* object, WriteCheck check) {
  const auto schemas = root.schemas();
  const auto& program = d::SchemaAccess::set(schemas)->model.program;
  auto text = d::write_object(program, root, object);
  if (!text) {
    return Unexpected{std::vector{Diagnostic{Severity::error,
                                             "limit-exceeded",
                                             {},
                                             {},
                                             {},
                                             "more than 1000 elements inside of each other",
                                             {}}}};
  }
  if (check == WriteCheck::off) return *std::move(text);
  const Validator validator(schemas);
  if (validator.verdict(*text) == Verdict::valid) return *std::move(text);
  return Unexpected{d::errors_of(validator.validate(*text))};
}

}  // namespace presentity::binding
