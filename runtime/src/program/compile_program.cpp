// SPDX-License-Identifier: MIT
#include "program/compile_program.hpp"

#include "instances.hpp"
#include "program/automaton.hpp"
#include "simple_values.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <optional>
#include <utility>

namespace presentity::detail {
namespace {

constexpr std::string_view common_types = "http://schemas.microsoft.com/2006/09/sip/commontypes";
constexpr std::size_t most_bits = 64;

class ProgramCompiler {
 public:
  explicit ProgramCompiler(const SchemaModel& model) : model_(model) {}

  ProgramStorage run() {
    add_namespace({});
    for (const auto& element : model_.elements) add_element(element);
    for (const auto& type : model_.types) add_type(type);
    for (ElementId id = 0; id < model_.elements.size(); ++id) add_global_element(id);
    for (TypeId id = 0; id < model_.types.size(); ++id) add_global_type(id);
    for (const auto& attribute : model_.global_attributes) add_global_attribute(attribute);
    for (const auto& root : model_.registry.roots) rows_.names[add_name(root.name)].is_root = true;
    for (const auto& category : model_.registry.categories) {
      rows_.categories.push_back({category.name, add_name(category.root)});
    }
    for (std::size_t i = 0; i < entry_forms.size(); ++i) {
      const auto& form = entry_forms[i];
      rows_.category_entries[i] = add_name({form.namespace_uri, form.local});
      rows_.category_attributes[i] = add_name({{}, form.name_attribute});
    }
    rows_.simple_types = model_.simple_types;
    fill_name_slots();
    return std::move(rows_);
  }

 private:
  template <class Row>
  static std::uint32_t size_of(const std::vector<Row>& rows) {
    return static_cast<std::uint32_t>(rows.size());
  }

  // --- names ---

  NamespaceId add_namespace(std::string_view uri) {
    const auto found = std::ranges::find(rows_.namespaces, uri);
    if (found != rows_.namespaces.end()) {
      return static_cast<NamespaceId>(found - rows_.namespaces.begin());
    }
    rows_.namespaces.push_back(uri);
    return size_of(rows_.namespaces) - 1;
  }

  NameId add_name(const ExpandedName& name) {
    const std::pair key(add_namespace(name.namespace_uri), name.local);
    const auto [found, is_new] = name_ids_.try_emplace(key, size_of(rows_.names));
    if (is_new) {
      rows_.names.push_back(
          {name.local, name_key(name.local), key.first, no_row, no_row, no_row, false});
    }
    return found->second;
  }

  void fill_name_slots() {
    rows_.name_slots = slots_of(rows_.names, [](const NameRow& name) {
      return name_hash({name.namespace_id, name.local, name.key});
    });
    rows_.namespace_slots =
        slots_of(rows_.namespaces, [](std::string_view uri) { return name_hash(sought(0, uri)); });
  }

  template <class Row, class Hash>
  static std::vector<std::uint32_t> slots_of(const std::vector<Row>& rows, Hash hash) {
    const auto size = std::bit_ceil(rows.size() * 4 + 1);
    std::vector<std::uint32_t> slots(size, 0);
    for (std::uint32_t id = 0; id < rows.size(); ++id) {
      auto slot = hash(rows[id]) & (size - 1);
      while (slots[slot] != 0) slot = (slot + 1) & (size - 1);
      slots[slot] = id + 1;
    }
    return slots;
  }

  void add_global_element(ElementId id) {
    if (!model_.element(id).is_global) return;
    rows_.names[rows_.elements[id].name].element = id;
  }

  void add_global_type(TypeId id) {
    const auto& name = model_.type(id).name;
    if (!name.local.empty()) rows_.names[add_name(name)].type = id;
  }

  void add_global_attribute(const AttributeUse& attribute) {
    const auto name = add_name(attribute.name);
    rows_.names[name].attribute = size_of(rows_.attributes);
    auto row = attribute_row(attribute);
    row.name = name;
    rows_.attributes.push_back(row);
  }

  // --- elements, types and attributes ---

  void add_element(const ElementDeclaration& source) {
    ElementRow row;
    row.name = add_name(source.name);
    row.type = source.type;
    if (source.name.namespace_uri == common_types) {
      if (source.name.local == "delimiter") row.role = ElementRow::Role::delimiter;
      if (source.name.local == "end") row.role = ElementRow::Role::end;
    }
    row.is_abstract = source.is_abstract;
    row.is_undocumented = source.remarks.is_undocumented;
    row.is_nillable = source.is_nillable;
    row.has_identity_constraints = source.has_identity_constraints;
    row.has_default = source.constraint.kind != ValueConstraint::Kind::absent;
    row.is_fixed = source.constraint.kind == ValueConstraint::Kind::fixed;
    row.default_value = source.constraint.value;
    row.blocked = source.blocked;
    row.block = source.remarks.extension_block;
    rows_.elements.push_back(row);
  }

