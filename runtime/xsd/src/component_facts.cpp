// SPDX-License-Identifier: MIT
#include "component_facts.hpp"

#include "outline.hpp"
#include "xerces_text.hpp"

#include <xercesc/validators/datatype/DatatypeValidator.hpp>

#include <algorithm>
#include <utility>

namespace presentity::detail {

using namespace xercesc;

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

WhiteSpace white_space(XSSimpleTypeDefinition& definition) {
  const auto* validator = definition.getDatatypeValidator();
  if (validator == nullptr) return WhiteSpace::preserve;
  switch (validator->getWSFacet()) {
    case DatatypeValidator::REPLACE:
      return WhiteSpace::replace;
    case DatatypeValidator::COLLAPSE:
      return WhiteSpace::collapse;
    default:
      return WhiteSpace::preserve;
  }
}

std::vector<std::string> patterns(XSTypeDefinition* definition) {
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

std::string built_in_name(XSTypeDefinition* definition) {
  while (definition != nullptr) {
    const bool is_built_in =
        to_utf8(definition->getNamespace()) == xsd_namespace && !definition->getAnonymous();
    if (is_built_in) return to_utf8(definition->getName());
    auto* base = definition->getBaseType();
    if (base == definition) break;
    definition = base;
  }
  return "anySimpleType";
}

}  // namespace presentity::detail
