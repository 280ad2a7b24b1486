// SPDX-License-Identifier: MIT
#include "scenario.hpp"

#include <presentity/raw.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace presentity::presence::test {
namespace {

using native::categories::CategoryType;
using native::categories::ExpireTypeEnum;
using Words = std::vector<std::string>;

constexpr std::string_view state_open =
    R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
    R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type=")";

Words split(const std::string& line) {
  std::istringstream stream(line);
  Words words;
  std::string word;
  while (stream >> std::quoted(word)) words.push_back(word);
  return words;
}

struct Kind {
  std::string_view word;
  std::string_view type;
  std::uint32_t instance;
  bool has_name;
};

constexpr Kind kinds[] = {
    {"user", "userState", 0x20000000, false},
    {"timed", "userState", 0x24000000, false},
    {"presenting", "presentingState", 0x2A000000, false},
    {"machine", "machineState", 0x30000000, true},
    {"meeting", "calendarState", 0x4FD415CB, false},
    {"oof-meeting", "calendarState", 0x5FD415CB, false},
    {"oof-message", "calendarState", 0x6FD415CB, false},
    {"rcc", "phoneState", 0x70000000, true},
    {"voip", "phoneState", 0x80000000, true},
    {"pstn", "phoneState", 0x90000000, true},
};

// Any hash does: ids only have to differ.
std::uint32_t id_of(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash & 0x0FFFFFFFU;
}

std::string element(std::string_view name, const std::string& text) {
  return "<" + std::string(name) + ">" + text + "</" + std::string(name) + ">";
}

// Takes words one after another.
class Line {
 public:
  explicit Line(Words words) : words_(std::move(words)) {}

  [[nodiscard]] bool at_end() const { return next_ == words_.size(); }
  std::string next() {
    if (at_end()) throw std::runtime_error("a word is missing");
    return words_[next_++];
  }
  bool take(std::string_view word) {
    if (at_end() || words_[next_] != word) return false;
    ++next_;
    return true;
  }

