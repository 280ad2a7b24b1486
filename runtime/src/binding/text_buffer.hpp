// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace presentity::detail {

/// Copies `size` bytes, at least one word and no more than two, and returns the first and the last.
template <class Word>
std::pair<Word, Word> copy_words(const char* from, std::size_t size, char* to) noexcept {
  Word first;
  Word last;
  std::memcpy(&first, from, sizeof first);
  std::memcpy(&last, from + size - sizeof last, sizeof last);
  std::memcpy(to, &first, sizeof first);
  std::memcpy(to + size - sizeof last, &last, sizeof last);
  return {first, last};
}

/// Copies `text` and returns the end of the copy. Shorter than a call for the usual lengths.
inline char* copy(std::string_view text, char* to) noexcept {
  const auto* const from = text.data();
  const auto size = text.size();
  if (size > 32) {
    std::memcpy(to, from, size);
  } else if (size > 16) {
    copy_words<std::array<char, 16>>(from, size, to);
  } else if (size >= 8) {
    copy_words<std::uint64_t>(from, size, to);
  } else if (size >= 4) {
    copy_words<std::uint32_t>(from, size, to);
  } else if (size >= 2) {
    copy_words<std::uint16_t>(from, size, to);
  } else if (size == 1) {
    *to = *from;
  }
  return to + size;
}

/// Text that grows at its end. Its memory is kept for the next one.
class TextBuffer {
 public:
  [[nodiscard]] std::string_view view() const noexcept { return {text_.get(), size()}; }
  [[nodiscard]] std::size_t size() const noexcept {
    return static_cast<std::size_t>(end_ - text_.get());
  }

  /// Keeps no more memory than a usual document needs.
  void clear() noexcept {
    constexpr std::ptrdiff_t most_kept = 1U << 20U;
    if (limit_ - text_.get() > most_kept) *this = {};
    end_ = text_.get();
  }

  /// Appends one after the other. None may be a part of this text.
  template <std::convertible_to<std::string_view>... Parts>
  void append(const Parts&... parts) {
    append_all(std::string_view(parts)...);
  }

  /// The end, where there is room for `count` characters: `end_at` says how many became text.
  [[nodiscard]] char* room(std::size_t count) {
    if (static_cast<std::size_t>(limit_ - end_) < count) [[unlikely]]
      grow(count);
    return end_;
  }
  [[nodiscard]] char* end() const noexcept { return end_; }
  void end_at(char* end) noexcept { end_ = end; }

 private:
  template <class... Views>
  void append_all(Views... parts) {
    auto* at = room((parts.size() + ...));
    ((at = copy(parts, at)), ...);
    end_ = at;
  }

  [[gnu::noinline]] void grow(std::size_t count) {
    constexpr std::size_t least = 4096;
    const auto kept = view();
    const auto capacity = std::max(least, 2 * (kept.size() + count));
    auto text = std::make_unique_for_overwrite<char[]>(capacity);
    end_ = copy(kept, text.get());
    limit_ = text.get() + capacity;
    text_ = std::move(text);
  }

  std::unique_ptr<char[]> text_;
  char* end_ = nullptr;
  char* limit_ = nullptr;
};

}  // namespace presentity::detail
