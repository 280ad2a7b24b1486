// SPDX-License-Identifier: MIT
#include "differential_values.hpp"

#include "check_simple.hpp"

#include <array>
#include <map>

namespace presentity::detail::testing {
namespace {

using Seeds = std::vector<std::string>;

// clang-format off
const Seeds numbers{"0", "1", "-1", "+1", "12", "100", "00", "007", "127", "128", "-128", "-129",
    "255", "256", "32767", "-32768", "65535", "65536", "2147483647", "2147483648", "-2147483648",
    "4294967295", "4294967296", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "18446744073709551615", "18446744073709551616", "-0", "+0", "1.5", "1.0",
    "-1.50", "0.5", ".5", "5.", "0.001", "123.45", "99999999999999999999.000000000000001", "1.23",
    "10", "50", "3.14", "1e5", "", "."};
const Seeds floats{"0", "-0", "1", "1.5", "1E4", "1e-4", "-1.5E+10", "INF", "-INF", "NaN", "+INF",
    "1E400", "1E-400", "-1E400", "3.4028235e38", "3.5e38", "1e-46", "12.78e-2", ".5E1", "5.e1",
    "E5", "1E", "1E1.5", "10", "100", "1.0E1", "1E+2", "123456789.123456789"};
const Seeds dates{"2000-01-01T00:00:00", "2013-06-01T12:34:56.789Z", "2013-06-01T12:34:56+05:30",
    "1999-12-31T23:59:59-14:00", "2000-02-29T24:00:00", "1900-02-29T00:00:00",
    "-0004-02-29T00:00:00", "0000-01-01T00:00:00", "-0001-01-01T00:00:00Z", "12345-01-01T00:00:00",
    "02000-01-01T00:00:00", "2000-01-01T24:00:00.000", "2000-01-01T24:00:01",
    "2000-12-31T23:59:60Z", "2000-01-01T00:00:00+14:00", "2000-01-01T00:00:00+14:01",
    "2000-04-31T10:00:00", "2000-13-01T00:00:00", "2000-01-01T12:60:00", "2000-01-01", "2000-02-29",
    "2001-02-29", "2000-01-01Z", "2000-01-01-05:00", "1999-12-31+13:00", "2000-01", "2000-12Z",
    "1999-13", "2000", "-2000", "1999+01:00", "--01-01", "--02-29", "--02-30", "--12-31Z", "---01",
    "---31", "---32", "---15+10:00", "--01", "--12", "--13", "--06Z", "--05--", "12:00:00",
    "00:00:00", "24:00:00", "23:59:59.999", "13:20:00-05:00", "10:00:00Z", "23:00:00+14:00",
    "2000-01-15T12:00:00", "2000-01-16T12:00:00Z"};
const Seeds durations{"P1Y", "P12M", "-P1Y2M3DT4H5M6.7S", "PT0S", "P0D", "P30D", "P1M", "P31D",
    "P365D", "P366D", "PT24H", "P1D", "PT3600S", "PT1H", "P1Y2MT2H", "P1YT", "PT", "P", "-P",
    "P-1Y", "P1S", "PT1.5S", "PT1.S", "PT.5S", "P1.5Y", "P1M2Y", "PT1H2H", "P28D", "P5M", "P150D",
    "P153D", "P0Y1347M", "PT36H", "P1DT12H", "+P1D", "PT5M", "P1Y1D"};
const Seeds binaries{"", "00", "0FB7", "0fb7", "0F B7", "F", "GG", "deadbeef", "AAAA", "AAA=",
    "AA==", "AQ==", "AB==", "A===", "A A A A", "AAAA AAAA", "AA AA AA==", "QUJD", "QUI=", "QUJ=",
    "====", "aGVsbG8=", "aGVs bG8 =", "AQ= =", "AAAAAAA=", "AA=A"};
const Seeds uris{"", "http://example.com/", "http://example.com:80/a?b#c", "urn:a:b",
    "mailto:a@b.c", "../a", "#a", "?q", "a b", "%20", "%2", "%zz", "http://[::1]/",
    "http://[::1]:8080", "//host", "http://u@h:1/", "a:b", ":a", "1a:b", "ab:", "ab:#f", "a#b#c",
    "http://a[b]/", "x:[y]", "a[b]", "http://[1:2:3:4:5:6:7:8]", "http://[::1.2.3.4]",
    "http://h:99999/", "sip:a@b.c;p=1", "\xC3\xA9", "http://1.2.3.4", "http://256.1.1.1", "{a}",
    "<a>", "a|b", "a\\b", "a^b", "`", "\"", "http://-a/", "http://a_b/", "tel:+1-201", "http:///a",
    "//", "/", "http://a:b@c/", "file:///c:/x"};
const Seeds names{"a", "A1", "_x", ":a", "a:b", "a:b:c", "a-b.c", "1a", "-a", ".a", "", "en",
    "en-US", "x-klingon", "toolonglang", "en-toolonglong", "a b", "a  b", " a", "a ", "a\tb",
    "\xC3\xA9", "\xC2\xB7", "a\xC2\xB7", "\xE4\xB8\x80", "\xF0\x90\x80\x80", "a\xF0\x90\x80\x80",
    "red", "green", "blue", "red green", "red  green blue", "abc", "abcd", "ab", "true", "abc abc",
    "\xC3\x97", "\xCC\x80", "e\xCC\x80", "R", "token with spaces"};
const Seeds booleans{"true", "false", "1", "0", "TRUE", "yes", "01", "", "t", "10", "true1"};
// clang-format on

const std::map<std::string, const Seeds*, std::less<>>& seed_table() {
  static const std::map<std::string, const Seeds*, std::less<>> table{{"float", &floats},
                                                                      {"double", &floats},
                                                                      {"duration", &durations},
                                                                      {"dateTime", &dates},
                                                                      {"time", &dates},
                                                                      {"date", &dates},
                                                                      {"gYearMonth", &dates},
                                                                      {"gYear", &dates},
                                                                      {"gMonthDay", &dates},
                                                                      {"gDay", &dates},
                                                                      {"gMonth", &dates},
                                                                      {"hexBinary", &binaries},
                                                                      {"base64Binary", &binaries},
                                                                      {"anyURI", &uris},
                                                                      {"boolean", &booleans}};
  return table;
}

}  // namespace

namespace {

const Seeds& seeds_of(std::string_view built_in) {
  const auto found = seed_table().find(built_in);
  if (found != seed_table().end()) return *found->second;
  const bool is_number = built_in == "decimal" || built_in.starts_with("un") ||
                         built_in.find("nteger") != built_in.npos || built_in == "long" ||
                         built_in == "int" || built_in == "short" || built_in == "byte";
  return is_number ? numbers : names;
}

}  // namespace

std::size_t Random::below(std::size_t limit) {
  state_ += 0x9E3779B97F4A7C15U;
  auto value = state_;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return static_cast<std::size_t>((value ^ (value >> 31U)) % limit);
}

Seeds seeds_for(const NativeTypes& types, const std::string& name) {
  const auto id = types.find(name);
  const auto* leaf = &types.table()[id];
  while (leaf->variety != Variety::atomic) leaf = &types.table()[leaf->members.back()];
  auto seeds = seeds_of(leaf->built_in);
  if (types.table()[id].variety != Variety::atomic) {
    seeds.insert(seeds.end(),
                 {"1 2", "12 1 100", "1  1", "red green", "true 12", "2000-01-01", "12"});
  }
  // Valid values are rare among the seeds of dates, so they count more.
  std::string scratch;
  const auto count = seeds.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (accepts(types.table(), id, seeds[i], scratch)) seeds.insert(seeds.end(), 6, seeds[i]);
  }
  return seeds;
}

