// SPDX-License-Identifier: MIT
#include "program/acceptor.hpp"

namespace presentity::detail {

std::optional<AcceptedDocument> accept(const SchemaProgram& program, const ReadLimits& limits,
                                       std::string_view utf8, AcceptorScratch& scratch) {
  NoSink sink;
  Engine<NoSink> engine(program, limits, utf8, scratch, sink);
  if (!engine.run()) return std::nullopt;
  return AcceptedDocument{engine.root_name(), engine.root_type(), engine.element()};
}

}  // namespace presentity::detail
