// SPDX-License-Identifier: MIT
#include "cli/value_summary.hpp"

#include <presentity/native/calendarData.hpp>
#include <presentity/native/contactCard.hpp>
#include <presentity/native/device.hpp>
#include <presentity/native/legacyInterop.hpp>
#include <presentity/native/note.hpp>
#include <presentity/native/routing.hpp>
#include <presentity/native/service.hpp>
#include <presentity/native/state.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace presentity::cli {
namespace {

/// Parts with commas between them; parts that are empty are left out.
class Words {
 public:
  void add(std::string_view word) {
    if (word.empty()) return;
    text_.append(text_.empty() ? "" : ", ").append(word);
  }

  [[nodiscard]] std::string text() && { return text_.empty() ? "empty" : std::move(text_); }

 private:
  std::string text_;
};

/// Source: protocol-facts section 2.2.
std::string_view availability_name(std::uint32_t availability) {
  struct Range {
    std::uint32_t begin;
    std::string_view name;
  };
  constexpr std::array ranges{
      Range{18000, "Offline"},         Range{15000, "Away"},       Range{12000, "Be Right Back"},
      Range{9000, "Do Not Disturb"},   Range{7500, "Busy (idle)"}, Range{6000, "Busy"},
      Range{4500, "Available (idle)"}, Range{3000, "Available"},   Range{0, "Unknown"}};
  const auto* const found =
      std::ranges::find_if(ranges, [=](const Range& range) { return availability >= range.begin; });
  return found->name;
}

std::string availability_text(std::uint32_t availability) {
  return std::string(availability_name(availability)) + " " + std::to_string(availability);
}

template <class Text>
std::string first_of(const std::vector<Text>& texts) {
  return texts.empty() ? std::string() : texts.front().value;
}

std::string location_text(const native::state::EndpointLocationEnumEx& location) {
  const auto* const other = std::get_if<std::string>(&location);
  return "at " + (other != nullptr
                      ? *other
                      : std::string(to_token(
                            *std::get_if<native::state::EndpointLocationEnum>(&location))));
}

std::string summarize_state(const native::state::StateType& state) {
  return std::visit(
      [](const auto& kind) {
        Words words;
        if (kind.availability) words.add(availability_text(*kind.availability));
        for (const auto& activity : kind.activity) {
          if (activity.token) words.add(activity.token->text());
          words.add(first_of(activity.custom));
        }
        if (kind.endpoint_location) words.add(location_text(*kind.endpoint_location));
        return std::move(words).text();
      },
      state);
}

std::string summarize_note(const native::note::NoteType& note) {
  Words words;
  for (const auto& body : note.body) {
    words.add((body.type == native::note::NoteTypeEnum::oof ? "OOF: " : "") + body.value);
  }
  return std::move(words).text();
}

std::string_view address_of(const native::contact_card::UpdatedAnyURITypeFamily& uri) {
  return std::visit([](const auto& one) { return std::string_view(one.value); }, uri);
}

std::string summarize_contact_card(const native::contact_card::ContactCardType& card) {
  Words words;
  for (const auto& identity : card.identity) {
    if (identity.name) words.add(first_of(identity.name->display_name));
    for (const auto& email : identity.email) words.add(address_of(email));
  }
  words.add(first_of(card.title));
  words.add(first_of(card.company));
  words.add(first_of(card.department));
  words.add(first_of(card.office));
  for (const auto& phone : card.phone) {
    const auto type = phone.type ? std::string(phone.type->text()) + " " : std::string();
    words.add(type + std::string(address_of(phone.uri)));
  }
  for (const auto& address : card.address) words.add(first_of(address.city));
  return std::move(words).text();
}

std::string summarize_calendar(const native::calendar_data::CalendarDataType& calendar) {
  Words words;
  if (calendar.working_hours) words.add("working hours");
  if (calendar.free_busy) words.add("free/busy from " + to_string(calendar.free_busy->start_time));
  return std::move(words).text();
}

std::string summarize_device(const native::device::DeviceType& device) {
  Words words;
  words.add(device.machine_name);
  for (const auto& capabilities : device.capabilities) words.add(capabilities.uri);
  return std::move(words).text();
}

std::string summarize_services(const native::service::ServicesType& services) {
  Words words;
  for (const auto& service : services.service) words.add(service.uri);
  return std::move(words).text();
}

std::string summarize_routing(const native::routing::RoutingType& routing) {
  Words words;
  for (const auto& choice : routing.preamble.choice) {
    const auto* const flags = std::get_if<native::routing::FlagsType>(&choice);
    if (flags == nullptr) continue;
    for (const auto& flag : flags->value) words.add(flag.text());
  }
  return std::move(words).text();
}

std::string summarize_legacy(const native::categories::LegacyInteropType& value) {
  Words words;
  words.add(availability_text(value.availability));
  if (value.token) words.add(*value.token);
  return std::move(words).text();
}

/// Reads a value and words it; nothing if it is none.
template <class Read, class Word>
std::optional<std::string> worded(const RawElement& value, Read read, Word word) {
  const auto result = read(value.xml, ReadLimits{});
  if (!result) return std::nullopt;
  return word(*result);
}

std::optional<std::string> known_summary(std::string_view category, const RawElement& value) {
  namespace n = native;
  if (category == "state" || category == "dndState") {
    return worded(value, &n::state::read_state, &summarize_state);
  }
  if (category == "note") return worded(value, &n::note::read_note, &summarize_note);
  if (category == "contactCard") {
    return worded(value, &n::contact_card::read_contact_card, &summarize_contact_card);
  }
  if (category == "calendarData" || category == "workingHours") {
    return worded(value, &n::calendar_data::read_calendar_data, &summarize_calendar);
  }
  if (category == "device") return worded(value, &n::device::read_device, &summarize_device);
  if (category == "services") return worded(value, &n::service::read_services, &summarize_services);
  if (category == "routing") return worded(value, &n::routing::read_routing, &summarize_routing);
  if (category == "legacyInterop") {
    return worded(value, &n::categories::read_legacy_interop, &summarize_legacy);
  }
  return std::nullopt;
}

}  // namespace

std::string summarize(std::string_view category, const RawElement& value) {
  if (auto known = known_summary(category, value)) return *std::move(known);
  return std::to_string(value.xml.size()) + " bytes of XML";
}

}  // namespace presentity::cli
