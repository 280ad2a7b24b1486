// SPDX-License-Identifier: MIT
#include "retouch.hpp"
#include "xerces_text.hpp"

#include <presentity/tree/alerts.hpp>
#include <presentity/tree/batchSubscribe.hpp>
#include <presentity/tree/calendarData.hpp>
#include <presentity/tree/categories.hpp>
#include <presentity/tree/categoryPublicationManifest.hpp>
#include <presentity/tree/contactCard.hpp>
#include <presentity/tree/containerManagement.hpp>
#include <presentity/tree/containerManifest.hpp>
#include <presentity/tree/containers.hpp>
#include <presentity/tree/device.hpp>
#include <presentity/tree/document.hpp>
#include <presentity/tree/fault.hpp>
#include <presentity/tree/legacyInterop.hpp>
#include <presentity/tree/mwi.hpp>
#include <presentity/tree/note.hpp>
#include <presentity/tree/otherOptions.hpp>
#include <presentity/tree/presenceSubscribers.hpp>
#include <presentity/tree/provisionGroupList.hpp>
#include <presentity/tree/provisioningRequest.hpp>
#include <presentity/tree/rccOptions.hpp>
#include <presentity/tree/richPresence.hpp>
#include <presentity/tree/roamingSelf.hpp>
#include <presentity/tree/round_trip.hpp>
#include <presentity/tree/routing.hpp>
#include <presentity/tree/service.hpp>
#include <presentity/tree/state.hpp>
#include <presentity/tree/subscriptionContext.hpp>
#include <presentity/tree/userInformation.hpp>
#include <presentity/tree/userProperties.hpp>

#include <algorithm>
#include <array>

namespace presentity::tree {
namespace {

using presentity::detail::to_utf16;
using presentity::detail::to_utf8;
using xercesc::DOMElement;

/// A document element that has bindings.
struct Root {
  const std::string& (*namespace_uri)();
  const std::string& (*local)();
  void (*round_trip)(const DOMElement& from, DOMElement& to);
};

template <class Element>
constexpr Root root() {
  return {&Element::namespace_, &Element::name, [](const DOMElement& from, DOMElement& to) {
            detail::write_element(to, *detail::read_element<Element>(from));
          }};
}

constexpr std::array roots{
    root<state::state>(),
    root<contact_card::contactCard>(),
    root<note::note>(),
    root<note::noteHistory>(),
    root<calendar_data::calendarData>(),
    root<device::device>(),
    root<service::services>(),
    root<categories::legacyInterop>(),
    root<categories::userProperties>(),
    root<categories::categories>(),
    root<alerts::alerts>(),
    root<rcc_options::rccOptions>(),
    root<other_options::otherOptions>(),
    root<user_information::userInformation>(),
    root<mwi::mwi>(),
    root<routing::routing>(),
    root<category_publication_manifest::categoryPublicationManifest>(),
    root<container_manifest::containerManifestList>(),
    root<rich_presence::publish>(),
    root<roaming_self::roamingList>(),
    root<roaming_self::roamingData>(),
    root<containers::containers>(),
    root<container_management::setContainerMembers>(),
    root<presence_subscribers::subscribers>(),
    root<presence_subscribers::setSubscribers>(),
    root<provision_group_list::provisionGroupList>(),
    root<provision_group_list::propertyEntryList>(),
    root<provisioning_request::provisioningGroupList>(),
    root<batch_subscribe::batchSub>(),
    root<subscription_context::subscriptionContext>(),
    root<fault::Fault>(),
};

const Root* find_root(const DOMElement& element) {
  const auto uri = to_utf8(element.getNamespaceURI());
  const auto local = to_utf8(element.getLocalName());
  const auto* const found = std::find_if(roots.begin(), roots.end(), [&](const Root& root) {
    return root.local() == local && root.namespace_uri() == uri;
  });
  return found == roots.end() ? nullptr : found;
}

/// Replaces what a wildcard copied below `typed` by the result of a typed round trip, where the
/// bindings know the element. Elements inside copied elements stay copies: what they mean is for
/// the unknown element around them to say (a stylesheet has category elements as templates).
void round_trip_copies(DOMElement& typed) {
  for (auto* child = typed.getFirstElementChild(); child != nullptr;) {
    auto* const next = child->getNextElementSibling();
    if (!detail::is_marked(*child)) {
      round_trip_copies(*child);
    } else if (const auto* const root = find_root(*child); root != nullptr) {
      auto& replacement = detail::same_element(*child);
      typed.replaceChild(&replacement, child);
      root->round_trip(*child, replacement);
      child->release();
      round_trip_copies(replacement);
    }
    child = next;
  }
}

}  // namespace

Result<std::string, std::string> round_trip(std::string_view utf8) {
  return detail::without_exceptions([&]() -> Result<std::string, std::string> {
    const XmlPlatform platform;
    const auto before = detail::read_dom(utf8, ReadLimits{});
    if (!before) return Unexpected{before.error()};
    auto& from = *(*before)->getDocumentElement();
    const auto* const root = find_root(from);
    if (root == nullptr) {
      return Unexpected{"the bindings know no document element '" + to_utf8(from.getLocalName()) +
                        "' in namespace '" + to_utf8(from.getNamespaceURI()) + "'"};
    }

    const auto style = detail::style_of(from);
    detail::mark_descendants(from);
    const auto after = detail::new_dom(root->namespace_uri(), root->local(), style);
    auto& to = *after->getDocumentElement();
    root->round_trip(from, to);
    round_trip_copies(to);
    detail::restore_unbound(from, to);
    detail::unmark_descendants(to);
    return detail::write_dom(to);
  });
}

}  // namespace presentity::tree
