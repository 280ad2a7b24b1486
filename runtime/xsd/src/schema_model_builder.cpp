// SPDX-License-Identifier: MIT
#include "schema_model_builder.hpp"

#include "annotation.hpp"
#include "component_facts.hpp"
#include "outline.hpp"
#include "particle_facts.hpp"
#include "pattern_cost.hpp"
#include "registry_builder.hpp"
#include "xerces_text.hpp"

#include <xercesc/framework/psvi/XSAnnotation.hpp>
#include <xercesc/framework/psvi/XSAttributeDeclaration.hpp>
#include <xercesc/framework/psvi/XSAttributeUse.hpp>
#include <xercesc/framework/psvi/XSComplexTypeDefinition.hpp>
#include <xercesc/framework/psvi/XSElementDeclaration.hpp>
#include <xercesc/framework/psvi/XSFacet.hpp>
#include <xercesc/framework/psvi/XSIDCDefinition.hpp>
#include <xercesc/framework/psvi/XSModel.hpp>
#include <xercesc/framework/psvi/XSModelGroup.hpp>
#include <xercesc/framework/psvi/XSMultiValueFacet.hpp>
#include <xercesc/framework/psvi/XSNamedMap.hpp>
#include <xercesc/framework/psvi/XSParticle.hpp>
#include <xercesc/framework/psvi/XSSimpleTypeDefinition.hpp>
#include <xercesc/framework/psvi/XSWildcard.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace presentity::detail {
namespace {

using namespace xercesc;

SchemaType::Content content_of(XSComplexTypeDefinition& definition) {
  switch (definition.getContentType()) {
    case XSComplexTypeDefinition::CONTENTTYPE_EMPTY:
      return SchemaType::Content::empty;
    case XSComplexTypeDefinition::CONTENTTYPE_ELEMENT:
      return SchemaType::Content::elements;
    case XSComplexTypeDefinition::CONTENTTYPE_MIXED:
      return SchemaType::Content::mixed;
    default:
      return SchemaType::Content::simple;
  }
}

/// Copies schema components, each once; components may refer to each other in cycles, so an id is
/// given before the copy is made.
class SchemaModelBuilder {
 public:
  SchemaModelBuilder(ModelStorage& storage, const std::set<std::string>& built_in)
      : storage_(storage),
        store_(storage.rows),
        registry_(storage.rows, built_in),
        built_in_(built_in) {}

  /// What is built in comes first and in the order of its names, so that its ids are the same
  /// whatever else is loaded: the bindings of the built-in schemas hold ids.
  SchemaModel build(XSModel& components) {
    std::vector<AttributeUse> attributes;
    std::vector<XSElementDeclaration*> globals;
    for (const bool is_built_in : {true, false}) {
      for (auto* type :
           named<XSTypeDefinition>(components, XSConstants::TYPE_DEFINITION, is_built_in)) {
        add_type(type);
      }
      for (auto* declaration : named<XSAttributeDeclaration>(
               components, XSConstants::ATTRIBUTE_DECLARATION, is_built_in)) {
        attributes.push_back({name_of(*declaration),
                              add_type(declaration->getTypeDefinition()),
                              false,
                              constraint_of(*declaration),
                              {}});
      }
      for (auto* declaration :
           named<XSElementDeclaration>(components, XSConstants::ELEMENT_DECLARATION, is_built_in)) {
        add_global(*declaration);
        globals.push_back(declaration);
      }
    }
    for (auto* declaration : globals) add_to_groups(*declaration);
    return finish(std::move(attributes));
  }

 private:
  /// The global components of a kind, by name.
  template <class Component>
  std::vector<Component*> named(XSModel& components, XSConstants::COMPONENT_TYPE kind,
                                bool is_built_in) const {
    std::vector<std::pair<std::pair<std::string, std::string>, Component*>> found;
    auto* map = components.getComponents(kind);
    for (XMLSize_t i = 0; map != nullptr && i < map->getLength(); ++i) {
      auto* component = static_cast<Component*>(map->item(i));
      auto uri = to_utf8(component->getNamespace());
      const bool is_of_xsd = uri == xsd_namespace;
      if (is_of_xsd && kind != XSConstants::TYPE_DEFINITION) continue;
      const bool is_ours = is_of_xsd || built_in_.contains(uri);
      if (is_ours != is_built_in) continue;
      found.push_back({{std::move(uri), to_utf8(component->getName())}, component});
    }
    std::ranges::sort(found);
    std::vector<Component*> result;
    for (const auto& [name, component] : found) result.push_back(component);
    return result;
  }

