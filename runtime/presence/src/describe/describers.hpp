// SPDX-License-Identifier: MIT
#pragma once

#include "describe/facts.hpp"

#include <presentity/native/alerts.hpp>
#include <presentity/native/batchSubscribe.hpp>
#include <presentity/native/calendarData.hpp>
#include <presentity/native/categories.hpp>
#include <presentity/native/categoryPublicationManifest.hpp>
#include <presentity/native/contactCard.hpp>
#include <presentity/native/containerManagement.hpp>
#include <presentity/native/containerManifest.hpp>
#include <presentity/native/containers.hpp>
#include <presentity/native/device.hpp>
#include <presentity/native/fault.hpp>
#include <presentity/native/legacyInterop.hpp>
#include <presentity/native/mwi.hpp>
#include <presentity/native/note.hpp>
#include <presentity/native/otherOptions.hpp>
#include <presentity/native/presenceSubscribers.hpp>
#include <presentity/native/provisionGroupList.hpp>
#include <presentity/native/provisioningRequest.hpp>
#include <presentity/native/rccOptions.hpp>
#include <presentity/native/richPresence.hpp>
#include <presentity/native/roamingSelf.hpp>
#include <presentity/native/routing.hpp>
#include <presentity/native/service.hpp>
#include <presentity/native/state.hpp>
#include <presentity/native/subscriptionContext.hpp>
#include <presentity/native/userInformation.hpp>
#include <presentity/native/userProperties.hpp>

/// \file
/// One function for each document element. It adds facts and returns the headline.

namespace presentity::presence::describing {

std::string alerts(const native::alerts::AlertsType& value, const Scope& scope, Facts& facts);
std::string batch_subscribe(const native::batch_subscribe::BatchSubType& value, const Scope& scope,
                            Facts& facts);
std::string calendar_data(const native::calendar_data::CalendarDataType& value, const Scope& scope,
                          Facts& facts);
std::string categories(const native::categories::CategoriesType& value, const Scope& scope,
                       Facts& facts);
std::string contact_card(const native::contact_card::ContactCardType& value, const Scope& scope,
                         Facts& facts);
std::string container_manifest(const native::container_manifest::ContainerManifestListType& value,
                               const Scope& scope, Facts& facts);
std::string containers(const native::containers::ContainersType& value, const Scope& scope,
                       Facts& facts);
std::string device(const native::device::DeviceType& value, const Scope& scope, Facts& facts);
std::string fault(const native::fault::FaultType& value, const Scope& scope, Facts& facts);
std::string legacy_interop(const native::categories::LegacyInteropType& value, const Scope& scope,
                           Facts& facts);
std::string mwi(const native::mwi::MwiType& value, const Scope& scope, Facts& facts);
std::string note(const native::note::NoteType& value, const Scope& scope, Facts& facts);
std::string other_options(const native::other_options::OtherOptionsType& value, const Scope& scope,
                          Facts& facts);
std::string property_entry_list(const native::provision_group_list::PropertyEntryListType& value,
                                const Scope& scope, Facts& facts);
std::string provision_groups(const native::provision_group_list::ProvisionGroupListType& value,
                             const Scope& scope, Facts& facts);
std::string provisioning_request(
    const native::provisioning_request::ProvisioningGroupListType& value, const Scope& scope,
    Facts& facts);
std::string publication_manifest(
    const native::category_publication_manifest::CategoryPublicationManifestType& value,
    const Scope& scope, Facts& facts);
std::string publish(const native::rich_presence::PublishType& value, const Scope& scope,
                    Facts& facts);
std::string rcc_options(const native::rcc_options::RccOptionsType& value, const Scope& scope,
                        Facts& facts);
std::string roaming_data(const native::roaming_self::RoamingDataType& value, const Scope& scope,
                         Facts& facts);
std::string roaming_list(const native::roaming_self::RoamingListType& value, const Scope& scope,
                         Facts& facts);
std::string routing(const native::routing::RoutingType& value, const Scope& scope, Facts& facts);
std::string services(const native::service::ServicesType& value, const Scope& scope, Facts& facts);
std::string set_container_members(
    const native::container_management::SetContainerMembersType& value, const Scope& scope,
    Facts& facts);
std::string set_subscribers(const native::presence_subscribers::SetSubscribersType& value,
                            const Scope& scope, Facts& facts);
std::string state(const native::state::StateType& value, const Scope& scope, Facts& facts);
std::string subscribers(const native::presence_subscribers::SubscribersType& value,
                        const Scope& scope, Facts& facts);
std::string subscription_context(const native::subscription_context::SubscriptionContextType& value,
                                 const Scope& scope, Facts& facts);
std::string user_information(const native::user_information::UserInformationType& value,
                             const Scope& scope, Facts& facts);
std::string user_properties(const native::categories::UserPropertiesType& value, const Scope& scope,
                            Facts& facts);

}  // namespace presentity::presence::describing
