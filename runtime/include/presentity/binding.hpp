// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/box.hpp>
#include <presentity/nillable.hpp>
#include <presentity/schemas.hpp>
#include <presentity/spellings.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// \file
/// How plain structs are attached to the tables of a schema. For generated code: what is here is
/// public only because generated code needs it.
///
/// The reader and the writer know no struct. They follow these descriptions, which are constant
/// data: a struct has fields, a field holds items, an item is one of some alternatives, and each
/// alternative is an element of the schema, a group of them, or content that is kept raw.

namespace presentity::detail {
struct SimpleTypes;
}

namespace presentity::binding {

/// Version of everything in this file. Generated code checks it.
inline constexpr int version = 2;

inline constexpr std::uint32_t no_id = ~std::uint32_t{0};

/// Knows the namespaces in scope where a value is read.
class ReadScope {
 public:
  /// The namespace that `prefix` stands for, or nothing. Empty: the default namespace.
  [[nodiscard]] virtual std::optional<std::string_view> resolve(std::string_view prefix) const = 0;

 protected:
  ~ReadScope() = default;
};

/// Knows the prefixes in scope where a value is written, and adds to them.
class WriteScope {
 public:
  /// A prefix for `uri`, which is not empty. Valid until the next call.
  virtual std::string_view prefix(std::string_view uri) = 0;

 protected:
  ~WriteScope() = default;
};

/// A value of a document.
struct Text {
  std::string_view text;     ///< Valid for `member`, white space normalized.
  std::uint32_t member = 0;  ///< The simple type that took the text: the type itself, or one of a
                             ///< union's.
  const ::presentity::detail::SimpleTypes& types;
};

/// How a simple type is held in C++.
struct Value {
  /// Room that `write` needs: a dateTime whose parts are all out of range has 153 characters.
  static constexpr std::size_t most_written = 192;

  /// Sets `*value`. Returns false if the C++ type cannot hold it.
  bool (*parse)(void* value, const Text& text, const Value& self, const ReadScope& scope) = nullptr;

  /// Returns the text of `*value`, not escaped: a part of the value, or what it has put into
  /// `scratch`, which is empty before.
  std::string_view (*format)(const void* value, std::string& scratch, const Value& self,
                             WriteScope& scope) = nullptr;

  /// Writes what `format` returns to `to`, where `most_written` characters have room, and returns
  /// its end. For types whose texts are short, not empty, and have nothing to escape; null for
  /// others.
  char* (*write)(const void* value, char* to) = nullptr;

  /// Whether `format` gives back `text`, which `*value` was parsed from. Null: it always does, or
  /// gives what says the same, as the names of a QName do.
  bool (*is_canonical)(const void* value, std::string_view text, const Value& self) = nullptr;

  /// A member of a union, or, alone, the item of a list. Members of the same C++ type share an
  /// alternative of the union's `std::variant`.
  struct Member {
    std::uint32_t simple_type = no_id;  ///< Index in the tables.
    const Value* value = nullptr;
    std::size_t alternative = 0;
  };
  std::span<const Member> members = {};
};

struct Struct;

/// One of the things that an item of a field can be.
struct Alternative {
  enum class Kind : std::uint8_t {
    value,      ///< An element with a value and nothing else.
    structure,  ///< An element that is a struct.
    group,      ///< Elements without one around them: an occurrence of a sequence, choice or group.
    raw,        ///< A `RawElement`: any element that no other alternative takes.
    text,       ///< A `std::string`: text between the elements of mixed content.
  };

  Kind kind = Kind::value;
  std::uint32_t element = no_id;  ///< Declaration in the tables; `no_id` for group, raw and text.
  std::uint32_t type = no_id;     ///< Type in the tables, likewise. If it is not the one that
                                  ///< `element` is declared with, xsi:type names it.
  const Value* value = nullptr;
  const Struct* structure = nullptr;