  SchemaModel finish(std::vector<AttributeUse> attributes) {
    for (auto& [id, members] : substitutes_) {
      elements_[id].substitutes = store_.keep(std::move(members));
    }
    SchemaModel model;
    model.types = store_.keep(std::move(types_));
    model.elements = store_.keep(std::move(elements_));
    model.global_attributes = store_.keep(std::move(attributes));
    model.simple_types = storage_.simple_types.types();
    model.registry = registry_.take();
    storage_.program = compile_program(model);
    model.program = storage_.program.program();
    return model;
  }

  template <class Component>
  ExpandedName name_of(const Component& component) {
    return {store_.keep(to_utf8(component.getNamespace())),
            store_.keep(to_utf8(component.getName()))};
  }

  std::vector<std::string_view> keep_each(const std::vector<std::string>& texts) {
    std::vector<std::string_view> kept;
    for (const auto& text : texts) kept.push_back(store_.keep(text));
    return kept;
  }

  template <class Component>
  ValueConstraint constraint_of(Component& component) {
    switch (component.getConstraintType()) {
      case XSConstants::VALUE_CONSTRAINT_DEFAULT:
        return {ValueConstraint::Kind::standard,
                store_.keep(to_utf8(component.getConstraintValue()))};
      case XSConstants::VALUE_CONSTRAINT_FIXED:
        return {ValueConstraint::Kind::fixed, store_.keep(to_utf8(component.getConstraintValue()))};
      default:
        return {};
    }
  }

  void add_global(XSElementDeclaration& declaration) {
    const auto id = add_element(&declaration);
    elements_[id].is_global = true;
    registry_.add(declaration, elements_[id].name);
  }

  /// Adds `declaration` to each substitution group it belongs to, directly or through others.
  void add_to_groups(XSElementDeclaration& declaration) {
    const auto id = add_element(&declaration);
    for (auto* head = declaration.getSubstitutionGroupAffiliation(); head != nullptr;
         head = head->getSubstitutionGroupAffiliation()) {
      const auto head_id = add_element(head);
      if (may_substitute(id, head_id)) substitutes_[head_id].push_back(id);
    }
  }

  /// Source: XML Schema Part 1, section 3.3.6, Substitution Group OK.
  [[nodiscard]] bool may_substitute(ElementId member, ElementId head) const {
    const auto& declaration = elements_[head];
    const auto blocked = declaration.blocked | types_[declaration.type].blocked;
    if ((blocked & blocking::substitution) != 0) return false;
    const auto type = elements_[member].type;
    for (auto step = type; step != declaration.type && step != none; step = types_[step].base) {
      if ((types_[step].derivation & blocked) != 0) return false;
      if (step != type && (types_[step].blocked & types_[type].derivation) != 0) return false;
    }
    return true;
  }

  ElementId add_element(XSElementDeclaration* declaration) {
    const auto [found, is_new] =
        element_ids_.try_emplace(declaration, static_cast<ElementId>(elements_.size()));
    if (!is_new) return found->second;
    ElementDeclaration element;
    element.name = name_of(*declaration);
    if (declaration->getScope() == XSConstants::SCOPE_GLOBAL) {
      found->second = global_elements_.try_emplace(element.name, found->second).first->second;
      if (found->second != elements_.size()) return found->second;
    }
    const auto id = found->second;
    element.is_nillable = declaration->getNillable();
    element.is_abstract = declaration->getAbstract();
    const auto* identities = declaration->getIdentityConstraints();
    element.has_identity_constraints = identities != nullptr && identities->getLength() > 0;
    element.blocked = static_cast<std::uint8_t>(declaration->getDisallowedSubstitutions());
    element.constraint = constraint_of(*declaration);
    element.remarks = remarks_of(declaration->getAnnotation());
    elements_.push_back(element);
    const auto type = add_type(declaration->getTypeDefinition());
    elements_[id].type = type;
    return id;
  }

