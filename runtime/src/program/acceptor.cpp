// SPDX-License-Identifier: MIT
#include "program/acceptor.hpp"

namespace presentity::detail {

std::optional<AcceptedDocument> accept(const SchemaProgram& program, const ReadLimits& limits,
                                       std::string_view utf8, AcceptorScratch& scratch) {
  NoSink<false> sink;
  Engine<NoSink<false>> engine(program, limits, utf8, scratch, sink);
  if (!engine.run() || engine.most_value_bytes() > limits.document_bytes) return std::nullopt;
  return AcceptedDocument{engine.root_name(), engine.root_type(), engine.element()};
}

bool is_surely_valid(const SchemaProgram& program, const ReadLimits& limits, std::string_view utf8,
                     VerdictScratch& scratch) {
  NoSink<true> sink;
  Engine<NoSink<true>> engine(program, limits, utf8, scratch, sink);
  return engine.run() && engine.most_value_bytes() <= limits.document_bytes;
}

}  // namespace presentity::detail
