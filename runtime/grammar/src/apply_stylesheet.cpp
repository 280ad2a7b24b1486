// SPDX-License-Identifier: MIT
#include "libxslt_types.hpp"
#include "names.hpp"
#include "outline.hpp"
#include "report_builder.hpp"
#include "xslt_process.hpp"

#include <presentity/grammar/stylesheet.hpp>

#include <libxml/parser.h>
#include <libxml/xmlsave.h>
#include <libxml/xpathInternals.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace presentity::grammar {
namespace {

using detail::DocumentPtr;
using detail::ErrorCapture;
using detail::MemoryMeter;
using presentity::detail::no_node;
using presentity::detail::NodeId;
using presentity::detail::Outline;

/// About what libxml2 needs for a node, and for a step on the way from it to the root.
constexpr std::size_t node_bytes = 160;

Diagnostic problem(std::string_view rule, std::string message) {
  return {Severity::error, rule, {}, {}, {}, std::move(message), {}};
}

Diagnostic beyond(std::string message) {
  auto diagnostic = problem("stylesheet-limit", std::move(message));
  diagnostic.help = "a value or a stylesheet like this is not one of a deployed system";
  return diagnostic;
}

/// Checks what a run on this value can cost at the least. One xsl:copy-of can copy the subtrees of
/// all elements, one inside of the other, and nothing can stop it halfway: so their sizes together
/// must be within the budget.
std::optional<Diagnostic> check_input(const Outline& outline, const StylesheetLimits& limits) {
  std::size_t nodes = 0;
  std::size_t copied = 0;
  std::vector<std::size_t> depths(outline.size(), 1);
  for (NodeId id = 0; id < outline.size(); ++id) {
    const auto& node = outline.node(id);
    if (node.parent != no_node) depths[id] = depths[node.parent] + 1;
    std::size_t bytes = node_bytes + node.text.size();
    nodes += 1;
    if (!node.is_text) {
      for (const auto& attribute : outline.attributes(id)) {
        nodes += 1;
        bytes += 2 * node_bytes + attribute.value.size();
      }
    }
    copied += bytes * depths[id];
  }
  if (nodes > limits.input_nodes) {
    return beyond("value of more than " + std::to_string(limits.input_nodes) + " nodes");
  }
  if (copied > limits.memory_bytes) {
    return beyond("value so large and deep that copies of its elements exceed " +
                  std::to_string(limits.memory_bytes) + " bytes");
  }
  return std::nullopt;
}

/// Makes a run end at the next instruction and the next step of an expression.
void stop(void* argument) {
  auto* const run = static_cast<xsltTransformContextPtr>(argument);
  run->state = XSLT_STATE_STOPPED;
  run->opCount = run->opLimit;
  run->xpathCtxt->opCount = run->xpathCtxt->opLimit;
}

/// `concat` is the one function whose result can be much longer than what was made for it: an
/// argument may be a node, whose text is only then made.
void bounded_concat(xmlXPathParserContextPtr parser, int count) {
  auto* const run = static_cast<xsltTransformContextPtr>(parser->context->funcLookupData);
  const auto& limits = *static_cast<const StylesheetLimits*>(run->_private);
  std::size_t length = 0;
  for (int i = 0; i < count && length <= limits.output_bytes; ++i) {
    xmlChar* const text = xmlXPathCastToString(parser->valueTab[parser->valueNr - 1 - i]);
    length += static_cast<std::size_t>(xmlStrlen(text));
    xmlFree(text);
  }
  if (length > limits.output_bytes) {
    stop(run);
    xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
    return;
  }
  xmlXPathConcatFunction(parser, count);
}

/// Replaces libxslt's own lookup, which knows the extension functions that the program registered.
xmlXPathFunction find_function(void*, const xmlChar* name, const xmlChar* uri) {
  const bool is_concat = uri == nullptr && xmlStrEqual(name, BAD_CAST "concat") != 0;
  return is_concat ? &bounded_concat : nullptr;
}

void forbid_everything(xsltTransformContextPtr run) {
  static const detail::SecurityPtr preferences = [] {
    detail::SecurityPtr made(xsltNewSecurityPrefs());
    for (const auto option :
         {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
          XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK}) {
      xsltSetSecurityPrefs(made.get(), option, &xsltSecurityForbid);
    }
    return made;
  }();
  xsltSetCtxtSecurityPrefs(preferences.get(), run);
}

/// Gives a run its bounds, and takes away what reaches outside.
void confine(xsltTransformContextPtr run, const StylesheetLimits& limits) {
  forbid_everything(run);
  run->_private = const_cast<StylesheetLimits*>(&limits);
  run->maxTemplateDepth = limits.template_depth;
  run->opLimit = limits.instructions;
  run->xpathCtxt->opLimit = limits.expression_steps;
  xmlXPathRegisterFuncLookup(run->xpathCtxt, &find_function, run);
  xmlXPathRegisterFunc(run->xpathCtxt, BAD_CAST "document", nullptr);
  xmlXPathRegisterFunc(run->xpathCtxt, BAD_CAST "unparsed-entity-uri", nullptr);
  xsltSetTransformErrorFunc(run, nullptr, &detail::capture_error);
}

/// What the libraries said last but for the places, in one line.
std::string sentence_of(const std::string& text) {
  std::string last = "the run failed";
  std::size_t begin = 0;
  while (begin < text.size()) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    const bool is_place = line.starts_with("runtime error") || line.starts_with("no template") ||
                          line.find_first_not_of(" ^") == line.npos;
    if (!is_place) {
      last = line;
      break;
    }
    begin = end + 1;
  }
  return last;
}