  TypeId add_type(XSTypeDefinition* definition) {
    if (definition == nullptr) return none;
    const auto [found, is_new] =
        type_ids_.try_emplace(definition, static_cast<TypeId>(types_.size()));
    if (!is_new) return found->second;
    SchemaType type;
    if (!definition->getAnonymous()) {
      type.name = name_of(*definition);
      found->second = named_types_.try_emplace(type.name, found->second).first->second;
      if (found->second != types_.size()) return found->second;
    }
    const auto id = found->second;
    types_.emplace_back();
    auto* base = definition->getBaseType();
    if (base != definition) type.base = add_type(base);
    if (definition->getTypeCategory() == XSTypeDefinition::SIMPLE_TYPE) {
      fill_simple(*static_cast<XSSimpleTypeDefinition*>(definition), type);
    } else {
      fill_complex(*static_cast<XSComplexTypeDefinition*>(definition), type);
    }
    types_[id] = type;
    return id;
  }

  void fill_simple(XSSimpleTypeDefinition& definition, SchemaType& type) {
    type.is_simple = true;
    type.derivation = blocking::restriction;
    type.simple = facts(definition);
    type.remarks = remarks_of(definition.getAnnotations());
  }

  SimpleFacts facts(XSSimpleTypeDefinition& definition) {
    SimpleFacts facts;
    facts.white_space = white_space(definition);
    facts.built_in = store_.keep(built_in_name(&definition));
    facts.enumeration = store_.keep(keep_each(strings(definition.getLexicalEnumeration())));
    facts.patterns = store_.keep(keep_each(patterns(&definition)));
    for (const auto pattern : facts.patterns) {
      facts.pattern_bytes = std::min(facts.pattern_bytes, count(longest_value_for(pattern)));
    }
    auto* list = definition.getFacets();
    std::vector<Facet> facets;
    for (XMLSize_t i = 0; list != nullptr && i < list->size(); ++i) {
      const auto name = facet_name(list->elementAt(i)->getFacetKind());
      if (name.empty()) continue;
      facets.push_back({name, store_.keep(to_utf8(list->elementAt(i)->getLexicalFacetValue()))});
    }
    facts.facets = store_.keep(std::move(facets));
    add_members(definition, facts);
    facts.is_open_enumeration = remarks_of(definition.getAnnotations()).is_open_enumeration;
    facts.index = storage_.simple_types.add(facts);
    return facts;
  }

  void add_members(XSSimpleTypeDefinition& definition, SimpleFacts& facts) {
    std::vector<TypeId> types;
    if (definition.getVariety() == XSSimpleTypeDefinition::VARIETY_LIST) {
      facts.variety = Variety::list;
      types.push_back(add_type(definition.getItemType()));
    }
    if (definition.getVariety() == XSSimpleTypeDefinition::VARIETY_UNION) {
      facts.variety = Variety::any_of;
      auto* members = definition.getMemberTypes();
      for (XMLSize_t i = 0; members != nullptr && i < members->size(); ++i) {
        types.push_back(add_type(members->elementAt(i)));
      }
    }
    std::vector<std::uint32_t> members;
    for (const auto type : types) members.push_back(types_[type].simple.index);
    facts.member_types = store_.keep(std::move(types));
    facts.members = store_.keep(std::move(members));
  }

  void fill_complex(XSComplexTypeDefinition& definition, SchemaType& type) {
    type.is_abstract = definition.getAbstract();
    type.blocked = static_cast<std::uint8_t>(definition.getProhibitedSubstitutions());
    type.derivation = definition.getDerivationMethod() == XSConstants::DERIVATION_EXTENSION
                          ? blocking::extension
                          : blocking::restriction;
    type.content = content_of(definition);
    if (auto* simple = definition.getSimpleType()) type.simple = facts(*simple);
    if (auto* particle = definition.getParticle()) type.particle = store_.keep_row(copy(*particle));
    auto* uses = definition.getAttributeUses();
    std::vector<AttributeUse> attributes;
    for (XMLSize_t i = 0; uses != nullptr && i < uses->size(); ++i) {
      attributes.push_back(copy(*uses->elementAt(i)));
    }
    type.attributes = store_.keep(std::move(attributes));
    if (auto* any = definition.getAttributeWildcard()) {
      type.any_attribute = store_.keep_row(copy(*any));
    }
    type.remarks = remarks_of(definition.getAnnotations());
  }

