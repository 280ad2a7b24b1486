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
  thread_local std::string buffer;  // grows once, not for each document
  constexpr std::size_t most_kept = 1U << 20U;
  if (buffer.capacity() > most_kept) buffer = {};
  buffer.clear();
  if (!d::ObjectWriter(program, buffer).write(root, object)) {
    return Unexpected{std::vector{Diagnostic{Severity::error,
                                             "limit-exceeded",
                                             {},
                                             {},
                                             {},
                                             "more than 1000 elements inside of each other",
                                             {}}}};
  }
  if (check == WriteCheck::off) return std::string(buffer);
  const Validator validator(schemas);
  if (validator.verdict(buffer) == Verdict::valid) return std::string(buffer);
  return Unexpected{d::errors_of(validator.validate(buffer))};
}

}  // namespace presentity::binding
