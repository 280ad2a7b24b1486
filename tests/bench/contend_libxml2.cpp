// SPDX-License-Identifier: MIT
#include "allocations.hpp"
#include "contender.hpp"

#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <libxml/xmlschemas.h>

#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace presentity::bench {
namespace {

// NOLINTBEGIN(cppcoreguidelines-no-malloc): libxml2 is told to use these
void* counted_malloc(std::size_t size) {
  ++allocations;
  return std::malloc(size);
}

void* counted_realloc(void* memory, std::size_t size) {
  ++allocations;
  return std::realloc(memory, size);
}

char* counted_strdup(const char* text) {
  const auto size = std::strlen(text) + 1;
  auto* const copy = static_cast<char*>(counted_malloc(size));
  return copy == nullptr ? nullptr : static_cast<char*>(std::memcpy(copy, text, size));
}
// NOLINTEND(cppcoreguidelines-no-malloc)

void set_flag(void* flag, xmlErrorPtr /*error*/) { *static_cast<bool*>(flag) = true; }

/// The streaming validator; the compiled schema and the context of the validation are kept.
class StreamValidator {
 public:
  StreamValidator() {
    auto* const parser = xmlSchemaNewParserCtxt(PRESENTITY_BENCH_SCHEMA);
    schema_ = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    if (schema_ == nullptr) throw std::runtime_error("libxml2 refuses the schemas");
    context_ = xmlSchemaNewValidCtxt(schema_);
    xmlSetStructuredErrorFunc(&has_error_, set_flag);
    xmlSchemaSetValidStructuredErrors(context_, set_flag, &has_error_);
  }

  bool accepts(const Sample& sample) {
    has_error_ = false;
    // Not xmlParserInputBufferCreateStatic: version 2.9 then finds errors in valid documents.
    auto* const input = xmlParserInputBufferCreateMem(
        sample.bytes.data(), static_cast<int>(sample.bytes.size()), XML_CHAR_ENCODING_NONE);
    const int status =
        xmlSchemaValidateStream(context_, input, XML_CHAR_ENCODING_NONE, nullptr, nullptr);
    return status == 0 && !has_error_;
  }

 private:
  xmlSchemaPtr schema_ = nullptr;
  xmlSchemaValidCtxtPtr context_ = nullptr;
  bool has_error_ = false;
};

// NOLINTNEXTLINE(readability-function-size): libxml2 says how many parameters
void start_element(void* count, const xmlChar* /*local*/, const xmlChar* /*prefix*/,
                   const xmlChar* /*uri*/, int /*namespaces*/, const xmlChar** /*namespace_list*/,
                   int /*attributes*/, int /*defaulted*/, const xmlChar** /*attribute_list*/) {
  ++*static_cast<std::size_t*>(count);
}
void end_element(void* /*count*/, const xmlChar* /*local*/, const xmlChar* /*prefix*/,
                 const xmlChar* /*uri*/) {}
void characters(void* count, const xmlChar* /*text*/, int length) {
  *static_cast<std::size_t*>(count) += static_cast<std::size_t>(length);
}

bool read_events(const Sample& sample) {
  static xmlSAXHandler handler = [] {
    xmlSAXHandler made{};
    made.initialized = XML_SAX2_MAGIC;
    made.startElementNs = start_element;
    made.endElementNs = end_element;
    made.characters = characters;
    return made;
  }();
  std::size_t count = 0;
  return xmlSAXUserParseMemory(&handler, &count, sample.bytes.data(),
                               static_cast<int>(sample.bytes.size())) == 0;
}

bool round_trip(const Sample& sample) {
  static auto* const context = xmlNewParserCtxt();
  auto* const document =
      xmlCtxtReadMemory(context, sample.bytes.data(), static_cast<int>(sample.bytes.size()),
                        nullptr, nullptr, XML_PARSE_NONET);
  if (document == nullptr) return false;
  xmlChar* text = nullptr;
  int size = 0;
  xmlDocDumpMemoryEnc(document, &text, &size, "UTF-8");
  xmlFree(text);
  xmlFreeDoc(document);
  return size > 0;
}

}  // namespace

void add_libxml2(Contenders& contenders) {
  xmlMemSetup(std::free, counted_malloc, counted_realloc, counted_strdup);
  xmlInitParser();
  // Never freed: the process ends with it.
  auto* const validator = new StreamValidator();
  contenders.push_back({"validate", "libxml2-stream",
                        "libxml2 xmlSchemaValidateStream, schema and context kept",
                        [validator](const Sample& sample) { return validator->accepts(sample); }});
  contenders.push_back({"read", "libxml2-sax2", "libxml2 SAX2", read_events});
  contenders.push_back({"round-trip", "libxml2-dom",
                        "libxml2 DOM, untyped, xmlCtxtReadMemory + xmlDocDumpMemoryEnc",
                        round_trip});
}

}  // namespace presentity::bench
