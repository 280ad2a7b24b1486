// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/presence/note_history.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace presentity::presence;
using namespace presentity::presence::test;
using presentity::native::note::NoteType;
using presentity::native::note::NoteTypeEnum;

namespace {

NoteType note(const std::string& text, NoteTypeEnum type = NoteTypeEnum::personal) {
  NoteType result;
  result.body.emplace_back();
  result.body.back().value = text;
  result.body.back().type = type;
  return result;
}

// Such as `1:b 0:a`, the newest first.
std::string text_of(const std::vector<NoteHistoryEntry>& history) {
  std::string text;
  for (const auto& entry : history) {
    text += (text.empty() ? "" : " ") + std::to_string(entry.instance) + ':' +
            entry.note.body.front().value;
  }
  return text;
}

}  // namespace

TEST_CASE("notes rotate through a history of three") {
  const auto start = at("2013-02-01T12:00:00Z");
  struct Row {
    int seconds;  // since the start
    NoteType note;
    std::optional<std::uint32_t> published;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {0, note("a"), 0, "0:a"},
      {30, note("b"), 1, "1:b 0:a"},
      {59, note("c"), 1, "1:c 0:a"},  // 29 s after the last
      {80, note("d"), 1, "1:d 0:a"},  // 21 s after the one that replaced it
      {110, note("e"), 2, "2:e 1:d 0:a"},
      {111, NoteType{}, std::nullopt, "2:e 1:d 0:a"},  // hides the note
      {112, note("I am out", NoteTypeEnum::oof), std::nullopt, "2:e 1:d 0:a"},
      {200, note("f"), 0, "0:f 2:e 1:d"},  // the oldest goes
      {180, note("g"), 0, "0:g 2:e 1:d"},  // the clock of another endpoint
      {100, note("h"), 1, "1:h 0:g 2:e"},
  };
  std::vector<NoteHistoryEntry> history;
  for (const Row& row : rows) {
    auto rotation =
        rotate_note_history(history, row.note, start + std::chrono::seconds(row.seconds));
    CHECK(text_of(rotation.history) == row.expected);
    CHECK(rotation.published == row.published);
    CHECK(rotation.removed.empty());
    history = rotation.history;
  }
}

TEST_CASE("a policy that asks for less removes what is too much") {
  const auto start = at("2013-02-01T12:00:00Z");
  const std::vector<NoteHistoryEntry> history = {
      {2, start, note("c")}, {1, start, note("b")}, {0, start, note("a")}};
  using Ids = std::vector<std::uint32_t>;

  const auto one = rotate_note_history(history, note("d"), start + std::chrono::hours(1), 1);
  CHECK(text_of(one.history) == "2:d");
  CHECK(one.removed == Ids{0, 1});

  const auto two = rotate_note_history(history, NoteType{}, start + std::chrono::hours(1), 2);
  CHECK(text_of(two.history) == "2:c 1:b");
  CHECK(two.removed == Ids{0});

  const auto none = rotate_note_history(history, note("d"), start, 0);
  CHECK(none.history.empty());
  CHECK(none.removed == Ids{0, 1, 2});
  CHECK_FALSE(none.published);

  const auto five = rotate_note_history(history, note("d"), start + std::chrono::hours(1), 5);
  CHECK(text_of(five.history) == "3:d 2:c 1:b 0:a");
}
