// SPDX-License-Identifier: MIT
#include "binding/object_writer.hpp"
#include "schema_set.hpp"

#include <presentity/native.hpp>
#include <presentity/validator.hpp>

namespace presentity::binding {

namespace d = ::presentity::detail;

WriteResult write(const Root& root, const void* object, WriteCheck check) {
  const auto schemas = root.schemas();
  const auto& program = d::SchemaAccess::set(schemas)->model.program;
  std::string text;
  if (!d::ObjectWriter(program, text).write(root, object)) {
    return Unexpected{std::vector{Diagnostic{Severity::error,
                                             "limit-exceeded",
                                             {},
                                             {},
                                             {},
                                             "more than 1000 elements inside of each other",
                                             {}}}};
  }
  if (check == WriteCheck::off) return text;
  auto report = Validator(schemas).validate(text);
  std::erase_if(report.diagnostics,
                [](const Diagnostic& d) { return d.severity != Severity::error; });
  if (!report.diagnostics.empty()) return Unexpected{std::move(report.diagnostics)};
  return text;
}

}  // namespace presentity::binding
