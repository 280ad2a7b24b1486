// SPDX-License-Identifier: MIT
#include "matrix.hpp"

#include "default_grammar.hpp"
#include "value.hpp"

#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace presentity::testing {

namespace {

using matrix::Content;
using matrix::Row;

/// A full value of an instance. A row may have several, which stand for the moods of a user.
struct Example {
  std::string row;
  std::uint32_t instance;
  std::string file;
};

/// Instances with a hash have any id of the right form.
const std::vector<Example> examples = {
    {"alerts 0", 0, "alerts"},
    {"calendarData 0", 0, "calendarData-hours"},
    {"calendarData 0x4YYYYYYY", 0x44DC03DC, "calendarData-freebusy"},
    {"contactCard 0", 0, "contactCard-0"},
    {"contactCard 0x1", 1, "contactCard-1"},
    {"contactCard 0x3", 3, "contactCard-3"},
    {"contactCard 0x4", 4, "contactCard-4"},
    {"contactCard 0x6", 6, "contactCard-6"},
    {"device LS32", 0x738AAF78, "device"},
    {"dndState 0", 0, "userState-dnd"},
    {"dndState 0", 0, "userState-available"},
    {"note 0", 0, "note-personal"},
    {"note 0x4YYYYYYYs", 0x40001234, "note-oof"},
    {"note 0x4YYYYYYYt", 0x40001235, "note-oof"},
    {"noteHistory", 7, "noteHistory"},
    {"noteHistory", 8, "noteHistory-note"},
    {"otherOptions 0", 0, "otherOptions"},
    {"otherOptions 1", 1, "otherOptions"},
    {"otherOptions 2", 2, "otherOptions"},
    {"rccOptions", 0, "rccOptions"},
    {"routing 0", 0, "routing-0"},
    {"routing 1", 1, "routing-1"},
    {"state/userState 0x20000000", 0x20000000, "userState-available"},
    {"state/userState 0x24000000", 0x24000000, "userState-busy"},
    {"state/userState 0x24000000", 0x24000000, "userState-dnd"},
    {"state/machineState 0x3YYYYYYY", 0x38563B13, "machineState"},
    {"state/calendarState 0x4YYYYYYY", 0x4FD415CB, "calendarState-meeting"},
    {"state/calendarState 0x5YYYYYYY", 0x5FD415CB, "calendarState-oof"},
    {"state/calendarState 0x6YYYYYYY", 0x6FD415CB, "calendarState-oof"},
    {"state/phoneState 0x7YYYYYYY", 0x798E1BEB, "phoneState"},
    {"state/phoneState 0x8YYYYYYY", 0x898E1BEB, "phoneState"},
    {"state/phoneState 0x9YYYYYYY", 0x998E1BEB, "phoneState"},
    {"userInformation 0", 0, "userInformation"},
    {"workingHours 0", 0, "workingHours"},
};

/// A cell that the client decides and that the grammar fills in another way.
struct Difference {
  std::string row;
  unsigned container;
  std::string reason;
};

const std::vector<Difference> differences = {
    {"contacts", 1, "no schema is documented (D171): a server may know the name, we do not"},
    {"groups", 1, "no schema is documented (D171): a server may know the name, we do not"},
};

/// Why the cells of a row are not in the grammar, by who fills them.
const std::vector<std::pair<std::string, std::string>> left_to_others = {
    {"contactCard 0", "server; the grammar states it too (ADR 0015), see below"},
    {"contactCard 0x2", "no page says where it goes (D149)"},
    {"contactCard 0x5", "no page says where it goes (D149)"},
    {"legacyInterop 1", "server: from the aggregate state of the same container"},
    {"mwi 0", "server: from the mail server"},
    {"services 0", "aggregation: from the devices"},
    {"state/aggregateState 0x1", "aggregation: from the states in 2 and 3"},
    {"state/aggregateMachineState 0x10000000", "aggregation: from the machine states in 2"},
    {"userProperties 0", "server: from the directory (D165)"},
};

/// Values that do not depend on the input, by category.
const std::map<std::string, std::string> fixed_values = {
    {"routing", R"(<routing xmlns="http://schemas.microsoft.com/02/2006/sip/routing"
         name="rtcdefault" version="1"><preamble><flags name="clientflags" value="block"/></preamble>
         </routing>)"},
    {"state", R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" manual="false"
         xsi:type="aggregateState"><availability>18500</availability></state>)"},
};

bool is_do_not_disturb(const Value& value) {
  return std::ranges::any_of(value.children, [](const Child& child) {
    return child.key == "availability" && child.text.find(">9500<") != std::string::npos;
  });
}

bool is_marker(const Child& child) { return child.key == "ct:delimiter" || child.key == "ct:end"; }

/// The root alone. Markers may stay, and attributes that say nothing about the user but that there
/// is one.
std::string unlike_empty(const Value& sent) {
  if (!sent.text.empty()) return "has text";
  for (const auto& child : sent.children) {
    if (!is_marker(child)) return "has " + child.key;
  }
  for (const auto& attribute : sent.attributes) {
    if (attribute.starts_with("isUCEnabled=") || attribute == "manual=\"true\"" ||
        attribute.ends_with("}type=\"userState\"")) {
      continue;
    }
    return "has " + attribute;
  }
  return {};
}

std::string unlike_part(const Value& sent, const Value& value,
                        const std::vector<std::string>& names) {
  std::vector<Child> expected;
  std::ranges::copy_if(value.children, std::back_inserter(expected), [&](const Child& child) {
    return std::ranges::any_of(names, [&](const auto& name) {
      return child.key == name || child.key.starts_with(name + "[");
    });
  });
  if (expected.empty()) return "the value has nothing of the part";
  return sent.children == expected ? "" : "has other children";
}

std::string unlike_dnd(const Value& sent, const Value& value) {
  if (!is_do_not_disturb(value)) return unlike_empty(sent);
  return sent.children.size() == 1 && is_do_not_disturb(sent) ? "" : "does not block";
}

/// Busy with urgent interruptions only, where the value says Do Not Disturb.
std::string unlike_urgent(const Value& sent, const Value& value) {
  if (!is_do_not_disturb(value)) return sent == value ? "" : "was changed";
  Value expected = value;
  std::erase_if(expected.children, [](const Child& child) { return child.key == "activity"; });
  const std::string space = "{http://schemas.microsoft.com/2006/09/sip/state}";
  expected.children[0].text = "<" + space + "availability>6900</>";
  expected.children.insert(expected.children.begin() + 1,
                           {"activity", "<" + space +
                                            "activity maxAvailability=\"8999\""
                                            " minAvailability=\"6900\""
                                            " token=\"urgent-interruptions-only\"></>"});
  return sent == expected ? "" : "is not urgent interruptions only";
}

/// Returns how a container differs from its cell; empty: not at all.
std::string difference(const Row& row, std::size_t column, const Sendings& sendings,
                       const Value& value) {
  const auto container = matrix::containers.at(column);
  const auto content = row.cells.at(column);
  const auto found = sendings.find(container);
  if (content == Content::none) return found == sendings.end() ? "" : "is published";
  if (found == sendings.end()) return "is not published";
  const auto sent = parse_value(found->second.value);
  switch (content) {
    case Content::empty:
      return unlike_empty(sent);
    case Content::part:
      return unlike_part(sent, value, row.parts.at(container));
    case Content::full:
      return sent == value ? "" : "is not the whole value";
    case Content::depends:
      return unlike_dnd(sent, value);
    case Content::urgent:
      return unlike_urgent(sent, value);
    case Content::fixed:
      return sent == parse_value(fixed_values.at(row.category)) ? "" : "differs";
    default:
      return "no page says";
  }
}

/// Returns how the row's container differs for the first of its examples that does differ.
std::string difference(const Row& row, std::size_t column) {
  bool has_example = false;
  for (const auto& example : examples) {
    if (example.row != matrix::name(row)) continue;
    has_example = true;
    const auto xml = value_file(example.file);
    const auto sendings = publish(row.category, example.instance, xml);
    auto found = difference(row, column, sendings, parse_value(xml));
    if (!found.empty()) return found + " (" + example.file + ")";
  }
  if (has_example) return {};
  // Without a value of its own: published at the first start, or never.
  return difference(row, column, bootstrap(row.category), {});
}

const Row& row_of(const Example& example) {
  return *std::ranges::find(matrix::rows(), example.row, matrix::name);
}

/// Calls `check` with each container and what it is sent of an example.
template <class Check>
void for_each_sent(const Example& example, std::string_view expire_type, Check check) {
  CAPTURE(example.row);
  CAPTURE(example.file);
  const auto& category = row_of(example).category;
  for (const auto& entry :
       publish(category, example.instance, value_file(example.file), expire_type)) {
    const auto container = entry.first;
    CAPTURE(container);
    check(container, entry.second);
  }
}

std::string reason_for(const Row& row, unsigned container) {
  for (const auto& each : differences) {
    if (each.row == matrix::name(row) && each.container == container) return each.reason;
  }
  return {};
}

}  // namespace

