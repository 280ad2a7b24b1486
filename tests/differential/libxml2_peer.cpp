// SPDX-License-Identifier: MIT
#include "peers.hpp"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <stdexcept>
#include <utility>

namespace presentity::differential {
namespace {

/// Calls `free_it` at the end.
template <auto free_it>
struct Free {
  template <class T>
  void operator()(T* pointer) const {
    free_it(pointer);
  }
};

using Document = std::unique_ptr<xmlDoc, Free<xmlFreeDoc>>;
using ParserContext = std::unique_ptr<xmlParserCtxt, Free<xmlFreeParserCtxt>>;
using SchemaParser = std::unique_ptr<xmlSchemaParserCtxt, Free<xmlSchemaFreeParserCtxt>>;
using Schema = std::unique_ptr<xmlSchema, Free<xmlSchemaFree>>;
using SchemaContext = std::unique_ptr<xmlSchemaValidCtxt, Free<xmlSchemaFreeValidCtxt>>;

PeerError to_error(const xmlError& error, bool is_fatal) {
  std::string message = error.message == nullptr ? "no reason given" : error.message;
  while (message.ends_with('\n')) message.pop_back();
  return {is_fatal, static_cast<std::size_t>(error.line < 0 ? 0 : error.line), 0,
          std::move(message)};
}

#if LIBXML_VERSION >= 21200
using ReportedError = const xmlError;
#else
using ReportedError = xmlError;
#endif

void note(void* errors, ReportedError* error) {
  static_cast<std::vector<PeerError>*>(errors)->push_back(to_error(*error, false));
}

void ignore(void* /*user*/, ReportedError* /*error*/) {}

class Libxml2Peer : public Peer {
 public:
  explicit Libxml2Peer(const std::filesystem::path& schema) {
    xmlInitParser();
    xmlSetStructuredErrorFunc(nullptr, ignore);  // nothing goes to standard error
    const SchemaParser parser(xmlSchemaNewParserCtxt(schema.c_str()));
    std::vector<PeerError> errors;
    xmlSchemaSetParserStructuredErrors(parser.get(), note, &errors);
    schema_.reset(xmlSchemaParse(parser.get()));
    if (schema_ == nullptr) {
      throw std::runtime_error("libxml2: " + (errors.empty() ? "" : errors.front().message));
    }
  }

  [[nodiscard]] std::string_view name() const override { return "libxml2"; }

  std::vector<PeerError> validate(const std::string& utf8) override {
    const ParserContext parser(xmlNewParserCtxt());
    const Document document(xmlCtxtReadMemory(
        parser.get(), utf8.data(), static_cast<int>(utf8.size()), "doc", "UTF-8",
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES));
    if (document == nullptr) return {to_error(*xmlCtxtGetLastError(parser.get()), true)};
    const SchemaContext context(xmlSchemaNewValidCtxt(schema_.get()));
    std::vector<PeerError> errors;
    xmlSchemaSetValidStructuredErrors(context.get(), note, &errors);
    const auto status = xmlSchemaValidateDoc(context.get(), document.get());
    if (status != 0 && errors.empty()) errors.push_back({true, 0, 0, "no reason given"});
    return errors;
  }

 private:
  Schema schema_;
};

}  // namespace

std::unique_ptr<Peer> make_libxml2_peer(const std::filesystem::path& schema) {
  return std::make_unique<Libxml2Peer>(schema);
}

}  // namespace presentity::differential
