// SPDX-License-Identifier: MIT
#include "xerces_oracle.hpp"

#include <presentity/xml_platform.hpp>

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/util/XMLException.hpp>
#include <xercesc/util/XMLUni.hpp>

namespace presentity::testing {
namespace {

class Errors : public xercesc::DefaultHandler {
 public:
  void error(const xercesc::SAXParseException& /*e*/) override { has_failed = true; }
  void fatalError(const xercesc::SAXParseException& /*e*/) override { has_failed = true; }

  bool has_failed = false;
};

}  // namespace

bool is_well_formed(std::string_view bytes) {
  using xercesc::XMLUni;
  const XmlPlatform platform;
  Errors errors;
  try {
    xercesc::SAX2XMLReaderImpl reader;
    reader.setFeature(XMLUni::fgSAX2CoreValidation, false);
    reader.setFeature(XMLUni::fgSAX2CoreNameSpaces, true);
    reader.setFeature(XMLUni::fgXercesLoadExternalDTD, false);
    reader.setFeature(XMLUni::fgXercesDisableDefaultEntityResolution, true);
    reader.setErrorHandler(&errors);
    static constexpr XMLCh name[] = {'d', 'o', 'c', 0};
    xercesc::MemBufInputSource source(reinterpret_cast<const XMLByte*>(bytes.data()), bytes.size(),
                                      name);
    source.setCopyBufToStream(false);
    reader.parse(source);
  } catch (const xercesc::XMLException&) {
    return false;
  } catch (const xercesc::SAXException&) {
    return false;
  }
  return !errors.has_failed;
}

}  // namespace presentity::testing
