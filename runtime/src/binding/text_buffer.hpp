// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace presentity::detail {

/// Text that grows at its end. Its memory is kept for the next one.
class TextBuffer {
 public:
  [[nodiscard]] std::string_view view() const noexcept { return {text_.get(), size_}; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// Keeps no more memory than a usual document needs.
  void clear() noexcept {
    constexpr std::size_t most_kept = 1U << 20U;
    if (capacity_ > most_kept) *this = {};
    size_ = 0;
  }

  /// Appends one after the other. None may be a part of this text.
  template <std::convertible_to<std::string_view>... Parts>
  void append(const Parts&... parts) {
    append_all(std::string_view(parts)...);
  }

 private:
  template <class... Views>
  void append_all(Views... parts) {
    const auto count = (parts.size() + ...);
    if (capacity_ - size_ < count) grow(count);
    auto* at = text_.get() + size_;
    ((at = copy(parts, at)), ...);
    size_ += count;
  }

  void grow(std::size_t count) {
    constexpr std::size_t least = 4096;
    const auto capacity = std::max({least, 2 * capacity_, size_ + count});
    auto text = std::make_unique_for_overwrite<char[]>(capacity);
    copy(view(), text.get());
    text_ = std::move(text);
    capacity_ = capacity;
  }

  /// Returns the end of the copy. Shorter than a call for the usual lengths.
  static char* copy(std::string_view text, char* to) noexcept {
    const auto* const from = text.data();
    const auto size = text.size();
    if (size > 16) {
      std::memcpy(to, from, size);
    } else if (size >= 8) {
      copy_ends<8>(from, to, size);
    } else if (size >= 4) {
      copy_ends<4>(from, to, size);
    } else if (size >= 2) {
      copy_ends<2>(from, to, size);
    } else if (size == 1) {
      *to = *from;
    }
    return to + size;
  }

  /// The first and the last bytes, which may overlap.
  template <std::size_t Count>
  static void copy_ends(const char* from, char* to, std::size_t size) noexcept {
    std::array<char, Count> last;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    std::memcpy(last.data(), from + size - Count, Count);
    std::memcpy(to, from, Count);
    std::memcpy(to + size - Count, last.data(), Count);
  }

  std::unique_ptr<char[]> text_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace presentity::detail