  Remarks remarks_of(XSAnnotation* annotation) {
    RemarkWords words;
    Annotation(annotation).add_remarks(words);
    return keep(words);
  }

  Remarks remarks_of(XSAnnotationList* annotations) {
    RemarkWords words;
    for (XMLSize_t i = 0; annotations != nullptr && i < annotations->size(); ++i) {
      Annotation(annotations->elementAt(i)).add_remarks(words);
    }
    return keep(words);
  }

  Remarks keep(const RemarkWords& words) {
    return {words.is_undocumented,
            words.is_open_enumeration,
            words.extension_block,
            store_.keep(keep_each(words.order)),
            store_.keep(keep_each(words.required)),
            store_.keep(keep_each(words.one_of))};
  }

  AttributeUse copy(XSAttributeUse& use) {
    auto* declaration = use.getAttrDeclaration();
    auto constraint = constraint_of(use);
    if (constraint.kind == ValueConstraint::Kind::absent) constraint = constraint_of(*declaration);
    return {name_of(*declaration), add_type(declaration->getTypeDefinition()), use.getRequired(),
            constraint, remarks_of(declaration->getAnnotation())};
  }

  Particle copy(XSParticle& source) {
    Particle particle;
    particle.min = count(source.getMinOccurs());
    particle.max = count(source.getMaxOccursUnbounded() ? unbounded : source.getMaxOccurs());
    if (source.getTermType() == XSParticle::TERM_ELEMENT) {
      particle.kind = Particle::Kind::element;
      particle.element = add_element(source.getElementTerm());
    } else if (source.getTermType() == XSParticle::TERM_WILDCARD) {
      particle.kind = Particle::Kind::wildcard;
      particle.wildcard = store_.keep_row(copy(*source.getWildcardTerm()));
    } else if (source.getTermType() == XSParticle::TERM_MODELGROUP) {
      copy_group(*source.getModelGroupTerm(), particle);
    }
    particle.has_empty_content = is_emptiable(particle);
    return particle;
  }

  void copy_group(XSModelGroup& group, Particle& particle) {
    particle.kind = kind_of(group);
    auto* sources = group.getParticles();
    std::vector<Particle> parts;
    for (XMLSize_t i = 0; sources != nullptr && i < sources->size(); ++i) {
      parts.push_back(copy(*sources->elementAt(i)));
    }
    merge_bounds(particle, parts);
    particle.particles = store_.keep(std::move(parts));
  }

  Wildcard copy(XSWildcard& source) {
    Wildcard wildcard;
    if (source.getConstraintType() == XSWildcard::NSCONSTRAINT_NOT) {
      wildcard.constraint = Wildcard::Namespaces::all_but;
    } else if (source.getConstraintType() == XSWildcard::NSCONSTRAINT_DERIVATION_LIST) {
      wildcard.constraint = Wildcard::Namespaces::only;
    }
    if (source.getProcessContents() == XSWildcard::PC_LAX) {
      wildcard.process = Wildcard::Process::lax;
    } else if (source.getProcessContents() == XSWildcard::PC_SKIP) {
      wildcard.process = Wildcard::Process::skip;
    }
    wildcard.namespaces = store_.keep(keep_each(strings(source.getNsConstraintList())));
    return wildcard;
  }

  ModelStorage& storage_;
  RowStore& store_;
  RegistryBuilder registry_;
  const std::set<std::string>& built_in_;
  std::vector<SchemaType> types_;
  std::vector<ElementDeclaration> elements_;
  std::unordered_map<ElementId, std::vector<ElementId>> substitutes_;
  std::unordered_map<XSTypeDefinition*, TypeId> type_ids_;
  std::unordered_map<XSElementDeclaration*, ElementId> element_ids_;
  // Xerces makes more than one object of what is recursive. By its name it is one.
  std::map<ExpandedName, TypeId> named_types_;
  std::map<ExpandedName, ElementId> global_elements_;
};

}  // namespace

SchemaModel build_model(XSModel& components, const std::set<std::string>& built_in,
                        ModelStorage& storage) {
  return SchemaModelBuilder(storage, built_in).build(components);
}

}  // namespace presentity::detail
