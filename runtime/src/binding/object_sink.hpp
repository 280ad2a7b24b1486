// SPDX-License-Identifier: MIT
#pragma once

#include "program/engine.hpp"

#include <presentity/binding.hpp>

#include <string>
#include <string_view>

namespace presentity::detail {

/// Fills plain structs with what the engine finds.
class ObjectSink {
 public:
  static constexpr bool tolerates_remarks = true;
  static constexpr bool may_give_up = false;

  /// A field of an object.
  struct Target {
    void* owner = nullptr;
    const binding::Struct* structure = nullptr;  ///< Of `owner`; null if it is none.
    const binding::Field* field = nullptr;
  };

  /// What an open element is read into: at most one of these.
  struct Place {
    /// Makes it the place of an element that is not read into anything. The rest is not cleared:
    /// it means something only for a struct or a value.
    void clear() noexcept {
      structure = nullptr;
      value = nullptr;
      raw = nullptr;
      nil = nullptr;
    }

    const binding::Struct* structure = nullptr;  ///< Of a struct.
    const binding::Value* value = nullptr;       ///< Of a value.
    std::string* raw = nullptr;
    bool* nil = nullptr;
    void* object = nullptr;     ///< The struct or value, if it is one.
    Target target;              ///< What holds `object`, if that is a value.
    const char* tag = nullptr;  ///< Where the element begins.
  };

  /// All must outlive the sink. `object` is one of `root`.
  ObjectSink(const SchemaProgram& program, const binding::Root& root, void* object,
             const MarkupScratch& markup)
      : program_(program), root_(root), object_(object), markup_(markup) {}

  /// Whether there was a value that its C++ type cannot hold.
  [[nodiscard]] bool has_overflow() const noexcept { return has_overflow_; }
  /// Whether xsi:type named a type that no struct holds.
  [[nodiscard]] bool has_unknown_type() const noexcept { return has_unknown_type_; }

  bool open_root(Place& place, std::uint32_t element, std::uint32_t type);
  bool open(Place& parent, const TypeRow& parent_type, Place& child, const Transition& transition,
            std::uint32_t element, std::uint32_t type);
  void open_unknown(Place& parent, const TypeRow* parent_type, Place& child,
                    const Transition* transition);
  static void begin_raw(Place& place, const char* tag) { place.tag = tag; }
  bool attribute(Place& place, std::size_t use, std::string_view value, std::uint32_t member);
  static bool other_attribute(Place& place, const MarkupScratch::Attribute& attribute,
                              std::string_view value);
  static bool text(Place& place, std::string_view text);
  bool value(Place& place, std::string_view text, std::uint32_t member);
  static void default_value(Place& place);
  static void stated_type(Place& place);
  static void stated_nil(Place& place, std::string_view text, bool is_nil);
  void close(Place& place, const char* end, const MarkupScratch& markup, std::size_t bindings) {
    if (place.raw != nullptr) close_raw(place, end, markup, bindings);
  }

 private:
  [[nodiscard]] Target find_target(Place& parent, const TypeRow& type,
                                   const Transition& transition) const;
  [[nodiscard]] std::size_t kept_groups(const binding::Struct& structure, const TypeRow& type,
                                        const Transition& transition) const;
  bool add(const Target& target, std::uint32_t element, std::uint32_t type, Place& place);
  bool parse(const Target& target, const binding::Value& held_as, void* value,
             std::string_view text, std::uint32_t member);
  void close_raw(Place& place, const char* end, const MarkupScratch& markup, std::size_t bindings);

  const SchemaProgram& program_;
  const binding::Root& root_;
  void* object_;
  const MarkupScratch& markup_;
  std::string collapsed_;
  std::string declarations_;  ///< For `self_contained`.
  bool has_overflow_ = false;
  bool has_unknown_type_ = false;
};

}  // namespace presentity::detail
