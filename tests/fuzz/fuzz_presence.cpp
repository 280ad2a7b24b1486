// SPDX-License-Identifier: MIT
// What values mean: a valid document is described; a store that is loaded is saved without loss,
// and aggregated to valid values; read in pieces, a document is as good as it is whole.
#include "finding.hpp"

#include <presentity/presence/aggregation_explanation.hpp>
#include <presentity/presence/container_manifest.hpp>
#include <presentity/presence/describe.hpp>
#include <presentity/presence/store.hpp>
#include <presentity/presence/stream.hpp>
#include <presentity/validator.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

using namespace presentity;
using namespace presentity::presence;
using presentity::fuzz::require;

namespace {

const Validator& validator() {
  static const Validator one;
  return one;
}

void run_store(std::string_view text, const Store& store) {
  const auto saved = store.save();
  require(saved.has_value(), "a store that was loaded cannot be saved", text);
  const auto again = Store::load(*saved);
  require(again && *again == store, "a store is not what was saved", text);
  const auto inputs = read_inputs(store.entries());
  const TimePoint now{std::chrono::seconds(1'370'000'000)};
  const auto result = aggregate(inputs.inputs, now);
  const auto made = publications(result, now);
  require(made.has_value(), "an aggregate cannot be published", text);
  for (const auto& one : *made) {
    require(one.any && validator().verdict(one.any->xml) == Verdict::valid,
            "an aggregate is not valid", text);
  }
  const auto explanation = explain(inputs.inputs, now);
  for (const ContainerId container : {100U, 200U, 300U}) {
    require(!account(explanation, container).empty(), "nothing is explained", text);
  }
}

void run_stream(std::string_view text) {
  StreamReader reader;
  for (std::size_t at = 0; at < text.size(); at += 7) {
    reader.feed(text.substr(at, 7));
    while (reader.next()) {
    }
  }
  reader.finish();
  while (reader.next()) {
  }
  require(reader.is_complete() || !reader.errors().empty(), "neither complete nor wrong", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto text = validator().to_utf8(input);
  if (!text) return 0;
  const bool is_valid = validator().verdict(*text) == Verdict::valid;
  require(describe(*text).has_value() == is_valid, "described, and not valid, or not described",
          *text);
  run_stream(*text);
  if (const auto manifest = read_manifest(*text)) {
    require(is_valid, "a manifest is read that is not valid", *text);
  }
  if (const auto document = read_store_document(*text)) {
    require(is_valid, "a store or a request is read that is not valid", *text);
    if (const auto* const store = std::get_if<Store>(&*document)) run_store(*text, *store);
  }
  return 0;
}