Diagnostic stopped(const xsltTransformContext& run, const MemoryMeter& meter,
                   const StylesheetLimits& limits, const ErrorCapture& errors) {
  if (meter.is_exceeded()) {
    return beyond("the stylesheet takes more than " + std::to_string(limits.memory_bytes) +
                  " bytes");
  }
  if (run.opLimit != 0 && run.opCount >= run.opLimit) {
    return beyond("the stylesheet runs more than " + std::to_string(limits.instructions) +
                  " instructions, or makes a text of more than " +
                  std::to_string(limits.output_bytes) + " bytes");
  }
  if (run.xpathCtxt->opCount >= run.xpathCtxt->opLimit) {
    return beyond("the expressions of the stylesheet take more than " +
                  std::to_string(limits.expression_steps) + " steps");
  }
  if (errors.text().find("recursion") != std::string::npos) {
    return beyond("more than " + std::to_string(limits.template_depth) +
                  " instructions of the stylesheet are open at once");
  }
  return problem("stylesheet-broken", "the stylesheet fails: " + sentence_of(errors.text()));
}

int append_output(void* output, const char* bytes, int count) {
  auto& [text, most] = *static_cast<std::pair<std::string, std::size_t>*>(output);
  if (text.size() + static_cast<std::size_t>(count) > most) return -1;
  text.append(bytes, static_cast<std::size_t>(count));
  return count;
}

/// The document element of a result as text. Nothing else may be there but white space: comments
/// and processing instructions around it are dropped.
Result<std::string, Diagnostic> write_result(xmlDoc& result, const StylesheetLimits& limits) {
  xmlNode* root = nullptr;
  for (xmlNode* node = result.children; node != nullptr; node = node->next) {
    const bool is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    const bool is_second = node->type == XML_ELEMENT_NODE && root != nullptr;
    if (is_second || (is_text && xmlIsBlankNode(node) == 0)) {
      return Unexpected{
          problem("stylesheet-broken", "the result of the stylesheet is more than one element")};
    }
    if (node->type == XML_ELEMENT_NODE) root = node;
  }
  if (root == nullptr) {
    return Unexpected{
        problem("stylesheet-broken", "the stylesheet makes no element of this value")};
  }
  std::pair<std::string, std::size_t> output{{}, limits.output_bytes};
  auto* const save =
      xmlSaveToIO(&append_output, nullptr, &output, "UTF-8", XML_SAVE_NO_DECL | XML_SAVE_AS_XML);
  const bool is_begun = save != nullptr && xmlSaveTree(save, root) >= 0;
  const bool is_ended = save != nullptr && xmlSaveClose(save) >= 0;
  if (!is_begun || !is_ended) {
    return Unexpected{
        beyond("result of more than " + std::to_string(limits.output_bytes) + " bytes")};
  }
  return std::move(output.first);
}

Result<std::string, Diagnostic> run_on(const Stylesheet::State& state, xmlDoc& document) {
  const ErrorCapture errors;
  const detail::RunPtr run(xsltNewTransformContext(state.sheet.get(), &document));
  if (!run) return Unexpected{problem("stylesheet-broken", "the stylesheet cannot be run")};
  confine(run.get(), state.limits);
  const MemoryMeter meter(state.limits.memory_bytes, &stop, run.get());
  const DocumentPtr result(
      xsltApplyStylesheetUser(state.sheet.get(), &document, nullptr, nullptr, nullptr, run.get()));
  // A run that failed may have a result all the same.
  if (run->state != XSLT_STATE_OK || meter.is_exceeded() || !result) {
    return Unexpected{stopped(*run, meter, state.limits, errors)};
  }
  return write_result(*result, state.limits);
}

}  // namespace

Result<std::string, Diagnostic> apply_stylesheet(const Stylesheet& stylesheet,
                                                 std::string_view value) {
  const auto& state = stylesheet.state();
  if (!detail::prepare_libxslt()) {
    return Unexpected{problem("stylesheet-limit",
                              "the memory of a stylesheet cannot be bounded: the program has "
                              "replaced the allocator of libxml2")};
  }
  ReadLimits read_limits;
  read_limits.document_bytes = state.limits.input_bytes;
  const auto text = presentity::detail::decode_within(value, read_limits);
  if (!text) return Unexpected{presentity::detail::to_diagnostic(value, text.error())};
  const auto outline = Outline::read(text->view(), read_limits);
  if (!outline) {
    return Unexpected{presentity::detail::to_diagnostic(text->view(), outline.error())};
  }
  if (auto excess = check_input(*outline, state.limits)) return Unexpected{*std::move(excess)};

  const auto& root = outline->root();
  const auto element = text->view().substr(root.offset, root.end - root.offset);
  const DocumentPtr document(
      xmlReadMemory(element.data(), static_cast<int>(element.size()), nullptr, "UTF-8",
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!document) return Unexpected{problem("malformed-xml", "libxml2 cannot read the value")};
  return run_on(state, *document);
}

}  // namespace presentity::grammar
