// SPDX-License-Identifier: MIT
#include <presentity/presence/note_history.hpp>

#include <algorithm>

namespace presentity::presence {
namespace {

bool is_personal(const native::note::NoteType& note) {
  return std::ranges::any_of(note.body, [](const native::note::NoteTypeBody& body) {
    return body.type == native::note::NoteTypeEnum::personal && !body.value.empty();
  });
}

void trim(NoteRotation& rotation, std::size_t depth) {
  while (rotation.history.size() > depth) {
    rotation.removed.push_back(rotation.history.back().instance);
    rotation.history.pop_back();
  }
}

std::uint32_t free_instance(std::span<const NoteHistoryEntry> history) {
  std::uint32_t instance = 0;
  while (std::ranges::find(history, instance, &NoteHistoryEntry::instance) != history.end()) {
    ++instance;
  }
  return instance;
}

}  // namespace

NoteRotation rotate_note_history(std::span<const NoteHistoryEntry> history,
                                 const native::note::NoteType& note, TimePoint time,
                                 std::size_t depth) {
  NoteRotation rotation;
  rotation.history.assign(history.begin(), history.end());
  trim(rotation, depth);
  auto& kept = rotation.history;
  if (depth == 0 || !is_personal(note)) return rotation;

  // In both directions: clocks of endpoints differ.
  const bool replaces =
      !kept.empty() && std::chrono::abs(time - kept.front().time) < note_replacement_time;
  if (replaces) {
    kept.front() = {kept.front().instance, time, note};
  } else {
    NoteHistoryEntry entry{0, time, note};
    if (kept.size() == depth) {
      entry.instance = kept.back().instance;
      kept.pop_back();
    } else {
      entry.instance = free_instance(kept);
    }
    kept.insert(kept.begin(), std::move(entry));
  }
  rotation.published = kept.front().instance;
  std::erase(rotation.removed, *rotation.published);
  return rotation;
}

}  // namespace presentity::presence
