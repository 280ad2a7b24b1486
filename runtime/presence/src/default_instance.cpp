// SPDX-License-Identifier: MIT
#include "names.hpp"
#include "outline.hpp"
#include "unicode.hpp"

#include <presentity/enum_tokens.hpp>
#include <presentity/presence/default_instance.hpp>
#include <presentity/presence/instance_id.hpp>
#include <presentity/read_limits.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

namespace presentity::presence {
namespace {

using detail::NodeId;
using detail::Outline;
using detail::trimmed;
using ExpireType = native::rich_presence::ExpireTypeEnum;

constexpr DefaultInstance static_user_state{0x2000'0000, ExpireType::static_, 0};
constexpr DefaultInstance timed_user_state{0x2400'0000, ExpireType::time, 86'400};
constexpr DefaultInstance aggregate_state{1, ExpireType::user, 0};
constexpr DefaultInstance aggregate_machine_state{0x1000'0000, ExpireType::user, 0};

using Answer = Result<DefaultInstance, std::string>;

/// A value and what is known about its publisher.
class Numbering {
 public:
  Numbering(const Outline& value, const InstanceKeys& keys) : value_(value), keys_(keys) {}

  [[nodiscard]] Answer of_state() const {
    const auto* const attribute = value_.find_attribute(0, detail::xsi_namespace, "type");
    const auto type = attribute == nullptr ? std::string_view()
                                           : detail::split_name(trimmed(attribute->value)).local;
    if (type == "userState") return is_busy() ? timed_user_state : static_user_state;
    if (type == "machineState") return hashed("machine-state", keys_.gruu, "endpoint");
    if (type == "calendarState") return of_calendar_state();
    if (type == "aggregateState") return aggregate_state;
    if (type == "aggregateMachineState") return aggregate_machine_state;
    if (type == "phoneState") {
      return Unexpected{
          std::string("a phoneState has one of three ids: remote call control, call "
                      "over IP, or over the telephone network")};
    }
    return Unexpected{"no page says which id a " + std::string(type) + " has"};
  }

  [[nodiscard]] Answer of_note() const {
    bool has_oof = false;
    bool has_other = false;
    for (const auto body : children("body")) {
      (trimmed(value_.value_of(body, "type")) == "OOF" ? has_oof : has_other) = true;
    }
    if (!has_oof || has_other) return DefaultInstance{0, ExpireType::static_, 0};
    return hashed("observed-oof-note", keys_.mailbox, "mailbox", ExpireType::static_);
  }

  [[nodiscard]] Answer of_calendar_data() const {
    if (children("freeBusy").empty()) return DefaultInstance{0, ExpireType::static_, 0};
    return hashed("free-busy", mailbox("mailboxID"), "mailbox", ExpireType::time);
  }

  [[nodiscard]] Answer of_device() const { return hashed("device", keys_.gruu, "endpoint"); }

 private:
  [[nodiscard]] Answer hashed(std::string_view formula, std::string_view key,
                              std::string_view key_name,
                              ExpireType expiry = ExpireType::endpoint) const {
    if (key.empty()) {
      return Unexpected{"the id is made of the " + std::string(key_name) + ", which is not given"};
    }
    const std::array keys{std::string(key)};
    return DefaultInstance{instance_id(*find_instance_formula(formula), keys), expiry, 0};
  }

  /// Busy and do not disturb end after a day (publication-behaviors-of-category-instances).
  [[nodiscard]] bool is_busy() const {
    const auto found = children("availability");
    if (found.empty()) return false;
    const auto text = value_.direct_text(found.front());
    const auto digits = trimmed(text);
    unsigned availability = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), availability);
    return availability >= 6000 && availability < 12'000;
  }

  /// An out-of-office message has an activity and no availability.
  [[nodiscard]] Answer of_calendar_state() const {
    const bool is_message = children("availability").empty() && !children("activity").empty();
    return hashed(is_message ? "oof-message" : "meeting", mailbox("uri"), "mailbox",
                  is_message ? ExpireType::static_ : ExpireType::endpoint);
  }

  [[nodiscard]] std::string_view mailbox(std::string_view attribute) const {
    const auto own = trimmed(value_.value_of(0, attribute));
    return own.empty() ? std::string_view(keys_.mailbox) : own;
  }

  [[nodiscard]] std::vector<NodeId> children(std::string_view local) const {
    std::vector<NodeId> found;
    for (auto id = value_.root().first_child; id != detail::no_node;
         id = value_.node(id).next_sibling) {
      if (!value_.node(id).is_text && value_.node(id).local == local) found.push_back(id);
    }
    return found;
  }

  const Outline& value_;
  const InstanceKeys& keys_;
};

/// The one instance that a category has; categories with several are for the publisher to tell.
Answer of_registry(std::string_view name, const CategoryRegistry& registry) {
  const auto* const category = registry.find(name);
  if (category == nullptr || category->instances.empty()) {
    return Unexpected{"no page says which ids the category " + detail::quoted(name) + " has"};
  }
  std::set<std::string> ids;
  for (const auto& one : category->instances) ids.emplace(one.id);
  if (ids.size() > 1) {
    return Unexpected{"the category " + detail::quoted(name) + " has several: " +
                      detail::listed(std::vector<std::string>(ids.begin(), ids.end()))};
  }
  const auto& only = category->instances.front();
  DefaultInstance instance;
  const auto [end, error] =
      std::from_chars(only.id.data(), only.id.data() + only.id.size(), instance.id);
  if (error != std::errc() || end != only.id.data() + only.id.size()) {
    return Unexpected{"no page says which id an instance of " + detail::quoted(name) + " has"};
  }
  instance.expire_type = from_token<ExpireType>(only.expires).value_or(ExpireType::endpoint);
  return instance;
}

}  // namespace

Result<DefaultInstance, std::string> default_instance(std::string_view document,
                                                      std::string_view category,
                                                      const InstanceKeys& keys,
                                                      const CategoryRegistry& registry) {
  const auto outline = Outline::read(document, ReadLimits{});
  if (!outline) return Unexpected{outline.error().message};
  const Numbering numbering(*outline, keys);
  if (category == "state") return numbering.of_state();
  if (category == "note") return numbering.of_note();
  if (category == "calendarData") return numbering.of_calendar_data();
  if (category == "device") return numbering.of_device();
  return of_registry(category, registry);
}

}  // namespace presentity::presence
