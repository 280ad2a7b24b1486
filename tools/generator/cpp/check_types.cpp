// SPDX-License-Identifier: MIT
#include "generator/cpp/check_types.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace presentity::generator::cpp {
namespace {

/// The bindings of the built-in schemas are finished: they cannot hold types of a user.
void check_derivations(const TypeTable& types, std::vector<Diagnostic>& diagnostics) {
  const auto& model = types.model();
  for (detail::TypeId id = 0; id < model.types.size(); ++id) {
    const auto& type = model.type(id);
    const bool is_candidate = !type.is_simple && types[id].place && !types.is_built_in(id) &&
                              !type.name.local.empty() && type.base != detail::none;
    if (!is_candidate || types.is_any_type(type.base) || model.type(type.base).is_simple) continue;
    if (!types.is_built_in(type.base)) continue;
    const auto place = *types[id].place;
    diagnostics.push_back(
        {Severity::warning, "unsupported-derivation", types.sources().position(place),
         types.sources().file(place.file).path, "",
         "type '" + std::string(type.name.local) + "' is derived from the built-in type '" +
             std::string(model.type(type.base).name.local) + "'",
         "elements of built-in schemas cannot hold it; elements of your own can"});
  }
}

/// Their tables have no place for more elements either.
void check_substitutes(const TypeTable& types, std::vector<Diagnostic>& diagnostics) {
  const auto& model = types.model();
  const auto& sources = types.sources();
  for (const auto& head : model.elements) {
    const auto home = sources.global(ComponentKind::element, head.name);
    if (!home || !sources.file(home->file).is_built_in) continue;
    for (const auto id : head.substitutes) {
      const auto place = sources.global(ComponentKind::element, model.element(id).name);
      if (!place || sources.file(place->file).is_built_in) continue;
      diagnostics.push_back({Severity::error, "unsupported-substitution", sources.position(*place),
                             sources.file(place->file).path, "",
                             "element '" + std::string(model.element(id).name.local) +
                                 "' would stand for the built-in element '" +
                                 std::string(head.name.local) + "'",
                             "put it into ct:extension instead"});
    }
  }
}

/// Values that depend on the rest of the document, or on prefixes of the schema.
class ValueCheck {
 public:
  ValueCheck(const TypeTable& types, const detail::ProgramStorage& rows,
             std::vector<Diagnostic>& diagnostics)
      : types_(types), rows_(rows), diagnostics_(diagnostics) {}

  void run() {
    const auto& model = types_.model();
    for (detail::TypeId id = 0; id < model.types.size(); ++id) {
      const auto& type = model.type(id);
      if (type.is_simple || types_.is_built_in(id)) continue;
      if (type.content == detail::SchemaType::Content::simple) check(id, types_[id].place);
      for (const auto& use : type.attributes) {
        check(use.type, types_.declaration(id, ComponentKind::attribute, use.name));
      }
      if (type.particle != nullptr) visit(id, *type.particle);
    }
    for (const auto& element : model.elements) {
      if (!element.is_global || !model.type(element.type).is_simple) continue;
      check(element.type, types_.sources().global(ComponentKind::element, element.name));
    }
  }

 private:
  void visit(detail::TypeId owner, const detail::Particle& particle) {
    if (particle.kind == detail::Particle::Kind::element) {
      const auto& element = types_.model().element(particle.element);
      const bool is_simple = types_.model().type(element.type).is_simple;
      const auto place = types_.declaration(owner, ComponentKind::element, element.name);
      if (is_simple) check(element.type, place);
    }
    for (const auto& part : particle.particles) visit(owner, part);
  }

  void check(detail::TypeId type, const std::optional<Place>& place) {
    if (rows_.types[type].context != detail::TypeRow::Context::other || !place) return;
    const auto& sources = types_.sources();
    if (sources.file(place->file).is_built_in || !seen_.insert(*place).second) return;
    diagnostics_.push_back(
        {Severity::error, "unsupported-simple-type", sources.position(*place),
         sources.file(place->file).path, "",
         "native bindings do not check values of " + reason(type),
         "use a type whose values mean the same everywhere, such as xs:NCName or xs:anyURI"});
  }

  [[nodiscard]] std::string reason(detail::TypeId type) const {
    const auto& facts = types_.model().type(type).simple;
    if (facts.variety == detail::Variety::any_of) {
      return "a union with QNames, ids or references";
    }
    const bool is_own_list =
        facts.variety == detail::Variety::list && facts.built_in == "anySimpleType";
    if (is_own_list) return "a list of QNames, ids or references";
    if (facts.built_in == "QName") return "an enumeration of QNames";
    return "the type xs:" + std::string(facts.built_in);
  }

  const TypeTable& types_;
  const detail::ProgramStorage& rows_;
  std::vector<Diagnostic>& diagnostics_;
  std::set<Place> seen_;
};

/// An element of a simple type holds its value and no complex type that is derived from it.
void check_simple_families(const TypeTable& types, std::vector<Diagnostic>& diagnostics) {
  const auto& model = types.model();
  std::set<detail::TypeId> declared;
  for (const auto& element : model.elements) declared.insert(element.type);
  for (detail::TypeId id = 0; id < model.types.size(); ++id) {
    const auto& type = model.type(id);
    const bool is_candidate = !type.is_simple && !type.is_abstract && types[id].place &&
                              !types.is_built_in(id) && !type.name.local.empty();
    if (!is_candidate || type.base == detail::none || !model.type(type.base).is_simple) continue;
    // Of the types of XML Schema itself everything is derived; nobody would read the warning.
    if (!types[type.base].place || !declared.contains(type.base)) continue;
    const auto place = *types[id].place;
    diagnostics.push_back(
        {Severity::warning, "unsupported-derivation", types.sources().position(place),
         types.sources().file(place.file).path, "",
         "elements of the simple type '" + std::string(model.type(type.base).name.local) +
             "' cannot hold type '" + std::string(type.name.local) + "'",
         "declare them with a complex type if xsi:type is to name it"});
  }
}

}  // namespace

void check_types(const TypeTable& types, const detail::ProgramStorage& rows,
                 std::vector<Diagnostic>& diagnostics) {
  check_derivations(types, diagnostics);
  check_simple_families(types, diagnostics);
  check_substitutes(types, diagnostics);
  ValueCheck(types, rows, diagnostics).run();
}

}  // namespace presentity::generator::cpp
