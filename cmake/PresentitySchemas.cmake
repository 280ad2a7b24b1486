# SPDX-License-Identifier: MIT

# The schemas that have tree bindings: file, XML namespace, C++ namespace below presentity::tree.
# A namespace made of several files is listed with each file; "-" is no namespace.
set(_presentity_s http://schemas.microsoft.com)
set(PRESENTITY_SCHEMAS
  commontypes.xsd                 ${_presentity_s}/2006/09/sip/commontypes                    common_types
  state.xsd                       ${_presentity_s}/2006/09/sip/state                          state
  contactCard.xsd                 ${_presentity_s}/2006/09/sip/contactcard                    contact_card
  note.xsd                        ${_presentity_s}/2006/09/sip/note                           note
  calendardatatypes.xsd           ${_presentity_s}/exchange/services/2006/types               exchange_types
  calendarData.xsd                ${_presentity_s}/2006/09/sip/calendarData                   calendar_data
  device.xsd                      ${_presentity_s}/2006/09/sip/device                         device
  service.xsd                     ${_presentity_s}/2006/09/sip/service                        service
  legacyInterop.xsd               ${_presentity_s}/2006/09/sip/categories                     categories
  userProperties.xsd              ${_presentity_s}/2006/09/sip/categories                     categories
  categories.xsd                  ${_presentity_s}/2006/09/sip/categories                     categories
  alerts.xsd                      ${_presentity_s}/2006/09/sip/options/alerts                 alerts
  rccOptions.xsd                  ${_presentity_s}/2006/09/sip/options/rccOptions             rcc_options
  otherOptions.xsd                ${_presentity_s}/2006/09/sip/options/otherOptions           other_options
  userInformation.xsd             ${_presentity_s}/2006/09/sip/options/userInformation        user_information
  mwi.xsd                         ${_presentity_s}/2006/09/sip/mwi                            mwi
  routing.xsd                     ${_presentity_s}/02/2006/sip/routing                        routing
  categoryPublicationManifest.xsd ${_presentity_s}/2008/09/sip/categoryPublicationManifest    category_publication_manifest
  containerManifest.xsd           ${_presentity_s}/2008/09/sip/ContainerManifest              container_manifest
  richPresence.xsd                ${_presentity_s}/2006/09/sip/rich-presence                  rich_presence
  roamingSelf.xsd                 ${_presentity_s}/2006/09/sip/roaming-self                   roaming_self
  containers.xsd                  ${_presentity_s}/2006/09/sip/containers                     containers
  containerManagement.xsd         ${_presentity_s}/2006/09/sip/container-management           container_management
  presenceSubscribers.xsd         ${_presentity_s}/2006/09/sip/presence-subscribers           presence_subscribers
  provisionGroupList.xsd          ${_presentity_s}/2006/09/sip/provisiongrouplist-notification provision_group_list
  provisioningRequest.xsd         ${_presentity_s}/2006/09/sip/provisioninggrouplist          provisioning_request
  categoryList.xsd                ${_presentity_s}/2006/09/sip/categorylist                   category_list
  batchSubscribe.xsd              ${_presentity_s}/2006/01/sip/batch-subscribe                batch_subscribe
  subscriptionContext.xsd         ${_presentity_s}/2008/09/sip/SubscriptionContext            subscription_context
  fault.xsd                       -                                                           fault
  xslt.xsd                        http://www.w3.org/1999/XSL/Transform                        xslt
)
unset(_presentity_s)
