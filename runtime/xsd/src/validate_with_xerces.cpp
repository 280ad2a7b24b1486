// SPDX-License-Identifier: MIT
#include "report_builder.hpp"
#include "schema_set.hpp"

#include <presentity/load_schemas.hpp>

#include <cassert>
#include <utility>

namespace presentity {

Report validate_with_xerces(const Schemas& schemas, std::string_view document,
                            const ReadLimits& limits) {
  const auto* engine = detail::SchemaAccess::set(schemas)->reference;
  assert(engine != nullptr && "the schemas must come from load_schemas");
  const auto text = detail::decode_within(document, limits);
  if (!text) return detail::malformed(document, text.error());
  const auto outline = detail::Outline::read(text->view(), limits);
  if (!outline) return detail::malformed(text->view(), outline.error());
  std::vector<detail::Finding> findings;
  add_findings(*outline, engine->check(*outline, {}), findings);
  return detail::make_report(*outline, std::move(findings), {}, limits);
}

}  // namespace presentity
