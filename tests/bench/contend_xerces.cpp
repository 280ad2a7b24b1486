// SPDX-License-Identifier: MIT
#include "contender.hpp"
#include "xerces_schemas.hpp"

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLUni.hpp>

namespace presentity::bench {
namespace {

using xercesc::XMLUni;

/// A SAX2 reader that is used for many documents, with the settings that were fastest.
class Sax2 {
 public:
  explicit Sax2(bool validates)
      : reader_(xercesc::XMLPlatformUtils::fgMemoryManager, &grammar_pool()) {
    if (validates) {
      // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the interface is not const-correct
      reader_.setProperty(XMLUni::fgXercesScannerName, const_cast<XMLCh*>(XMLUni::fgSGXMLScanner));
    }
    reader_.setFeature(XMLUni::fgSAX2CoreValidation, validates);
    reader_.setFeature(XMLUni::fgXercesDynamic, false);
    reader_.setFeature(XMLUni::fgXercesSchema, validates);
    reader_.setFeature(XMLUni::fgXercesUseCachedGrammarInParse, validates);
    reader_.setFeature(XMLUni::fgXercesLoadSchema, false);
    reader_.setFeature(XMLUni::fgXercesLoadExternalDTD, false);
    reader_.setProperty(XMLUni::fgXercesSchemaExternalNoNameSpaceSchemaLocation,
                        const_cast<XMLCh*>(no_namespace_location.data()));
    reader_.setContentHandler(&handler_);
    reader_.setErrorHandler(&errors_);
  }

  bool accepts(const Sample& sample) {
    errors_.is_set = false;
    xercesc::MemBufInputSource source(reinterpret_cast<const XMLByte*>(sample.bytes.data()),
                                      sample.bytes.size(), no_namespace_location.data());
    source.setCopyBufToStream(false);
    reader_.parse(source);
    return !errors_.is_set;
  }

 private:
  xercesc::DefaultHandler handler_;
  ErrorFlag errors_;
  xercesc::SAX2XMLReaderImpl reader_;
};

}  // namespace

void add_xerces(Contenders& contenders) {
  const auto add = [&](std::string job, std::string label, bool validates) {
    static_cast<void>(grammar_pool());  // starts Xerces
    // Never freed, as what a Xerces object needs in its destructor may be gone by then.
    auto* const sax2 = new Sax2(validates);
    contenders.push_back({std::move(job), "xerces-sax2", std::move(label),
                          [sax2](const Sample& sample) { return sax2->accepts(sample); }});
  };
  add("validate", "Xerces-C++ SAX2, locked pool, SGXMLScanner, reader reused", true);
  add("read", "Xerces-C++ SAX2 without validation, reader reused", false);
}

}  // namespace presentity::bench