  void add_type(const SchemaType& source) {
    TypeRow row;
    if (!source.name.local.empty()) row.name = add_name(source.name);
    row.base = source.base;
    row.is_abstract = source.is_abstract;
    row.blocked = source.blocked;
    row.derivation = source.derivation;
    row.content = static_cast<TypeRow::Content>(source.content);
    row.simple = source.simple.index;
    row.pattern_bytes = static_cast<std::uint32_t>(pattern_bytes(source.simple));
    row.sizes = sizes_of(source.simple);
    row.context = context_of(source.simple);
    row.is_open_enumeration = source.simple.is_open_enumeration;
    row.has_open_items = source.simple.variety == Variety::list &&
                         !source.simple.member_types.empty() &&
                         model_.type(source.simple.member_types.front()).simple.is_open_enumeration;
    const auto& remarks = source.remarks;
    const auto is_child = [](std::string_view word) { return !word.starts_with('@'); };
    row.remarks_children = !remarks.order.empty() ||
                           std::ranges::any_of(remarks.required, is_child) ||
                           std::ranges::any_of(remarks.one_of, is_child);
    for (const auto& word : remarks.required) row.required_bits |= mask_of(source, word);
    for (const auto& word : remarks.one_of) row.one_of_bits |= mask_of(source, word);
    row.attributes.begin = size_of(rows_.attributes);
    for (const auto& use : source.attributes) add_attribute(use, source);
    row.attributes.count = size_of(rows_.attributes) - row.attributes.begin;
    row.required_attributes = static_cast<std::uint32_t>(
        std::ranges::count(source.attributes, true, &AttributeUse::is_required));
    if (source.any_attribute) row.any_attribute = add_wildcard(*source.any_attribute);
    if (!source.is_simple) add_content(source, row);
    rows_.types.push_back(row);
  }

  [[nodiscard]] std::size_t pattern_bytes(const SimpleFacts& type) const {
    auto longest = std::min<std::size_t>(no_limit, type.pattern_bytes);
    for (const auto member : type.member_types) {
      longest = std::min(longest, pattern_bytes(model_.type(member).simple));
    }
    return longest;
  }

  [[nodiscard]] std::uint8_t sizes_of(const SimpleFacts& type) const {
    auto sizes = size_class(type.built_in);
    for (const auto member : type.member_types) {
      sizes = static_cast<std::uint8_t>(sizes | sizes_of(model_.type(member).simple));
    }
    return sizes;
  }

  [[nodiscard]] TypeRow::Context context_of(const SimpleFacts& type) const {
    using Context = TypeRow::Context;
    static constexpr std::array known{
        std::pair("QName", Context::qname),    std::pair("ID", Context::id),
        std::pair("IDREF", Context::idref),    std::pair("IDREFS", Context::idrefs),
        std::pair("NOTATION", Context::other), std::pair("ENTITY", Context::other),
        std::pair("ENTITIES", Context::other)};
    for (const auto& [name, context] : known) {
      if (type.built_in != name) continue;
      // Which names an enumeration lists depends on the prefixes of the schema.
      const bool is_listed = context == Context::qname && !type.enumeration.empty();
      return is_listed ? Context::other : context;
    }
    const bool depends = std::ranges::any_of(type.member_types, [&](TypeId member) {
      return context_of(model_.type(member).simple) != Context::free;
    });
    return depends ? Context::other : Context::free;
  }

  void add_attribute(const AttributeUse& use, const SchemaType& owner) {
    const auto bit = use.name.namespace_uri.empty()
                         ? bit_of(owner, "@" + std::string(use.name.local))
                         : std::uint8_t{0};
    auto row = attribute_row(use);
    row.name = add_name(use.name);
    row.bit = bit;
    rows_.attributes.push_back(row);
  }

  static AttributeRow attribute_row(const AttributeUse& use) {
    AttributeRow row;
    row.type = use.type;
    row.fixed = use.constraint.value;
    row.is_fixed = use.constraint.kind == ValueConstraint::Kind::fixed;
    row.is_required = use.is_required;
    row.is_undocumented = use.remarks.is_undocumented;
    return row;
  }

  /// Number of a word among what the type documents as required, from 1; 0 if it is not there.
  static std::uint8_t bit_of(const SchemaType& type, std::string_view word) {
    std::uint8_t bit = 0;
    for (const auto* list : {&type.remarks.required, &type.remarks.one_of}) {
      for (const auto& name : *list) {
        ++bit;
        if (name == word) return bit;
      }
    }
    return 0;
  }

  static std::uint64_t mask_of(const SchemaType& type, std::string_view word) {
    return std::uint64_t{1} << (bit_of(type, word) - 1U);
  }

  static std::uint16_t rank_of(const SchemaType& type, std::string_view local) {
    const auto& order = type.remarks.order;
    const auto found = std::ranges::find(order, local);
    return static_cast<std::uint16_t>(found == order.end() ? 0 : found - order.begin() + 1);
  }

