// SPDX-License-Identifier: MIT
#include "generator/cpp/source_writer.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using presentity::generator::cpp::literal;
using presentity::generator::cpp::SourceWriter;

TEST_SUITE("SourceWriter") {
  TEST_CASE("writes a template without its indentation") {
    SourceWriter out;

    out.emit({{"Type", "Note"}}, R"(
               struct $Type$ {
                 $Type$* next;
               };
             )");

    CHECK(out.take() == "struct Note {\n  Note* next;\n};\n");
  }

  TEST_CASE("indents what a callback writes, and leaves empty values out") {
    SourceWriter out;

    out.emit({{"doc", ""}, {"members", [&] { out.line("int a;"); }}}, R"(
               $doc$
               struct X {
                 $members$
               };
             )");

    CHECK(out.take() == "struct X {\n  int a;\n};\n");
  }

  TEST_CASE("refuses a template that names what is not there") {
    SourceWriter out;

    CHECK_THROWS_AS(out.emit({}, "$Type$"), std::logic_error);
  }

  TEST_CASE("breaks calls below the first argument, or behind the parenthesis") {
    const std::string name(40, 'x');
    SourceWriter out;

    out.call("f", {"a", "b"}, ");");
    out.call("call_" + name, {name, name}, ");");
    out.call("call_" + name + name, {name, "b"}, ");");

    CHECK(out.take() == "f(a, b);\ncall_" + name + "(" + name + ",\n" + std::string(46, ' ') +
                            name + ");\ncall_" + name + name + "(\n    " + name + ", b);\n");
  }

  TEST_CASE("puts comments into one column") {
    SourceWriter out;

    out.commented({{"{},", "start"}, {"{{}, 0},", "note"}});

    CHECK(out.take() == "{},       // start\n{{}, 0},  // note\n");
  }

  TEST_CASE("ends no comment with a backslash") {
    SourceWriter out;

    out.doc("a path: C:\\");

    CHECK(out.take() == "/// a path: C:\\.\n");
  }

  TEST_CASE("escapes literals") { CHECK(literal("a\"\\\n") == "\"a\\\"\\\\\\n\""); }
}