 private:
  Words words_;
  std::size_t next_ = 0;
};

void read_envelope(Line& line, CategoryType& instance, const std::string& word) {
  if (word == "at") {
    instance.publish_time = to_publish_time(parse_clock(line.next()));
  } else if (word == "for") {
    instance.expire_type = ExpireTypeEnum::time;
    instance.expires = static_cast<std::uint32_t>(std::stoul(line.next()) * 3600);
  } else if (word == "bounded") {
    instance.expire_type = ExpireTypeEnum::time;
  } else if (word == "endpoint") {
    instance.endpoint_id = line.next();
  } else {
    throw std::runtime_error("what is '" + word + "'?");
  }
}

std::string read_activity(Line& line, std::string token) {
  std::string attributes = token == "-" ? "" : " token=\"" + token + "\"";
  if (line.take("from")) attributes += " minAvailability=\"" + line.next() + "\"";
  if (line.take("to")) attributes += " maxAvailability=\"" + line.next() + "\"";
  std::string custom;
  while (line.take("custom")) {
    const auto lcid = line.next();
    custom += "<custom LCID=\"" + lcid + "\">" + line.next() + "</custom>";
  }
  return "<activity" + attributes + ">" + custom + "</activity>";
}

void read_state(Line& line, CategoryType& instance, const Kind& kind) {
  instance.name = "state";
  instance.instance = kind.instance;
  instance.expire_type = ExpireTypeEnum::static_;
  if (kind.has_name) {
    instance.endpoint_id = line.next();
    *instance.instance |= id_of(*instance.endpoint_id);
    instance.expire_type = ExpireTypeEnum::endpoint;
  }
  const auto availability = line.next();
  std::string body = availability == "-" ? "" : element("availability", availability);
  std::string location;
  std::string rest;
  while (!line.at_end()) {
    const auto word = line.next();
    if (word == "activity") {
      body += read_activity(line, line.next());
    } else if (word == "location") {
      location = element("endpointLocation", line.next());
    } else if (word == "zone") {
      rest += element("timeZoneBias", line.next());
      rest += element("timeZoneName", line.next());
    } else if (word == "device") {
      rest += element("device", line.next());
    } else if (word == "anonymous") {
      instance.endpoint_id.reset();
    } else {
      read_envelope(line, instance, word);
    }
  }
  instance.any = RawElement{std::string(state_open) + std::string(kind.type) + "\">" + body +
                            location + rest + "</state>"};
}

std::string read_capability(const std::string& word) {
  const auto colon = word.find(':');
  const auto slash = word.find('/');
  const auto flags = word.substr(colon + 1, slash == std::string::npos ? slash : slash - colon - 1);
  const auto flag = [&](char letter) {
    return flags.find(letter) == std::string::npos ? "false" : "true";
  };
  std::string result = "<" + word.substr(0, colon) + " render=\"" + flag('r') + "\" capture=\"" +
                       flag('c') + "\" publish=\"" + flag('p') + "\"";
  if (slash != std::string::npos) result += " version=\"" + word.substr(slash + 1) + "\"";
  return result + "/>";
}

// device pc at 09:00 uri sip:a@contoso.com [preferred] text:rc voice:rc ...
void read_device(Line& line, CategoryType& instance) {
  instance.name = "device";
  const auto name = line.next();
  instance.instance = 0xA0000000U | id_of(name);
  instance.endpoint_id = name;
  instance.expire_type = ExpireTypeEnum::endpoint;
  std::string services;
  while (!line.at_end()) {
    const auto word = line.next();
    if (word == "uri") {
      if (!services.empty()) services += "</capabilities>";
      const auto uri = line.next();
      const std::string preferred = line.take("preferred") ? "true" : "false";
      services += "<capabilities preferred=\"" + preferred + "\" uri=\"" + uri + "\">";
    } else if (word.find(':') != std::string::npos && word != "at") {
      services += read_capability(word);
    } else if (word == "anonymous") {
      instance.endpoint_id.reset();
    } else {
      read_envelope(line, instance, word);
    }
  }
  if (!services.empty()) services += "</capabilities>";
  const auto id = instance.endpoint_id.value_or("");
  instance.any =
      RawElement{"<device xmlns=\"http://schemas.microsoft.com/2006/09/sip/device\" endpointId=\"" +
                 id + "\">" + services + "<machineName>" + name + "</machineName></device>"};
}

// hours 540 1020 bias 0 at 08:00: each working day, minutes of the day.
void read_hours(Line& line, CategoryType& instance) {
  instance.name = "calendarData";
  instance.instance = 0;
  instance.expire_type = ExpireTypeEnum::static_;
  const auto start = line.next();
  const auto end = line.next();
  std::string bias = "0";
  if (line.take("bias")) bias = line.next();
  while (!line.at_end()) read_envelope(line, instance, line.next());
  const std::string never =
      "<Bias>0</Bias><Time>00:00:00</Time><DayOrder>0</DayOrder><Month>0</Month>"
      "<DayOfWeek>Sunday</DayOfWeek>";
  instance.any = RawElement{
      "<calendarData xmlns=\"http://schemas.microsoft.com/2006/09/sip/calendarData\" "
      "mailboxID=\"a@contoso.com\"><WorkingHours "
      "xmlns=\"http://schemas.microsoft.com/exchange/services/2006/types\"><TimeZone>" +
      element("Bias", bias) + element("StandardTime", never) + element("DaylightTime", never) +
      "</TimeZone><WorkingPeriodArray><WorkingPeriod><DayOfWeek>Monday Tuesday Wednesday Thursday "
      "Friday</DayOfWeek>" +
      element("StartTimeInMinutes", start) + element("EndTimeInMinutes", end) +
      "</WorkingPeriod></WorkingPeriodArray></WorkingHours></calendarData>"};
}

// raw CATEGORY ID [at TIME] ... value <xml>: the rest of the line as it is.
void read_raw(Line& line, CategoryType& instance, std::string xml) {
  instance.name = line.next();
  instance.instance = static_cast<std::uint32_t>(std::stoul(line.next(), nullptr, 0));
  instance.expire_type = ExpireTypeEnum::static_;
  while (!line.at_end()) read_envelope(line, instance, line.next());
  if (!xml.empty()) instance.any = RawElement{std::move(xml)};
}

void read_instance(const std::string& containers, const std::string& text, Scenario& scenario) {
  const auto value = text.find(" value ");
  Line line(split(text.substr(0, value)));
  CategoryType instance;
  const auto word = line.next();
  if (word == "device") {
    read_device(line, instance);
  } else if (word == "hours") {
    read_hours(line, instance);
  } else if (word == "raw") {
    read_raw(line, instance, value == std::string::npos ? "" : text.substr(value + 7));
  } else {
    const auto* const kind = std::ranges::find(kinds, word, &Kind::word);
    if (kind == std::end(kinds)) throw std::runtime_error("what is '" + word + "'?");
    read_state(line, instance, *kind);
  }
  std::istringstream numbers(containers);
  for (std::string number; std::getline(numbers, number, '+');) {
    instance.container = static_cast<std::uint32_t>(std::stoul(number));
    scenario.published.push_back(instance);
  }
}

void read_expectation(const std::string& word, const std::string& rest, int line,
                      Scenario& scenario) {
  const auto colon = rest.find(": ");
  if (colon == std::string::npos) throw std::runtime_error("expected 'WHAT: VALUE'");
  scenario.expectations.push_back(
      {line, word == "without", rest.substr(0, colon), rest.substr(colon + 2)});
}

void read_line(const std::string& text, int line, std::vector<Scenario>& scenarios) {
  const auto space = text.find(' ');
  const auto word = text.substr(0, space);
  const auto rest = space == std::string::npos ? "" : text.substr(space + 1);
  if (word == "scenario") {
    scenarios.emplace_back();
    scenarios.back().name = rest;
    scenarios.back().line = line;
    return;
  }
  if (scenarios.empty()) throw std::runtime_error("expected 'scenario'");
  auto& scenario = scenarios.back();
  if (word == "rule") {
    scenario.rule = find_aggregation_rule(rest);
    if (!scenario.rule) throw std::runtime_error("no rule '" + rest + "'");
  } else if (word == "source") {
    scenario.source = rest;
  } else if (word == "now") {
    scenario.now = parse_clock(rest);
  } else if (word == "before") {
    scenario.before.push_back(parse_clock(rest));
  } else if (word == "expect" || word == "without") {
    read_expectation(word, rest, line, scenario);
  } else {
    read_instance(word, rest, scenario);
  }
}

}  // namespace

