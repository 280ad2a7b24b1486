// SPDX-License-Identifier: MIT
#include "contender.hpp"

#include <pugixml.hpp>

namespace presentity::bench {
namespace {

struct TextWriter : pugi::xml_writer {
  void write(const void* bytes, std::size_t size) override {
    text.append(static_cast<const char*>(bytes), size);
  }

  std::string text;
};

bool parse(const Sample& sample) {
  pugi::xml_document document;
  return static_cast<bool>(document.load_buffer(sample.bytes.data(), sample.bytes.size()));
}

bool round_trip(const Sample& sample) {
  pugi::xml_document document;
  if (!document.load_buffer(sample.bytes.data(), sample.bytes.size())) return false;
  TextWriter out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return !out.text.empty();
}

}  // namespace

void add_pugixml(Contenders& contenders) {
  contenders.push_back({"read", "pugixml", "pugixml DOM, knows no namespaces", parse});
  contenders.push_back(
      {"round-trip", "pugixml", "pugixml DOM, untyped, knows no namespaces", round_trip});
}

}  // namespace presentity::bench
