// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace presentity::presence::testing {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, separator);) {
    part.erase(0, part.find_first_not_of(' '));
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

Member member(const std::string& text) {
  const auto result = parse_member(text);
  REQUIRE_MESSAGE(result, text);
  return *result;
}

std::string short_form(const Member& one) {
  if (one.kind == MemberKind::user) return one.value;
  if (one.kind == MemberKind::domain) return "domain:" + one.value;
  return std::string(to_token(one.kind));
}

}  // namespace

const Owner& mary() {
  static const Owner owner{{"mary", "contoso.com"}, {}, {"live.com"}, std::nullopt};
  return owner;
}

std::vector<Container> containers(std::string_view text) {
  std::vector<Container> result;
  for (const auto& part : split(text, ';')) {
    const auto colon = part.find(':');
    Container container{static_cast<ContainerId>(std::stoul(part.substr(0, colon))), 1, {}};
    for (const auto& one : split(std::string_view(part).substr(colon + 1), ',')) {
      container.members.push_back(member(one));
    }
    result.push_back(std::move(container));
  }
  return result;
}

std::vector<RoleAssignment> roles(std::string_view text) {
  std::vector<RoleAssignment> result;
  for (const auto& part : split(text, ',')) {
    const auto words = split(part, ' ');
    const auto role = from_token<Role>(words.at(1));
    REQUIRE(role);
    result.push_back({member(words[0]).value, *role});
  }
  return result;
}

PlacementChange change(std::string_view text) {
  using Kind = PlacementChange::Kind;
  static const std::map<std::string, Kind> kinds{{"add", Kind::add},
                                                 {"move", Kind::move},
                                                 {"remove", Kind::remove},
                                                 {"assign", Kind::assign_role},
                                                 {"withdraw", Kind::withdraw_role},
                                                 {"tidy", Kind::tidy}};
  const auto words = split(text, ' ');
  PlacementChange result{.kind = kinds.at(words.at(0))};
  if (result.kind == Kind::tidy) return result;
  result.member = member(words.at(1));
  if (const auto role = from_token<Role>(words.back())) result.role = role;
  if (words.at(2).find_first_not_of("0123456789") == std::string::npos) {
    result.container = static_cast<ContainerId>(std::stoul(words[2]));
  }
  return result;
}

std::string to_text(const std::vector<Container>& containers) {
  std::map<ContainerId, std::set<Member>> sorted;
  for (const auto& container : containers) {
    sorted[container.id].insert(container.members.begin(), container.members.end());
  }
  std::string text;
  for (const auto& [id, members] : sorted) {
    if (members.empty()) continue;
    text += (text.empty() ? "" : "; ") + std::to_string(id) + ":";
    std::string separator = " ";
    for (const auto& one : members) {
      text += separator + short_form(one);
      separator = ", ";
    }
  }
  return text;
}

std::string to_text(const std::vector<RoleAssignment>& roles) {
  std::string text;
  for (const auto& [user, role] : roles) {
    text += (text.empty() ? "" : ", ") + user + " " + std::string(to_token(role));
  }
  return text;
}

Manifest manifest_with(std::string_view members, std::string_view rest) {
  const auto xml =
      R"(<containerManifestList xmlns="http://schemas.microsoft.com/2008/09/sip/ContainerManifest">)"
      R"(<containerManifest><containers>)"
      R"(<container id="0"><visible>false</visible></container>)"
      R"(<container id="100"><visible>true</visible></container>)"
      R"(<container id="200"><visible>true</visible></container>)"
      R"(<container id="32000"><visible>false</visible><blocked>true</blocked></container>)"
      R"(</containers>)" +
      (members.empty() ? std::string() : "<members>" + std::string(members) + "</members>") +
      std::string(rest) + "</containerManifest></containerManifestList>";
  const auto document = read_manifest(xml);
  REQUIRE_MESSAGE(document, xml);
  return document->manifest;
}

}  // namespace presentity::presence::testing
