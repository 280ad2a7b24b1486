// SPDX-License-Identifier: MIT
#include "describe/describers.hpp"

namespace presentity::presence::describing {
namespace {

using native::contact_card::AddressType;
using native::contact_card::ContactCardType;
using native::contact_card::IdentityType;
using native::contact_card::PhoneType;
using native::contact_card::PhotoType;
using native::contact_card::UpdatedAnyURITypeFamily;

const std::string& uri_text(const UpdatedAnyURITypeFamily& uri) {
  return std::visit([](const auto& value) -> const std::string& { return value.value; }, uri);
}

template <class Type>
std::string of_type(const char* label, const std::optional<Open<Type>>& type) {
  return std::string(label) + (type ? ", " + to_text(*type) : "");
}

void add_identity(Facts& facts, const IdentityType& identity) {
  if (identity.name) {
    add_texts(facts, "name", identity.name->display_name);
    add_tail(facts, *identity.name);
  }
  for (const auto& email : identity.email) add(facts, "e-mail", uri_text(email));
  add_tail(facts, identity);
}

void add_address(Facts& facts, const AddressType& address) {
  std::vector<std::string> parts;
  for (const auto* texts : {&address.street, &address.city, &address.state, &address.zipcode}) {
    if (!texts->empty()) parts.push_back(in_languages(*texts));
  }
  if (address.country_code) parts.push_back(*address.country_code);
  auto& fact = add(facts, of_type("address", address.type), joined(parts));
  add_tail(fact.details, address);
}

void add_phone(Facts& facts, const PhoneType& phone) {
  std::string text = uri_text(phone.uri);
  if (!phone.display_string.empty()) text += ", shown as " + in_languages(phone.display_string);
  auto& fact = add(facts, of_type("phone", phone.type), text);
  add_tail(fact.details, phone);
}

void add_photo(Facts& facts, const PhotoType& photo) {
  const auto place = photo.uri ? uri_text(*photo.uri) : std::string("no address");
  auto& fact = add(facts, of_type("photo", photo.type), place + ", hash " + photo.hash);
  add_tail(fact.details, photo);
}

struct AddLater {
  Facts& facts;

  void operator()(const native::contact_card::Description& description) const {
    add(facts, "description", description.value);
  }
  void operator()(const native::contact_card::DisplayADPhoto& display) const {
    add(facts, "shows the photo of the directory", to_text(display.value));
  }
  void operator()(const PhotoType& photo) const { add_photo(facts, photo); }
};

// Who it is; of a card that tells only a part of somebody, that part.
std::string headline_of(const ContactCardType& card) {
  for (const auto& identity : card.identity) {
    if (identity.name && !identity.name->display_name.empty()) {
      return "contact card of " + identity.name->display_name.front().value;
    }
  }
  std::vector<std::string> parts;
  for (const auto& identity : card.identity) {
    for (const auto& email : identity.email) parts.push_back(uri_text(email));
  }
  const auto add_first = [&](const auto& texts) {
    if (!texts.empty()) parts.push_back(texts.front().value);
  };
  for (const auto* texts : {&card.title, &card.company, &card.department, &card.office}) {
    add_first(*texts);
  }
  for (const auto& phone : card.phone) {
    parts.push_back((phone.type ? to_text(*phone.type) + " " : "") + uri_text(phone.uri));
  }
  for (const auto& address : card.address) add_first(address.city);
  for (const auto& url : card.url) parts.push_back(url.value);
  return parts.empty() ? "contact card" : "contact card: " + joined(parts);
}

}  // namespace

std::string contact_card(const ContactCardType& value, const Scope& /*scope*/, Facts& facts) {
  for (const auto& identity : value.identity) add_identity(facts, identity);
  add_texts(facts, "title", value.title);
  add_texts(facts, "department", value.department);
  add_texts(facts, "company", value.company);
  add_texts(facts, "office", value.office);
  for (const auto& phone : value.phone) add_phone(facts, phone);
  for (const auto& address : value.address) add_address(facts, address);
  for (const auto& url : value.url) {
    auto& fact = add(facts, of_type("URL", url.type), url.value);
    add_unknown(fact.details, url.other_attributes);
  }
  add(facts, "automaton", value.automaton);
  add(facts, "kind", value.type);
  add(facts, "description", value.description);
  add(facts, "shows the photo of the directory", value.display_ad_photo);
  for (const auto& photo : value.photo) add_photo(facts, photo);
  add(facts, "enabled for unified communications", value.is_uc_enabled);
  add_tail(facts, value, AddLater{facts});
  if (facts.empty()) return "empty contact card, which hides what there was";
  return headline_of(value);
}

}  // namespace presentity::presence::describing
