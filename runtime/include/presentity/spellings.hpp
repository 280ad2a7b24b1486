// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// \file
/// How a document wrote what can be written in more than one way.

namespace presentity {

namespace binding {
struct Field;
}  // namespace binding

/// How a struct was written, where not as the writer would: a boolean as `1`, an integer as `007`,
/// an `xsi:type` with the type that the element has anyway.
///
/// What was read is written as it was read; a member that has been given another value is written
/// in canonical form. To have all members of a struct written so, assign `{}`.
///
/// How something is written is no part of what it says: all objects of this class are equal. An
/// object takes the memory of a pointer, and allocates only if there is something to remember.
class Spellings {
 public:
  /// What is remembered. For the reader and the writer.
  struct Entry {
    enum class Of : std::uint8_t {
      value,  ///< Of an attribute or of an element's content.
      type,   ///< The attribute `xsi:type`.
      nil,    ///< The attribute `xsi:nil`.
    };
    Of of = Of::value;
    const binding::Field* field = nullptr;  ///< Of the struct; null: the struct's own element.
    std::size_t index = 0;                  ///< Of the item in the field.
    std::string text;                       ///< What was read.
    std::string canonical;                  ///< What would be written without this entry.
  };

  Spellings() noexcept = default;
  Spellings(const Spellings& other)
      : entries_(other.entries_ ? std::make_unique<Entries>(*other.entries_) : nullptr) {}
  Spellings(Spellings&&) noexcept = default;
  Spellings& operator=(const Spellings& other) { return *this = Spellings(other); }
  Spellings& operator=(Spellings&&) noexcept = default;
  ~Spellings() = default;

  [[nodiscard]] bool empty() const noexcept { return entries_ == nullptr; }

  void add(Entry entry) {
    if (!entries_) entries_ = std::make_unique<Entries>();
    entries_->push_back(std::move(entry));
  }

  /// The entry that was added last; null if there is none.
  [[nodiscard]] const Entry* find(Entry::Of of, const binding::Field* field,
                                  std::size_t index) const noexcept {
    if (!entries_) return nullptr;
    for (auto entry = entries_->rbegin(); entry != entries_->rend(); ++entry) {
      if (entry->of == of && entry->field == field && entry->index == index) return &*entry;
    }
    return nullptr;
  }

  friend bool operator==(const Spellings&, const Spellings&) noexcept { return true; }

 private:
  using Entries = std::vector<Entry>;
  std::unique_ptr<Entries> entries_;
};

}  // namespace presentity
