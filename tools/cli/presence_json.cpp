// SPDX-License-Identifier: MIT
#include "cli/presence_json.hpp"

namespace presentity::cli {

Json member_json(const presence::Member& member) {
  Json object = {{"type", to_token(member.kind)}};
  if (!member.value.empty()) object["value"] = member.value;
  return object;
}

Json match_json(const presence::Match& match) {
  Json object = {{"container", match.container}};
  object.update(member_json(match.member));
  return object;
}

}  // namespace presentity::cli
