// SPDX-License-Identifier: MIT
#include "contender.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// What soapcpp2 generates, and what that includes.
#include <common.nsmap>
#include <soapH.h>

namespace presentity::bench {
namespace {

/// What gSOAP reads, by the piece that it asks for.
struct Input {
  std::string_view rest;

  std::size_t take(char* buffer, std::size_t size) {
    const auto count = std::min(size, rest.size());
    std::memcpy(buffer, rest.data(), count);
    rest.remove_prefix(count);
    return count;
  }
};

/// A context of gSOAP, used for many documents, that reads from and writes to memory.
class Soap {
 public:
  Soap() : soap_(soap_new2(SOAP_XML_STRICT | SOAP_C_UTFSTRING, SOAP_XML_TREE | SOAP_C_UTFSTRING)) {
    soap_set_namespaces(soap_, namespaces);
    soap_->user = this;
    soap_->frecv = [](struct soap* soap, char* buffer, std::size_t size) {
      return static_cast<Soap*>(soap->user)->input_.take(buffer, size);
    };
    soap_->fsend = [](struct soap* soap, const char* bytes, std::size_t size) {
      static_cast<Soap*>(soap->user)->output_.append(bytes, size);
      return SOAP_OK;
    };
  }

  /// Returns what `In`, a generated function, makes of the element `tag`, or null. Lives until
  /// `clear`.
  template <auto In>
  auto* read(std::string_view bytes, const char* tag) {
    decltype(In(soap_, tag, nullptr, nullptr)) object = nullptr;
    input_.rest = bytes;
    if (soap_begin_recv(soap_) != SOAP_OK) return object;
    object = In(soap_, tag, nullptr, nullptr);
    if (object == nullptr || soap_end_recv(soap_) != SOAP_OK) return decltype(object){};
    return object;
  }

  template <class Object>
  bool write(const Object& object, const char* tag) {
    output_.clear();
    const bool is_base = object.soap_type() == base_type<Object>();
    if (soap_begin_send(soap_) != SOAP_OK) return false;
    object.soap_serialize(soap_);
    return object.soap_put(soap_, tag, is_base ? "" : nullptr) == SOAP_OK &&
           soap_end_send(soap_) == SOAP_OK;
  }

  /// Declares no other namespaces from now on than those that the last document needs: whoever
  /// writes one category would have made the classes of one category.
  void drop_unused_namespaces() {
    constexpr std::size_t always = 4;  // those of SOAP and XML Schema, which gSOAP knows by place
    const auto is_used = [&](const Namespace& entry) {
      const std::string name = std::string(entry.id) + ':';
      return output_.find('<' + name) != output_.npos || output_.find(' ' + name) != output_.npos ||
             output_.find('"' + name) != output_.npos;
    };
    for (const auto* entry = namespaces; entry->id != nullptr; ++entry) {
      if (namespaces_.size() < always || is_used(*entry)) namespaces_.push_back(*entry);
    }
    namespaces_.push_back({});
    soap_set_namespaces(soap_, namespaces_.data());
  }

  /// Frees the objects, keeps the context.
  void clear() {
    soap_destroy(soap_);
    soap_end(soap_);
  }

  [[nodiscard]] const std::string& output() const noexcept { return output_; }

 private:
  template <class Object>
  static long base_type() {
    static const long type = Object().soap_type();
    return type;
  }

  struct soap* soap_;
  Input input_;
  std::string output_;
  std::vector<Namespace> namespaces_;
};

/// Never freed, as the benchmark ends with the process.
Soap& reader() {
  static auto* const soap = new Soap();
  return *soap;
}

/// An object that has been read, and the context that owns it.
template <auto In>
class Kept {
 public:
  Kept(std::string_view bytes, const char* tag)
      : tag_(tag), object_(soap_.template read<In>(bytes, tag)) {
    if (write()) soap_.drop_unused_namespaces();
  }

  bool write() { return object_ != nullptr && soap_.write(*object_, tag_); }

