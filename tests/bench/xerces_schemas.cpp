// SPDX-License-Identifier: MIT
#include "xerces_schemas.hpp"

#include <presentity/embedded_schemas.hpp>
#include <presentity/xml_platform.hpp>

#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/framework/XMLGrammarPoolImpl.hpp>
#include <xercesc/parsers/SAX2XMLReaderImpl.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLEntityResolver.hpp>
#include <xercesc/util/XMLUni.hpp>
#include <xercesc/validators/common/Grammar.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace presentity::bench {
namespace {

using xercesc::XMLUni;

/// The schemas refer to each other by plain file name.
class EmbeddedSchemas : public xercesc::XMLEntityResolver {
 public:
  xercesc::InputSource* resolveEntity(xercesc::XMLResourceIdentifier* wanted) override {
    std::string name;
    for (const auto* c = wanted->getSchemaLocation(); c != nullptr && *c != 0; ++c) {
      name += static_cast<char>(*c);
    }
    return source_of(name);
  }

  static xercesc::MemBufInputSource* source_of(const std::string& name) {
    const auto text = embedded_schema(name);
    return new xercesc::MemBufInputSource(reinterpret_cast<const XMLByte*>(text.data()),
                                          text.size(), name.c_str());
  }
};

void load(xercesc::XMLGrammarPool& pool) {
  EmbeddedSchemas resolver;
  ErrorFlag errors;
  xercesc::SAX2XMLReaderImpl reader(xercesc::XMLPlatformUtils::fgMemoryManager, &pool);
  reader.setFeature(XMLUni::fgSAX2CoreValidation, true);
  reader.setFeature(XMLUni::fgXercesSchema, true);
  reader.setXMLEntityResolver(&resolver);
  reader.setErrorHandler(&errors);
  const std::unique_ptr<xercesc::InputSource> source(EmbeddedSchemas::source_of("presentity.xsd"));
  reader.loadGrammar(*source, xercesc::Grammar::SchemaGrammarType, true);
  if (errors.is_set) throw std::runtime_error("Xerces refuses the schemas");
  pool.lockPool();
}

}  // namespace

xercesc::XMLGrammarPool& grammar_pool() {
  // Never freed: contenders refer to it until the process ends.
  static auto& pool = []() -> xercesc::XMLGrammarPool& {
    static const auto& platform = *new XmlPlatform();
    static_cast<void>(platform);
    auto& made = *new xercesc::XMLGrammarPoolImpl(xercesc::XMLPlatformUtils::fgMemoryManager);
    load(made);
    return made;
  }();
  return pool;
}

}  // namespace presentity::bench
