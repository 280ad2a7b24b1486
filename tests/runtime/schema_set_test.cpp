// SPDX-License-Identifier: MIT
#include "schema_set.hpp"

#include "testing.hpp"

#include <presentity/embedded_schemas.hpp>

using namespace presentity;
using namespace presentity::testing;

namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view xs = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema")";
constexpr std::string_view state_namespace = "http://schemas.microsoft.com/2006/09/sip/state";

struct Loaded {
  std::optional<Validator> validator;
  Lines errors;
};

Loaded load(const std::vector<SchemaSource>& schemas) {
  const auto result = load_schemas(schemas);
  Loaded loaded;
  if (result) {
    loaded.validator = Validator(*result);
  } else {
    for (const auto& d : result.error()) loaded.errors.push_back(line(d));
  }
  CAPTURE(loaded.errors);
  return loaded;
}

Verdict verdict(const Loaded& loaded, std::string_view document) {
  REQUIRE_MESSAGE(loaded.validator, (loaded.errors.empty() ? "" : loaded.errors.front()));
  return loaded.validator->validate(document).verdict;
}

std::string in_namespace(std::string_view uri, std::string_view content) {
  return std::string(xs) + " xmlns:t='" + std::string(uri) + "' targetNamespace='" +
         std::string(uri) + "' elementFormDefault='qualified'>" + std::string(content) +
         "</xs:schema>";
}

}  // namespace

