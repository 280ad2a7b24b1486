// SPDX-License-Identifier: MIT
#include "document_part.hpp"

#include <presentity/embedded_schemas.hpp>
#include <presentity/presence/container_manifest.hpp>

#include <cassert>
#include <utility>

namespace presentity::presence {
namespace {

constexpr std::string_view manifest_namespace =
    "http://schemas.microsoft.com/2008/09/sip/ContainerManifest";
constexpr std::string_view provisioning_namespace =
    "http://schemas.microsoft.com/2006/09/sip/provisiongrouplist-notification";

std::vector<Diagnostic> nothing_there(const detail::Outline& outline, std::string_view rule,
                                      std::string message, std::string help) {
  const auto& root = outline.root();
  return {{Severity::error,
           rule,
           position_at(outline.source(), root.offset),
           "/" + std::string(root.local),
           {},
           std::move(message),
           std::move(help)}};
}

bool is_root(const detail::Outline& outline, std::string_view namespace_uri,
             std::string_view local) {
  return outline.root().local == local && outline.root().namespace_uri == namespace_uri;
}

// Source of the names: interoperating-with-lync-with-publication-grammars and
// publishing-presence-in-privacy-mode.
std::string_view group_name(PublicationMode mode) noexcept {
  return mode == PublicationMode::open ? "publicationGrammar" : "privacyPublicationGrammar";
}

Result<detail::NodeId, std::vector<Diagnostic>> find_manifest(const PartedDocument& document,
                                                              PublicationMode mode) {
  const auto& outline = document.outline();
  if (is_root(outline, manifest_namespace, "containerManifestList")) return detail::NodeId{0};
  if (!is_root(outline, provisioning_namespace, "provisionGroupList")) {
    return Unexpected{nothing_there(
        outline, "unknown-root",
        "the document element '" + std::string(outline.root().local) + "' holds no manifest",
        "a containerManifestList or provisionGroupList is needed")};
  }
  const auto name = group_name(mode);
  const auto is_in_group = [name](const detail::Outline& nodes, detail::NodeId id) {
    const auto parent = nodes.node(id).parent;
    return nodes.node(parent).local == "provisionGroup" && nodes.value_of(parent, "name") == name;
  };
  const auto found = document.find(manifest_namespace, "containerManifestList", is_in_group);
  if (found != detail::no_node) return found;
  return Unexpected{nothing_there(
      outline, "missing-element",
      "there is no group '" + std::string(name) + "' with a containerManifestList in it", {})};
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
