// SPDX-License-Identifier: MIT
#include "testing.hpp"

#include <array>
#include <thread>

using namespace presentity;
using namespace presentity::testing;

namespace {

/// Everything that two reports about one document must have in common.
std::string text_of(const Report& report) {
  std::string text = std::string(to_string(report.verdict)) + report.root;
  for (const auto& item : lines(report)) text += "\n" + item;
  for (const auto& instance : report.instances) text += "\n" + instance.path + instance.value;
  return text;
}

std::vector<std::string> documents() {
  std::vector<std::string> result;
  for (const auto& path : files_in(source_folder() / "tests/samples/valid/envelopes", ".xml")) {
    result.push_back(read_file(path));
  }
  result.push_back(state("<availability>x</availability><a/>"));
  result.push_back(state("<ct:delimiter/><mood>1</mood><device>compter</device>"));
  result.push_back(root("<i k='1'>AB12</i><i k='1'>CD3</i>"));
  result.push_back(root("<i k='1'>AB12</i><i k='2'>nope</i>"));
  result.push_back("<!DOCTYPE a><a/>");
  return result;
}

}  // namespace

TEST_SUITE("threads") {
  TEST_CASE("share one validator and get the answers of a single one") {
    const auto validator = with_schema(
        "<xs:simpleType name='code'><xs:restriction base='xs:string'><xs:pattern "
        "value='[A-Z]{2}[0-9]+'/></xs:restriction></xs:simpleType>"
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='i' "
        "maxOccurs='unbounded'><xs:complexType><xs:simpleContent><xs:extension base='t:code'>"
        "<xs:attribute name='k' type='xs:unsignedInt'/></xs:extension></xs:simpleContent>"
        "</xs:complexType></xs:element></xs:sequence></xs:complexType>"
        "<xs:unique name='u'><xs:selector xpath='t:i'/><xs:field xpath='@k'/></xs:unique>"
        "</xs:element>");
    const auto all = documents();
    std::vector<std::string> expected;
    for (const auto& document : all) expected.push_back(text_of(validator.validate(document)));

    std::array<std::size_t, 8> wrong{};
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t) {
      threads.emplace_back([&, t] {
        for (std::size_t i = 0; i < all.size() * 3; ++i) {
          const auto at = (i + t * 5) % all.size();
          wrong[t] += text_of(validator.validate(all[at])) == expected[at] ? 0 : 1;
          wrong[t] += validator.differences(all[at], all[at]).size() > 1 ? 1 : 0;
        }
      });
    }
    for (auto& thread : threads) thread.join();

    for (const auto count : wrong) CHECK(count == 0);
  }

  TEST_CASE("may load schemas at the same time") {
    std::array<bool, 4> is_good{};
    std::vector<std::thread> threads;
    for (auto& good : is_good) {
      threads.emplace_back([&good] {
        const auto schemas = load_schemas({});
        good = schemas && Validator(*schemas).validate(state("")).verdict == Verdict::valid;
      });
    }
    for (auto& thread : threads) thread.join();

    for (const bool good : is_good) CHECK(good);
  }
}
