// SPDX-License-Identifier: MIT
#include "describe/describers.hpp"

namespace presentity::presence::describing {

std::string alerts(const native::alerts::AlertsType& value, const Scope& /*scope*/, Facts& facts) {
  add(facts, "alerts in Do Not Disturb", value.alerts_when_do_not_disturb);
  add(facts, "tells when somebody adds the user", value.notify_addition_to_contact_list);
  add(facts, "shows the text of incoming messages",
      value.show_message_text_for_incoming_conversation);
  add_tail(facts, value);
  return "options for alerts";
}

namespace {

template <class Options>
void add_timestamps(Facts& facts, const Options& options) {
  add(facts, "voice mail last looked at", options.voice_mail_last_access_timestamp);
  add(facts, "missed conversations last looked at",
      options.missed_conversation_last_access_timestamp);
}

void add_permissions(Facts& facts, const native::other_options::PermissionsType& permissions) {
  add(facts, "personal information manager", permissions.personal_information_manager);
  add(facts, "takes out-of-office from Outlook", permissions.auto_retrieve_oof_from_outlook);
  add(facts, "publishes the calendar", permissions.publish_calendar_presence);
  add(facts, "archives instant messages", permissions.im_auto_archiving);
  add(facts, "archives the call log", permissions.call_log_auto_archiving);
  add(facts, "publishes subject and place of meetings",
      permissions.publish_meeting_subject_and_location);
  add(facts, "publishes the activity history", permissions.publish_activity_history);
  add_timestamps(facts, permissions);
  add_tail(facts, permissions);
}

}  // namespace

std::string other_options(const native::other_options::OtherOptionsType& value,
                          const Scope& /*scope*/, Facts& facts) {
  if (value.permissions) {
    add_permissions(add(facts, "permissions").details, *value.permissions);
  }
  add_timestamps(facts, value);
  add(facts, "privacy mode asked for", value.privacy_mode_user_selection);
  add(facts, "privacy mode", value.current_privacy_mode);
  add(facts, "privacy mode was enabled when last asked", value.last_query_privacy_enabled);
  add(facts, "publishes the location", value.publish_endpoint_location);
  add(facts, "publishes the activity history", value.publish_activity_history);
  if (value.enable_contact_sync_user_option) {
    add(facts, "synchronizes contacts",
        std::visit([](const auto& option) { return to_text(option); },
                   *value.enable_contact_sync_user_option));
  }
  add_tail(facts, value);
  return "other options";
}

std::string rcc_options(const native::rcc_options::RccOptionsType& value, const Scope& /*scope*/,
                        Facts& facts) {
  add(facts, "forwarding of the controlled phone", value.forwarding.mode);
  add(facts, "to the phone", value.forwarding.to_phone_type);
  add_tail(facts, value);
  return "options for remote call control";
}

namespace {

using native::user_information::CallHandlingListType;
using native::user_information::PhonesType;

void add_phones(Facts& facts, const PhonesType& phones) {
  for (const auto& phone : phones.phone) {
    auto& fact = add(facts, "phone, " + to_text(phone.type),
                     phone.uri ? phone.uri->value : std::string("no number"));
    add_texts(fact.details, "shown as", phone.display_string);
    add(fact.details, "published", phone.publish);
    add(fact.details, "read-only", phone.read_only);
    add_tail(fact.details, phone);
  }
}

void add_call_handling(Facts& facts, const CallHandlingListType& list) {
  const auto add_target = [&](const char* label, const auto& target) {
    if (!target) return;
    auto parts = target->display_string;
    if (target->uri) parts.push_back(*target->uri);
    add(facts, label, joined(parts));
  };
  add_target("last forwarded to the phone", list.last_phone);
  add_target("last forwarded to the contact", list.last_contact);
}

}  // namespace

std::string user_information(const native::user_information::UserInformationType& value,
                             const Scope& /*scope*/, Facts& facts) {
  std::visit(
      [&](const auto& choice) {
        add_phones(facts, choice.phones);
        const auto& list = choice.call_handling_list;
        if constexpr (requires { list.has_value(); }) {
          if (list) add_call_handling(facts, *list);
        } else {
          add_call_handling(facts, list);
        }
      },
      value.choice);
  add_tail(facts, value);
  return "phones of the user, as options";
}

std::string mwi(const native::mwi::MwiType& value, const Scope& /*scope*/, Facts& facts) {
  add(facts, "new voice mail", value.unread_voice_mail_count);
  add(facts, "old voice mail", value.read_voice_mail_count);
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return value.message_waiting ? "a message is waiting" : "no message is waiting";
}

std::string legacy_interop(const native::categories::LegacyInteropType& value,
                           const Scope& /*scope*/, Facts& facts) {
  add(facts, "availability", availability_text(value.availability));
  add(facts, "activity", value.token);
  return "for older clients: " + availability_text(value.availability) +
         (value.token ? ", " + *value.token : "");
}

namespace {

using native::categories::AcpProvisionType;
using native::categories::UserPropertiesType;

struct AddConferencing {
  Facts& facts;

