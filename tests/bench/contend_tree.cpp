// SPDX-License-Identifier: MIT
#include "contender.hpp"
#include "xerces_schemas.hpp"

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
#include <presentity/tree/routing.hpp>
#include <presentity/tree/service.hpp>
#include <presentity/tree/state.hpp>
#include <presentity/tree/subscriptionContext.hpp>
#include <presentity/tree/userInformation.hpp>
#include <presentity/tree/userProperties.hpp>

#include <benchmark/benchmark.h>
#include <xercesc/framework/MemBufInputSource.hpp>
#include <xercesc/parsers/XercesDOMParser.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLUni.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace presentity::bench {
namespace {

/// What the generated class of a document element can do.
struct Binding {
  const std::string& (*root)();
  bool (*parse)(const std::string& bytes);
  bool (*round_trip)(const std::string& bytes);
  bool (*write)(const std::string& bytes);
  void (*from_dom)(const xercesc::DOMElement& root);
};

template <class Element>
constexpr Binding binding() {
  using Document = tree::Document<Element>;
  return {&Element::name,
          [](const std::string& bytes) { return Document::parse(bytes).has_value(); },
          [](const std::string& bytes) {
            const auto document = Document::parse(bytes);
            return document && document->serialize();
          },
          [](const std::string& bytes) {
            static std::map<const void*, Document> kept;  // by buffer: a sample is not moved
            auto found = kept.find(bytes.data());
            if (found == kept.end()) {
              auto document = Document::parse(bytes);
              if (!document) return false;
              found = kept.emplace(bytes.data(), *std::move(document)).first;
            }
            return found->second.serialize().has_value();
          },
          [](const xercesc::DOMElement& root) {
            benchmark::DoNotOptimize(tree::detail::read_element<Element>(root));
          }};
}

constexpr std::array bindings{
    binding<tree::state::state>(),
    binding<tree::contact_card::contactCard>(),
    binding<tree::note::note>(),
    binding<tree::note::noteHistory>(),
    binding<tree::calendar_data::calendarData>(),
    binding<tree::device::device>(),
    binding<tree::service::services>(),
    binding<tree::categories::legacyInterop>(),
    binding<tree::categories::userProperties>(),
    binding<tree::categories::categories>(),
    binding<tree::alerts::alerts>(),
    binding<tree::rcc_options::rccOptions>(),
    binding<tree::other_options::otherOptions>(),
    binding<tree::user_information::userInformation>(),
    binding<tree::mwi::mwi>(),
    binding<tree::routing::routing>(),
    binding<tree::category_publication_manifest::categoryPublicationManifest>(),
    binding<tree::container_manifest::containerManifestList>(),
    binding<tree::rich_presence::publish>(),
    binding<tree::roaming_self::roamingList>(),
    binding<tree::roaming_self::roamingData>(),
    binding<tree::containers::containers>(),
    binding<tree::container_management::setContainerMembers>(),
    binding<tree::presence_subscribers::subscribers>(),
    binding<tree::presence_subscribers::setSubscribers>(),
    binding<tree::provision_group_list::provisionGroupList>(),
    binding<tree::provision_group_list::propertyEntryList>(),
    binding<tree::provisioning_request::provisioningGroupList>(),
    binding<tree::batch_subscribe::batchSub>(),
    binding<tree::subscription_context::subscriptionContext>(),
    binding<tree::fault::Fault>(),
};

const Binding& binding_of(const Sample& sample) {
  const auto* const found =
      std::ranges::find(bindings, sample.root, [](const Binding& b) { return b.root(); });
  if (found == bindings.end()) throw std::runtime_error("no bindings for " + sample.name);
  return *found;
}

/// Xerces's DOM parser with validation, used for many documents, and the typed objects of C++/Tree
/// made from its documents.
class ValidatedTree {
 public:
  ValidatedTree() : parser_(nullptr, xercesc::XMLPlatformUtils::fgMemoryManager, &grammar_pool()) {
    parser_.useScanner(xercesc::XMLUni::fgSGXMLScanner);
    parser_.setValidationScheme(xercesc::XercesDOMParser::Val_Always);
    parser_.setDoNamespaces(true);
    parser_.setDoSchema(true);
    parser_.setLoadSchema(false);
    parser_.setLoadExternalDTD(false);
    parser_.useCachedGrammarInParse(true);
    parser_.setExternalNoNamespaceSchemaLocation(no_namespace_location.data());
    parser_.setErrorHandler(&errors_);
  }

  bool accepts(const Sample& sample) {
    errors_.is_set = false;
    const xercesc::MemBufInputSource source(reinterpret_cast<const XMLByte*>(sample.bytes.data()),
                                            sample.bytes.size(), no_namespace_location.data());
    parser_.parse(source);
    if (!errors_.is_set && !sample.root.empty()) {  // empty: malformed, though Xerces likes it
      binding_of(sample).from_dom(*parser_.getDocument()->getDocumentElement());
    }
    parser_.resetDocumentPool();
    return !errors_.is_set;
  }

 private:
  ErrorFlag errors_;
  xercesc::XercesDOMParser parser_;
};

}  // namespace

void add_tree(Contenders& contenders) {
  static_cast<void>(grammar_pool());  // starts Xerces
  // Never freed, as what a Xerces object needs in its destructor may be gone by then.
  auto* const tree = new ValidatedTree();
  contenders.push_back({"validate", "cxx-tree",
                        "C++/Tree objects from a validated Xerces DOM, locked pool, parser reused",
                        [tree](const Sample& sample) { return tree->accepts(sample); }});
  contenders.push_back(
      {"read", "presentity-tree", "presentity::tree Document::parse to typed objects",
       [](const Sample& sample) { return binding_of(sample).parse(sample.bytes); }});
  contenders.push_back(
      {"write", "presentity-tree", "presentity::tree Document::serialize",
       [](const Sample& sample) { return binding_of(sample).write(sample.bytes); }});
  contenders.push_back(
      {"round-trip", "presentity-tree", "presentity::tree Document::parse + serialize",
       [](const Sample& sample) { return binding_of(sample).round_trip(sample.bytes); }});
}

}  // namespace presentity::bench
