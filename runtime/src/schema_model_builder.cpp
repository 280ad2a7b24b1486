// SPDX-License-Identifier: MIT
#include "annotation.hpp"
#include "outline.hpp"
#include "pattern_cost.hpp"
#include "schema_model.hpp"
#include "unicode.hpp"
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
#include <xercesc/validators/datatype/DatatypeValidator.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace presentity::detail {
namespace {

using namespace xercesc;

template <class Component>
QName name_of(const Component& component) {
  return {to_utf8(component.getNamespace()), to_utf8(component.getName())};
}

std::vector<std::string> strings(StringList* list) {
  std::vector<std::string> result;
  for (XMLSize_t i = 0; list != nullptr && i < list->size(); ++i) {
    result.push_back(to_utf8(list->elementAt(i)));
  }
  return result;
}

std::string_view facet_name(XSSimpleTypeDefinition::FACET facet) {
  switch (facet) {
    case XSSimpleTypeDefinition::FACET_LENGTH:
      return "length";
    case XSSimpleTypeDefinition::FACET_MINLENGTH:
      return "minLength";
    case XSSimpleTypeDefinition::FACET_MAXLENGTH:
      return "maxLength";
    case XSSimpleTypeDefinition::FACET_MAXINCLUSIVE:
      return "maxInclusive";
    case XSSimpleTypeDefinition::FACET_MAXEXCLUSIVE:
      return "maxExclusive";
    case XSSimpleTypeDefinition::FACET_MINEXCLUSIVE:
      return "minExclusive";
    case XSSimpleTypeDefinition::FACET_MININCLUSIVE:
      return "minInclusive";
    case XSSimpleTypeDefinition::FACET_TOTALDIGITS:
      return "totalDigits";
    case XSSimpleTypeDefinition::FACET_FRACTIONDIGITS:
      return "fractionDigits";
    default:
      return {};
  }
}

}  // namespace

/// Copies schema components, each once; components may refer to each other in cycles, so an id is
/// given before the copy is made.
class SchemaModelBuilder {
 public:
  SchemaModelBuilder(SchemaModel& model, const std::set<std::string>& built_in)
      : model_(model), built_in_(built_in) {}

  /// What is built in comes first and in the order of its names, so that its ids are the same
  /// whatever else is loaded: the bindings of the built-in schemas hold ids.
  void build(XSModel& components) {
    for (const bool is_built_in : {true, false}) {
      for (auto* type :
           named<XSTypeDefinition>(components, XSConstants::TYPE_DEFINITION, is_built_in)) {
        const auto name = name_of(*type);
        model_.type_index_[SchemaModel::key(name.namespace_uri, name.local)] = add_type(type);
      }
      for (auto* attribute : named<XSAttributeDeclaration>(
               components, XSConstants::ATTRIBUTE_DECLARATION, is_built_in)) {
        add_global_attribute(*attribute);
      }
      for (auto* element :
           named<XSElementDeclaration>(components, XSConstants::ELEMENT_DECLARATION, is_built_in)) {
        add_global(*element);
        globals_.push_back(element);
      }
    }
    for (auto* declaration : globals_) add_substitutes(*declaration);
    sort_registry();
  }

 private:
  /// The global components of a kind, by name.
  template <class Component>
  std::vector<Component*> named(XSModel& components, XSConstants::COMPONENT_TYPE kind,
                                bool is_built_in) const {
    std::vector<std::pair<QName, Component*>> found;
    auto* map = components.getComponents(kind);
    for (XMLSize_t i = 0; map != nullptr && i < map->getLength(); ++i) {
      auto* component = static_cast<Component*>(map->item(i));
      auto name = name_of(*component);
      const bool is_of_xsd = name.namespace_uri == xsd_namespace;
      if (is_of_xsd && kind != XSConstants::TYPE_DEFINITION) continue;
      const bool is_ours = is_of_xsd || built_in_.contains(name.namespace_uri);
      if (is_ours == is_built_in) found.emplace_back(std::move(name), component);
    }
    std::ranges::sort(found);
    std::vector<Component*> result;
    for (const auto& [name, component] : found) result.push_back(component);
    return result;
  }

