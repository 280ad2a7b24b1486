// SPDX-License-Identifier: MIT
#include "digest.hpp"

#include <presentity/presence/instance_id.hpp>
#include <presentity/schemas.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace presentity::presence {
namespace {

constexpr std::string_view gruu = "GRUU";
constexpr std::string_view mailbox = "Mailbox URI";
constexpr std::string_view smtp = "SMTP address";

// Where the page's words and its formula disagree, the formula holds: D158, D160, protocol-facts
// section 7.
std::vector<InstanceFormula> make_kinds() {
  return {
      {"static-aggregate-state", "state", "0", 0, 0, {}},
      {"aggregate-state", "state", "1", 1, 0, {}},
      {"aggregate-machine-state", "state", "268435456", 0x10000000, 0, {}},
      {"user-state", "state", "536870912", 0x20000000, 0, {}},
      {"timed-user-state", "state", "603979776", 0x24000000, 0, {}},
      {"machine-state", "state", "0x30000000|LS28[MD5(GRUU)]", 0x30000000, 28, {gruu}},
      {"meeting", "state", "0x40000000|LS28[MD5(SMTP address)]", 0x40000000, 28, {smtp}},
      {"oof-meeting", "state", "0x50000000|LS28[MD5(SMTP address)]", 0x50000000, 28, {smtp}},
      {"oof-message", "state", "0x60000000|LS28[MD5(SMTP address)]", 0x60000000, 28, {smtp}},
      {"rcc-call", "state", "0x70000000|LS28[MD5(TEL URI)]", 0x70000000, 28, {"TEL URI"}},
      {"voip-call",
       "state",
       "0x80000000|LS28[MD5(SIP URI,GRUU)]",
       0x80000000,
       28,
       {"SIP URI", gruu}},
      {"pstn-call",
       "state",
       "0x90000000|LS28[MD5(PSTN URI,GRUU)]",
       0x90000000,
       28,
       {"PSTN URI", gruu}},
      {"working-hours", "calendarData", "0", 0, 0, {}},
      {"free-busy", "calendarData", "0x40000000|LS30[MD5(Mailbox URI)]", 0x40000000, 30, {mailbox}},
      {"personal-note", "note", "0", 0, 0, {}},
      {"oof-note",
       "note",
       "0x40000000|0x00000000|LS28[MD5(Mailbox URI)]",
       0x40000000,
       28,
       {mailbox}},
      {"timed-oof-note",
       "note",
       "0x40000000|0x40000000|LS28[MD5(Mailbox URI)]",
       0x40000000,
       28,
       {mailbox}},
      // What clients wrote: 0x7F50572D, in protocol-facts section 4.
      {"observed-oof-note", "note", "", 0x40000000, 30, {mailbox}},
      {"device", "device", "LS32[MD5(GRUU)]", 0, 32, {gruu}},
      {"services", "services", "0", 0, 0, {}},
      {"dnd-state", "dndState", "0", 0, 0, {}},
      {"legacy-interop", "legacyInterop", "1", 1, 0, {}},
      {"contact-identity", "contactCard", "0", 0, 0, {}},
      {"contact-phones", "contactCard", "1", 1, 0, {}},
      {"contact-address", "contactCard", "2", 2, 0, {}},
      {"contact-address-book", "contactCard", "3", 3, 0, {}},
      {"contact-voice-mail", "contactCard", "4", 4, 0, {}},
      {"contact-presentity", "contactCard", "5", 5, 0, {}},
      {"contact-title-and-photo", "contactCard", "6", 6, 0, {}},
  };
}

constexpr std::array all_bytes = {HashBytes::last_big_endian, HashBytes::last_little_endian,
                                  HashBytes::first_big_endian, HashBytes::first_little_endian};

std::uint32_t least_significant(const std::array<std::uint8_t, 16>& digest, HashBytes bytes) {
  const bool is_last =
      bytes == HashBytes::last_big_endian || bytes == HashBytes::last_little_endian;
  const bool is_big = bytes == HashBytes::last_big_endian || bytes == HashBytes::first_big_endian;
  const std::size_t begin = is_last ? digest.size() - 4 : 0;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number = number << 8U | digest.at(begin + (is_big ? i : 3 - i));
  }
  return number;
}

std::uint32_t hash_mask(int bits) noexcept {
  return bits == 32 ? ~std::uint32_t{0} : (std::uint32_t{1} << static_cast<unsigned>(bits)) - 1;
}