  /// Makes `item` hold this alternative and returns its content, that is, past boxes.
  void* (*emplace)(void* item) = nullptr;
  /// The content of `item`, which holds this alternative.
  const void* (*get)(const void* item) = nullptr;
  /// The flag of a `Nillable`; null if the item is none.
  bool* (*nil)(void* item) = nullptr;
};

/// The items of a member: the first, null if there is none, and how many there are.
struct Items {
  const void* first = nullptr;
  std::size_t count = 0;
};

/// A member of a struct.
struct Field {
  /// Adds an item to the member of `owner`, or makes it hold one, and returns the item.
  void* (*add)(void* owner) = nullptr;
  /// The item that was added last.
  void* (*last)(void* owner) = nullptr;
  Items (*items)(const void* owner) = nullptr;
  const void* (*at)(const void* owner, std::size_t index) = nullptr;
  /// Index of the alternative that an item holds; null if there is only one.
  std::size_t (*which)(const void* item) = nullptr;
  std::span<const Alternative> alternatives = {};
};

/// An attribute. Of `alternatives` its field uses none.
struct Attribute {
  Field field;
  const Value* value = nullptr;
};

/// Where the item of a state of a content model belongs: through groups to a field.
struct Leaf {
  struct Hop {
    std::uint16_t field = 0;
    std::uint16_t alternative = 0;  ///< Its kind is `group`.
  };
  std::span<const Hop> groups = {};  ///< From the struct of the element inwards.
  std::uint16_t field = 0;           ///< Of the innermost group.
};

/// A struct: of a complex type, or of a group.
struct Struct {
  std::span<const Field> fields = {};  ///< In the order in which they are written.
  std::span<const Attribute> attributes =
      {};  ///< As many as the type has, in the order of the tables.
  const Field* other_attributes = nullptr;  ///< Items are `RawAttribute`s; null if there are none.
  const Attribute* content = nullptr;       ///< Simple content.
  const Field* mixed = nullptr;  ///< Of mixed content: the field that text is added to. Its
                                 ///< alternative of kind `text` is the first.
  const Spellings& (*spellings)(const void* owner) = nullptr;  ///< Null if there is nothing in it.
  std::span<const Leaf> leaves = {};  ///< By state of the content model; empty for a group.