  void add_global_attribute(XSAttributeDeclaration& declaration) {
    const auto name = name_of(declaration);
    model_.attribute_index_[SchemaModel::key(name.namespace_uri, name.local)] =
        static_cast<std::uint32_t>(model_.global_attributes_.size());
    model_.global_attributes_.push_back(
        {name, add_type(declaration.getTypeDefinition()), false, constraint_of(declaration), {}});
  }

  void add_global(XSElementDeclaration& declaration) {
    const auto id = add_element(&declaration);
    const auto& name = model_.elements_[id].name;
    model_.element_index_[SchemaModel::key(name.namespace_uri, name.local)] = id;
    register_root(declaration, name);
  }

  /// Adds `declaration` to each substitution group it belongs to, directly or through others.
  void add_substitutes(XSElementDeclaration& declaration) {
    const auto id = add_element(&declaration);
    for (auto* head = declaration.getSubstitutionGroupAffiliation(); head != nullptr;
         head = head->getSubstitutionGroupAffiliation()) {
      const auto head_id = add_element(head);
      if (may_substitute(id, head_id)) model_.elements_[head_id].substitutes.push_back(id);
    }
  }

  /// Source: XML Schema Part 1, section 3.3.6, Substitution Group OK.
  [[nodiscard]] bool may_substitute(ElementId member, ElementId head) const {
    const auto& declaration = model_.elements_[head];
    const auto blocked = declaration.blocked | model_.types_[declaration.type].blocked;
    if ((blocked & blocking::substitution) != 0) return false;
    const auto type = model_.elements_[member].type;
    for (auto step = type; step != declaration.type && step != none;
         step = model_.types_[step].base) {
      if ((model_.types_[step].derivation & blocked) != 0) return false;
      if (step != type && (model_.types_[step].blocked & model_.types_[type].derivation) != 0) {
        return false;
      }
    }
    return true;
  }

  void register_root(XSElementDeclaration& declaration, const QName& name) {
    const Annotation annotation(declaration.getAnnotation());
    auto& registry = model_.registry;
    std::optional<RootKind> kind;
    annotation.for_each_remark([&](const Outline& outline, NodeId id) {
      const auto remark = outline.node(id).local;
      if (remark == "envelope") kind = RootKind::envelope;
      if (remark == "manifest") kind = RootKind::manifest;
      if (remark == "category") {
        kind = RootKind::category;
        registry.categories.push_back(
            {std::string(outline.value_of(id, "name")), name, annotation.schema(), {}});
      }
      if (remark == "instance" && !registry.categories.empty()) {
        const auto value = [&](std::string_view key) {
          return std::string(outline.value_of(id, key));
        };
        std::string content;
        for (const auto& word : words(outline.direct_text(id))) {
          content += content.empty() ? word : " " + word;
        }
        registry.categories.back().instances.push_back({value("id"), value("type"),
                                                        value("expires"), value("containers"),
                                                        value("publisher"), content});
      }
    });
    if (!kind && built_in_.contains(name.namespace_uri)) return;
    if (!kind && !declaration.getAbstract()) {
      kind = RootKind::category;
      registry.categories.push_back({name.local, name, annotation.schema(), {}});
    }
    if (kind) {
      registry.roots.push_back({name, *kind, annotation.schema(), annotation.documentation()});
    }
  }

  void sort_registry() {
    std::ranges::sort(model_.registry.categories, {}, [](const Category& category) {
      return std::tuple(category.name, category.name != category.root.local, category.root);
    });
    std::ranges::sort(model_.registry.roots, {}, [](const RootInfo& root) {
      return std::tie(root.name.local, root.name.namespace_uri);
    });
  }

