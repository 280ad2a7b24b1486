// SPDX-License-Identifier: MIT
#include "program/compile_program.hpp"

#include "program/automaton.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <utility>

namespace presentity::detail {
namespace {

constexpr std::string_view common_types = "http://schemas.microsoft.com/2006/09/sip/commontypes";
constexpr std::size_t most_bits = 64;
constexpr std::size_t most_value = 4096;

class ProgramCompiler {
 public:
  explicit ProgramCompiler(const SchemaModel& model) : model_(model) {}

  ProgramStorage run() {
    add_namespace({});
    for (const auto& element : model_.elements()) add_element(element);
    for (const auto& type : model_.types()) add_type(type);
    for (ElementId id = 0; id < model_.elements().size(); ++id) add_global_element(id);
    for (TypeId id = 0; id < model_.types().size(); ++id) add_global_type(id);
    for (const auto& attribute : model_.global_attributes()) add_global_attribute(attribute);
    for (const auto& root : model_.registry.roots) rows_.names[add_name(root.name)].is_root = true;
    for (const auto& category : model_.registry.categories) {
      rows_.categories.push_back({category.name, add_name(category.root)});
    }
    rows_.simple_types = model_.simple_types();
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

  NameId add_name(const QName& name) {
    const std::pair key(add_namespace(name.namespace_uri), std::string_view(name.local));
    const auto [found, is_new] = name_ids_.try_emplace(key, size_of(rows_.names));
    if (is_new) rows_.names.push_back({name.local, key.first, no_row, no_row, no_row, false});
    return found->second;
  }

  void fill_name_slots() {
    const auto size = std::bit_ceil(rows_.names.size() * 2 + 1);
    rows_.name_slots.assign(size, 0);
    for (NameId id = 0; id < rows_.names.size(); ++id) {
      const auto& name = rows_.names[id];
      auto slot = name_hash(name.namespace_id, name.local) & (size - 1);
      while (rows_.name_slots[slot] != 0) slot = (slot + 1) & (size - 1);
      rows_.name_slots[slot] = id + 1;
    }
  }

  void add_global_element(ElementId id) {
    const auto& name = model_.element(id).name;
    if (model_.find_element(name.namespace_uri, name.local) != id) return;
    rows_.names[rows_.elements[id].name].element = id;
  }

  void add_global_type(TypeId id) {
    const auto& name = model_.type(id).name;
    if (!name.local.empty()) rows_.names[add_name(name)].type = id;
  }

  void add_global_attribute(const AttributeUse& attribute) {
    const auto name = add_name(attribute.name);
    rows_.names[name].attribute = size_of(rows_.attributes);
    rows_.attributes.push_back({name, attribute.type, false, false, attribute.has_default, 0});
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
    row.has_constraints = source.has_constraints;
    row.block = static_cast<std::uint16_t>(source.remarks.extension_block.value_or(0));
    rows_.elements.push_back(row);
  }

  void add_type(const SchemaType& source) {
    TypeRow row;
    row.base = source.base;
    row.is_abstract = source.is_abstract;
    row.has_blocked_types = source.has_blocked_types;
    row.content = static_cast<TypeRow::Content>(source.content);
    row.simple = source.simple.index;
    row.longest_value = static_cast<std::uint32_t>(longest_value(source.simple));
    row.is_contextual = is_contextual(source.simple);
    row.is_open_enumeration = source.simple.is_open_enumeration;
    row.has_open_items = source.simple.variety == Variety::list &&
                         !source.simple.member_types.empty() &&
                         model_.type(source.simple.member_types.front()).simple.is_open_enumeration;
    const auto& remarks = source.remarks;
    const auto is_child = [](const std::string& word) { return !word.starts_with('@'); };
    row.remarks_children = !remarks.order.empty() ||
                           std::ranges::any_of(remarks.required, is_child) ||
                           std::ranges::any_of(remarks.one_of, is_child);
    for (const auto& word : remarks.required) row.required_bits |= mask_of(source, word);
    for (const auto& word : remarks.one_of) row.one_of_bits |= mask_of(source, word);
    row.attributes.begin = size_of(rows_.attributes);
    for (const auto& use : source.attributes) add_attribute(use, source);
    row.attributes.count = size_of(rows_.attributes) - row.attributes.begin;
    if (source.any_attribute) row.any_attribute = add_wildcard(*source.any_attribute);
    if (!source.is_simple) row.start = add_content(source);
    rows_.types.push_back(row);
  }

  [[nodiscard]] std::size_t longest_value(const SimpleFacts& type) const {
    auto longest = std::min(most_value, type.pattern_bytes);
    for (const auto member : type.member_types) {
      longest = std::min(longest, longest_value(model_.type(member).simple));
    }
    return longest;
  }

  [[nodiscard]] bool is_contextual(const SimpleFacts& type) const {
    static constexpr std::array names{"ENTITY", "ENTITIES", "ID",      "IDREF",
                                      "IDREFS", "QName",    "NOTATION"};
    return std::ranges::find(names, type.built_in) != names.end() ||
           std::ranges::any_of(type.member_types, [&](TypeId member) {
             return is_contextual(model_.type(member).simple);
           });
  }

  void add_attribute(const AttributeUse& use, const SchemaType& owner) {
    const auto bit =
        use.name.namespace_uri.empty() ? bit_of(owner, "@" + use.name.local) : std::uint8_t{0};
    rows_.attributes.push_back({add_name(use.name), use.type, use.is_required,
                                use.remarks.is_undocumented, use.has_default, bit});
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

  /// The start of the type's automaton; `no_row` if there is none, or more remarks than bits.
  StateId add_content(const SchemaType& type) {
    if (type.remarks.required.size() + type.remarks.one_of.size() > most_bits) return no_row;
    if (type.content == SchemaType::Content::simple) return no_row;
    const auto start = size_of(rows_.states);
    if (!type.particle) {
      rows_.states.push_back({{}, {}, true});
      return start;
    }
    const auto automaton = make_automaton(*type.particle);
    if (!automaton) return no_row;
    for (const auto& state : automaton->states) add_state(*automaton, state, start, type);
    return start;
  }

  void add_state(const Automaton& automaton, const Automaton::State& state, StateId start,
                 const SchemaType& type) {
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
    if (is_new) found->second = add_wildcard(particle.wildcard);
    return found->second;
  }

  void add_edges(ElementId element, StateId target, const SchemaType& type) {
    const auto add = [&](ElementId id) {
      const auto& name = model_.element(id).name;
      rows_.edges.push_back(
          {add_name(name), id, target, rank_of(type, name.local), bit_of(type, name.local)});
    };
    add(element);
    if (model_.element(element).has_constraints) return;  // it may refuse substitutes
    for (const auto substitute : model_.element(element).substitutes) add(substitute);
  }

  const SchemaModel& model_;
  ProgramStorage rows_;
  std::map<std::pair<NamespaceId, std::string_view>, NameId> name_ids_;
  std::map<const Particle*, std::uint32_t> wildcard_ids_;
};

}  // namespace

SchemaProgram ProgramStorage::program() const noexcept {
  return {namespaces,      names,  name_slots, elements,   types,      attributes,  wildcards,
          namespace_lists, states, edges,      wild_edges, categories, simple_types};
}

ProgramStorage compile_program(const SchemaModel& model) { return ProgramCompiler(model).run(); }

}  // namespace presentity::detail
