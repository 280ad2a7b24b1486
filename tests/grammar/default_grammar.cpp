// SPDX-License-Identifier: MIT
#include "default_grammar.hpp"

#include <presentity/grammar/publication_grammar.hpp>

#include <stdexcept>

namespace presentity::testing {

namespace {

using grammar::Publishing;

Sendings by_container(const Publishing& publishing, std::string_view category) {
  const auto rules = grammar::lync2013_grammar().rules();
  Sendings sendings;
  for (const auto& explanation : publishing.explanations) {
    if (!explanation.publication) continue;
    const auto& publication = publishing.publications.at(*explanation.publication);
    if (publication.category_name != category) continue;
    Sent sent{.value = publication.any.value().xml,
              .expire_type = to_string(publication.expire_type.value()),
              .instance = publication.instance,
              .is_preferred = rules[explanation.rule].is_preferred_for_self};
    const bool is_new = sendings.emplace(publication.container, std::move(sent)).second;
    if (!is_new) throw std::runtime_error("two publications for one container");
  }
  return sendings;
}

}  // namespace

Sendings publish(std::string_view category, std::uint32_t instance, std::string_view xml,
                 std::string_view expire_type) {
  grammar::CategoryValue value;
  value.category = category;
  value.instance = instance;
  value.xml = xml;
  if (!expire_type.empty()) {
    value.expiry = grammar::NaturalExpiry{
        .type = from_token<grammar::ExpireType>(expire_type).value(), .seconds = 60};
  }
  const auto published = grammar::lync2013_grammar().publish(value);
  if (!published) throw std::runtime_error(published.error().diagnostics.at(0).message);
  return by_container(*published, category);
}

Sendings bootstrap(std::string_view category) {
  return by_container(grammar::lync2013_grammar().bootstrap(), category);
}

}  // namespace presentity::testing