TEST_CASE("every cell that the client decides is what the default grammar publishes") {
  std::size_t equal = 0;
  std::size_t different = 0;
  for (const auto& row : matrix::rows()) {
    if (row.publisher != "client") continue;
    for (std::size_t column = 0; column < matrix::containers.size(); ++column) {
      const auto container = matrix::containers.at(column);
      CAPTURE(matrix::name(row));
      CAPTURE(container);
      const auto found = difference(row, column);
      const auto reason = reason_for(row, container);
      CHECK_MESSAGE(found.empty() == reason.empty(), found);
      (found.empty() ? equal : different) += 1;
      if (!found.empty()) MESSAGE(matrix::name(row), " in ", container, ": ", reason);
    }
  }
  MESSAGE(equal, " cells of the client equal, ", different, " different");
  CHECK(equal == 295);
  CHECK(different == differences.size());
}

TEST_CASE("categories without a documented schema are refused, not published unchecked") {
  CHECK_THROWS(static_cast<void>(publish("contacts", 0, "<contacts/>")));
  CHECK_THROWS(static_cast<void>(publish("groups", 0, "<groups/>")));
}

TEST_CASE("the identity that a server publishes goes where the matrix has it") {
  const auto& row = *std::ranges::find(matrix::rows(), "contactCard 0", matrix::name);
  for (std::size_t column = 0; column < matrix::containers.size(); ++column) {
    CHECK(difference(row, column) == "");
  }
}

