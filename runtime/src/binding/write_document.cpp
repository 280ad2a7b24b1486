// SPDX-License-Identifier: MIT
#include "binding/object_writer.hpp"
#include "report_builder.hpp"
#include "schema_set.hpp"

#include <presentity/native.hpp>
#include <presentity/validator.hpp>

namespace presentity::binding {

namespace d = ::presentity::detail;

WriteResult write(const Root& root, const void* object, WriteCheck check) {
  const auto schemas = root.schemas();
  const auto& program = d::SchemaAccess::set(schemas)->model.program;
  thread_local d::WriteScratch scratch;
  d::ObjectWriter writer(program, scratch);
  if (!writer.write(root, object)) {
    return Unexpected{std::vector{Diagnostic{Severity::error,
                                             "limit-exceeded",
                                             {},
                                             {},
                                             {},
                                             "more than 1000 elements inside of each other",
                                             {}}}};
  }
  auto text = writer.document();
  if (check == WriteCheck::off) return text;
  const Validator validator(schemas);
  if (validator.verdict(text) == Verdict::valid) return text;
  return Unexpected{d::errors_of(validator.validate(text))};
}

}  // namespace presentity::binding
