// SPDX-License-Identifier: MIT
#include "binding/object_sink.hpp"
#include "report_builder.hpp"
#include "schema_set.hpp"

#include <presentity/native.hpp>
#include <presentity/validator.hpp>

#include <algorithm>

namespace presentity::binding {
namespace {

namespace d = ::presentity::detail;

std::string describe_root(const d::SchemaModel& model, std::uint32_t element) {
  const auto& name = model.element(element).name;
  std::string text = "'" + std::string(name.local) + "'";
  if (!name.namespace_uri.empty()) {
    text += " of namespace '" + std::string(name.namespace_uri) + "'";
  }
  return text;
}

/// What is wrong with a document that the engine did not take. The validator words it.
std::vector<Diagnostic> explain(const Root& root, const Schemas& schemas, std::string_view xml,
                                const ReadLimits& limits, const Diagnostic& otherwise) {
  auto report = Validator(schemas, limits).validate(xml);
  const auto& model = d::SchemaAccess::set(schemas)->model;
  const bool is_unknown = std::ranges::any_of(
      report.diagnostics, [](const Diagnostic& d) { return d.rule == "unknown-root"; });
  const bool is_other =
      report.verdict == Verdict::valid && report.root != model.element(root.element).name.local;
  if (is_unknown || is_other) {
    auto diagnostic = otherwise;
    diagnostic.rule = "unknown-root";
    diagnostic.message =
        "the document element is '" + report.root + "', not " + describe_root(model, root.element);
    diagnostic.help.clear();
    return {diagnostic};
  }
  auto errors = d::errors_of(std::move(report));
  if (errors.empty()) errors.push_back(otherwise);
  return errors;
}

Diagnostic limit_exceeded() { return {Severity::error, "limit-exceeded", {}, {}, {}, {}, {}}; }

/// What to say where the validator finds nothing wrong.
Diagnostic problem_of(const d::ObjectSink& sink) {
  auto problem = limit_exceeded();
  problem.message = sink.has_overflow()
                        ? "a value before this place is valid, but beyond what can be held"
                        : "the document is valid, but this reader cannot read it";
  if (sink.has_unknown_type()) {
    problem.rule = "unsupported-type";
    problem.message = "the element before this place is valid, but no C++ type holds its xsi:type";
  }
  return problem;
}

/// Reads no further than the first tag.
class RootReader : d::MarkupReader {
 public:
  RootReader(const d::SchemaProgram& program, const ReadLimits& limits, std::string_view text,
             d::MarkupScratch& scratch)
      : MarkupReader(program, limits, text, scratch) {}

  std::uint32_t run() {
    std::string_view qname;
    std::string_view local;
    d::NamespaceId namespace_id = 0;
    bool is_empty = false;
    const bool is_at_tag = skip_declaration() && skip_misc() && starts_with("<");
    if (!is_at_tag || !start_tag(qname, local, namespace_id, is_empty)) return no_id;
    if (namespace_id == d::no_row) return no_id;
    const auto name = d::find_name(program_, d::sought(namespace_id, local));
    return name == d::no_row ? no_id : program_.names[name].element;
  }
};

}  // namespace

std::uint32_t find_root(const Schemas& schemas, std::string_view xml, const ReadLimits& limits) {
  const auto text = d::decode_within(xml, limits);
  if (!text) return no_id;
  d::MarkupScratch scratch;
  const auto& program = d::SchemaAccess::set(schemas)->model.program;
  return RootReader(program, limits, text->view(), scratch).run();
}

std::vector<Diagnostic> read_document(const Root& root, std::string_view xml,
                                      const ReadLimits& limits, void* object) {
  const auto schemas = root.schemas();
  const auto& program = d::SchemaAccess::set(schemas)->model.program;
  const auto text = d::decode_within(xml, limits);
  if (!text) return explain(root, schemas, xml, limits, limit_exceeded());
  thread_local d::EngineScratch<d::ObjectSink> scratch;
  d::ObjectSink sink(program, root, object, scratch.markup);
  d::Engine<d::ObjectSink> engine(program, limits, text->view(), scratch, sink, root.element);
  if (engine.run()) return {};
  auto problem = problem_of(sink);
  problem.position =
      position_at(text->view(), static_cast<std::size_t>(engine.position() - text->view().data()));
  return explain(root, schemas, xml, limits, problem);
}

}  // namespace presentity::binding
