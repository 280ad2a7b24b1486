// SPDX-License-Identifier: MIT
#include "edge_values.hpp"

#include <array>
#include <charconv>
#include <cstdint>

namespace presentity::differential {
namespace {

using Values = std::vector<std::string>;

struct Bounds {
  std::string_view type;
  std::array<std::string_view, 4> values;  ///< Least, one below; most, one above.
};

constexpr std::array bounds{
    Bounds{"byte", {"-128", "-129", "127", "128"}},
    Bounds{"short", {"-32768", "-32769", "32767", "32768"}},
    Bounds{"int", {"-2147483648", "-2147483649", "2147483647", "2147483648"}},
    Bounds{"long",
           {"-9223372036854775808", "-9223372036854775809", "9223372036854775807",
            "9223372036854775808"}},
    Bounds{"unsignedByte", {"0", "-1", "255", "256"}},
    Bounds{"unsignedShort", {"0", "-1", "65535", "65536"}},
    Bounds{"unsignedInt", {"0", "-1", "4294967295", "4294967296"}},
    Bounds{"unsignedLong", {"0", "-1", "18446744073709551615", "18446744073709551616"}},
    Bounds{"nonNegativeInteger", {"0", "-1", "1", "99999999999999999999999999"}},
};

/// Forms that some lexical space has or lacks. Source: XML Schema Part 2, section 3.2.
struct Forms {
  std::string_view types;  ///< Built-in types, each between spaces.
  Values values;
};

const std::vector<Forms>& lexical_forms() {
  static const std::vector<Forms> forms{
      {" byte short int long integer unsignedByte unsignedShort unsignedInt unsignedLong "
       "nonNegativeInteger positiveInteger decimal ",
       {"-0",
        "+0",
        "00",
        "+1",
        "007",
        "1.0",
        "1.",
        ".5",
        ".",
        "-.",
        "+",
        "-",
        "--1",
        "1e3",
        "0x10",
        "NaN",
        "1,000",
        "1 000",
        "\xEF\xBC\x91",
        "0000000000000000000000000000001",
        "-00",
        "123456789012345678901234567890",
        "1.23456789012345678901234567890",
        "-1.50"}},
      {" boolean ",
       {"true", "false", "0", "1", "TRUE", "True", "yes", "2", "01", "tru", "true false"}},
      {" dateTime ",
       {"2012-02-29T00:00:00",
        "2013-02-29T00:00:00",
        "2012-05-14T24:00:00",
        "2012-05-14T24:00:01",
        "2012-05-14T23:59:60",
        "2012-05-14T23:59:59.999Z",
        "2012-05-14T23:59:59.Z",
        "2012-05-14T23:59:59+14:00",
        "2012-05-14T23:59:59+14:01",
        "2012-05-14T23:59:59-13:59",
        "0000-01-01T00:00:00",
        "-0001-01-01T00:00:00Z",
        "12012-05-14T00:00:00",
        "012012-01-01T00:00:00",
        "2012-5-14T09:00:00",
        "2012-05-14 09:00:00",
        "2012-05-14t09:00:00Z",
        "2012-05-14T09:00:00z",
        "2012-05-14",
        "2012-05-14T09:00Z",
        "2012-13-01T00:00:00",
        "2012-04-31T00:00:00",
        "2100-02-29T00:00:00Z",
        "2000-02-29T00:00:00Z",
        "+2012-05-14T09:00:00",
        "99-05-14T09:00:00"}},
      {" date ",
       {"2012-02-29", "2013-02-29", "2012-05-14Z", "2012-05-14+01:00", "2012-5-1",
        "2012-05-14T00:00:00"}},
      {" time ",
       {"00:00:00", "24:00:00", "24:00:01", "23:59:60", "12:00", "12:00:00Z", "12:00:00.5",
        "12:00:00+14:00", "12:00:00+15:00", "1:00:00", "12:60:00", "12:00:00."}},
      {" duration ",
       {"PT0S", "P", "PT", "P1Y", "P1YT", "-P1D", "P-1D", "PT1.5S", "PT1.S", "PT.5S", "P1M1Y",
        "PT1H1D", "P1W", "pt15m", "P1Y2M3DT4H5M6.7S", "P99999999999999999999Y", "+P1D", "P1.5D"}},
      {" anyURI ",
       {"a b", "%", "%zz", "http://[", "::", "a#b#c", "http://user@host:port/", "\\\\share", "{x}",
        "sip:a@example.org", "//", "http://\xC3\xA9.example/", "<>", "tel:+1;ext=2", "?", "#", ":",
        "1:a"}},
      {" string token normalizedString anySimpleType ",
       {"x", "a  b", "a\nb", "&<>\"'", "\xC3\xA9\xE2\x82\xAC", "\xF0\x9F\x98\x80"}},
  };
  return forms;
}

void add_lengths(const detail::SimpleFacts& type, Values& values) {
  for (const auto& [name, literal] : type.facets) {
    if (name != "length" && name != "minLength" && name != "maxLength") continue;
    std::size_t length = 0;
    std::from_chars(literal.data(), literal.data() + literal.size(), length);
    for (const std::string_view unit : {"x", "\xC3\xA9", "\xF0\x9F\x98\x80"}) {
      for (const auto count : {length == 0 ? 0 : length - 1, length, length + 1}) {
        std::string value;
        for (std::size_t i = 0; i < count; ++i) value += unit;
        values.push_back(value);
        values.push_back("  " + value + " ");
      }
    }
  }
}

void add_bounds(const detail::SimpleFacts& type, Values& values) {
  for (const auto& [name, literal] : type.facets) {
    if (!name.starts_with("min") && !name.starts_with("max")) continue;
    std::int64_t number = 0;
    const auto* const end = literal.data() + literal.size();
    if (std::from_chars(literal.data(), end, number).ptr != end) continue;
    if (number == INT64_MAX || number == INT64_MIN || name.ends_with("Length")) continue;
    for (const auto near : {number - 1, number, number + 1}) values.push_back(std::to_string(near));
  }
  for (const auto& bound : bounds) {
    if (bound.type != type.built_in) continue;
    values.insert(values.end(), bound.values.begin(), bound.values.end());
  }
}

void add_tokens(const detail::SimpleFacts& type, Values& values) {
  for (const auto& token : Values(type.enumeration.begin(), type.enumeration.end())) {
    auto other_case = token;
    for (auto& c : other_case) {
      if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
      } else if (c >= 'A' && c <= 'Z') {
        c = static_cast<char>(c - 'A' + 'a');
      }
    }
    values.insert(values.end(), {token, other_case, token + "x", token.substr(0, token.size() / 2),
                                 "\t" + token + "\n", token + " " + token, "'" + token + "'"});
  }
}

void add_forms(const detail::SimpleFacts& type, Values& values) {
  const auto name = " " + std::string(type.built_in) + " ";
  for (const auto& form : lexical_forms()) {
    if (form.types.find(name) == form.types.npos) continue;
    values.insert(values.end(), form.values.begin(), form.values.end());
  }
}

}  // namespace