  /// By edge of the content model, those to elements and then those of wildcards: how many groups
  /// on the way to its leaf go on. The others are begun anew. Empty if all are 0.
  std::span<const std::uint8_t> kept_groups = {};
};

/// A document element.
struct Root {
  Schemas (*schemas)() = nullptr;
  std::uint32_t element = no_id;
  Field field;  ///< Its owner is the object itself.
};

/// A document element and the type of its objects, for programs that read whatever comes.
struct Document {
  const Root* root = nullptr;
  /// A new object of the type, in its initial state.
  std::shared_ptr<void> (*make)() = nullptr;
};

// --- how generated code makes these ---

namespace detail {

template <class Sequence>
Items items_of(const Sequence& all) {
  return all.empty() ? Items{} : Items{&all.front(), all.size()};
}

template <class T>
struct Container {  // a plain member: one item, always there
  using Item = T;
  static T& add(T& member) { return member; }
  static T& last(T& member) { return member; }
  static Items items(const T& member) { return {&member, 1}; }
  static const T& at(const T& member, std::size_t) { return member; }
};

template <class T>
struct Container<std::optional<T>> {
  using Item = T;
  static T& add(std::optional<T>& member) { return member.emplace(); }
  static T& last(std::optional<T>& member) { return *member; }
  static Items items(const std::optional<T>& member) {
    return member ? Items{&*member, 1} : Items{};
  }
  static const T& at(const std::optional<T>& member, std::size_t) { return *member; }
};

template <class T>
struct Container<std::vector<T>> {
  using Item = T;
  static T& add(std::vector<T>& member) { return member.emplace_back(); }
  static T& last(std::vector<T>& member) { return member.back(); }
  static Items items(const std::vector<T>& member) { return items_of(member); }
  static const T& at(const std::vector<T>& member, std::size_t index) { return member[index]; }
};

template <class T>
struct Container<std::deque<T>> {  // there is no std::vector of bool as of other types
  using Item = T;
  static T& add(std::deque<T>& member) { return member.emplace_back(); }
  static T& last(std::deque<T>& member) { return member.back(); }
  static Items items(const std::deque<T>& member) { return items_of(member); }
  static const T& at(const std::deque<T>& member, std::size_t index) { return member[index]; }
};

template <class T>
struct MemberOf;
template <class Owner_, class Type_>
struct MemberOf<Type_ Owner_::*> {
  using Owner = Owner_;
  using Type = Type_;
};

template <class T>
T& past_box(T& item) {
  return item;
}
template <class T>
auto& past_box(Box<T>& item) {
  return past_box(*item);
}
template <class T>
const auto& past_box(const Box<T>& item) {
  return past_box(*item);
}

template <class T>
T& past_nil(T& item) {
  return item;
}
template <class T>
T& past_nil(Nillable<T>& item) {
  return item.value;
}
template <class T>
const T& past_nil(const Nillable<T>& item) {
  return item.value;
}

template <class T>
inline constexpr bool is_nillable = false;
template <class T>
inline constexpr bool is_nillable<Nillable<T>> = true;

/// How an item holds something.
enum class Held : std::uint8_t {
  plainly,     ///< The item is it.
  in_variant,  ///< The item is a variant, and it is one of the alternatives.
  in_wrapper,  ///< It is the member `value` of one of the variant's alternatives.
};

/// What `item` holds, with `Index` of its variant.
template <std::size_t Index, Held How, class Item>
auto& chosen(Item& item) {
  if constexpr (How == Held::in_variant) {
    return *std::get_if<Index>(&item);
  } else if constexpr (How == Held::in_wrapper) {
    return std::get_if<Index>(&item)->value;
  } else {
    return item;
  }
}

template <class Owner, class Member, class Get>
constexpr Field make_field(Get) {
  using C = Container<Member>;
  Field field;
  field.add = [](void* owner) -> void* { return &C::add(Get::of(*static_cast<Owner*>(owner))); };
  field.last = [](void* owner) -> void* { return &C::last(Get::of(*static_cast<Owner*>(owner))); };
  field.items = [](const void* owner) {
    return C::items(Get::of(*static_cast<const Owner*>(owner)));
  };
  field.at = [](const void* owner, std::size_t index) -> const void* {
    return &C::at(Get::of(*static_cast<const Owner*>(owner)), index);
  };
  return field;
}

template <auto Member>
struct GetMember {
  template <class Owner>
  static auto& of(Owner& owner) {
    return owner.*Member;
  }
};

struct GetWhole {
  template <class Owner>
  static auto& of(Owner& owner) {
    return owner;
  }
};

}  // namespace detail

/// The type of one item of the member `Member`.
template <auto Member>
using ItemOf = typename detail::Container<typename detail::MemberOf<decltype(Member)>::Type>::Item;

using detail::Held;

/// An alternative of an item of type `Item`: alternative `Index` of its variant, if it is one.
template <class Item, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative alternative(Alternative::Kind kind, std::uint32_t element = no_id,
                                  std::uint32_t type = no_id) {
  namespace d = detail;
  Alternative result;
  result.kind = kind;
  result.element = element;
  result.type = type;
  result.emplace = [](void* pointer) -> void* {
    auto& item = d::past_box(*static_cast<Item*>(pointer));
    if constexpr (How != Held::plainly) item.template emplace<Index>();
    return &d::past_nil(d::past_box(d::chosen<Index, How>(item)));
  };
  result.get = [](const void* pointer) -> const void* {
    const auto& item = d::past_box(*static_cast<const Item*>(pointer));
    return &d::past_nil(d::past_box(d::chosen<Index, How>(item)));
  };
  using Chosen = std::remove_reference_t<decltype(d::past_box(
      d::chosen<Index, How>(d::past_box(std::declval<Item&>()))))>;
  if constexpr (d::is_nillable<Chosen>) {
    result.nil = [](void* pointer) -> bool* {
      auto& item = d::past_box(*static_cast<Item*>(pointer));
      return &d::past_box(d::chosen<Index, How>(item)).is_nil;
    };
  }
  return result;
}

template <class Item, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative value(std::uint32_t element, std::uint32_t type, const Value& held_as) {
  auto result = alternative<Item, How, Index>(Alternative::Kind::value, element, type);
  result.value = &held_as;
  return result;
}

template <class Item, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative structure(std::uint32_t element, std::uint32_t type, const Struct& held_as) {
  auto result = alternative<Item, How, Index>(Alternative::Kind::structure, element, type);
  result.structure = &held_as;
  return result;
}

template <class Item, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative group(const Struct& held_as) {
  auto result = alternative<Item, How, Index>(Alternative::Kind::group);
  result.structure = &held_as;
  return result;
}

template <class Item, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative raw() {
  return alternative<Item, How, Index>(Alternative::Kind::raw);
}

template <class Item, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative text() {
  return alternative<Item, How, Index>(Alternative::Kind::text);
}

// The same for the items of a member.
template <auto Member, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative value(std::uint32_t element, std::uint32_t type, const Value& held_as) {
  return value<ItemOf<Member>, How, Index>(element, type, held_as);
}
template <auto Member, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative structure(std::uint32_t element, std::uint32_t type, const Struct& held_as) {
  return structure<ItemOf<Member>, How, Index>(element, type, held_as);
}
template <auto Member, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative group(const Struct& held_as) {
  return group<ItemOf<Member>, How, Index>(held_as);
}
template <auto Member, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative raw() {
  return raw<ItemOf<Member>, How, Index>();
}
template <auto Member, Held How = Held::plainly, std::size_t Index = 0>
constexpr Alternative text() {
  return text<ItemOf<Member>, How, Index>();
}

/// A field whose items are no variants, or, with `which_of`, variants.
template <auto Member>
constexpr Field field(std::span<const Alternative> alternatives = {}) {
  using Of = detail::MemberOf<decltype(Member)>;
  auto result =
      detail::make_field<typename Of::Owner, typename Of::Type>(detail::GetMember<Member>{});
  result.alternatives = alternatives;
  return result;
}

/// A field whose items are variants.
template <auto Member>
constexpr Field variant_field(std::span<const Alternative> alternatives) {
  auto result = field<Member>(alternatives);
  result.which = [](const void* item) {
    return detail::past_box(*static_cast<const ItemOf<Member>*>(item)).index();
  };
  return result;
}

template <auto Member>
constexpr Attribute attribute(const Value& held_as) {
  return {field<Member>(), &held_as};
}

/// The member of a struct that is its `Spellings`.
template <auto Member>
constexpr auto spellings() {
  using Owner = typename detail::MemberOf<decltype(Member)>::Owner;
  return [](const void* owner) -> const Spellings& {
    return static_cast<const Owner*>(owner)->*Member;
  };
}

/// The field of a `Root`: an object that is an item itself.
template <class Object>
constexpr Field whole(std::span<const Alternative> alternatives) {
  auto result = detail::make_field<Object, Object>(detail::GetWhole{});
  result.alternatives = alternatives;
  return result;
}
template <class Object>
constexpr Field variant_whole(std::span<const Alternative> alternatives) {
  auto result = whole<Object>(alternatives);
  result.which = [](const void* item) {
    return detail::past_box(*static_cast<const Object*>(item)).index();
  };
  return result;
}

template <class Object>
constexpr Document document(const Root& root) {
  return {&root, []() -> std::shared_ptr<void> { return std::make_shared<Object>(); }};
}

}  // namespace presentity::binding