TimePoint parse_clock(std::string_view text) {
  constexpr auto monday =
      std::chrono::sys_days(std::chrono::year(2013) / std::chrono::June / std::chrono::day(3));
  TimePoint time = monday;
  const auto plus = text.find('+');
  if (plus != std::string_view::npos) {
    time += std::chrono::days(std::stoi(std::string(text.substr(0, plus))));
    text.remove_prefix(plus + 1);
  }
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
  char colon = 0;
  std::istringstream stream{std::string(text)};
  if (!(stream >> hours >> colon >> minutes)) throw std::runtime_error("no time");
  if (stream >> colon) stream >> seconds;
  return time + std::chrono::hours(hours) + std::chrono::minutes(minutes) +
         std::chrono::seconds(seconds);
}

std::string clock_text(TimePoint time) {
  const auto since = time - parse_clock("00:00");
  const auto days = std::chrono::floor<std::chrono::days>(since);
  const std::chrono::hh_mm_ss clock(since - days);
  std::ostringstream out;
  if (days.count() != 0) out << days.count() << '+';
  out << std::setfill('0') << std::setw(2) << clock.hours().count() << ':' << std::setw(2)
      << clock.minutes().count();
  if (clock.seconds().count() != 0) out << ':' << std::setw(2) << clock.seconds().count();
  return out.str();
}

std::vector<Scenario> read_scenarios(const std::string& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(file + ": cannot be read");
  std::vector<Scenario> scenarios;
  std::string text;
  for (int line = 1; std::getline(stream, text); ++line) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string::npos || text[begin] == '#') continue;
    try {
      read_line(text.substr(begin), line, scenarios);
    } catch (const std::exception& error) {
      throw std::runtime_error(file + ":" + std::to_string(line) + ": " + error.what());
    }
  }
  for (auto& scenario : scenarios) scenario.file = file;
  return scenarios;
}

std::vector<Scenario> all_scenarios() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(PRESENTITY_SCENARIOS)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Scenario> scenarios;
  for (const auto& file : files)
    std::ranges::move(read_scenarios(file), std::back_inserter(scenarios));
  return scenarios;
}

}  // namespace presentity::presence::test