TEST_CASE("each row that others decide has its reason, and no other row has one") {
  for (const auto& row : matrix::rows()) {
    CAPTURE(matrix::name(row));
    const bool is_listed = std::ranges::any_of(
        left_to_others, [&](const auto& each) { return each.first == matrix::name(row); });
    CHECK(is_listed == (row.publisher != "client"));
  }
}

TEST_CASE("each example has all that its instance can hold") {
  for (const auto& example : examples) {
    CAPTURE(example.file);
    const auto row = std::ranges::find(matrix::rows(), example.row, matrix::name);
    REQUIRE(row != matrix::rows().end());
    const auto value = parse_value(value_file(example.file));
    for (const auto& name : row->holds) {
      CHECK_MESSAGE((name.ends_with('?') || holds(value, name)), name);
    }
  }
}

TEST_CASE("what is published lives as long as the matrix says, if the publisher asks for it") {
  for (const auto& example : examples) {
    const auto expiry = row_of(example).expiry;
    if (expiry == "-") continue;
    for_each_sent(example, expiry, [&](unsigned, const Sent& sent) {
      CHECK(sent.expire_type == expiry);
      CHECK(sent.instance == example.instance);
    });
  }
}

TEST_CASE("a publisher who asks for nothing gets what the rules state, else the endpoint's life") {
  const std::set<std::string> ends_with_endpoint = {"calendarData", "device", "note", "state"};
  for (const auto& example : examples) {
    const bool has_endpoint = ends_with_endpoint.contains(row_of(example).category);
    for_each_sent(example, "", [&](unsigned, const Sent& sent) {
      CHECK(sent.expire_type == (has_endpoint ? "endpoint" : "static"));
    });
  }
}

TEST_CASE("the owner's own clients prefer state in 2 and note in 400, as printed") {
  for (const auto& example : examples) {
    const auto& category = row_of(example).category;
    for_each_sent(example, "", [&](unsigned container, const Sent& sent) {
      CHECK(sent.is_preferred ==
            ((category == "state" && container == 2) || (category == "note" && container == 400)));
    });
  }
}

TEST_CASE("whatever is published is valid") {
  const Validator validator;
  for (const auto& example : examples) {
    for_each_sent(example, "", [&](unsigned, const Sent& sent) {
      CHECK(validator.verdict(sent.value) == Verdict::valid);
    });
  }
}

}  // namespace presentity::testing
