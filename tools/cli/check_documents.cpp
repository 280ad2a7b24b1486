// SPDX-License-Identifier: MIT
#include "cli/check_documents.hpp"

#include "cli/find_schemas.hpp"
#include "cli/in_order.hpp"
#include "cli/inputs.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string_view>
#include <thread>

namespace presentity::cli {
namespace {

struct Run {
  const DocumentOptions& options;
  const DocumentCheck& check;
  const Schemas& schemas;
  const Validator& validator;
  Resources::Validate reference;  // Null: the validator judges.
  const Inputs& inputs;
  Console& console;
};

// What the log has is no document.
void reject(const Diagnostic& finding, CheckedDocument& document) {
  document.report.verdict = Verdict::malformed;
  document.report.diagnostics = {finding};
  document.outcome = Outcome::malformed;
}

// Neither a tag nor a byte order mark: perhaps a log.
bool begins_as_text(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  const auto byte = static_cast<unsigned char>(bytes[first]);
  return byte > ' ' && byte < 0x80 && byte != '<';
}

// One byte beyond the limit is enough for the validator to see that the document is too large.
void check_document(const Run& run, const Input& input, CheckedDocument& document) {
  const std::size_t most = run.validator.limits().document_bytes + 1;
  const auto bytes = read_input(input, most, run.console.in);
  if (!bytes) {
    document.problem = "cannot read: " + bytes.error();
    return;
  }

  document.report = run.reference == nullptr
                        ? run.validator.validate(*bytes)
                        : run.reference(run.schemas, *bytes, run.validator.limits());
  if (run.options.strict) make_strict(document.report);
  document.outcome = outcome_of(document.report.verdict);
  if (document.outcome == Outcome::valid && run.check.finish) {
    run.check.finish(run.validator, *bytes, document);
  }
  place_in_log(input, document.report.diagnostics);
  if (document.outcome == Outcome::malformed && !input.logged && begins_as_text(*bytes)) {
    document.report.diagnostics.front().help = "of a log, --log takes the documents";
  }
}

CheckedDocument check_input(const Run& run, const Input& input) {
  CheckedDocument document;
  document.path = input.path;
  document.file = input.file();
  if (input.logged && input.logged->finding) {
    reject(*input.logged->finding, document);
  } else {
    check_document(run, input, document);
  }
  return document;
}

void print_diagnostics(const CheckedDocument& document, std::ostream& err) {
  for (const auto& diagnostic : document.report.diagnostics) {
    print_diagnostic(err, document.file, diagnostic, Palette{});
  }
}

void print_document(const Run& run, const CheckedDocument& document, std::ostream& out) {
  const OutputOptions& options = run.options.output;
  if (!document.problem.empty()) {
    print_problem(run.console.err, document.path, document.problem);
  }
  if (options.format == Format::text) {
    print_findings(out, document, result_palette(options, run.console), options.verbose);
    return;
  }
  if (run.check.json_lacks_diagnostics) print_diagnostics(document, run.console.err);
  run.check.print_json(out, document);
}

// One document needs one thread, and no question about the hardware.
std::size_t jobs_for(const Run& run) {
  if (run.options.jobs != 0 || run.inputs.documents.size() == 1) return run.options.jobs;
  return std::max(1U, std::thread::hardware_concurrency());
}

ExitStatus check_all(const Run& run, std::ostream& out) {
  Tally tally;
  for_each_in_order(
      run.inputs.documents.size(), jobs_for(run),
      [&](std::size_t i) { return check_input(run, run.inputs.documents[i]); },
      [&](const CheckedDocument& document) {
        tally.add(document);
        print_document(run, document, out);
      });

  out.flush();  // Before the summary, where both go to the same terminal.
  if (!run.options.output.quiet) run.console.err << tally.summary() << '\n';
  return tally.status();
}

// Without a document to print, the file of `--output` stays as it is.
ExitStatus filter_one(const Run& run) {
  const CheckedDocument document = check_input(run, run.inputs.documents.front());
  if (!document.problem.empty()) {
    print_problem(run.console.err, document.path, document.problem);
  }
  print_findings(run.console.err, document, Palette{}, run.options.output.verbose);
  const ExitStatus status = status_of(document.outcome);
  if (document.serialized.empty()) return status;
  return write_results(run.options.output, run.console, [&](std::ostream& out) {
    out << document.serialized;
    return status;
  });
}

}  // namespace

ExitStatus check_documents(const DocumentOptions& options, const DocumentCheck& check,
                           Session& session) {
  const bool needs_xerces = options.engine == "xerces" || !options.schemas.empty();
  if (session.delegate_without(!needs_xerces || session.resources.load_schemas != nullptr)) {
    return ExitStatus::ok;
  }
  Console& console = session.console;
  auto inputs = expand_inputs(options.inputs, options.are_logs);
  if (!inputs) {
    print_error(console.err, inputs.error());
    return ExitStatus::usage;
  }
  const auto schemas = find_schemas(options, session);
  if (!schemas) return ExitStatus::failure;
  ReadLimits limits;
  if (options.max_bytes != 0) limits.document_bytes = options.max_bytes;
  open_logs(*inputs, *schemas, limits, session);
  const Validator validator(*schemas, limits);
  const auto reference =
      options.engine == "xerces" ? session.resources.validate_with_xerces : nullptr;

  for (const auto& note : inputs->notes) print_note(options.output, console.err, note);
  const Run run{options, check, *schemas, validator, reference, *inputs, console};
  const bool is_filter =
      check.is_filter && inputs->is_single_document && options.output.format == Format::text;
  if (is_filter) return filter_one(run);
  return write_results(options.output, console,
                       [&](std::ostream& out) { return check_all(run, out); });
}

}  // namespace presentity::cli
