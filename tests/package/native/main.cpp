// SPDX-License-Identifier: MIT
#include <presentity/native/note.hpp>
#include <presentity/validator.hpp>

#include <meeting.hpp>
#include <rooms.hpp>

#include <iostream>
#include <string>

namespace {

int fail(const std::string& message) {
  std::cerr << message << '\n';
  return 1;
}

}  // namespace

int main() {
  // A built-in element with content of its own inside of ours: kept.
  auto meeting = example::meeting::read_meeting(
      R"(<meeting xmlns="http://example.com/presence/meeting" kind="public">)"
      R"(<agenda><item>Old business</item></agenda>)"
      R"(<extension xmlns="http://schemas.microsoft.com/2006/09/sip/commontypes">)"
      R"(<x xmlns="urn:x">1</x></extension></meeting>)");
  if (!meeting) return fail(meeting.error().front().message);
  meeting->agenda.item.emplace_back("New business");
  meeting->kind = example::meeting::KindType::closed;
  const auto written = example::meeting::write_meeting(*meeting);
  if (!written) return fail(written.error().front().message);
  const auto again = example::meeting::read_meeting(*written);
  if (!again || !(*again == *meeting)) return fail("not the same: " + *written);

  meeting->agenda.item.emplace_back("against the pattern");
  if (example::meeting::write_meeting(*meeting)) return fail("the pattern was not checked");

  auto rooms = rooms::read_rooms(
      R"(<rooms xmlns="http://example.com/presence/rooms"><room>7</room></rooms>)");
  if (!rooms || rooms->room.front() != 7) return fail("rooms were not read");
  const auto wrong = rooms::read_rooms(
      R"(<rooms xmlns="http://example.com/presence/rooms"><room>x</room></rooms>)");
  if (wrong || wrong.error().front().rule != "invalid-value") return fail("no error");

  // The generated tables are schemas like any other.
  const presentity::Validator validator(rooms::schemas());
  return validator.validate(*written).verdict == presentity::Verdict::valid ? fail("known") : 0;
}
