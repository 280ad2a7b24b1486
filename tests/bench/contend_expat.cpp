// SPDX-License-Identifier: MIT
#include "contender.hpp"

#include <expat.h>

#include <memory>

namespace presentity::bench {
namespace {

void start_element(void* count, const XML_Char* /*name*/, const XML_Char** /*attributes*/) {
  ++*static_cast<std::size_t*>(count);
}
void end_element(void* /*count*/, const XML_Char* /*name*/) {}
void characters(void* count, const XML_Char* /*text*/, int length) {
  *static_cast<std::size_t*>(count) += static_cast<std::size_t>(length);
}

}  // namespace

void add_expat(Contenders& contenders) {
  const std::shared_ptr<XML_ParserStruct> parser(XML_ParserCreateNS(nullptr, '|'), XML_ParserFree);
  contenders.push_back(
      {"read", "expat", "Expat with namespaces, parser reused", [parser](const Sample& sample) {
         std::size_t count = 0;
         XML_ParserReset(parser.get(), nullptr);  // forgets the handlers, too
         XML_SetUserData(parser.get(), &count);
         XML_SetElementHandler(parser.get(), start_element, end_element);
         XML_SetCharacterDataHandler(parser.get(), characters);
         return XML_Parse(parser.get(), sample.bytes.data(), static_cast<int>(sample.bytes.size()),
                          XML_TRUE) == XML_STATUS_OK;
       }});
}

}  // namespace presentity::bench