  // --- content ---

  std::uint32_t add_wildcard(const Wildcard& source) {
    WildcardRow row;
    row.constraint = static_cast<WildcardRow::Namespaces>(source.constraint);
    row.process = static_cast<WildcardRow::Process>(source.process);
    row.namespaces = {size_of(rows_.namespace_lists),
                      static_cast<std::uint32_t>(source.namespaces.size())};
    for (const auto& uri : source.namespaces) {
      rows_.namespace_lists.push_back(add_namespace(uri));
    }
    rows_.wildcards.push_back(row);
    return size_of(rows_.wildcards) - 1;
  }

  /// Adds the states of the type's content. None, if there are more remarks than bits.
  void add_content(const SchemaType& source, TypeRow& row) {
    if (source.remarks.required.size() + source.remarks.one_of.size() > most_bits) return;
    if (source.content == SchemaType::Content::simple) return;
    Particle nothing;
    nothing.has_empty_content = true;
    const auto& content = source.particle ? *source.particle : nothing;
    const auto* const all = find_all(content);
    const auto automaton = all == nullptr ? make_automaton(content) : all_of(*all);
    if (!automaton) return;
    row.states = {size_of(rows_.states), static_cast<std::uint32_t>(automaton->states.size())};
    for (const auto& state : automaton->states) {
      add_state(*automaton, state, row.states.begin, source);
    }
    if (all == nullptr) return;
    row.is_all = true;
    for (std::size_t i = 0; i < all->particles.size(); ++i) {
      if (all->particles[i].min > 0) row.all_required |= std::uint64_t{1} << i;
    }
  }

  /// The `xs:all` that is the whole content, if it has several parts: one part alone is a sequence.
  static const Particle* find_all(const Particle& content) {
    if (content.kind == Particle::Kind::all) {
      return content.particles.size() > 1 ? &content : nullptr;
    }
    const bool is_shell = content.particles.size() == 1 && content.min == 1 && content.max == 1;
    return is_shell ? find_all(content.particles.front()) : nullptr;
  }

  /// States of an `xs:all`: any part may come after any other. The reader counts them.
  static std::optional<Automaton> all_of(const Particle& all) {
    if (all.particles.size() > most_bits) return std::nullopt;
    Automaton result;
    std::vector<std::size_t> any;
    for (std::size_t i = 0; i < all.particles.size(); ++i) any.push_back(i + 1);
    result.states.push_back({nullptr, any, all.is_optional()});
    for (const auto& part : all.particles) result.states.push_back({&part, any, true});
    return result;
  }

  void add_state(const Automaton& automaton, const Automaton::State& state, StateId start,
                 const SchemaType& type) {
    rows_.state_particles.push_back(state.leaf);
    StateRow row;
    row.is_final = state.is_final;
    row.edges.begin = size_of(rows_.edges);
    row.wild_edges.begin = size_of(rows_.wild_edges);
    for (const auto next : state.follow) {
      const auto target = start + static_cast<StateId>(next);
      const auto& leaf = *automaton.states[next].leaf;
      if (leaf.kind == Particle::Kind::wildcard) {
        rows_.wild_edges.push_back({wildcard_of(leaf), target});
      } else {
        add_edges(leaf.element, target, type);
      }
    }
    row.edges.count = size_of(rows_.edges) - row.edges.begin;
    row.wild_edges.count = size_of(rows_.wild_edges) - row.wild_edges.begin;
    rows_.states.push_back(row);
  }

  std::uint32_t wildcard_of(const Particle& particle) {
    const auto [found, is_new] = wildcard_ids_.try_emplace(&particle, 0);
    if (is_new) found->second = add_wildcard(*particle.wildcard);
    return found->second;
  }

  void add_edges(ElementId element, StateId target, const SchemaType& type) {
    const auto add = [&](ElementId id) {
      const auto& name = model_.element(id).name;
      rows_.edges.push_back(
          {add_name(name), id, target, rank_of(type, name.local), bit_of(type, name.local)});
    };
    add(element);
    for (const auto substitute : model_.element(element).substitutes) add(substitute);
  }

  const SchemaModel& model_;
  ProgramStorage rows_;
  std::map<std::pair<NamespaceId, std::string_view>, NameId> name_ids_;
  std::map<const Particle*, std::uint32_t> wildcard_ids_;
};

}  // namespace

SchemaProgram ProgramStorage::program() const noexcept {
  return {namespaces,  namespace_slots, names,      name_slots,       elements,
          types,       attributes,      wildcards,  namespace_lists,  states,
          edges,       wild_edges,      categories, category_entries, category_attributes,
          simple_types};
}

ProgramStorage compile_program(const SchemaModel& model) { return ProgramCompiler(model).run(); }

}  // namespace presentity::detail