  ElementId add_element(XSElementDeclaration* declaration) {
    const auto [found, is_new] =
        element_ids_.try_emplace(declaration, static_cast<ElementId>(model_.elements_.size()));
    if (!is_new) return found->second;
    ElementDeclaration element;
    element.name = name_of(*declaration);
    if (declaration->getScope() == XSConstants::SCOPE_GLOBAL) {
      found->second = global_elements_.try_emplace(element.name, found->second).first->second;
      if (found->second != model_.elements_.size()) return found->second;
    }
    const auto id = found->second;
    element.is_nillable = declaration->getNillable();
    element.is_abstract = declaration->getAbstract();
    const auto* identities = declaration->getIdentityConstraints();
    element.has_identity_constraints = identities != nullptr && identities->getLength() > 0;
    element.blocked = static_cast<std::uint8_t>(declaration->getDisallowedSubstitutions());
    element.constraint = constraint_of(*declaration);
    add_remarks(Annotation(declaration->getAnnotation()), element.remarks);
    model_.elements_.push_back(std::move(element));
    const auto type = add_type(declaration->getTypeDefinition());
    model_.elements_[id].type = type;
    return id;
  }

  TypeId add_type(XSTypeDefinition* definition) {
    if (definition == nullptr) return none;
    const auto [found, is_new] =
        type_ids_.try_emplace(definition, static_cast<TypeId>(model_.types_.size()));
    if (!is_new) return found->second;
    SchemaType type;
    if (!definition->getAnonymous()) {
      type.name = name_of(*definition);
      found->second = named_types_.try_emplace(type.name, found->second).first->second;
      if (found->second != model_.types_.size()) return found->second;
    }
    const auto id = found->second;
    model_.types_.emplace_back();
    auto* base = definition->getBaseType();
    if (base != definition) type.base = add_type(base);
    if (definition->getTypeCategory() == XSTypeDefinition::SIMPLE_TYPE) {
      fill_simple(*static_cast<XSSimpleTypeDefinition*>(definition), type);
    } else {
      fill_complex(*static_cast<XSComplexTypeDefinition*>(definition), type);
    }
    model_.types_[id] = std::move(type);
    return id;
  }

  template <class Component>
  static ValueConstraint constraint_of(Component& component) {
    switch (component.getConstraintType()) {
      case XSConstants::VALUE_CONSTRAINT_DEFAULT:
        return {ValueConstraint::Kind::standard, to_utf8(component.getConstraintValue())};
      case XSConstants::VALUE_CONSTRAINT_FIXED:
        return {ValueConstraint::Kind::fixed, to_utf8(component.getConstraintValue())};
      default:
        return {};
    }
  }

  void fill_simple(XSSimpleTypeDefinition& definition, SchemaType& type) {
    type.is_simple = true;
    type.derivation = blocking::restriction;
    type.simple = facts(definition);
    add_remarks_of(definition.getAnnotations(), type.remarks);
  }

  SimpleFacts facts(XSSimpleTypeDefinition& definition) {
    SimpleFacts facts;
    facts.built_in = built_in_name(&definition);
    facts.enumeration = strings(definition.getLexicalEnumeration());
    facts.patterns = patterns(&definition);
    for (const auto& pattern : facts.patterns) {
      facts.pattern_bytes = std::min(facts.pattern_bytes, longest_value_for(pattern));
    }
    if (const auto* validator = definition.getDatatypeValidator()) {
      facts.white_space = white_space(*validator);
    }
    auto* facets = definition.getFacets();
    for (XMLSize_t i = 0; facets != nullptr && i < facets->size(); ++i) {
      const auto name = facet_name(facets->elementAt(i)->getFacetKind());
      if (!name.empty()) {
        facts.facets.emplace_back(name, to_utf8(facets->elementAt(i)->getLexicalFacetValue()));
      }
    }
    add_members(definition, facts);
    Remarks remarks;
    add_remarks_of(definition.getAnnotations(), remarks);
    facts.is_open_enumeration = remarks.is_open_enumeration;
    facts.index = model_.simple_types_.add(facts);
    return facts;
  }