bool has_form_of(const InstanceFormula& kind, std::uint32_t id) noexcept {
  return (id & ~hash_mask(kind.hash_bits)) == kind.prefix;
}

const InstanceFormula* find_kind(std::string_view category, std::string_view id) {
  const auto& kinds = instance_formulas();
  const auto found = std::ranges::find_if(kinds, [&](const InstanceFormula& kind) {
    return kind.category == category && kind.id == id;
  });
  return found != kinds.end() ? &*found : nullptr;
}

// Nothing if the instance cannot have this id, or nobody knows which it has.
std::optional<Certainty> certainty_of(const InstanceInfo& instance, const InstanceFormula* kind,
                                      std::uint32_t id) {
  std::uint32_t number = 0;
  const auto* const end = instance.id.data() + instance.id.size();
  const auto [stop, error] = std::from_chars(instance.id.data(), end, number);
  if (error == std::errc() && stop == end) {
    return number == id ? std::optional(Certainty::exact) : std::nullopt;
  }
  if (kind == nullptr || !has_form_of(*kind, id)) return std::nullopt;
  return kind->hash_bits == 32 ? Certainty::any : Certainty::form;
}

}  // namespace

std::span<const HashBytes> all_hash_bytes() noexcept { return all_bytes; }

std::string_view to_string(HashBytes bytes) noexcept {
  switch (bytes) {
    case HashBytes::last_big_endian:
      return "last-big-endian";
    case HashBytes::last_little_endian:
      return "last-little-endian";
    case HashBytes::first_big_endian:
      return "first-big-endian";
    case HashBytes::first_little_endian:
      return "first-little-endian";
  }
  return {};
}

std::string_view to_string(Certainty certainty) noexcept {
  switch (certainty) {
    case Certainty::exact:
      return "exact";
    case Certainty::form:
      return "form";
    case Certainty::observed:
      return "observed";
    case Certainty::any:
      return "any";
  }
  return {};
}

const std::vector<InstanceFormula>& instance_formulas() {
  static const std::vector<InstanceFormula> kinds = make_kinds();
  return kinds;
}

const InstanceFormula* find_instance_formula(std::string_view name) {
  const auto& kinds = instance_formulas();
  const auto found = std::ranges::find(kinds, name, &InstanceFormula::name);
  return found != kinds.end() ? &*found : nullptr;
}

std::uint32_t instance_id(const InstanceFormula& kind, std::span<const std::string> keys,
                          HashBytes bytes) {
  if (kind.hash_bits == 0) return kind.prefix;
  std::vector<std::uint8_t> text;
  for (const std::string& key : keys) {
    if (&key != keys.data()) text.push_back(',');
    text.insert(text.end(), key.begin(), key.end());
  }
  return kind.prefix | (least_significant(md5(text), bytes) & hash_mask(kind.hash_bits));
}

std::string to_hex(std::uint32_t id) {
  std::string text = "0x";
  for (int shift = 28; shift >= 0; shift -= 4) {
    text += "0123456789ABCDEF"[id >> static_cast<unsigned>(shift) & 15U];
  }
  return text;
}

std::vector<InstanceMeaning> decode_instance_id(std::uint32_t id, std::string_view category) {
  std::vector<InstanceMeaning> meanings;
  for (const Category& entry : Schemas::built_in().registry().categories) {
    if (!category.empty() && entry.name != category) continue;
    for (const InstanceInfo& instance : entry.instances) {
      const auto* const kind = find_kind(entry.name, instance.id);
      const auto certainty = certainty_of(instance, kind, id);
      if (!certainty) continue;
      const auto name = kind != nullptr ? kind->name : std::string_view();
      meanings.push_back({entry.name, instance.type, name, instance.content, *certainty});
    }
  }
  const auto& oof_note = *find_instance_formula("observed-oof-note");
  const bool is_documented_form = has_form_of(*find_instance_formula("oof-note"), id);
  if ((category.empty() || category == oof_note.category) && has_form_of(oof_note, id) &&
      !is_documented_form) {
    meanings.push_back({oof_note.category, "", oof_note.name,
                        "Out-of-office note, as deployed clients number it.", Certainty::observed});
  }
  std::ranges::stable_sort(meanings, {}, &InstanceMeaning::certainty);
  return meanings;
}

}  // namespace presentity::presence
