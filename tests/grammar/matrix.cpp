// SPDX-License-Identifier: MIT
#include "matrix.hpp"

#include <sstream>
#include <stdexcept>
#include <string_view>

namespace presentity::matrix {

namespace {

/// Facts of publication-behaviors-of-category-instances, the pages of the containers and categories
/// and presence-data-source-and-category-instance-id; Y is a digit of a hash, and the ends s and t
/// tell the two out-of-office notes apart (static, for a time). Where the pages contradict each
/// other, the doubts are named and the cell is what was decided.
///
/// Columns: category, xsi:type, instance, publisher, expiry, the nine containers, doubts; then, on
/// the line or below it, what the full value (F), the parts (P) or the part for one container hold.
constexpr std::string_view table = R"(
alerts          -                     0           client      static   - F - - - - - - - -
calendarData    -                     0           client      static   - F - - E F F F E D166           F=WorkingHours
calendarData    -                     0x4YYYYYYY  client      time     - E - - E F F F E D162,D163,D166 F=freeBusy
contactCard     -                     0           server      static   F - - - F F F F F D144           F=identity
contactCard     -                     0x1         client      static   - - - - E E P P E D145,D146
    300=phone[mobile]
    400=phone[home],phone[mobile],phone[other]
contactCard     -                     0x2         -           -        ? ? ? ? ? ? ? ? ? D149
contactCard     -                     0x3         client      static   - - - - P F F F E D147
    F=company,title,office,phone[work]
    P=company,title
contactCard     -                     0x4         client      static   - - - - F F F F E -
    F=@isUCEnabled,url[voicemail]
contactCard     -                     0x5         -           -        ? ? ? ? ? ? ? ? ? D149
contactCard     -                     0x6         client      static   - - - - P F F F E D148
    F=title,office,ct:delimiter,ct:delimiter,displayADPhoto,photo
    P=title,ct:delimiter,ct:delimiter,displayADPhoto,photo
device          -                     LS32        client      endpoint - - F - - - - - - D163
dndState        -                     0           client      static   C - C E C C E C - D175
legacyInterop   -                     1           server      user     - - - - F F F F F D154
    F=@availability
mwi             -                     0           server      static   - F - - - - - - - -
note            -                     0           client      static   - - - - E F F F E D150
    F=body[personal]
note            -                     0x4YYYYYYYs client      static   - - - - E F F F E D151,D163,D176 F=body[OOF]
note            -                     0x4YYYYYYYt client      time     - - - - E F F F E D151,D163      F=body[OOF]
noteHistory     -                     -           client      static   - - - - E F F F E D152,D153      F=body
otherOptions    -                     0           client      static   - P - - - - - - - -              P=permissions
otherOptions    -                     1           client      static   - P - - - - - - - -
    P=voiceMailLastAccessTimestamp,missedConversationLastAccessTimestamp
otherOptions    -                     2           client      static   - P - - - - - - - -
    P=privacyModeUserSelection,currentPrivacyMode,lastQueryPrivacyEnabled,publishActivityHistory
    P=EnableContactSyncUserOption
rccOptions      -                     -           client      -        - F - - - - - - - -
routing         -                     0           client      static   F - - - F F F F K D164           F=preamble
routing         -                     1           client      static   F - - - F F F F - D164           F=preamble
services        -                     0           aggregation user     - - F - P P P P E D167
    F=service
    P=service
state           aggregateState        0           client      static   - - - - - - - - K D155
state           aggregateState        0x1         aggregation user     - - F F P F F F - D156,D174
    F=availability,activity?,endpointLocation?,ct:delimiter,timeZoneBias,timeZoneName,timeZoneAbbreviation
    F=device,ct:end
    P=availability
state           aggregateMachineState 0x10000000  aggregation user     - - F - - - - - - D158
    F=@endpointId,availability
state           userState             0x20000000  client      static   - - F F - - - - - -
    F=availability,activity?
state           userState             0x24000000  client      time     - - F U - - - - - D172
    F=availability,activity?
state           machineState          0x3YYYYYYY  client      endpoint - - F F - - - - - D163
state           calendarState         0x4YYYYYYY  client      time     - - F F - - - - - D159,D163
state           calendarState         0x5YYYYYYY  client      -        - - F F - - - - - D160,D163
state           calendarState         0x6YYYYYYY  client      static   - - F F - - - - - D163           F=activity
state           phoneState            0x7YYYYYYY  client      endpoint - - F F - - - - - D161,D163
    F=availability,activity
state           phoneState            0x8YYYYYYY  client      endpoint - - F F - - - - - D161,D163
    F=availability,activity
state           phoneState            0x9YYYYYYY  client      endpoint - - F F - - - - - D161,D163
    F=availability,activity
userInformation -                     0           client      static   - F - - - - - - - -
userProperties  -                     0           server      static   - F - - - - - - - D165
workingHours    -                     0           client      static   - F - - - - - - - D166           F=WorkingHours
contacts        -                     -           client      -        - F - - - - - - - D171
groups          -                     -           client      -        - F - - - - - - - D171
)";

/// In the order of `Content`.
constexpr std::string_view letters = "-EPFCUK?";

Content content_of(const std::string& letter) {
  const auto index = letters.find(letter);
  if (letter.size() != 1 || index == letters.npos) throw std::runtime_error("matrix: " + letter);
  return static_cast<Content>(index);
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

/// Adds `F=a,b`, `P=a,b` or `300=a,b`.
void add_elements(Row& row, const std::string& entry) {
  const auto equals = entry.find('=');
  if (equals == std::string::npos) throw std::runtime_error("matrix: " + entry);
  const auto key = entry.substr(0, equals);
  const auto names = split(entry.substr(equals + 1), ',');
  const auto append = [&](std::vector<std::string>& to) {
    to.insert(to.end(), names.begin(), names.end());
  };
  if (key == "F") return append(row.holds);
  if (key != "P") return append(row.parts[static_cast<unsigned>(std::stoul(key))]);
  for (std::size_t column = 0; column < containers.size(); ++column) {
    if (row.cells.at(column) == Content::part) append(row.parts[containers.at(column)]);
  }
}

std::vector<Row> parse() {
  std::vector<Row> rows;
  for (const auto& line : split(std::string(table), '\n')) {
    if (line.empty()) continue;
    std::istringstream words(line);
    if (line.front() != ' ') {
      auto& row = rows.emplace_back();
      words >> row.category >> row.type >> row.instance >> row.publisher >> row.expiry;
      std::string letter;
      for (auto& cell : row.cells) cell = content_of((words >> letter, letter));
      words >> row.doubts;
    }
    for (std::string entry; words >> entry;) add_elements(rows.back(), entry);
  }
  return rows;
}

}  // namespace

const std::vector<Row>& rows() {
  static const auto parsed = parse();
  return parsed;
}

std::string letter(Content content) {
  return std::string(1, letters.at(static_cast<std::size_t>(content)));
}

std::string name(const Row& row) {
  const auto type = row.type == "-" ? std::string() : "/" + row.type;
  return row.category + type + (row.instance == "-" ? std::string() : " " + row.instance);
}

}  // namespace presentity::matrix
