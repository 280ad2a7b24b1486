// SPDX-License-Identifier: MIT
#include "cli/presence_commands.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace presentity::cli::test;

// Which documents are a store, for which command, and what is said where they are not: the table of
// docs/cli.md, "Stores".

namespace {

std::string in_namespace(const std::string& root, const std::string& name,
                         const std::string& attributes, const std::string& content) {
  return "<" + root + " xmlns=\"http://schemas.microsoft.com/2006/09/sip/" + name + "\"" +
         attributes + ">" + content + "</" + root + ">";
}

std::string entry(const std::string& attributes) {
  return "<category name=\"state\"" + attributes + ">" + std::string(valid_state) + "</category>";
}

const std::string in_container_2 =
    R"( instance="536870912" container="2" publishTime="2013-06-03T10:00:00" expireType="static")";
const std::string owner = R"( uri="sip:mary@contoso.com")";

std::string categories(const std::string& content) {
  return in_namespace("categories", "categories", owner, content);
}

std::string containers(const std::string& content) {
  return in_namespace("containers", "containers", "", content);
}

std::string roaming(const std::string& content) {
  return in_namespace("roamingData", "roaming-self", "", content);
}

const std::string own = categories(entry(in_container_2));
const std::string members =
    containers(R"(<container id="200"><member type="everyone"/></container>)");
const std::string request = in_namespace(
    "publish", "rich-presence", "",
    "<publications" + owner +
        R"(><publication categoryName="state" instance="536870912" container="2" version="0" )"
        R"(expireType="static">)" +
        std::string(valid_state) + "</publication></publications>");

/// What a document lacks; empty: nothing.
const std::string nothing;
const std::string no_instances = "the document holds no stored instances [missing-element]";
const std::string no_members = "the document holds no members of containers [missing-element]";

struct Row {
  std::string what;
  std::string document;
  // What is said by the commands that need ...
  std::string instances;  // preview, aggregate
  std::string members;    // containers
  std::string both;       // preview --as
  std::string timeline;
};

std::vector<Row> all_rows() {
  std::vector<Row> rows = {
      {"everything", roaming(own + members), nothing, nothing, nothing, nothing},
      {"no containers", roaming(own), nothing, no_members, no_members, nothing},
      {"no categories", roaming(members), no_instances, nothing, no_instances,
       "there are no states of containers 2 and 3"},
      {"neither", roaming(""), no_instances, no_members, no_instances,
       "there are no states of containers 2 and 3"},
      {"categories", own, nothing, no_members, no_members, nothing},
      {"containers", members, no_instances, nothing, no_instances,
       "there are no states of containers 2 and 3"},
      {"a request", request, no_instances, no_members, no_instances,
       "left out: a request has no time of its own, and it is in no message of a log"}};
  const auto add = [&](const char* what, const std::string& document, const std::string& rule,
                       const std::string& message) {
    const auto error = message + " [" + rule + "]";
    rows.push_back({what, document, error, error, error, "left out: " + message});
  };
  add("what a watcher is told", categories(entry(R"( instance="1")")), "stored-without-container",
      "no entry names a container: this is what a watcher is told");
  add("a value without place", roaming(categories(entry(R"( instance="1")")) + members),
      "stored-without-container", "the value has no container");
  add("an instance twice",
      roaming(categories(entry(in_container_2) + entry(in_container_2)) + members),
      "duplicate-publication", "state instance 536870912 in container 2 is stored twice");
  add("a container twice", roaming(own + containers(R"(<container id="7"/><container id="7"/>)")),
      "duplicate-container", "container 7 is already there");
  add("no such container", roaming(own + containers(R"(<container id="40000"/>)")),
      "container-out-of-range", "there is no container 40000");
  add("two parts of a kind", roaming(own + own + members), "unexpected-element",
      "a second part of this kind");
  add("another root", std::string(valid_state), "unknown-root",
      "the document element 'state' is none of roamingData, categories, containers and publish");
  add("invalid", roaming(categories("<category/>") + members), "missing-attribute",
      "attribute 'name' is missing on element 'category'");
  return rows;
}

Answer run(std::vector<std::string> arguments, const std::string& document) {
  return run_presentity(
      arguments,
      {.input = document, .resources = {.commands = presentity::cli::presence_commands()}});
}

void check(const std::vector<std::string>& arguments, const std::string& document,
           const std::string& message) {
  CAPTURE(arguments.front());
  CAPTURE(arguments.at(1));
  const auto answer = run(arguments, document);
  CAPTURE(answer.err);
  CHECK(answer.status == (message.empty() ? 0 : 1));
  if (!message.empty()) CHECK(contains(answer.err, message));
}

}  // namespace

TEST_SUITE("stores") {
  TEST_CASE("each command takes each document that has what it needs, and names what is missing") {
    for (const auto& row : all_rows()) {
      CAPTURE(row.what);
      check({"preview", "-", "--uri", "mary@contoso.com"}, row.document, row.instances);
      check({"aggregate", "-"}, row.document, row.instances);
      check({"preview", "-", "--uri", "mary@contoso.com", "--as", "bob@x.com"}, row.document,
            row.both);
      check({"containers", "resolve", "-", "--uri", "mary@contoso.com", "--as", "bob@x.com"},
            row.document, row.members);
      for (const std::string command : {"add", "move"}) {
        check({"containers", command, "-", "bob@x.com", "--to", "300"}, row.document, row.members);
      }
      check({"containers", "remove", "-", "everyone"}, row.document, row.members);
      check({"containers", "check", "-"}, row.document, row.members);
      check({"timeline", "-"}, row.document, row.timeline);
    }
  }

  TEST_CASE("an entry that says that there is no instance is none, in any command") {
    const auto absent = entry(in_container_2) + R"(<category name="state" container="3"/>)" +
                        R"(<category name="device"/>)";
    const auto document = roaming(categories(absent) + members);
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"aggregate", "-"}, {"timeline", "-"}, {"preview", "-"}}) {
      CAPTURE(arguments.front());
      const auto answer = run(arguments, document);
      CHECK(answer.status == 0);
      CHECK(answer.err.empty());
    }
  }

  TEST_CASE("all commands read UTF-16") {
    std::string wide = "\xFF\xFE";
    for (const char c : roaming(own + members)) wide.append({c, '\0'});
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"aggregate", "-"},
                                                      {"timeline", "-"},
                                                      {"preview", "-"},
                                                      {"containers", "check", "-"}}) {
      CAPTURE(arguments.front());
      CHECK(run(arguments, wide).status == 0);
    }
  }
}