TEST_SUITE("schema set") {
  TEST_CASE("imports a built-in namespace, whatever file name the import gives") {
    for (const std::string_view location :
         {"", "schemaLocation='commontypes.xsd'", "schemaLocation='http://host/other.xsd'"}) {
      CAPTURE(location);
      const auto loaded =
          load({{"a.xsd", schema("<xs:import namespace='http://schemas.microsoft."
                                 "com/2006/09/sip/commontypes' " +
                                 std::string(location) +
                                 "/><xs:element name='r'><xs:complexType><xs:sequence "
                                 "xmlns:ct='http://schemas.microsoft.com/2006/09/sip/"
                                 "commontypes'><xs:element ref='ct:delimiter'/>"
                                 "</xs:sequence></xs:complexType></xs:element>")}});
      CHECK(verdict(loaded, root("<delimiter xmlns='http://schemas.microsoft.com/2006/09/sip/"
                                 "commontypes'/>")) == Verdict::valid);
      CHECK(verdict(loaded, root("")) == Verdict::invalid);
    }
  }

  TEST_CASE("puts several files of one namespace together") {
    const auto loaded = load({{"x/a.xsd", schema("<xs:element name='r' type='xs:int'/>")},
                              {"y/b.xsd", schema("<xs:element name='s' type='xs:int'/>")},
                              {"c.xsd", schema("<xs:include schemaLocation='d.xsd'/>")},
                              {"d.xsd", schema("<xs:element name='u' type='xs:int'/>")}});

    CHECK(verdict(loaded, "<r xmlns='urn:test'>1</r>") == Verdict::valid);
    CHECK(verdict(loaded, "<s xmlns='urn:test'>x</s>") == Verdict::invalid);
    CHECK(verdict(loaded, "<u xmlns='urn:test'>1</u>") == Verdict::valid);
  }

  TEST_CASE("loads files that include themselves or each other") {
    const auto loaded =
        load({{"a.xsd", schema("<xs:include schemaLocation='a.xsd'/><xs:element name='r'/>")},
              {"b.xsd", schema("<xs:include schemaLocation='c.xsd'/><xs:element name='s'/>")},
              {"c.xsd", schema("<xs:include schemaLocation='b.xsd'/><xs:element name='u'/>")}});

    CHECK(verdict(loaded, "<r xmlns='urn:test'/>") == Verdict::valid);
    CHECK(verdict(loaded, "<s xmlns='urn:test'/>") == Verdict::valid);
    CHECK(verdict(loaded, "<u xmlns='urn:test'/>") == Verdict::valid);
  }

  TEST_CASE("loads namespaces that import each other") {
    const auto loaded =
        load({{"a.xsd", in_namespace("urn:a",
                                     "<xs:import namespace='urn:b' schemaLocation='b.xsd'/>"
                                     "<xs:element name='r' xmlns:b='urn:b' type='b:x'/>")},
              {"b.xsd", in_namespace("urn:b",
                                     "<xs:import namespace='urn:a' schemaLocation='a.xsd'/>"
                                     "<xs:simpleType name='x'><xs:restriction "
                                     "base='xs:int'/></xs:simpleType>")}});

    CHECK(verdict(loaded, "<r xmlns='urn:a'>1</r>") == Verdict::valid);
    CHECK(verdict(loaded, "<r xmlns='urn:a'>x</r>") == Verdict::invalid);
  }

  TEST_CASE("adds to a built-in namespace") {
    const auto loaded =
        load({{"a.xsd", in_namespace(state_namespace, "<xs:element name='mood' type='xs:int'/>")}});

    CHECK(verdict(loaded, state("<ct:delimiter/><mood>3</mood>")) == Verdict::valid);
    CHECK(verdict(loaded, state("<ct:delimiter/><mood>x</mood>")) == Verdict::invalid);
    CHECK(verdict(loaded, state("")) == Verdict::valid);
    const auto* known = loaded.validator->registry().find("mood");
    CHECK(known == nullptr);  // an addition is no category, unless its remarks say so
  }

  TEST_CASE("adds to a built-in namespace by including its file") {
    const auto loaded = load({{"a.xsd", in_namespace(state_namespace,
                                                     "<xs:include schemaLocation='state.xsd'/>"
                                                     "<xs:element name='mood' type='xs:int'/>")}});

    CHECK(verdict(loaded, state("<ct:delimiter/><mood>x</mood>")) == Verdict::invalid);
    CHECK(verdict(loaded, state("<availability>1</availability>")) == Verdict::valid);
  }

  TEST_CASE("takes a category without a namespace") {
    const auto loaded =
        load({{"a.xsd", std::string(xs) + "><xs:element name='lift' type='xs:int'/></xs:schema>"}});

    CHECK(verdict(loaded, "<lift>3</lift>") == Verdict::valid);
    CHECK(verdict(loaded, "<lift>x</lift>") == Verdict::invalid);
    CHECK(loaded.validator->registry().find("lift") != nullptr);
    CHECK(loaded.validator->registry().find("operation") == nullptr);
  }

  TEST_CASE("says where a schema refers to one that was not given") {
    CHECK(
        load({{"dir/a.xsd", schema("\n <xs:import namespace='urn:b' schemaLocation='x/b.xsd'/>")}})
            .errors == Lines{"error bad-schema 2:2 dir/a.xsd: schema 'b.xsd' is not known | give "
                             "it too: only named and built-in schemas are read"});
    CHECK(
        load({{"a.xsd", schema("\n\n<xs:include schemaLocation='http://host/c.xsd'/>")}}).errors ==
        Lines{"error bad-schema 3:1 a.xsd: schema 'c.xsd' is not known | give it too: only named "
              "and built-in schemas are read"});
  }

  TEST_CASE("says where a schema breaks a rule of XML Schema") {
    CHECK(load({{"dir/a.xsd", schema("\n <xs:element name='r' type='t:nope'/>")}}).errors ==
          Lines{"error bad-schema 2:38 dir/a.xsd: type 'urn:test:nope' not found"});
  }

  TEST_CASE("reports each mistake of several schemas") {
    const auto errors = load({{"a.xsd", "<a>"}, {"b.xsd", "<b/>"}, {"c.xsd", ""}}).errors;

    CHECK(errors == Lines{"error bad-schema 1:4 a.xsd: the document ends inside of element 'a'",
                          "error bad-schema 1:1 b.xsd: the root is 'b', not xs:schema",
                          "error bad-schema 1:1 c.xsd: there is no element"});
  }

  TEST_CASE("refuses two schemas with one file name, also that of a built-in one") {
    CHECK(
        load({{"x/a.xsd", schema("")}, {"y/a.xsd", schema("")}}).errors ==
        Lines{"error bad-schema 1:1 y/a.xsd: there is another schema with the file name 'a.xsd' | "
              "give it another name: schemas refer to each other by file name"});
    CHECK(load({{"state.xsd", schema("")}}).errors.size() == 1);
  }

  TEST_CASE("refuses to declare again what is built in") {
    const auto errors =
        load({{"a.xsd", in_namespace(state_namespace, "<xs:element name='state'/>")}}).errors;
    CHECK_FALSE(errors.empty());
  }

  TEST_CASE("refuses a content model that is not deterministic") {
    const auto errors = schema_errors(
        schema("<xs:complexType name='c'><xs:sequence><xs:element name='a' minOccurs='0'/>"
               "<xs:element name='a'/></xs:sequence></xs:complexType>"));
    CHECK(errors.size() == 1);
  }

  TEST_CASE("reads schemas in UTF-16 and with a byte order mark") {
    const auto text = schema("<xs:element name='r' type='xs:int'/>");
    CHECK(load({{"a.xsd", "\xEF\xBB\xBF" + text}}).errors == Lines{});
    CHECK(load({{"a.xsd", utf16(text, true)}}).errors == Lines{});
  }

  TEST_CASE("embeds every schema of the folder, byte for byte") {
    std::size_t count = 0;
    for (const auto& path : files_in(source_folder() / "schemas", ".xsd")) {
      CAPTURE(path.filename());
      CHECK(embedded_schema(path.filename().string()) == read_file(path));
      ++count;
    }
    for (const auto& path : files_in(source_folder() / "schemas/grammars", ".xml")) {
      CAPTURE(path.filename());
      CHECK(embedded_schema("grammars/" + path.filename().string()) == read_file(path));
      ++count;
    }
    CHECK(embedded_schemas().size() == count + 1);  // and the catalog
    CHECK(embedded_schema("nothing.xsd").empty());
  }
}
