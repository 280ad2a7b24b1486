// SPDX-License-Identifier: MIT
#include "peers.hpp"
#include "xerces_text.hpp"

#include <presentity/xml_platform.hpp>

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLException.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xercesc/validators/common/Grammar.hpp>

#include <stdexcept>
#include <utility>

namespace presentity::differential {
namespace {

using xercesc::SAX2XMLReaderImpl;
using xercesc::SAXParseException;
using xercesc::XMLPlatformUtils;
using xercesc::XMLUni;

class Errors : public xercesc::DefaultHandler {
 public:
  std::vector<PeerError> take() { return std::exchange(errors_, {}); }

  void warning(const SAXParseException& e) override { note(e, false); }
  void error(const SAXParseException& e) override { note(e, false); }
  void fatalError(const SAXParseException& e) override { note(e, true); }
  void resetErrors() override {}

 private:
  void note(const SAXParseException& e, bool is_fatal) {
    errors_.push_back({is_fatal, static_cast<std::size_t>(e.getLineNumber()),
                       static_cast<std::size_t>(e.getColumnNumber()),
                       detail::to_utf8(e.getMessage())});
  }

  std::vector<PeerError> errors_;
};

class XercesPeer : public Peer {
 public:
  explicit XercesPeer(const std::filesystem::path& schema)
      : pool_(XMLPlatformUtils::fgMemoryManager) {
    {
      SAX2XMLReaderImpl loader(XMLPlatformUtils::fgMemoryManager, &pool_);
      loader.setFeature(XMLUni::fgXercesSchema, true);
      loader.setFeature(XMLUni::fgXercesSchemaFullChecking, true);
      loader.setErrorHandler(&errors_);
      loader.loadGrammar(schema.c_str(), xercesc::Grammar::SchemaGrammarType, true);
    }
    const auto errors = errors_.take();
    if (!errors.empty()) throw std::runtime_error("Xerces: " + errors.front().message);
    pool_.lockPool();
  }

  [[nodiscard]] std::string_view name() const override { return "Xerces"; }

  std::vector<PeerError> validate(const std::string& utf8) override {
    // A new one for each document: a used one remembers an xsi:type that it could not use.
    SAX2XMLReaderImpl reader(XMLPlatformUtils::fgMemoryManager, &pool_);
    prepare(reader);
    try {
      xercesc::MemBufInputSource source(reinterpret_cast<const XMLByte*>(utf8.data()), utf8.size(),
                                        location);
      source.setEncoding(XMLUni::fgUTF8EncodingString);
      source.setCopyBufToStream(false);
      reader.parse(source);
    } catch (const xercesc::XMLException& e) {
      return {{true, 0, 0, detail::to_utf8(e.getMessage())}};
    }
    return errors_.take();
  }

 private:
  void prepare(SAX2XMLReaderImpl& reader) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the interface is not const-correct
    reader.setProperty(XMLUni::fgXercesScannerName, const_cast<XMLCh*>(XMLUni::fgSGXMLScanner));
    reader.setFeature(XMLUni::fgSAX2CoreValidation, true);
    reader.setFeature(XMLUni::fgXercesDynamic, false);
    reader.setFeature(XMLUni::fgXercesSchema, true);
    reader.setFeature(XMLUni::fgXercesUseCachedGrammarInParse, true);
    reader.setFeature(XMLUni::fgXercesLoadSchema, false);
    reader.setFeature(XMLUni::fgXercesLoadExternalDTD, false);
    reader.setFeature(XMLUni::fgXercesDisableDefaultEntityResolution, true);
    // Opened by nobody. Without it, elements without a namespace are not looked up in the pool.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): as above
    reader.setProperty(XMLUni::fgXercesSchemaExternalNoNameSpaceSchemaLocation,
                       const_cast<XMLCh*>(location));
    reader.setErrorHandler(&errors_);
  }

  static constexpr XMLCh location[] = {'d', 'o', 'c', 0};

  XmlPlatform platform_;
  xercesc::XMLGrammarPoolImpl pool_;
  Errors errors_;
};

}  // namespace

std::unique_ptr<Peer> make_xerces_peer(const std::filesystem::path& schema) {
  const XmlPlatform platform;  // lives while the members of the peer are made
  return std::make_unique<XercesPeer>(schema);
}

}  // namespace presentity::differential