  void add_members(XSSimpleTypeDefinition& definition, SimpleFacts& facts) {
    if (definition.getVariety() == XSSimpleTypeDefinition::VARIETY_LIST) {
      facts.variety = Variety::list;
      facts.member_types.push_back(add_type(definition.getItemType()));
    }
    if (definition.getVariety() == XSSimpleTypeDefinition::VARIETY_UNION) {
      facts.variety = Variety::any_of;
      auto* members = definition.getMemberTypes();
      for (XMLSize_t i = 0; members != nullptr && i < members->size(); ++i) {
        facts.member_types.push_back(add_type(members->elementAt(i)));
      }
    }
    for (const auto member : facts.member_types) {
      facts.members.push_back(model_.types_[member].simple.index);
    }
  }

  static WhiteSpace white_space(const DatatypeValidator& validator) {
    switch (validator.getWSFacet()) {
      case DatatypeValidator::REPLACE:
        return WhiteSpace::replace;
      case DatatypeValidator::COLLAPSE:
        return WhiteSpace::collapse;
      default:
        return WhiteSpace::preserve;
    }
  }

  /// Those of the type's own and of the types it restricts: a value must match all of them.
  static std::vector<std::string> patterns(XSTypeDefinition* definition) {
    std::vector<std::string> result;
    while (definition != nullptr && to_utf8(definition->getNamespace()) != xsd_namespace &&
           definition->getTypeCategory() == XSTypeDefinition::SIMPLE_TYPE) {
      std::string pattern;  // Xerces takes it apart at each '|', also inside of parentheses
      for (const auto& part :
           strings(static_cast<XSSimpleTypeDefinition*>(definition)->getLexicalPattern())) {
        pattern += (pattern.empty() ? "" : "|") + part;
      }
      const bool is_new = std::ranges::find(result, pattern) == result.end();
      if (!pattern.empty() && is_new) result.push_back(std::move(pattern));
      auto* base = definition->getBaseType();
      if (base == definition) break;
      definition = base;
    }
    return result;
  }

  static std::string built_in_name(XSTypeDefinition* definition) {
    while (definition != nullptr) {
      const auto name = name_of(*definition);
      if (name.namespace_uri == xsd_namespace && !definition->getAnonymous()) return name.local;
      auto* base = definition->getBaseType();
      if (base == definition) break;
      definition = base;
    }
    return "anySimpleType";
  }

  void fill_complex(XSComplexTypeDefinition& definition, SchemaType& type) {
    type.is_abstract = definition.getAbstract();
    type.blocked = static_cast<std::uint8_t>(definition.getProhibitedSubstitutions());
    type.derivation = definition.getDerivationMethod() == XSConstants::DERIVATION_EXTENSION
                          ? blocking::extension
                          : blocking::restriction;
    using Kind = XSComplexTypeDefinition;
    switch (definition.getContentType()) {
      case Kind::CONTENTTYPE_EMPTY:
        type.content = SchemaType::Content::empty;
        break;
      case Kind::CONTENTTYPE_SIMPLE:
        type.content = SchemaType::Content::simple;
        break;
      case Kind::CONTENTTYPE_ELEMENT:
        type.content = SchemaType::Content::elements;
        break;
      case Kind::CONTENTTYPE_MIXED:
        type.content = SchemaType::Content::mixed;
        break;
    }
    if (auto* simple = definition.getSimpleType()) type.simple = facts(*simple);
    if (auto* particle = definition.getParticle()) type.particle = copy(*particle);
    auto* uses = definition.getAttributeUses();
    for (XMLSize_t i = 0; uses != nullptr && i < uses->size(); ++i) {
      type.attributes.push_back(copy(*uses->elementAt(i)));
    }
    if (auto* any = definition.getAttributeWildcard()) type.any_attribute = copy(*any);
    add_remarks_of(definition.getAnnotations(), type.remarks);
  }

  static void add_remarks_of(XSAnnotationList* annotations, Remarks& remarks) {
    for (XMLSize_t i = 0; annotations != nullptr && i < annotations->size(); ++i) {
      add_remarks(Annotation(annotations->elementAt(i)), remarks);
    }
  }