namespace {

/// Replaces two digits at or behind `at`, if there are any, with two from the edge of some range.
void change_digits(std::string& value, std::size_t at, Random& random) {
  static constexpr std::array<std::string_view, 14> edges{"00", "01", "02", "04", "12", "13", "14",
                                                          "23", "24", "28", "29", "30", "31", "60"};
  const auto begin = value.find_first_of("0123456789", at);
  if (begin == value.npos || begin + 1 == value.size() || (value[begin + 1] & 0x80) != 0) return;
  value.replace(begin, 2, edges[random.below(edges.size())]);
}

}  // namespace

std::string mutated(const std::vector<std::string>& seeds, std::string_view alphabet,
                    Random& random) {
  auto value = seeds[random.below(seeds.size())];
  const auto changes = random.below(4);
  for (std::size_t i = 0; i < changes; ++i) {
    // Changes keep to ASCII positions, so that the text stays UTF-8.
    const auto at = random.below(value.size() + 1);
    const bool is_ascii = at < value.size() && (value[at] & 0x80) == 0;
    const bool is_boundary = at == value.size() || (value[at] & 0xC0) != 0x80;
    switch (random.below(9)) {
      case 0:
        if (is_ascii) value[at] = random.pick(alphabet);
        break;
      case 1:
        if (is_ascii) value.erase(at, 1);
        break;
      case 2:
        if (is_boundary) value.insert(at, 1, random.pick(alphabet));
        break;
      case 3:
        if (is_boundary) value.insert(at, seeds[random.below(seeds.size())]);
        break;
      case 4:
        value += " " + seeds[random.below(seeds.size())];
        break;
      case 5:
      case 6:
      case 7:
        if (is_boundary) change_digits(value, at, random);
        break;
      default:
        if (is_boundary) value.insert(at, 1, random.pick(" \t\n "));
        break;
    }
  }
  return value;
}

}  // namespace presentity::detail::testing
