// SPDX-License-Identifier: MIT
#include "contender.hpp"

#include <presentity/native.hpp>
#include <presentity/native/documents.hpp>

#include <benchmark/benchmark.h>

#include <map>
#include <memory>
#include <stdexcept>

namespace presentity::bench {
namespace {

const binding::Document& document_of(const Sample& sample) {
  const auto element = binding::find_root(Schemas::built_in(), sample.bytes);
  for (const auto& document : native::documents()) {
    if (document.root->element == element) return document;
  }
  throw std::runtime_error("no bindings for " + sample.name);
}

/// A sample and its value: found once, as a program that knows what it reads would.
struct Prepared {
  std::string name;  ///< Samples move when others are left out.
  const binding::Document* document = nullptr;
  std::shared_ptr<void> value;
};

const Prepared& prepared(const Sample& sample) {
  static std::map<const Sample*, Prepared> all;
  auto& entry = all[&sample];
  if (entry.name != sample.name) {
    entry.name = sample.name;
    entry.document = &document_of(sample);
    entry.value = entry.document->make();
    if (!binding::read_document(*entry.document->root, sample.bytes, {}, entry.value.get())
             .empty()) {
      throw std::runtime_error("the native bindings refuse " + sample.name);
    }
  }
  return entry;
}

bool reads(const Sample& sample) {
  if (sample.root.empty()) return false;
  const auto& document = *prepared(sample).document;
  const auto value = document.make();
  const auto errors = binding::read_document(*document.root, sample.bytes, {}, value.get());
  benchmark::DoNotOptimize(value.get());
  return errors.empty();
}

template <WriteCheck check>
bool writes(const Sample& sample) {
  const auto& it = prepared(sample);
  return binding::write(*it.document->root, it.value.get(), check).has_value();
}

bool round_trips(const Sample& sample) {
  const auto& document = *prepared(sample).document;
  const auto value = document.make();
  return binding::read_document(*document.root, sample.bytes, {}, value.get()).empty() &&
         binding::write(*document.root, value.get(), WriteCheck::off).has_value();
}

}  // namespace

void add_native(Contenders& contenders) {
  contenders.push_back(
      {"read", "native", "presentity::native, validated, into plain structs", &reads});
  contenders.push_back(
      {"write", "native", "presentity::native, plain structs to text", &writes<WriteCheck::off>});
  contenders.push_back({"write", "native-checked",
                        "presentity::native, plain structs to text, which is validated",
                        &writes<WriteCheck::on>});
  contenders.push_back(
      {"round-trip", "native", "presentity::native, validated read + write", &round_trips});
}

}  // namespace presentity::bench