  AttributeUse copy(XSAttributeUse& use) {
    auto* declaration = use.getAttrDeclaration();
    AttributeUse result{name_of(*declaration),
                        add_type(declaration->getTypeDefinition()),
                        use.getRequired(),
                        constraint_of(use),
                        {}};
    if (result.constraint.kind == ValueConstraint::Kind::absent) {
      result.constraint = constraint_of(*declaration);
    }
    add_remarks(Annotation(declaration->getAnnotation()), result.remarks);
    return result;
  }

  Particle copy(XSParticle& source) {
    Particle particle;
    particle.min = source.getMinOccurs();
    particle.max = source.getMaxOccursUnbounded() ? unbounded : source.getMaxOccurs();
    if (source.getTermType() == XSParticle::TERM_ELEMENT) {
      particle.kind = Particle::Kind::element;
      particle.element = add_element(source.getElementTerm());
    } else if (source.getTermType() == XSParticle::TERM_WILDCARD) {
      particle.kind = Particle::Kind::wildcard;
      particle.wildcard = copy(*source.getWildcardTerm());
    } else if (source.getTermType() == XSParticle::TERM_MODELGROUP) {
      auto* group = source.getModelGroupTerm();
      const auto compositor = group->getCompositor();
      particle.kind = compositor == XSModelGroup::COMPOSITOR_CHOICE ? Particle::Kind::choice
                      : compositor == XSModelGroup::COMPOSITOR_ALL  ? Particle::Kind::all
                                                                    : Particle::Kind::sequence;
      auto* parts = group->getParticles();
      for (XMLSize_t i = 0; parts != nullptr && i < parts->size(); ++i) {
        particle.particles.push_back(copy(*parts->elementAt(i)));
      }
    }
    merge_bounds(particle);
    particle.has_empty_content = is_emptiable(particle);
    return particle;
  }

  /// Makes one range of two where a group repeats a single part: (a{2,3}){2,2} is a{4,6}. The
  /// matcher counts each range for itself and would take three of four as the first occurrence.
  /// Ranges with gaps, as of (a{3,4}){1,2}, stay as they are.
  static void merge_bounds(Particle& group) {
    const bool is_single = group.particles.size() == 1 && group.particles.front().particles.empty();
    if (!is_single || group.max < 2) return;
    auto& part = group.particles.front();
    const bool is_leaf =
        part.kind == Particle::Kind::element || part.kind == Particle::Kind::wildcard;
    const auto product = [](std::size_t a, std::size_t b) {
      return a == unbounded || b == unbounded ? unbounded : a * b;
    };
    const auto fewest = std::max<std::size_t>(group.min, 1);
    const bool has_gap = part.max != unbounded && fewest < group.max &&
                         fewest * part.max + 1 < (fewest + 1) * part.min;
    if (!is_leaf || has_gap || part.max == 0) return;
    part.min *= fewest;
    part.max = product(part.max, group.max);
    group.min = std::min<std::size_t>(group.min, 1);
    group.max = 1;
  }

  static bool is_emptiable(const Particle& particle) {
    const auto can_be_absent = [](const Particle& part) { return part.is_optional(); };
    switch (particle.kind) {
      case Particle::Kind::element:
      case Particle::Kind::wildcard:
        return false;
      case Particle::Kind::choice:
        return particle.particles.empty() || std::ranges::any_of(particle.particles, can_be_absent);
      default:
        return std::ranges::all_of(particle.particles, can_be_absent);
    }
  }

  static Wildcard copy(XSWildcard& source) {
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
    wildcard.namespaces = strings(source.getNsConstraintList());
    return wildcard;
  }

  SchemaModel& model_;
  const std::set<std::string>& built_in_;
  std::unordered_map<XSTypeDefinition*, TypeId> type_ids_;
  std::unordered_map<XSElementDeclaration*, ElementId> element_ids_;
  // Xerces makes more than one object of what is recursive. By its name it is one.
  std::map<QName, TypeId> named_types_;
  std::map<QName, ElementId> global_elements_;
  std::vector<XSElementDeclaration*> globals_;
};

void SchemaModel::build(XSModel& components, const std::set<std::string>& built_in) {
  SchemaModelBuilder(*this, built_in).build(components);
}

}  // namespace presentity::detail