std::vector<std::string> edge_values(const detail::SchemaModel& model,
                                     const detail::SimpleFacts& type, std::string_view current) {
  const std::string now(current);
  Values values{
      "",        " ",       "\n\t ",   " " + now,       now + " ",        "\n" + now + "\t",
      now + now, now + "x", "x" + now, now + " " + now, now + "\xC2\xA0", "none",
      "0",       "-1"};
  add_bounds(type, values);
  add_lengths(type, values);
  add_tokens(type, values);
  add_forms(type, values);
  for (const auto member : type.member_types) {
    auto more = edge_values(model, model.type(member).simple, current);
    if (type.variety == detail::Variety::list) {
      for (std::size_t i = 0; i + 1 < more.size(); i += 3)
        more.push_back(more[i] + " " + more[i + 1]);
    }
    values.insert(values.end(), more.begin(), more.end());
  }
  if (now.size() < 100) {
    std::string text;
    while (text.size() < 5'000) text += now + "x";
    values.push_back(std::move(text));
  }
  return values;
}

std::string damaged(std::string_view current, Random& random) {
  static constexpr std::string_view characters = "0123456789-+:.TZPxX eE%#/";
  std::string result(current);
  const auto changes = 1 + random.below(2);
  for (std::size_t i = 0; i < changes; ++i) {
    const char c = random.pick(characters);
    const auto at = random.below(result.size() + 1);
    const bool is_ascii = at < result.size() && static_cast<unsigned char>(result[at]) < 0x80;
    if (is_ascii && random.one_in(3)) {
      result.erase(at, 1);
    } else if (is_ascii && random.one_in(2)) {
      result[at] = c;
    } else if (is_ascii || at == result.size()) {
      result.insert(at, 1, c);
    }
  }
  return result;
}

}  // namespace presentity::differential
