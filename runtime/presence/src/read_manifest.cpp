// SPDX-License-Identifier: MIT
#include "document_part.hpp"

#include <presentity/embedded_schemas.hpp>
#include <presentity/presence/container_manifest.hpp>

#include <cassert>
#include <utility>

namespace presentity::presence {
namespace {

constexpr ExpandedName manifest_element{
    "http://schemas.microsoft.com/2008/09/sip/ContainerManifest", "containerManifestList"};
constexpr ExpandedName provisioning_element{
    "http://schemas.microsoft.com/2006/09/sip/provisiongrouplist-notification",
    "provisionGroupList"};

// Source of the names: interoperating-with-lync-with-publication-grammars and
// publishing-presence-in-privacy-mode.
std::string_view group_name(PublicationMode mode) noexcept {
  return mode == PublicationMode::open ? "publicationGrammar" : "privacyPublicationGrammar";
}

Result<detail::NodeId, std::vector<Diagnostic>> find_manifest(const PartedDocument& document,
                                                              PublicationMode mode) {
  if (document.has_root(manifest_element)) return detail::NodeId{0};
  if (!document.has_root(provisioning_element)) {
    const auto root = std::string(document.outline().root().local);
    return Unexpected{std::vector{
        document.refusal("unknown-root", "the document element '" + root + "' holds no manifest",
                         "a containerManifestList or provisionGroupList is needed")}};
  }
  const auto name = group_name(mode);
  const auto is_in_group = [name](const detail::Outline& nodes, detail::NodeId id) {
    const auto parent = nodes.node(id).parent;
    return nodes.node(parent).local == "provisionGroup" && nodes.value_of(parent, "name") == name;
  };
  const auto found = document.find(manifest_element, is_in_group);
  if (found != detail::no_node) return found;
  return Unexpected{
      std::vector{document.refusal("missing-element", "there is no group '" + std::string(name) +
                                                          "' with a containerManifestList in it")}};
}

}  // namespace

Result<ManifestDocument, std::vector<Diagnostic>> read_manifest(std::string_view bytes,
                                                                PublicationMode mode,
                                                                const ReadLimits& limits) {
  const auto document = PartedDocument::open(bytes, limits);
  if (!document) return Unexpected{document.error()};
  const auto part = find_manifest(*document, mode);
  if (!part) return Unexpected{part.error()};
  const auto list = native::container_manifest::read_container_manifest_list(
      document->outline().self_contained(*part), limits);
  if (!list) return Unexpected{list.error()};
  ManifestDocument result{to_manifest(*list), document->warnings(), check_manifest(*list)};
  document->locate(*part, result.findings);
  return result;
}

const Manifest& lync2013_containers(PublicationMode mode) {
  const auto load = [](std::string_view name) {
    auto document = read_manifest(embedded_schema(name));
    assert(document && "a test reads the built-in manifests");
    return (*std::move(document)).manifest;
  };
  static const Manifest open = load("grammars/lync2013-containers.xml");
  static const Manifest privacy = load("grammars/lync2013-privacy-containers.xml");
  return mode == PublicationMode::open ? open : privacy;
}

}  // namespace presentity::presence
