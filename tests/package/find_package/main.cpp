// SPDX-License-Identifier: MIT
#include <presentity/load_schemas.hpp>
#include <presentity/tree/document.hpp>
#include <presentity/validator.hpp>

#include <location.hpp>

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

constexpr const char* document =
    R"(<location xmlns="http://example.com/presence/location")"
    R"( xmlns:ct="http://schemas.microsoft.com/2006/09/sip/commontypes")"
    R"( latitude="+47.50" longitude="008.7" accuracy="0015"><place floor="+3">Desk &lt;12&gt;</place>)"
    R"(<ct:delimiter/><next/><ct:delimiter/><later/><ct:end/></location>)";

int fail(const std::string& message) {
  std::cerr << message << '\n';
  return 1;
}

std::string text_of(const char* path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return fail("usage: location_test location.xsd");

  using Location = presentity::tree::Document<example::location::location>;
  const auto location = Location::parse(document);
  if (!location) return fail(location.error());
  std::cout << "latitude " << location->value().latitude().value() << ", on floor "
            << location->value().place().front().floor()->value() << '\n';

  const std::vector<presentity::SchemaSource> sources{{"location.xsd", text_of(argv[1])}};
  const auto schemas = presentity::load_schemas(sources);
  if (!schemas) return fail(schemas.error().front().message);
  const presentity::Validator validator(*schemas);
  if (validator.validate(document).verdict != presentity::Verdict::valid) return fail("invalid");

  const auto written = location->serialize();
  if (!written) return fail(written.error());
  for (const auto& difference : validator.differences(document, *written)) {
    return fail(difference);
  }

  std::cout << "category " << validator.registry().find("location")->root.local
            << ", round trip equivalent\n";
  return 0;
}
