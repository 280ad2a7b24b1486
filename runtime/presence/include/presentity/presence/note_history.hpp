// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/note.hpp>
#include <presentity/presence/time.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// \file
/// The category noteHistory: the last personal notes of a user, for activity feeds.
///
/// Sources: notehistory-category-instance-value; publication-behaviors-of-category-instances; D153.

namespace presentity::presence {

/// How many notes are kept where no policy says otherwise. One page says three, another five: D153.
/// The policy is PersonalNoteHistoryDepth of presencePolicyV2.
inline constexpr std::size_t default_note_history_depth = 3;

/// A note that follows another sooner than this replaces it in the history.
inline constexpr std::chrono::seconds note_replacement_time{30};

/// An instance of noteHistory.
struct NoteHistoryEntry {
  std::uint32_t instance = 0;
  TimePoint time;  ///< When the note was published.
  native::note::NoteType note;

  friend bool operator==(const NoteHistoryEntry&, const NoteHistoryEntry&) = default;
};

/// A history after a note, and how it comes about: each instance in `removed` is deleted, then that
/// in `published` is published, the same in containers 200, 300 and 400.
struct NoteRotation {
  std::vector<NoteHistoryEntry> history;   ///< The newest first.
  std::optional<std::uint32_t> published;  ///< Instance of the new note, if it is kept.
  std::vector<std::uint32_t> removed;

  friend bool operator==(const NoteRotation&, const NoteRotation&) = default;
};

/// Adds a note that is published at `time` to a history, the newest of which comes first.
///
/// A note without a personal message (an empty one hides the last, an out-of-office one is not the
/// user's) is not kept. The pages do not tell the instance ids. Ours are 0 to depth - 1; a new note
/// takes one that is free or, if there is none, that of the oldest, so each note is one
/// publication.
[[nodiscard]] NoteRotation rotate_note_history(std::span<const NoteHistoryEntry> history,
                                               const native::note::NoteType& note, TimePoint time,
                                               std::size_t depth = default_note_history_depth);

}  // namespace presentity::presence