  void operator()(const AcpProvisionType& acp) const {
    auto& fact = add(facts, "audio conferencing", acp.name.value_or(acp.domain));
    add(fact.details, "default", to_text(acp.default_));
    add(fact.details, "number", acp.toll_number);
    for (const auto& number : acp.toll_free_number) add(fact.details, "toll-free", number);
    // Passcodes are secrets, and a description is made to be shown around.
    add(fact.details, "passcode for participants", "given, not shown");
    if (acp.leader_pass_code) add(fact.details, "passcode for leaders", "given, not shown");
    add(fact.details, "domain", acp.domain);
    add(fact.details, "URL", acp.url);
    add_tail(fact.details, acp);
  }
};

void add_forwarding_urls(Facts& facts, const UserPropertiesType& properties) {
  for (const auto& urls : properties.forwarding_urls) {
    for (const auto& item : urls.any) {
      std::visit(
          [&](const auto& element) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(element)>, RawElement>) {
              add_unknown(facts, element);
            } else {
              AddConferencing{facts}(element);
            }
          },
          item);
    }
  }
}

std::string voice_mail_text(std::uint64_t enabled) {
  std::string text = (enabled & 1U) != 0 ? "enabled" : "not enabled";
  if (enabled > 1) text += ", with unknown flags in " + std::to_string(enabled);
  return text;
}

}  // namespace

std::string user_properties(const UserPropertiesType& value, const Scope& /*scope*/, Facts& facts) {
  std::vector<std::string> lines;
  if (value.lines) {
    for (const auto& line : value.lines->line) {
      const auto server = line.line_server ? " at " + *line.line_server : std::string();
      auto& fact = add(facts, "line, " + to_text(line.line_type), line.value + server);
      add_unknown(fact.details, line.other_attributes);
      lines.push_back(line.value);
    }
  }
  add(facts, "telephony", value.telephony_mode);
  add(facts, "fax", value.facsimile_telephone_number);
  add(facts, "street", value.street_address);
  add(facts, "city", value.l);
  add(facts, "state", value.st);
  add(facts, "country", value.country_code);
  add(facts, "postal code", value.postal_code);
  add(facts, "web page", value.w_ww_home_page);
  if (value.exum_enabled) add(facts, "voice mail", voice_mail_text(*value.exum_enabled));
  add(facts, "voice mail address", value.exum_url);
  add_forwarding_urls(facts, value);
  add_tail(facts, value, AddConferencing{facts});
  return "properties of the user" + (lines.empty() ? std::string() : ": " + joined(lines));
}

namespace {

std::string type_text(const native::note::NoteTypeBody& body) {
  const auto known = body.type.known();
  if (!known) return to_text(body.type) + " note";
  return *known == native::note::NoteTypeEnum::oof ? "out-of-office note" : "personal note";
}

}  // namespace

std::string note(const native::note::NoteType& value, const Scope& /*scope*/, Facts& facts) {
  std::vector<std::string> headline;
  for (const auto& body : value.body) {
    auto& fact = add(facts, type_text(body), body.value);
    if (body.lcid) add(fact.details, "language", std::to_string(*body.lcid));
    add(fact.details, "by", body.uri);
    if (body.start_time) add(fact.details, "from", to_string(*body.start_time));
    if (body.end_time) add(fact.details, "until", to_string(*body.end_time));
    add_unknown(fact.details, body.other_attributes);
    headline.push_back(type_text(body) + " \"" + body.value + '"');
  }
  add_tail(facts, value);
  return headline.empty() ? "empty note, which hides what there was" : joined(headline);
}

}  // namespace presentity::presence::describing