 private:
  Soap soap_;
  const char* tag_;
  decltype(In(nullptr, nullptr, nullptr, nullptr)) object_;
};

/// What generated functions can do with a document element.
struct Binding {
  std::string_view root;
  bool (*read)(const std::string& bytes);
  bool (*write)(const std::string& bytes);
};

/// A string as a template argument.
template <std::size_t Size>
struct Tag {
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is one
  consteval Tag(const char (&literal)[Size]) { std::ranges::copy(literal, text.begin()); }
  std::array<char, Size> text{};
};

template <auto In, Tag Name>
constexpr Binding binding() {
  const std::string_view tag(Name.text.data());
  return {tag.substr(tag.find(':') + 1),
          [](const std::string& bytes) {
            auto* const object = reader().read<In>(bytes, Name.text.data());
            benchmark::DoNotOptimize(object);
            reader().clear();
            return object != nullptr;
          },
          [](const std::string& bytes) {
            static std::map<const void*, Kept<In>> all;  // by buffer: a sample is not moved
            return all.try_emplace(bytes.data(), bytes, Name.text.data()).first->second.write();
          }};
}

constexpr std::array bindings{
    binding<&soap_in_state__stateType, "state:state">(),
    binding<&soap_in_contactCard__contactCardType, "contactCard:contactCard">(),
    binding<&soap_in_note__noteType, "note:note">(),
    binding<&soap_in_note__noteType, "note:noteHistory">(),
    binding<&soap_in_calendarData__calendarDataType, "calendarData:calendarData">(),
    binding<&soap_in_device__deviceType, "device:device">(),
    binding<&soap_in_presenceServices__servicesType, "presenceServices:services">(),
    binding<&soap_in_categories__legacyInteropType, "categories:legacyInterop">(),
    binding<&soap_in_categories__userPropertiesType, "categories:userProperties">(),
    binding<&soap_in_categories__categoriesType, "categories:categories">(),
    binding<&soap_in_alerts__alertsType, "alerts:alerts">(),
    binding<&soap_in_rccOptions__rccOptionsType, "rccOptions:rccOptions">(),
    binding<&soap_in_otherOptions__otherOptionsType, "otherOptions:otherOptions">(),
    binding<&soap_in_userInformation__userInformationType, "userInformation:userInformation">(),
    binding<&soap_in_mwi__mwiType, "mwi:mwi">(),
    binding<&soap_in_routing__routing_type, "routing:routing">(),
    binding<&soap_in_publication__categoryPublicationManifestType,
            "publication:categoryPublicationManifest">(),
    binding<&soap_in_containerManifest__containerManifestListType,
            "containerManifest:containerManifestList">(),
    binding<&soap_in_richPresence__publishType, "richPresence:publish">(),
    binding<&soap_in_roamingSelf__roamingListType, "roamingSelf:roamingList">(),
    binding<&soap_in_roamingSelf__roamingDataType, "roamingSelf:roamingData">(),
    binding<&soap_in_containers__containersType, "containers:containers">(),
    binding<&soap_in_containerManagement__setContainerMembersType,
            "containerManagement:setContainerMembers">(),
    binding<&soap_in_presenceSubscribers__subscribersType, "presenceSubscribers:subscribers">(),
    binding<&soap_in_presenceSubscribers__setSubscribersType,
            "presenceSubscribers:setSubscribers">(),
    binding<&soap_in_provisionGroupList__provisionGroupListType,
            "provisionGroupList:provisionGroupList">(),
    binding<&soap_in_provisionGroupList__propertyEntryListType,
            "provisionGroupList:propertyEntryList">(),
    binding<&soap_in_provisioningRequest__provisioningGroupListType,
            "provisioningRequest:provisioningGroupList">(),
    binding<&soap_in_batchSubscribe__batchSubType, "batchSubscribe:batchSub">(),
    binding<&soap_in_subscriptionContext__subscriptionContextType,
            "subscriptionContext:subscriptionContext">(),
    binding<&soap_in_faultType, "Fault">(),
};

const Binding& binding_of(const Sample& sample) {
  const auto* const found = std::ranges::find(bindings, sample.root, &Binding::root);
  if (found == bindings.end()) throw std::runtime_error("no bindings for " + sample.name);
  return *found;
}

}  // namespace

void add_gsoap(Contenders& contenders) {
  contenders.push_back({"read", "gsoap", "gSOAP into its classes, SOAP_XML_STRICT, context reused",
                        [](const Sample& sample) { return binding_of(sample).read(sample.bytes); },
                        true});
  contenders.push_back({"write", "gsoap", "gSOAP, its classes to text, context reused",
                        [](const Sample& sample) { return binding_of(sample).write(sample.bytes); },
                        true});
}

}  // namespace presentity::bench
